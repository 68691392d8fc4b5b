//! Check digits of national IDs and of books.

/// Check digit of the Department of Provincial Administration: weights 13 to 2, modulo 11.
pub(super) fn has_check_digit(digits: &str) -> bool {
    let Some((last, body)) = digits.as_bytes().split_last() else { return false };
    let sum: u32 = body.iter().zip((2..=13).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    (11 - sum % 11) % 10 == u32::from(last - b'0')
}

/// True for an ISBN-13: prefix 978 or 979, and its own check digit.
pub(super) fn is_book(digits: &str) -> bool {
    let sum: u32 = digits.bytes().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    (digits.starts_with("978") || digits.starts_with("979")) && sum.is_multiple_of(10)
}
