//! Words that a scanner or a hasty hand is known to get wrong (MODEL A.6 TX7): suggestions from a list.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::wording::{Lexicon, on_pages, visible};
use crate::check::{Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::Page;

pub(super) const CHECK: Check = Check { about: "known confusions", run };

/// The list; it says itself how it is written.
const CONFUSIONS: &str = include_str!("confusions.txt");

fn run(checked: &Checked<'_>) -> Diagnostics {
    let confusions: Vec<(&str, Option<&str>)> = confusions().collect();
    let words = Lexicon::new(confusions.iter().map(|(wrong, _)| *wrong));
    on_pages(checked.site, |page| confused(page, &confusions, &words))
}

/// What is looked for, with the right spelling; without one it is right.
fn confusions() -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
    let lines = CONFUSIONS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut words = line.split_whitespace();
        Some((words.next()?, words.next()))
    })
}

/// Each word once per page, with how often it stands there.
fn confused(page: &Page, confusions: &[(&str, Option<&str>)], words: &Lexicon) -> Vec<Diagnostic> {
    let document = &page.document;
    let hits =
        words.find(&document.body.file).filter_map(|(at, span)| Some((span, (confusions.get(at)?.0, confusions.get(at)?.1?)))).collect();
    let mut by_word: BTreeMap<(&str, &str), (Range<usize>, usize)> = BTreeMap::new();
    for (span, word) in visible(document, hits) {
        by_word.entry(word).or_insert((span, 0)).1 += 1;
    }
    let report = |((wrong, right), (span, count)): ((&str, &str), (Range<usize>, usize))| {
        let diagnostic = Diagnostic::new("ocr-confusion", Place::new(&document.source, span));
        diagnostic.with("wrong", wrong).with("right", right).with("count", count)
    };
    by_word.into_iter().map(report).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_right_spelling_is_itself_in_the_list() {
        let words = Lexicon::new(confusions().filter(|(_, right)| right.is_some()).map(|(wrong, _)| wrong));
        for (wrong, right) in confusions() {
            assert!(right.is_none_or(|right| words.find(right).next().is_none()), "{wrong}");
        }
        assert!(confusions().count() > 30);
    }
}
