//! Counts of a move.

use crate::rename::Renaming;

/// Numbers of files renamed, links changed, and files edited.
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
