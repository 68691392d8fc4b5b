//! How much a move changes.

use crate::rename::Renaming;

/// How many files a renaming touches, and how many links.
pub(super) struct Counts {
    pub(super) files: usize,
    pub(super) links: usize,
    pub(super) linking: usize,
}

impl Counts {
    pub(super) fn of(renaming: &Renaming) -> Counts {
        let Renaming { names, changes, .. } = renaming;
        Counts { files: names.new.len(), links: changes.links, linking: changes.edits.len() }
    }
}
