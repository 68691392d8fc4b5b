//! What a run keeps for the next one.

use std::path::Path;

use crate::attachment::InspectionCache;
use crate::check::QuietPages;
use crate::content::ParseCache;
use crate::source::{SourceTree, StorageMode};

/// What a run keeps for the next one.
#[derive(Clone, Debug, Default)]
pub struct StoredRun {
    /// The texts, with the fingerprints of their files.
    pub(crate) tree: SourceTree,
    /// The documents in them.
    pub(crate) documents: ParseCache,
    /// What the checks found out.
    pub(crate) checks: StoredChecks,
}

/// What the checks of a run keep for the next one.
#[derive(Clone, Debug, Default)]
pub struct StoredChecks {
    /// What attachments contain.
    pub(crate) inspected: InspectionCache,
    /// Pages without findings.
    pub(crate) quiet: QuietPages,
}

impl StoredRun {
    /// No earlier run of the site at `root`.
    pub fn nothing(root: &Path, keep: StorageMode) -> Self {
        Self { tree: SourceTree::of_earlier_run(root, keep, Vec::new()), ..Self::default() }
    }

    /// True if a run with these sources and checks would keep the same.
    pub fn is_still_of(&self, tree: &SourceTree, checks: &StoredChecks) -> bool {
        let inputs = checks.quiet.inputs();
        self.tree.has_same_texts(tree) && inputs.is_some() && inputs == self.checks.quiet.inputs()
    }
}
