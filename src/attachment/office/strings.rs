//! Shared strings of a workbook, in one text: a vector of strings would take 24 bytes for an empty one.

use std::borrow::Cow;

/// Text of a cell with its letters that XML does not allow: `_x000D_` is a carriage return.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.split_once('_').filter(|(code, _)| code.len() == 4);
        match code.and_then(|(code, behind)| Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, behind))) {
            Some((letter, behind)) => {
                plain.push(if letter == '\r' { '\n' } else { letter });
                rest = behind;
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain.into()
}

/// Texts by number.
#[derive(Default)]
pub(super) struct SharedStrings {
    text: String,
    ends: Vec<u32>,
}

impl SharedStrings {
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Ends a string; what is pushed next belongs to the next one.
    pub(super) fn end(&mut self) {
        // What is unpacked fits in 32 bits.
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    pub(super) fn get(&self, number: usize) -> &str {
        let begin = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        self.ends.get(number).and_then(|end| self.text.get(begin..*end as usize)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_by_number() {
        let mut strings = SharedStrings::default();
        for text in ["ก", "", "ข"] {
            strings.push(text);
            strings.end();
        }
        assert_eq!([0, 1, 2, 3].map(|number| strings.get(number)), ["ก", "", "ข", ""]);
        assert_eq!(unescaped("a_x000D_b_x0041__xyz_x"), "a\nbA_xyz_x");
    }
}
