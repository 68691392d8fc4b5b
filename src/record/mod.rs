//! Publication records: `content/urls.lock` and `content/history.yaml`, stored with the content and
//! written only by `publish`.
//!
//! In an appeal, only evidence already present at the submitted link counts (AS4). Therefore every
//! URL ever published is locked to its source file ([`UrlLock`]), and every publication is an entry
//! in an append-only hash-chained log ([`History`]), which reveals later modification. Both are
//! plain text with one fact per line, to be readable and mergeable.
//!
//! A record can be lost, emptied or replaced by an older version. Therefore both contain the same
//! URLs (`agreement`), both must continue the log in the published site ([`PublishedHistory`],
//! [`Divergence`]), and both can be [restored](crate::release) from it. URLs are absolute: the
//! records also contain the base URL, and a [moved] site is reported.

mod agreement;
mod changes;
mod continuity;
mod file;
mod history;
mod model;
mod moved;
mod note;
mod url_lock;

pub use changes::Changes;
pub use continuity::{Divergence, PublishedHistory};
pub use file::RecordFile;
pub use history::{History, HistoryEntry, PublicationOfUrl};
pub use model::Record;
pub use moved::moved;
pub use note::unpublishable;
pub use url_lock::{LockedUrl, UrlLock};

use crate::base::{HISTORY_FILE, URLS_FILE};
use crate::diagnostics::{Diagnostics, Outcome};
use crate::source::SourceTree;
use crate::unforeseen::{self, Activity};

impl Record {
    /// Reads both files, and checks their consistency if there are no other findings.
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
        // The content of a file that is not valid text is unknown.
        let are_read = [URLS_FILE, HISTORY_FILE].iter().all(|file| tree.text(file).is_some() || !tree.holds(file));
        if diagnostics.is_empty() && are_read {
            diagnostics = agreement::disagreements(&record);
        }
        Outcome(record, diagnostics)
    }
}
