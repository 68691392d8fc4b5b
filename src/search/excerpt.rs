//! Texts with marks where terms occur, cut to what is shown.

use super::{folded::fold, query::SearchQuery, word::is_thai_mark};

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
    /// All of a normalised text.
    pub fn whole(text: &str, query: &SearchQuery) -> Marked {
        let letters: Vec<char> = text.chars().collect();
        Marked { text: text.to_owned(), marks: marks(&letters, query) }
    }

    /// Some [`LENGTH`] letters of a normalised text, from a little before the first mark.
    pub fn excerpt(text: &str, query: &SearchQuery) -> Marked {
        let letters: Vec<char> = text.chars().collect();
        let marks = marks(&letters, query);
        if letters.len() <= LENGTH {
            return Marked { text: text.to_owned(), marks };
        }
        let (start, end) = window(&letters, marks.first().copied().unwrap_or_default());
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

/// Where forms of the query's terms occur, widened to whole clusters of Thai letters and marks, joined where they touch.
fn marks(letters: &[char], query: &SearchQuery) -> Vec<(usize, usize)> {
    let folded: Vec<char> = letters.iter().copied().map(fold).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for form in query.terms.iter().flat_map(|term| &term.forms) {
        let form: Vec<char> = form.chars().collect();
        let occurs = folded.windows(form.len().max(1)).enumerate().filter(|(_, window)| *window == form);
        found.extend(occurs.map(|(at, _)| widened(letters, at, at + form.len())));
    }
    found.sort_unstable();
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (start, end) in found {
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
    use super::abbreviations::Abbreviations;
    use super::*;

    fn query(typed: &str) -> SearchQuery {
        SearchQuery::parsed(typed, &Abbreviations::default())
    }

    #[test]
    fn marks_hold_whole_clusters() {
        assert_eq!(Marked::whole("ที่นี่", &query("ที")).marks, [(0, 3)]);
        assert_eq!(Marked::whole("ที่นี่", &query("\u{e48}น")).marks, [(0, 6)]);
        assert_eq!(Marked::whole("กกก ๒๕", &query("กก 25")).marks, [(0, 3), (4, 6)]);
    }

    #[test]
    fn excerpts_are_cut_at_blanks_and_never_within_a_cluster() {
        let long = format!("{} คำหา {}", "นี้".repeat(60), "ที่ดี ".repeat(60));
        let cut = Marked::excerpt(&long, &query("คำหา"));
        assert!(cut.text.starts_with("…นี้") && cut.text.ends_with("ที่ดี…"), "{}", cut.text);
        let (start, end) = cut.marks[0];
        assert_eq!(cut.text.chars().skip(start).take(end - start).collect::<String>(), "คำหา");
    }
}
