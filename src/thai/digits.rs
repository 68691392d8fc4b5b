//! Thai digits (๐๑๒๓๔๕๖๗๘๙) and Arabic digits (0123456789).

use std::borrow::Cow;

/// Digits used for printing. Data files always use Arabic digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
#[serde(rename_all = "lowercase")]
pub enum Digits {
    /// 0123456789
    #[default]
    Arabic,
    /// ๐๑๒๓๔๕๖๗๘๙
    Thai,
}

impl Digits {
    /// Returns `text` with its digits in this form.
    pub fn print(self, text: &str) -> Cow<'_, str> {
        match self {
            Digits::Arabic => Cow::Borrowed(text),
            Digits::Thai => to_thai(text),
        }
    }
}

/// True for 0–9 and ๐–๙.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '๐'..='๙')
}

/// Replaces Thai digits by Arabic ones.
pub fn to_arabic(text: &str) -> Cow<'_, str> {
    match text.chars().any(|c| arabic(c) != c) {
        false => Cow::Borrowed(text),
        true => Cow::Owned(text.chars().map(arabic).collect()),
    }
}

/// Replaces Arabic digits by Thai ones.
pub fn to_thai(text: &str) -> Cow<'_, str> {
    match text.bytes().any(|b| b.is_ascii_digit()) {
        false => Cow::Borrowed(text),
        true => Cow::Owned(text.chars().map(thai).collect()),
    }
}

fn arabic(c: char) -> char {
    match c {
        '๐'..='๙' => char::from_u32(c as u32 - '๐' as u32 + '0' as u32).unwrap_or(c),
        _ => c,
    }
}

fn thai(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32(c as u32 - '0' as u32 + '๐' as u32).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_go_there_and_back() {
        assert_eq!(to_arabic("O๔๒ ปี ๒๕๖๗ กับ 12"), "O42 ปี 2567 กับ 12");
        assert_eq!(to_thai("ข้อ 42"), "ข้อ ๔๒");
        assert_eq!(to_arabic(&to_thai("0123456789")), "0123456789");
    }
}
