//! Where words begin, as far as that can be known of Thai without a dictionary.

use crate::search::normalised::normalised;

/// True if `at` (a byte offset of a letter in `text`) begins a word: at the start, after what is no [word letter](is_word_letter), and
/// where one of the [known names](known_names) begins or ends; but no vowel or mark that stands behind or over its consonant begins one.
pub fn begins_word(text: &str, at: usize, names: &[String]) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else {
        return false;
    };
    if after.starts_with(is_never_first) {
        return false;
    }
    before.chars().next_back().is_none_or(|c| !is_word_letter(c))
        || names.iter().any(|name| before.ends_with(name.as_str()) || after.starts_with(name.as_str()))
}

/// The names that tell where words begin: normalised, those of Thai letters only (neither blanks nor digits, which are compared loosely).
pub fn known_names(names: &[String]) -> Vec<String> {
    let names = names.iter().map(|name| normalised(name).into_owned());
    names.filter(|name| !name.is_empty() && name.chars().all(|c| matches!(c, '\u{E01}'..='\u{E4E}'))).collect()
}

/// True for letters, digits and marks; in Thai not for signs that end words (ฯ, ๆ).
pub fn is_word_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{BF}' | '×' | '÷' => false,
        'ฯ' | '฿' | 'ๆ' | '๏' | '๚' | '๛' => false,
        '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' => false,
        _ => true,
    }
}

/// True for Thai vowels and marks that need a consonant before them.
pub fn is_never_first(c: char) -> bool {
    matches!(c, '\u{E30}'..='\u{E3A}' | '\u{E45}' | '\u{E47}'..='\u{E4E}')
}

/// True for a mark that is written above or below the Thai letter before it, or with it (ำ).
pub fn is_thai_mark(c: char) -> bool {
    matches!(c, '\u{E31}' | '\u{E33}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}
