//! Continuity between the records and a published site: its log is a prefix of theirs, or the
//! records are outdated, or they have diverged.

use super::History;
use crate::base::{HISTORY_FILE, RelPath};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::{Date, Digits};

/// Publication history of a published site.
#[derive(Clone, Debug)]
pub struct PublishedHistory {
    /// Number of publications, from its manifest.
    pub(crate) entries: usize,
    /// SHA-256 of the last entry, from its manifest.
    pub(crate) head: String,
    /// Its publication log, if the last entry has the hash `head`.
    pub(crate) history: Option<History>,
}

/// Where the history of the records and that of a copy of the site diverge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Divergence {
    /// The histories are equal.
    Never,
    /// The copy is older: its history is a prefix of the records.
    CopyEnds,
    /// The records are older: their history is a prefix of the copy's.
    RecordsEnd,
    /// They differ after this number of common entries.
    After(usize),
}

impl Divergence {
    /// Compares two lists of entry hashes, oldest first.
    pub fn of(records: &[String], copy: &[String]) -> Divergence {
        let same = records.iter().zip(copy).take_while(|(ours, theirs)| ours == theirs).count();
        match (same == records.len(), same == copy.len()) {
            (true, true) => Divergence::Never,
            (false, true) => Divergence::CopyEnds,
            (true, false) => Divergence::RecordsEnd,
            (false, false) => Divergence::After(same),
        }
    }

    /// True if the records contain every publication of the copy.
    pub fn is_told(self) -> bool {
        matches!(self, Divergence::Never | Divergence::CopyEnds)
    }
}

impl PublishedHistory {
    /// Compares the site with the history `ours`.
    pub fn parting(&self, ours: &History) -> Divergence {
        let ours = ours.heads();
        if self.entries.checked_sub(1).and_then(|last| ours.get(last)) == Some(&self.head) {
            return if ours.len() == self.entries { Divergence::Never } else { Divergence::CopyEnds };
        }
        match self.history.as_ref().map(History::heads) {
            Some(theirs) => Divergence::of(&ours, &theirs),
            // Without a log, only the last publication of the site is known.
            None if ours.len() < self.entries => Divergence::RecordsEnd,
            None => Divergence::After(self.entries.saturating_sub(1)),
        }
    }

    /// Finding for records that do not continue the site in `folder`.
    pub fn finding(&self, ours: &History, folder: &str) -> Option<Diagnostic> {
        let last = self.history.as_ref().and_then(|history| history.entries.last()).map(|entry| entry.date);
        let place = SourceSpan::file(&RelPath::new(HISTORY_FILE)?);
        let finding = |code| {
            let finding = Diagnostic::new(code, place).with("folder", folder).with("theirs", self.entries).with("ours", ours.entries.len());
            finding.with_some("date", last.map(|date: Date| date.long(Digits::Arabic)))
        };
        match self.parting(ours) {
            Divergence::Never | Divergence::CopyEnds => None,
            Divergence::RecordsEnd => Some(finding("records-older")),
            Divergence::After(same) => Some(finding("records-other").with("number", same + 1)),
        }
    }
}
