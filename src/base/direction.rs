//! Invisible characters that turn the displayed order of the text after them.

/// True for marks, embeddings, isolates and overrides (Unicode UAX #9, table 1).
pub fn is_direction(c: char) -> bool {
    is_direction_override(c) || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202C}' | '\u{2066}'..='\u{2069}')
}

/// True for U+202D and U+202E, which turn text of any script.
pub fn is_direction_override(c: char) -> bool {
    matches!(c, '\u{202D}' | '\u{202E}')
}
