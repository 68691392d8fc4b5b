//! Texts with marks where terms occur, cut to what is shown.

use crate::search::word::is_thai_mark;

/// A text and the parts of it that are marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// As on the page, normalised.
    pub text: String,
    /// First letter and the one after the last, counted in `char`s; in order, apart from each other.
    pub marks: Vec<(usize, usize)>,
}

/// Letters of an excerpt, about.
const LENGTH: usize = 160;
/// Letters of it before the first mark.
const BEFORE: usize = 40;
/// How far a cut may move to come to a blank.
const SLACK: usize = 20;

impl Marked {
    /// All of a text. `found`: where terms occur in it.
    pub fn whole(letters: &[char], found: Vec<(usize, usize)>) -> Marked {
        Marked { text: letters.iter().collect(), marks: marks(letters, found) }
    }

    /// Some [`LENGTH`] letters of a text, from a little before the first mark.
    pub fn excerpt(letters: &[char], found: Vec<(usize, usize)>) -> Marked {
        if letters.len() <= LENGTH {
            return Marked::whole(letters, found);
        }
        let marks = marks(letters, found);
        let (start, end) = window(letters, marks.first().copied().unwrap_or_default());
        let mut cut: String = letters.get(start..end).unwrap_or_default().iter().collect();
        let dots = usize::from(start > 0);
        if start > 0 {
            cut = format!("…{cut}");
        }
        if end < letters.len() {
            cut.push('…');
        }
        let inside = marks.into_iter().filter(|(from, to)| *from < end && *to > start);
        let marks = inside.map(|(from, to)| (from.max(start) - start + dots, to.min(end) - start + dots)).collect();
        Marked { text: cut, marks }
    }
}

/// Every place where `form` occurs in `letters`, also within another occurrence.
pub fn occurrences(letters: &[char], form: &str) -> Vec<(usize, usize)> {
    let form: Vec<char> = form.chars().collect();
    let windows = letters.windows(form.len().max(1)).enumerate();
    windows.filter(|(_, window)| *window == form).map(|(at, _)| (at, at + form.len())).collect()
}

/// What is shown of a long text, given its first mark.
fn window(letters: &[char], first: (usize, usize)) -> (usize, usize) {
    let is = |at: usize, test: fn(char) -> bool| letters.get(at).is_some_and(|&c| test(c));
    let mut start = first.0.saturating_sub(BEFORE);
    if start > 0 {
        let blank = (start..first.0.min(start + SLACK)).find(|&at| is(at, |c| c == ' '));
        start = blank.map_or(start, |at| at + 1);
    }
    while start > 0 && is(start, is_thai_mark) {
        start -= 1;
    }
    let mut end = letters.len().min(first.1.max(start + LENGTH));
    if end < letters.len() {
        let blank = (first.1.max(end - SLACK)..=end).rev().find(|&at| is(at, |c| c == ' '));
        end = blank.unwrap_or(end);
    }
    while is(end, is_thai_mark) {
        end += 1;
    }
    (start, end)
}

/// Ranges widened to whole clusters of Thai letters and marks, joined where they touch.
fn marks(letters: &[char], found: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut ranges: Vec<(usize, usize)> = found.into_iter().map(|(start, end)| widened(letters, start, end)).collect();
    ranges.sort_unstable();
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (start, end) in ranges {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}

fn widened(letters: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    let is_mark = |at: usize| letters.get(at).is_some_and(|&c| is_thai_mark(c));
    while start > 0 && is_mark(start) {
        start -= 1;
    }
    while is_mark(end) {
        end += 1;
    }
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    fn marks_of(text: &str, form: &str) -> Vec<(usize, usize)> {
        marks(&letters(text), occurrences(&letters(text), form))
    }

    #[test]
    fn marks_hold_whole_clusters() {
        assert_eq!(marks_of("ที่นี่", "ที"), [(0, 3)]);
        assert_eq!(marks_of("ที่นี่", "\u{e48}น"), [(0, 6)]);
        assert_eq!(marks_of("กกก กก", "กก"), [(0, 3), (4, 6)]);
    }

    #[test]
    fn excerpts_are_cut_at_blanks_and_never_within_a_cluster() {
        let long = letters(&format!("{} คำหา {}", "นี้".repeat(60), "ที่ดี ".repeat(60)));
        let cut = Marked::excerpt(&long, occurrences(&long, "คำหา"));
        assert!(cut.text.starts_with("…นี้") && cut.text.ends_with("ที่ดี…"), "{}", cut.text);
        let (start, end) = cut.marks[0];
        assert_eq!(cut.text.chars().skip(start).take(end - start).collect::<String>(), "คำหา");
    }
}
