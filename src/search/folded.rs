//! Letters that are the same to whoever searches: letter case, Thai and Arabic digits.

/// `text` with every letter [folded](fold); as many letters as before.
pub fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// The letter that stands for `c` when texts are compared: lower case where that is one letter, Arabic for Thai digits, the hyphen for all
/// dashes, the straight quotation mark for single ones.
pub fn fold(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\u{7F}' => c,
        '๐'..='๙' => char::from_u32(u32::from(c) - u32::from('๐') + u32::from('0')).unwrap_or(c),
        '\u{E00}'..='\u{E7F}' => c,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(lower), None) => lower,
                _ => c,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_digits_are_folded_letter_by_letter() {
        assert_eq!(folded("OIT ๔๒ Éİß ปี"), "oit 42 éİß ปี");
        assert_eq!(folded("๒๕๖๕–2566 ‘ก’"), "2565-2566 'ก'");
    }
}
