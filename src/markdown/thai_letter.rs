/// Whether `c` is a Thai consonant, vowel or mark. The signs ฯ and ๆ and the digits are not: they
/// are written with a space.
pub(super) fn is_thai_letter(c: char) -> bool {
    matches!(c, '\u{0E01}'..='\u{0E2E}' | '\u{0E30}'..='\u{0E3A}' | '\u{0E40}'..='\u{0E45}' | '\u{0E47}'..='\u{0E4E}')
}

/// Whether `c` can be part of a Thai word or number. ฿ and the old punctuation ๏ ๚ ๛ cannot.
pub(super) fn is_thai_word(c: char) -> bool {
    is_thai_letter(c) || matches!(c, 'ฯ' | 'ๆ' | '๐'..='๙')
}

/// Whether `c` takes no room and has no meaning of its own, such as the word breaks that come along
/// when text is copied from a browser.
pub(super) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}
