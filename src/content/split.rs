//! Where front matter ends and Markdown begins.

use std::ops::Range;

/// The parts of a document as bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentParts {
    /// Between the `---` lines; `None` if the file does not begin with one.
    pub(crate) front_matter: Option<Range<usize>>,
    pub(crate) body: Range<usize>,
}

/// The first line is `---` but no second one follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclosedFrontMatter {
    /// What stands below the first line.
    pub(crate) rest: Range<usize>,
}

/// Splits a text. Spaces after the dashes, CRLF, leading empty lines and what nobody sees are
/// forgiven.
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
    // A Thai letter begins with another byte than what has no width: nearly every line is left by
    // it.
    if !matches!(line.as_bytes().first(), Some(b'-' | 0xC2..=0xDF | 0xE1..)) {
        return false;
    }
    line.trim_end_matches(|c: char| c.is_whitespace() || is_unseen(c)).trim_start_matches(is_unseen) == "---"
}

/// What has no width, and the spaces that are no space to a computer.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}') || (c.is_whitespace() && !c.is_ascii())
}

/// Whether a line was probably meant to be `---`: other dashes, another number of them, blanks
/// between them or before.
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
