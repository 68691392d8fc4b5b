//! Edits of the content that a rename entails.

use super::Edits;

/// Text edits, counts and aliases.
#[derive(Clone, Debug, Default)]
pub struct RenameEdits {
    /// Edits by the old paths of the files.
    pub(crate) edits: Edits,
    /// Number of edited links.
    pub(crate) links: usize,
    /// Published addresses that redirect from now on, as written into `aliases`.
    pub(crate) aliases: Vec<String>,
    /// The subset of `aliases` that are addresses of files; they redirect to the page of the file.
    pub(crate) files: Vec<String>,
}
