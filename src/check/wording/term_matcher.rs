//! Multi-pattern search: matches the terms of several lists in one pass.

use std::cmp::Reverse;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::encoded_text::{EncodedText, code};
use crate::slice::slice;

/// Search index over lists of terms.
pub(in crate::check) struct TermMatcher<'w> {
    lists: usize,
    terms: Vec<MatcherTerm<'w>>,
    /// Over the [codes](code) of the terms, a third of their UTF-8 bytes. `None` beyond the size
    /// that the crate can build (2³¹ states), which no site reaches.
    automaton: Option<AhoCorasick>,
}

/// Index of the term in its list, and its byte range in the text.
pub(in crate::check) type TermMatch = (usize, Range<usize>);

struct MatcherTerm<'w> {
    list: usize,
    at: usize,
    text: &'w str,
}

impl<'w> TermMatcher<'w> {
    /// Builds the index for lists of terms.
    pub(in crate::check) fn of(lists: &[Vec<&'w str>]) -> Self {
        let of_list = |(list, words): (usize, &Vec<&'w str>)| -> Vec<_> {
            words.iter().enumerate().map(|(at, text)| MatcherTerm { list, at, text }).collect()
        };
        let terms: Vec<_> = lists.iter().enumerate().flat_map(of_list).filter(|term| !term.text.is_empty()).collect();
        let codes = terms.iter().map(|term| term.text.chars().map(code).collect::<Vec<u8>>());
        Self { lists: lists.len(), automaton: AhoCorasick::new(codes).ok(), terms }
    }

    /// Returns the matches per list in text order. Of overlapping terms of a list the first wins,
    /// of those with the same start the longest.
    pub(in crate::check) fn find(&self, letters: &EncodedText<'_>) -> Vec<Vec<TermMatch>> {
        let mut found: Vec<Vec<TermMatch>> = vec![Vec::new(); self.lists];
        let all = self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(letters.codes()));
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|hit| (hit.start(), Reverse(hit.end())));
        let mut bytes = letters.bytes();
        for hit in all {
            let MatcherTerm { list, at, text } = self.terms[hit.pattern()];
            let start = bytes.before(hit.start());
            let is_free = found[list].last().is_none_or(|(_, last)| last.end <= start);
            // Codes are ambiguous for some characters.
            if is_free && slice(letters.text(), start..).starts_with(text) {
                found[list].push((at, start..start + text.len()));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reference implementation: searches the longest term at every character.
    fn one_by_one(words: &[&str], text: &str) -> Vec<TermMatch> {
        let (mut found, mut end) = (Vec::new(), 0);
        for (at, _) in text.char_indices() {
            let here = words.iter().enumerate().filter(|(_, word)| at >= end && text[at..].starts_with(**word));
            if let Some((word, length)) = here.map(|(at, word)| (at, word.len())).max_by_key(|(_, length)| *length) {
                end = at + length;
                found.push((word, at..end));
            }
        }
        found
    }

    #[test]
    fn words_of_every_length_are_found_at_every_place() {
        let one = vec!["กอง", "กองช่าง", "งาน", "ปี", "ฯ", "é", "<b>", "z", "a😀", "ปีงบประมาณ", "ทต."];
        let other = vec!["ช่าง", "ง", "ปีงบ", ""];
        let lexicon = TermMatcher::of(&[one.clone(), Vec::new(), other.clone()]);
        for text in ["", "ฯ", "z", "กกองกองช่างานปีงบปี", "ทต.<b>é a😀ก😀za🙂ñ", "กองช่าz", "zzฯฯ", "ปีงบประมาณทต", "ปี"]
        {
            let found = lexicon.find(&EncodedText::of(text));
            assert_eq!(found, [one_by_one(&one, text), Vec::new(), one_by_one(&other[..3], text)], "{text}");
        }
        assert_eq!(lexicon.find(&EncodedText::of("กกองกองช่างานปีงบปี"))[0].len(), 4);
    }
}
