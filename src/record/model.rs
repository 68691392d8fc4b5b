//! Both records of a site.

use super::{History, HistoryEntry, RecordFile, UrlLock};
use crate::base::{HISTORY_FILE, RelPath, URLS_FILE};
use crate::source::SourceTree;

/// Both records of a site; empty before the first publication.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Lock of all URLs.
    pub(crate) urls: UrlLock,
    pub(crate) history: History,
}

impl Record {
    /// Base URL at the last publication, if known.
    pub fn base(&self) -> Option<&str> {
        self.history.base().or(self.urls.base.as_deref())
    }

    /// The record after another publication at `base`: locks its URLs to their current source
    /// files. A publication without changes has no `entry`, but source files may have moved.
    pub fn next<'u>(&self, urls: impl Iterator<Item = (&'u str, &'u RelPath)>, base: &str, entry: Option<HistoryEntry>) -> Record {
        let history = entry.map_or_else(|| self.history.clone(), |entry| self.history.with(entry));
        Record { urls: self.urls.with(urls, base), history }
    }

    /// Files whose text differs from that in `tree`.
    pub fn files_other_than_in(&self, tree: &SourceTree) -> Vec<RecordFile> {
        let files = [(URLS_FILE, self.urls.to_text()), (HISTORY_FILE, self.history.text.clone())];
        let is_other = |(path, text): &(&str, String)| tree.text(path).is_none_or(|file| *file.text.read() != **text);
        files.into_iter().filter(is_other).map(|(path, text)| RecordFile { path, text }).collect()
    }

    /// Files whose text differs from that in `old`.
    pub fn files_other_than(&self, old: &Record) -> Vec<RecordFile> {
        let urls = (self.urls.to_text() != old.urls.to_text()).then(|| RecordFile { path: URLS_FILE, text: self.urls.to_text() });
        let history = (self.history.text != old.history.text).then(|| RecordFile { path: HISTORY_FILE, text: self.history.text.clone() });
        urls.into_iter().chain(history).collect()
    }
}
