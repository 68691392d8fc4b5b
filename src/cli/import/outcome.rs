//! What becomes of a file.

use serde_json::Value;

use crate::scaffold::PendingFile;

/// What was doubtful, or could not be written.
pub(super) struct SaidDoubt {
    /// With its place.
    pub(super) sentence: String,
    pub(super) for_programs: Value,
}

/// A file of the command that was understood.
pub(super) struct Imported {
    /// What is to be written; none if it changes nothing.
    pub(super) pending: Option<PendingFile>,
    /// What is said when that is done.
    pub(super) done: String,
    pub(super) doubts: Vec<SaidDoubt>,
}

/// Why a file gives nothing: the reason with the repair, and what was doubtful.
pub(super) struct Refused {
    pub(super) reason: String,
    pub(super) doubts: Vec<SaidDoubt>,
}

impl From<String> for Refused {
    fn from(reason: String) -> Self {
        Self { reason, doubts: Vec::new() }
    }
}
