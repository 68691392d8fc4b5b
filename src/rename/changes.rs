//! What follows from new names.

use super::Edits;

/// What follows from new names.
#[derive(Clone, Debug, Default)]
pub struct RenameEdits {
    /// The bytes that change in the texts, by the names that the files had.
    pub edits: Edits,
    /// How many of them are links.
    pub links: usize,
    /// Published addresses that lead on to the page from now on, as they are written into
    /// `aliases`.
    pub aliases: Vec<String>,
    /// Those of them that were addresses of files: they lead to the page of the file.
    pub files: Vec<String>,
}
