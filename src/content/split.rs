//! Where front matter ends and Markdown begins.

use std::ops::Range;

/// The parts of a document as bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Between the `---` lines; `None` if the file does not begin with one.
    pub front_matter: Option<Range<usize>>,
    /// Below.
    pub body: Range<usize>,
}

/// The first line is `---` but no second one follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclosed;

/// Splits a text. Spaces after the dashes, CRLF and leading empty lines are forgiven.
pub fn split(text: &str) -> Result<Parts, Unclosed> {
    let from_first = text.trim_start_matches(['\r', '\n', ' ']);
    let lead = text.len() - from_first.len();
    let mut lines = from_first.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| is_fence(line)) else {
        return Ok(Parts { front_matter: None, body: 0..text.len() });
    };
    let start = lead + first.len();
    let mut at = start;
    for line in lines {
        if is_fence(line) {
            return Ok(Parts { front_matter: Some(start..at), body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    Err(Unclosed)
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
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
        assert_eq!(parts("---\n---"), Some((Some(""), "")));
        assert_eq!(parts("ไม่มี\n---\n"), Some((None, "ไม่มี\n---\n")));
        assert_eq!(parts("---\ntitle: ก\n"), None);
        assert_eq!(parts(""), Some((None, "")));
    }
}
