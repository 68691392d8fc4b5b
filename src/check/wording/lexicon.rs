//! Many words looked for in one pass.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// A list of words.
pub(in crate::check) struct Lexicon {
    /// `None` only if the words outgrow the memory of the machine.
    automaton: Option<AhoCorasick>,
}

impl Lexicon {
    /// Prepares to look for `words`.
    pub(in crate::check) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut builder = AhoCorasick::builder();
        let automaton = builder.match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA)).build(words).ok();
        Self { automaton }
    }

    /// Where the words stand in `text`, with their positions in the list; of words that begin together the longest.
    pub(in crate::check) fn find<'t>(&self, text: &'t str) -> impl Iterator<Item = (usize, Range<usize>)> + use<'_, 't> {
        self.automaton.iter().flat_map(move |automaton| automaton.find_iter(text)).map(|found| (found.pattern().as_usize(), found.range()))
    }
}
