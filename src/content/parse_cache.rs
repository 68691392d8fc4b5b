//! Cache of parsed files, so that only changed ones are parsed.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::Document;
use crate::base::RelPath;
use crate::config::Limits;
use crate::diagnostics::Diagnostics;
use crate::source::{Text, TextFile};

/// A parsed file: its document, if valid, and its diagnostics.
#[derive(Clone, Debug)]
pub(super) struct ParsedFile {
    pub source: RelPath,
    pub text: Text,
    pub document: Option<Arc<Document>>,
    pub found: Diagnostics,
    /// True if the document is that of an earlier version, because the current one is invalid.
    pub is_outdated: bool,
}

/// The files of the last run. A document depends only on the text and path of its file and on the
/// limits.
#[derive(Clone, Debug, Default)]
pub struct ParseCache {
    limits: Option<Limits>,
    /// Those of this process, which are also the last valid ones.
    files: HashMap<RelPath, ParsedFile>,
    /// Those of an earlier run, until this process has its own.
    stored: HashMap<RelPath, (Text, Arc<Document>)>,
}

impl ParseCache {
    /// Clears the cache if the limits have changed.
    pub(super) fn are_read_within(&mut self, limits: &Limits) {
        if self.limits != Some(*limits) {
            *self = ParseCache { limits: Some(*limits), ..ParseCache::default() };
        }
    }

    /// The cached result for an unchanged text.
    pub(super) fn get(&self, file: &TextFile) -> Option<ParsedFile> {
        let known = self.files.get(&file.path).filter(|known| file.text == known.text).cloned();
        known.or_else(|| {
            let (text, document) = self.stored.get(&file.path).filter(|(text, _)| file.text == *text)?;
            let (source, document) = (file.path.clone(), Some(Arc::clone(document)));
            Some(ParsedFile { source, text: text.clone(), document, found: Diagnostics::new(), is_outdated: false })
        })
    }

    /// Falls back to the last valid document if the file is invalid or empty, so that the preview
    /// keeps a page while its author is typing or its file is being rewritten.
    pub(super) fn or_as_before(&self, now: ParsedFile) -> ParsedFile {
        let before = self.files.get(&now.source).and_then(|known| known.document.clone());
        match before {
            Some(document) if now.document.is_none() || now.text.is_empty() => {
                ParsedFile { document: Some(document), is_outdated: true, ..now }
            }
            _ => now,
        }
    }

    /// Stores a parsed file; returns the previous one.
    pub(super) fn put(&mut self, now: ParsedFile) -> Option<ParsedFile> {
        self.files.insert(now.source.clone(), now)
    }

    /// Limits that applied to the cached files.
    pub fn limits(&self) -> Option<Limits> {
        self.limits
    }

    /// Files whose document is that of an earlier version.
    pub fn outdated(&self) -> BTreeSet<RelPath> {
        self.files.values().filter(|known| known.is_outdated).map(|known| known.source.clone()).collect()
    }

    /// Replaces the whole cache.
    pub(super) fn replace(&mut self, read: &[ParsedFile]) {
        self.files = read.iter().map(|understanding| (understanding.source.clone(), understanding.clone())).collect();
        self.stored = HashMap::new();
    }

    /// The documents of an earlier run that read them within `limits`, without findings.
    pub fn of_earlier_run(limits: Limits, documents: impl IntoIterator<Item = Document>) -> Self {
        let stored = |document: Document| (document.source.clone(), (document.body.file.clone(), Arc::new(document)));
        let stored = documents.into_iter().map(stored).collect();
        ParseCache { limits: Some(limits), files: HashMap::new(), stored }
    }

    /// The current document of a file, if it was read without findings.
    pub fn faultless(&self, source: &RelPath) -> Option<&Document> {
        let known = self.files.get(source)?;
        let is_faultless = known.found.is_empty() && !known.is_outdated;
        known.document.as_deref().filter(|document| is_faultless && document.unread.is_empty())
    }
}
