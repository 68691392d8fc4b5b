/// True for Thai consonants, vowels and marks. Not for ฯ, ๆ and digits, which are set off by a
/// space.
pub(super) fn is_thai_letter(c: char) -> bool {
    matches!(c, '\u{0E01}'..='\u{0E2E}' | '\u{0E30}'..='\u{0E3A}' | '\u{0E40}'..='\u{0E45}' | '\u{0E47}'..='\u{0E4E}')
}

/// True for characters of Thai words and numbers. Not for ฿ and the archaic punctuation ๏ ๚ ๛.
pub(super) fn is_thai_word(c: char) -> bool {
    is_thai_letter(c) || matches!(c, 'ฯ' | 'ๆ' | '๐'..='๙')
}

/// True for invisible characters without meaning, such as word break hints in text copied from a
/// browser.
pub(super) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}
