//! Detects merge conflict markers left by version control or sync programs.

use std::ops::Range;

use memchr::memchr2_iter;

/// A marker is seven of one of these at the start of a line.
const SIGNS: [char; 4] = ['<', '|', '=', '>'];

/// Range of the first conflict marker line. `=======` also underlines a heading, so `|` and `=`
/// markers count only if a `<` or `>` marker is present.
pub(crate) fn conflict_mark(text: &str) -> Option<Range<usize>> {
    let is_there = |at: usize| text.as_bytes().get(at..).is_some_and(|from| from.starts_with(b"<<<<<<<") || from.starts_with(b">>>>>>>"));
    if !memchr2_iter(b'<', b'>', text.as_bytes()).any(is_there) {
        return None;
    }
    let mut first = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(sign) = mark(line) {
            let first = first.get_or_insert(at..at + line.trim_end().len());
            if matches!(sign, '<' | '>') {
                return Some(first.clone());
            }
        }
        at += line.len();
    }
    None
}

/// The sign of a marker line: seven times the sign, then nothing, or a space and a version name.
fn mark(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(|sign| SIGNS.contains(sign))?;
    let behind = line.trim_start_matches(sign);
    let is_mark = line.len() - behind.len() == 7 && (behind.trim().is_empty() || (sign != '=' && behind.starts_with(' ')));
    is_mark.then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::conflict_mark;

    fn found(text: &str) -> Option<&str> {
        text.get(conflict_mark(text)?)
    }

    #[test]
    fn the_first_mark_is_found_and_nothing_that_only_looks_like_one() {
        assert_eq!(found("ก\n<<<<<<< HEAD\nข\n=======\nค\n>>>>>>> ก\n"), Some("<<<<<<< HEAD"));
        assert_eq!(found("ก\r\n<<<<<<< งานของฉัน\r\nข\r\n"), Some("<<<<<<< งานของฉัน"));
        assert_eq!(found("ก\n=======\nข\n>>>>>>>\n"), Some("======="));
        assert_eq!(found("ก\n||||||| 1a2b\nข\n=======\n>>>>>>> x"), Some("||||||| 1a2b"));
        for text in [
            "",
            "หัวข้อ\n=======\n",
            "<<<<<<\n",
            "<<<<<<<<\n",
            ">>>>>>>> ก\n",
            "  <<<<<<< HEAD\n",
            "ก <<<<<<< ข\n",
            "<<<<<<<ก\n",
            "|||||||\n",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
