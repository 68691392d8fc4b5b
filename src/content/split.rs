//! Boundary between front matter and Markdown.

use std::ops::Range;

/// Byte ranges of the parts of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentParts {
    /// Text between the `---` lines; `None` if the file does not begin with one.
    pub(crate) front_matter: Option<Range<usize>>,
    pub(crate) body: Range<usize>,
}

/// Error: the first line is `---`, but there is no second one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclosedFrontMatter {
    /// Text after the first line.
    pub(crate) rest: Range<usize>,
}

/// Splits a text. Tolerates spaces after the dashes, CRLF, leading empty lines and zero-width
/// characters.
pub fn split(text: &str) -> Result<DocumentParts, UnclosedFrontMatter> {
    let from_first = text.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c));
    let lead = text.len() - from_first.len();
    let mut lines = from_first.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| is_fence(line)) else {
        return Ok(DocumentParts { front_matter: None, body: 0..text.len() });
    };
    let start = lead + first.len();
    let mut at = start;
    for line in lines {
        if is_fence(line) {
            return Ok(DocumentParts { front_matter: Some(start..at), body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    Err(UnclosedFrontMatter { rest: start..text.len() })
}

pub(super) fn is_fence(line: &str) -> bool {
    // Fast path: Thai letters begin with byte E0, zero-width characters do not, so nearly every
    // line is rejected here.
    if !matches!(line.as_bytes().first(), Some(b'-' | 0xC2..=0xDF | 0xE1..)) {
        return false;
    }
    line.trim_end_matches(|c: char| c.is_whitespace() || is_unseen(c)).trim_start_matches(is_unseen) == "---"
}

/// Zero-width characters and non-ASCII spaces.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}') || (c.is_whitespace() && !c.is_ascii())
}

/// True if a line was probably meant as `---`: other dashes, another number of them, or with
/// blanks.
pub(super) fn is_spoilt_fence(line: &str) -> bool {
    let signs: String = line.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c)).collect();
    let is_typed = |c: char| matches!(c, '-' | '_' | '=' | '*');
    let is_dash = |c: char| matches!(c, '‐'..='―' | '−' | '─' | '━' | 'ー' | '﹣' | '－' | '⸺' | '⸻');
    let is_row = signs.chars().all(|c| is_typed(c) || is_dash(c)) && (signs.chars().any(is_dash) || signs.len() > 1);
    is_row && !signs.is_empty() && !is_fence(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(Option<&str>, &str)> {
        let parts = split(text).ok()?;
        Some((parts.front_matter.map(|range| &text[range]), &text[parts.body]))
    }

    #[test]
    fn fences_are_found_whatever_the_line_ends() {
        assert_eq!(parts("---\ntitle: ก\n---\nข"), Some((Some("title: ก\n"), "ข")));
        assert_eq!(parts("\r\n--- \r\ntitle: ก\r\n---\r\nข"), Some((Some("title: ก\r\n"), "ข")));
        assert_eq!(parts("\u{a0}\u{200b}---\u{a0}\ntitle: ก\n\u{feff}---\u{200b}\nข"), Some((Some("title: ก\n"), "ข")));
        assert_eq!(parts("---\n---"), Some((Some(""), "")));
        assert_eq!(parts("---\ntext: |\n  ---\n---\n"), Some((Some("text: |\n  ---\n"), "")));
        assert_eq!(parts("ไม่มี\n---\n"), Some((None, "ไม่มี\n---\n")));
        assert_eq!(parts("---\ntitle: ก\n"), None);
        assert_eq!(parts(""), Some((None, "")));
    }

    #[test]
    fn a_spoilt_fence_is_known_by_its_signs() {
        for line in ["–––", "—", "———\r\n", "−−−", "***", "- - -", "----", "--", "  ---", "___", "===", "—-", "\u{a0}–\u{a0}"]
        {
            assert!(is_spoilt_fence(line), "{line}");
        }
        for line in ["---", "--- ", "", "-", "*", "title: —", "- ก", "\u{200b}---", "…"] {
            assert!(!is_spoilt_fence(line), "{line}");
        }
    }
}
