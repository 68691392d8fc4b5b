//! Texts compared without what writers and converters vary: blanks, punctuation, digits, encodings.

use crate::thai::{canonical, to_arabic};

/// A text for comparison: canonical, lower case, Arabic digits, only letters, digits and Thai marks.
///
/// Blanks go because conversion puts them inside Thai words; `ฯ` and `ๆ` because they come and go.
pub(super) fn plain(text: &str) -> String {
    let canonical = canonical(text);
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}');
    to_arabic(&canonical).chars().filter(kept).filter(|c| !matches!(c, 'ฯ' | 'ๆ')).flat_map(char::to_lowercase).collect()
}

/// [`plain`] without the number in front: headings are `(๓) ระยะเวลา`, titles `๓.ระยะเวลา`.
pub(super) fn plain_unnumbered(text: &str) -> String {
    plain(text).trim_start_matches(|c: char| c.is_ascii_digit()).to_owned()
}

/// A text on one line: trimmed, lines and runs of blanks joined by one blank.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Edits between two texts if they are at most `limit`; work is proportional to length × limit.
pub(super) fn distance(one: &[char], other: &[char], limit: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let beyond = limit + 1;
    let mut above: Vec<usize> = (0..=other.len()).map(|at| at.min(beyond)).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![beyond; other.len() + 1];
        let (from, to) = (row.saturating_sub(limit), (row + limit + 1).min(other.len()));
        if let Some(first) = line.first_mut() {
            *first = (row + 1).min(beyond);
        }
        for at in from..to {
            let replaced = value(&above, at) + usize::from(other.get(at) != Some(letter));
            let best = replaced.min(value(&above, at + 1) + 1).min(value(&line, at) + 1).min(beyond);
            if let Some(cell) = line.get_mut(at + 1) {
                *cell = best;
            }
        }
        above = line;
    }
    above.last().copied().filter(|edits| *edits <= limit)
}

fn value(line: &[usize], at: usize) -> usize {
    line.get(at).copied().unwrap_or(usize::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_that_differ_in_layout_are_one() {
        assert_eq!(plain("(๑) ผู้ รับผิดชอบ/ฯ"), plain("1.ผู้รับผิดชอบ"));
        assert_eq!(plain("น\u{e4d}\u{e49}า"), "น้ำ");
        assert_eq!(plain_unnumbered("(๔) ระยะเวลา ดำเนินการ"), "ระยะเวลาดำเนินการ");
        assert_eq!(one_line(" ก \n ข\t\tค"), "ก ข ค");
    }

    #[test]
    fn edits_are_counted_up_to_the_limit() {
        let edits = |one: &str, other: &str, limit| distance(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>(), limit);
        for (one, other, limit, found) in [
            ("", "", 0, Some(0)),
            ("กขค", "กขค", 2, Some(0)),
            ("กขค", "กค", 2, Some(1)),
            ("กขค", "งกขคจ", 2, Some(2)),
            ("กขคง", "จฉชซ", 3, None),
            ("กขคง", "จฉชซ", 4, Some(4)),
            ("ก", "กขคง", 2, None),
        ] {
            assert_eq!(edits(one, other, limit), found, "{one} {other}");
        }
    }
}
