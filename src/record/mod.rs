//! What was ever published: `content/urls.lock` and `content/history.yaml`, kept with the content and written by `publish` alone.
//!
//! An appeal counts only what was already at the submitted link (MODEL B.3). So every URL ever published is locked to the file behind it
//! ([`UrlLock`]), and every publication is an entry in an append-only log whose entries each carry the hash of the one before ([`History`]): a
//! changed past is detected. Both are plain text, one fact per line, so that they merge and read well.

mod changes;
mod frozen;
mod history;
mod summary;
mod url_lock;

pub use changes::Changes;
pub use frozen::frozen;
pub use history::{Day, HISTORY_FILE, History, HistoryEntry};
pub use summary::{Difference, State, Summary, What};
pub use url_lock::{LockedUrl, URLS_FILE, UrlLock};

use crate::diagnostics::Diagnostics;
use crate::plan::Outputs;
use crate::publish::RecordFile;
use crate::source::SourceTree;
use crate::unforeseen::{self, Doing};

/// Both records of a site; empty before the first publication.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Every URL.
    pub urls: UrlLock,
    /// Every publication.
    pub history: History,
}

impl Record {
    /// Reads both files.
    pub fn read(tree: &SourceTree) -> (Record, Diagnostics) {
        let mut diagnostics = Diagnostics::new();
        let urls = tree
            .text(URLS_FILE)
            .map(|file| unforeseen::at(URLS_FILE, Doing::Reading, || UrlLock::read(file, &mut diagnostics)))
            .unwrap_or_default();
        let history = tree
            .text(HISTORY_FILE)
            .map(|file| unforeseen::at(HISTORY_FILE, Doing::Reading, || History::read(file, &mut diagnostics)))
            .unwrap_or_default();
        (Record { urls, history }, diagnostics)
    }

    /// The record after one more publication: its URLs are locked for ever, with the file that produces each now. One that changes nothing has no entry;
    /// a file may have been moved all the same, or the lock been deleted.
    pub fn next(&self, outputs: &Outputs, entry: Option<HistoryEntry>) -> Record {
        let history = entry.map_or_else(|| self.history.clone(), |entry| self.history.with(entry));
        Record { urls: self.urls.with(outputs), history }
    }

    /// The files whose text differs from those of `old`.
    pub fn files_other_than(&self, old: &Record) -> Vec<RecordFile> {
        let urls = (self.urls.to_text() != old.urls.to_text()).then(|| RecordFile { path: URLS_FILE, text: self.urls.to_text() });
        let history = (self.history.text != old.history.text).then(|| RecordFile { path: HISTORY_FILE, text: self.history.text.clone() });
        urls.into_iter().chain(history).collect()
    }
}
