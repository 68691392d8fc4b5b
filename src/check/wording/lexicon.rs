//! Many words looked for in one pass.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};

/// A list of words.
pub(in crate::check) struct Lexicon {
    /// `None` only if the words outgrow the memory of the machine.
    automaton: Option<AhoCorasick>,
    beginnings: Beginnings,
}

impl Lexicon {
    /// Prepares to look for `words`.
    pub(in crate::check) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        let mut builder = AhoCorasick::builder();
        let builder = builder.match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA)).start_kind(StartKind::Anchored);
        Self { automaton: builder.build(&words).ok(), beginnings: Beginnings::of(&words) }
    }

    /// Where the words stand in `text`, with their positions in the list; of words that begin together the longest.
    pub(in crate::check) fn find<'t>(&self, text: &'t str) -> impl Iterator<Item = (usize, Range<usize>)> + use<'_, 't> {
        let mut at = 0;
        self.automaton.iter().flat_map(move |automaton| {
            std::iter::from_fn(move || {
                loop {
                    at = self.beginnings.next(text.as_bytes(), at)?;
                    let here = Input::new(text).range(at..).anchored(Anchored::Yes);
                    let found = automaton.try_find(here).ok().flatten();
                    at = found.map_or(at, |found| found.end()).max(at + 1);
                    if let Some(found) = found {
                        return Some((found.pattern().as_usize(), found.range()));
                    }
                }
            })
        })
    }
}

/// Which two letters begin a word: nearly every place in a text is passed over by that alone. A set of bits, because the first byte of every
/// Thai letter is the same, and what the automaton itself looks for would be found everywhere.
struct Beginnings(Vec<u64>);

impl Beginnings {
    /// Bits of the third byte of two letters, and of the second byte that tells the halves of the Thai block apart.
    const KEYS: usize = 1 << 14;

    fn of(words: &[&str]) -> Self {
        let mut set = Self(vec![0; Self::KEYS / 64]);
        for word in words {
            let keys = match *word.as_bytes() {
                [_, b, c, _, e, f, ..] => Self::key(b, c, e, f)..Self::key(b, c, e, f) + 1,
                // The second letter may be any.
                [_, b, c, ..] => Self::key(b, c, 0, 0)..Self::key(b, c, 0xFF, 0xFF) + 1,
                _ => 0..Self::KEYS,
            };
            keys.for_each(|key| set.0[key / 64] |= 1 << (key % 64));
        }
        set
    }

    fn key(b: u8, c: u8, e: u8, f: u8) -> usize {
        usize::from(b & 1) << 13 | usize::from(c & 0x3F) << 7 | usize::from(e & 1) << 6 | usize::from(f & 0x3F)
    }

    /// The first place from `at` on where a word can begin; `at` and the place are not always boundaries of characters.
    fn next(&self, text: &[u8], mut at: usize) -> Option<usize> {
        while let Some([a, b, c, _, e, f]) = text.get(at..at + 6).and_then(|six| six.first_chunk()) {
            let key = Self::key(*b, *c, *e, *f);
            if self.0[key / 64] >> (key % 64) & 1 == 1 {
                return Some(at);
            }
            at += if *a >= 0xE0 { 3 } else { 1 };
        }
        (at < text.len()).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks at every character for the longest word.
    fn one_by_one(words: &[&str], text: &str) -> Vec<(usize, Range<usize>)> {
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
        let words = ["กอง", "กองช่าง", "งาน", "ปี", "ฯ", "é", "<b>", "z", "a😀", "ปีงบประมาณ", "ทต."];
        let lexicon = Lexicon::new(words);
        for text in ["", "ฯ", "z", "กกองกองช่างานปีงบปี", "ทต.<b>é a😀ก😀z", "กองช่าz", "zzฯฯ", "ปีงบประมาณทต"]
        {
            let found: Vec<_> = lexicon.find(text).collect();
            assert_eq!(found, one_by_one(&words, text), "{text}");
        }
        assert_eq!(lexicon.find("กกองกองช่างานปีงบปี").count(), 4);
    }
}
