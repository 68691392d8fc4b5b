//! What was understood of each file, so that the preview reads again only what has changed.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::Document;
use crate::base::RelPath;
use crate::config::Limits;
use crate::diagnostics::Diagnostics;
use crate::source::{Text, TextFile};

/// One file: what it says, if it can be understood, and what is wrong with it.
#[derive(Clone, Debug)]
pub(super) struct ParsedFile {
    pub source: RelPath,
    pub text: Text,
    pub document: Option<Arc<Document>>,
    pub found: Diagnostics,
    /// Whether the document is that of an earlier reading, because the file cannot be understood
    /// now.
    pub is_outdated: bool,
}

/// The files of the last reading. A document follows from the text of its file, its path and the
/// limits, and from nothing else.
#[derive(Clone, Debug, Default)]
pub struct ParseCache {
    limits: Option<Limits>,
    files: HashMap<RelPath, ParsedFile>,
}

impl ParseCache {
    /// Forgets everything that was read within other limits.
    pub(super) fn are_read_within(&mut self, limits: &Limits) {
        if self.limits != Some(*limits) {
            *self = ParseCache { limits: Some(*limits), files: HashMap::new() };
        }
    }

    /// What a file says, if it was read before with the same text.
    pub(super) fn get(&self, file: &TextFile) -> Option<ParsedFile> {
        self.files.get(&file.path).filter(|known| file.text == known.text).cloned()
    }

    /// A file that cannot be understood, or has no bytes any more, says what it last said: the page
    /// that somebody is writing stays in the preview while a line of it is wrong, and while it is
    /// written anew.
    pub(super) fn or_as_before(&self, now: ParsedFile) -> ParsedFile {
        let before = self.files.get(&now.source).and_then(|known| known.document.clone());
        match before {
            Some(document) if now.document.is_none() || now.text.is_empty() => {
                ParsedFile { document: Some(document), is_outdated: true, ..now }
            }
            _ => now,
        }
    }

    /// Puts what a file says now in the place of what it said; gives what it said.
    pub(super) fn put(&mut self, now: ParsedFile) -> Option<ParsedFile> {
        self.files.insert(now.source.clone(), now)
    }

    /// The limits within which the files were read.
    pub(super) fn limits(&self) -> Option<Limits> {
        self.limits
    }

    /// The files whose document is that of an earlier reading.
    pub fn outdated(&self) -> BTreeSet<RelPath> {
        self.files.values().filter(|known| known.is_outdated).map(|known| known.source.clone()).collect()
    }

    /// These files and no others are known from now on.
    pub(super) fn replace(&mut self, read: &[ParsedFile]) {
        self.files = read.iter().map(|understanding| (understanding.source.clone(), understanding.clone())).collect();
    }
}
