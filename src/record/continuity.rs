//! Whether records go on from a site that was published: its log is a beginning of theirs, or they
//! are older than the site, or they are others.

use super::History;
use crate::base::{HISTORY_FILE, RelPath};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::{Date, Digits};

/// What a published site tells of its publications.
#[derive(Clone, Debug)]
pub struct PublishedHistory {
    /// How many, as its manifest says.
    pub entries: usize,
    /// SHA-256 of the text of the last one, as its manifest says.
    pub head: String,
    /// Its own log, if that ends with this head.
    pub history: Option<History>,
}

/// Where the publications of which records tell and those of a copy part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Divergence {
    /// Nowhere.
    Never,
    /// The copy ends first: it is older.
    CopyEnds,
    /// The records end first: the copy was published after they were written.
    RecordsEnd,
    /// After so many that are the same.
    After(usize),
}

impl Divergence {
    /// From the hashes of the entries, oldest first.
    pub fn of(records: &[String], copy: &[String]) -> Divergence {
        let same = records.iter().zip(copy).take_while(|(ours, theirs)| ours == theirs).count();
        match (same == records.len(), same == copy.len()) {
            (true, true) => Divergence::Never,
            (false, true) => Divergence::CopyEnds,
            (true, false) => Divergence::RecordsEnd,
            (false, false) => Divergence::After(same),
        }
    }

    /// Whether the records tell of every publication of the copy.
    pub fn is_told(self) -> bool {
        matches!(self, Divergence::Never | Divergence::CopyEnds)
    }
}

impl PublishedHistory {
    /// Where the site and the records with this history part.
    pub fn parting(&self, ours: &History) -> Divergence {
        let ours = ours.heads();
        if self.entries.checked_sub(1).and_then(|last| ours.get(last)) == Some(&self.head) {
            return if ours.len() == self.entries { Divergence::Never } else { Divergence::CopyEnds };
        }
        match self.history.as_ref().map(History::heads) {
            Some(theirs) => Divergence::of(&ours, &theirs),
            // Without a log all that is known of the site is its last publication.
            None if ours.len() < self.entries => Divergence::RecordsEnd,
            None => Divergence::After(self.entries.saturating_sub(1)),
        }
    }

    /// What is said of records that do not go on from the site in `folder`.
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
