//! The order of passages by their kind.

use super::searched::{SearchedKind, SearchedPage, SearchedPassage};

/// How good a hit in a passage is: the less the better. The title, which is no passage, is 0.
pub fn rank(kind: &SearchedKind) -> u8 {
    match kind {
        SearchedKind::Measure => 1,
        SearchedKind::Heading => 2,
        SearchedKind::Text => 3,
        SearchedKind::File { .. } => 4,
    }
}

/// The passages of a page, the better kinds first, otherwise in reading order.
pub fn best_first(page: &SearchedPage) -> Vec<&SearchedPassage> {
    let mut passages: Vec<&SearchedPassage> = page.passages.iter().collect();
    passages.sort_by_key(|passage| rank(&passage.kind));
    passages
}
