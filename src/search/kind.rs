//! The kinds of passages and their order.

use crate::search::searched::{SearchedKind, SearchedPage, SearchedPassage};

/// How good a hit in a passage is: the less the better. The title, which is no passage, is 0.
pub fn rank(kind: &SearchedKind) -> u8 {
    match kind {
        SearchedKind::Measure => 1,
        SearchedKind::Heading => 2,
        SearchedKind::Text => 3,
        SearchedKind::File { .. } => 4,
    }
}

/// True for the text of a file, which is not the page's own.
pub fn is_file(kind: &SearchedKind) -> bool {
    matches!(kind, SearchedKind::File { .. })
}

/// The passages of a page in the order in which they are searched: its own, then those of files.
pub fn own_first(page: &SearchedPage) -> impl Iterator<Item = &SearchedPassage> {
    let own = page.passages.iter().filter(|passage| !is_file(&passage.kind));
    own.chain(page.passages.iter().filter(|passage| is_file(&passage.kind)))
}

/// The extension of a file in lower case, without a dot; empty if it has none.
pub fn file_kind(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map(|(_, kind)| kind.to_ascii_lowercase()).unwrap_or_default()
}
