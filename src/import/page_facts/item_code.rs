//! Codes of checklist items in texts.

use crate::slice::slice;
use crate::thai::to_arabic;

/// A code within a text, alone.
pub(super) fn code_in(text: &str) -> Option<String> {
    let text = to_arabic(text);
    let is_word = |c: char| c.is_ascii_alphanumeric();
    text.char_indices().filter(|(_, c)| matches!(c, 'O' | 'o')).find_map(|(at, _)| {
        let before = slice(&text, ..at).chars().next_back();
        let tail = slice(&text, at + 1..);
        let tail = tail.strip_prefix("IT").or_else(|| tail.strip_prefix("it")).unwrap_or(tail);
        let tail = tail.strip_prefix([' ', '-']).unwrap_or(tail);
        let digits: String = tail.chars().take_while(char::is_ascii_digit).take(3).collect();
        let after = slice(tail, digits.len()..).chars().next();
        let number: u32 = digits.parse().ok().filter(|number| (1..=60).contains(number))?;
        (!before.is_some_and(is_word) && !after.is_some_and(is_word) && digits.len() <= 2).then(|| format!("O{number}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_items_stand_alone() {
        for (text, code) in [
            ("ตามข้อ O๔๒ ของปี", Some("O42")),
            ("รายงาน (O43)", Some("O43")),
            ("OIT 12 แผน", Some("O12")),
            ("ผล OIT ปี 2566", None),
            ("MOIT12", None),
            ("O421", None),
        ] {
            assert_eq!(code_in(text).as_deref(), code, "{text}");
        }
    }
}
