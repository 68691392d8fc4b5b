//! What was ever published: `content/urls.lock` and `content/history.yaml`, kept with the content
//! and written by `publish` alone.
//!
//! An appeal counts only what was already at the submitted link (AS4). So every URL ever published
//! is locked to the file behind it ([`UrlLock`]), and every publication is an entry in an
//! append-only log whose entries each carry the hash of the one before ([`History`]): a changed
//! past is detected. Both are plain text, one fact per line, so that they merge and read well.
//!
//! A record can be lost, emptied, or replaced by an older one. So each tells of the same URLs as
//! the other (`agreement`), both go on from the log that every published site carries
//! ([`PublishedHistory`], [`Divergence`]), and from there they can be [restored](crate::release). A
//! URL is whole: the records also know the address of the site, and what it means if that is
//! [moved].

mod agreement;
mod changes;
mod continuity;
mod file;
mod history;
mod model;
mod moved;
mod url_lock;

pub use changes::Changes;
pub use continuity::{Divergence, PublishedHistory};
pub use file::RecordFile;
pub use history::{History, HistoryEntry, PublicationOfUrl};
pub use model::Record;
pub use moved::moved;
pub use url_lock::{LockedUrl, UrlLock};

use crate::base::{HISTORY_FILE, URLS_FILE};
use crate::diagnostics::{Diagnostics, Outcome};
use crate::source::SourceTree;
use crate::unforeseen::{self, Activity};

impl Record {
    /// Reads both files, and compares what they tell if nothing else is wrong with them.
    pub fn read(tree: &SourceTree) -> Outcome<Record> {
        let mut diagnostics = Diagnostics::new();
        let urls = tree
            .text(URLS_FILE)
            .map(|file| unforeseen::at(URLS_FILE, Activity::Reading, || UrlLock::read(file, &mut diagnostics)))
            .unwrap_or_default();
        let history = tree
            .text(HISTORY_FILE)
            .map(|file| unforeseen::at(HISTORY_FILE, Activity::Reading, || History::read(file, &mut diagnostics)))
            .unwrap_or_default();
        let record = Record { urls, history };
        // What a file that is no text tells is not known.
        let are_read = [URLS_FILE, HISTORY_FILE].iter().all(|file| tree.text(file).is_some() || !tree.holds(file));
        if diagnostics.is_empty() && are_read {
            diagnostics = agreement::disagreements(&record);
        }
        Outcome(record, diagnostics)
    }
}
