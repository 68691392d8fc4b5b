//! Whether records go on from a site that was published: its log is a beginning of theirs, or they are older than the site, or they are others.

use super::{HISTORY_FILE, History};
use crate::diagnostics::{Diagnostic, Place};
use crate::source::RelPath;
use crate::thai::{Date, Digits};

/// What a published site tells of its publications.
#[derive(Clone, Debug)]
pub struct Told {
    /// How many, as its manifest says.
    pub entries: usize,
    /// SHA-256 of the text of the last one, as its manifest says.
    pub head: String,
    /// Its own log, if that ends with this head.
    pub history: Option<History>,
}

/// How records stand to a published site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Continuity {
    /// They tell of every publication of the site, and perhaps of more.
    Whole,
    /// The site was published after they were written.
    Older,
    /// They tell of another publication in the place of one of the site's, counted from 1.
    Other(usize),
}

impl Told {
    /// How the records with this history stand to the site.
    pub fn continued_by(&self, ours: &History) -> Continuity {
        let ours = ours.heads();
        if self.entries.checked_sub(1).and_then(|last| ours.get(last)) == Some(&self.head) {
            return Continuity::Whole;
        }
        let theirs = self.history.as_ref().map(History::heads);
        // Without a log all that is known of the site is its last publication.
        let same = theirs.map_or_else(|| ours.len().min(self.entries.saturating_sub(1)), |theirs| common(&ours, &theirs));
        if same == ours.len() { Continuity::Older } else { Continuity::Other(same + 1) }
    }

    /// What is said of records that do not go on from the site in `folder`.
    pub fn finding(&self, ours: &History, folder: &str) -> Option<Diagnostic> {
        let last = self.history.as_ref().and_then(|history| history.entries.last()).map(|entry| entry.date);
        let place = Place::file(&RelPath::new(HISTORY_FILE)?);
        let finding = |code| {
            let finding = Diagnostic::new(code, place).with("folder", folder).with("theirs", self.entries).with("ours", ours.entries.len());
            finding.with_some("date", last.map(|date: Date| date.long(Digits::Arabic)))
        };
        match self.continued_by(ours) {
            Continuity::Whole => None,
            Continuity::Older => Some(finding("records-older")),
            Continuity::Other(number) => Some(finding("records-other").with("number", number)),
        }
    }
}

/// How many of the first entries are the same.
fn common(ours: &[String], theirs: &[String]) -> usize {
    ours.iter().zip(theirs).take_while(|(ours, theirs)| ours == theirs).count()
}
