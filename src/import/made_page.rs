//! What becomes of a document.

use super::page_facts::Doubt;
use super::target::ImportTarget;
use crate::scaffold::{NotMade, PendingFile};

/// A page made from a document.
#[derive(Debug)]
pub struct MadePage {
    /// The file, not yet written.
    pub file: PendingFile,
    /// The item that it is for.
    pub target: ImportTarget,
    /// Number of its measures, and of its rows of progress.
    pub counts: FactCounts,
    /// What was doubtful, in the order of the document.
    pub doubts: Vec<Doubt>,
}

/// How much was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactCounts {
    /// Measures.
    pub measures: usize,
    /// Rows of progress.
    pub entries: usize,
}

/// Why no page was made. Nothing was written then.
#[derive(Clone, Debug, PartialEq)]
pub enum NotImported {
    /// No table of measures or progress was found; what is doubtful of the others.
    NoFacts(Vec<Doubt>),
    /// The page cannot be made.
    NotMade(NotMade),
}
