use pulldown_cmark::CowStr;

/// Removes characters that are invalid in HTML, XML or JSON: C0 controls, U+FFFE, U+FFFF, and
/// U+FFFD, by which the parser replaces NUL.
pub(super) fn clean(text: CowStr<'_>) -> CowStr<'_> {
    if is_clean(&text) { text } else { text.chars().filter(|c| !is_unprintable(*c)).collect::<String>().into() }
}

/// True if [`clean`] returns `text` unchanged.
pub(super) fn is_clean(text: &str) -> bool {
    // Branch-free fold, as all text of all pages passes here. The UTF-8 of U+FFFD to U+FFFF starts
    // with EF.
    let doubtful =
        text.bytes().fold(false, |doubtful, byte| doubtful | (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) | (byte == 0xEF));
    !doubtful || !text.contains(is_unprintable)
}

fn is_unprintable(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFD}'..='\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_dropped_and_line_ends_kept() {
        let text = CowStr::from("ก\u{0}\u{8}\u{1f}\u{fffe}\u{ffff}\u{fffd}\t\r\nข");
        assert_eq!(clean(text).as_ref(), "ก\t\r\nข");
    }
}
