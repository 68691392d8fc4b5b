//! Suggests corrections for frequent scanning and typing errors, from a list (TX7).

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::wording::{PageText, TermMatch};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};

pub(super) const CHECK: Check = Check { run: CheckScope::Words(|_| words(), confused) };

/// Word list; its head documents the format.
const CONFUSIONS: &str = include_str!("confusions.txt");

/// Yields each search term with its correction; `None` marks a correct word that contains a wrong
/// one.
fn confusions() -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
    let lines = CONFUSIONS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut words = line.split_whitespace();
        Some((words.next()?, words.next()))
    })
}

fn words() -> Vec<&'static str> {
    confusions().map(|(wrong, _)| wrong).collect()
}

/// Reports each word once per page, with its count.
fn confused(_: &CheckContext<'_>, page: &PageText<'_>, hits: Vec<TermMatch>) -> Vec<Diagnostic> {
    if hits.is_empty() {
        return Vec::new();
    }
    let confusions: Vec<_> = confusions().collect();
    let words = |(at, span): TermMatch| confusions.get(at).and_then(|(wrong, right)| Some((span, (*wrong, (*right)?))));
    let mut by_word: BTreeMap<(&str, &str), (Range<usize>, usize)> = BTreeMap::new();
    for (span, word) in page.visible(hits.into_iter().filter_map(words).collect()) {
        by_word.entry(word).or_insert((span, 0)).1 += 1;
    }
    let report = |((wrong, right), (span, count)): ((&str, &str), (Range<usize>, usize))| {
        let diagnostic = Diagnostic::new("ocr-confusion", SourceSpan::new(&page.document.source, span));
        diagnostic.with("wrong", wrong).with("right", right).with("count", count)
    };
    by_word.into_iter().map(report).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::wording::{EncodedText, TermMatcher};

    #[test]
    fn no_right_spelling_is_itself_in_the_list() {
        let words = TermMatcher::of(&[confusions().filter(|(_, right)| right.is_some()).map(|(wrong, _)| wrong).collect()]);
        for (wrong, right) in confusions() {
            assert!(right.is_none_or(|right| words.find(&EncodedText::of(right))[0].is_empty()), "{wrong}");
        }
        assert!(confusions().count() > 30);
    }
}
