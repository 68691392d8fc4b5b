//! Multi-pattern search: matches the terms of several lists in one pass.

use std::ops::Range;

use super::encoded_text::{EncodedText, code};
use crate::slice::slice;

/// Search index over lists of terms.
pub(in crate::check) struct TermMatcher<'w> {
    lists: usize,
    beginnings: TermPrefixes,
    /// Group index by [pair] of first characters.
    groups_by_pair: Vec<u16>,
    /// Terms by group, longest first. Group 0 is empty.
    groups: Vec<Vec<MatcherTerm<'w>>>,
}

/// Index of the term in its list, and its byte range in the text.
pub(in crate::check) type TermMatch = (usize, Range<usize>);

#[derive(Clone)]
struct MatcherTerm<'w> {
    list: usize,
    at: usize,
    text: &'w str,
    codes: Vec<u8>,
}

impl MatcherTerm<'_> {
    fn begins(&self, codes: &[u8]) -> bool {
        // Compares the last code first: terms with equal prefixes mostly differ there.
        codes.get(self.codes.len() - 1) == self.codes.last() && codes.starts_with(&self.codes)
    }
}

impl<'w> TermMatcher<'w> {
    /// Builds the index for lists of terms.
    pub(in crate::check) fn of(lists: &[Vec<&'w str>]) -> Self {
        let (beginnings, groups_by_pair) = (TermPrefixes(Box::new([0; PAIRS])), vec![0; PAIRS]);
        let mut lexicon = Self { lists: lists.len(), beginnings, groups_by_pair, groups: vec![Vec::new()] };
        for (list, words) in lists.iter().enumerate() {
            for (at, text) in words.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                lexicon.add(&MatcherTerm { list, at, text, codes: text.chars().map(code).collect() });
            }
        }
        lexicon.groups.iter_mut().for_each(|words| words.sort_by_key(|word| std::cmp::Reverse(word.codes.len())));
        lexicon
    }

    fn add(&mut self, word: &MatcherTerm<'w>) {
        // Terms of one or two characters match before any character.
        let (pairs, thirds) = match *word.codes {
            [one, two, three, ..] => (pair(one, two)..=pair(one, two), third(three)),
            [one, two] => (pair(one, two)..=pair(one, two), u8::MAX),
            [one] => (pair(one, 0)..=pair(one, u8::MAX), u8::MAX),
            [] => return,
        };
        for pair in pairs {
            self.beginnings.0[pair] |= thirds;
            let group = &mut self.groups_by_pair[pair];
            if *group == 0 {
                // Fits: there are at most as many groups as pairs.
                *group = u16::try_from(self.groups.len()).unwrap_or_default();
                self.groups.push(Vec::new());
            }
            self.groups[usize::from(*group)].push(word.clone());
        }
    }

    /// Returns the matches per list in text order. Of overlapping terms of a list the first wins,
    /// of those with the same start the longest.
    pub(in crate::check) fn find(&self, letters: &EncodedText<'_>) -> Vec<Vec<TermMatch>> {
        let mut found: Vec<Vec<TermMatch>> = vec![Vec::new(); self.lists];
        let (text, mut bytes) = (letters.text(), letters.bytes());
        let mut letter = 0;
        while let Some(next) = self.beginnings.next(letters.codes_from(letter)) {
            letter += next;
            let here = letters.codes_from(letter);
            let group = here.first_chunk().map_or(0, |[one, two]| self.groups_by_pair[pair(*one, *two)]);
            for word in self.groups[usize::from(group)].iter().filter(|word| word.begins(here)) {
                let start = bytes.before(letter);
                let is_free = found[word.list].last().is_none_or(|(_, last)| last.end <= start);
                // Codes are ambiguous for some characters.
                if is_free && slice(text, start..).starts_with(word.text) {
                    found[word.list].push((word.at, start..start + word.text.len()));
                }
            }
            letter += 1;
        }
        found
    }
}

/// Prefilter on the first three characters, which rules out nearly every position: per [pair] of
/// characters one bit for each class of [third] characters.
struct TermPrefixes(Box<[u8; PAIRS]>);

impl TermPrefixes {
    /// Distance to the next character at which a term may start.
    fn next(&self, codes: &[u8]) -> Option<usize> {
        let (&[mut one, mut two], rest) = codes.split_first_chunk()?;
        for (at, three) in rest.iter().enumerate() {
            if self.0[pair(one, two)] & third(*three) != 0 {
                return Some(at);
            }
            (one, two) = (two, *three);
        }
        None
    }
}

const PAIRS: usize = 1 << 14;

/// Index of two characters. ASCII and Thai characters may collide.
#[inline]
fn pair(one: u8, two: u8) -> usize {
    usize::from(one & 0x7F) << 7 | usize::from(two & 0x7F)
}

/// Bit of a character's class; there are eight classes.
#[inline]
fn third(letter: u8) -> u8 {
    1 << (letter & 7)
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
