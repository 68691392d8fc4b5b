//! The heading of a page, with the words that no line may end within. Browsers break Thai by a
//! dictionary of short words, and would write หน่วย at the end of one line and งาน on the next.

use std::cmp::Reverse;

use serde::Serialize;

use crate::render::page_context::PageContext;

/// Part of a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TitlePart {
    pub(crate) text: String,
    /// True for a word to be kept together.
    pub(crate) whole: bool,
}

/// The parts of a title; the theme says which words stay whole.
pub(super) fn parts(writer: &PageContext<'_>, title: &str) -> Vec<TitlePart> {
    let words = writer.word("whole_words");
    let mut found: Vec<(usize, &str)> = words.split_whitespace().flat_map(|word| title.match_indices(word)).collect();
    found.sort_by_key(|(at, word)| (*at, Reverse(word.len())));
    let mut parts = Vec::new();
    let mut end = 0;
    for (at, word) in found {
        // A word that begins within the one before is not found here.
        if let Some(before) = title.get(end..at) {
            parts.extend([TitlePart { text: before.to_owned(), whole: false }, TitlePart { text: word.to_owned(), whole: true }]);
            end = at + word.len();
        }
    }
    parts.push(TitlePart { text: title.get(end..).unwrap_or_default().to_owned(), whole: false });
    parts.retain(|part| !part.text.is_empty());
    parts
}
