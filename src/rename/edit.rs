//! Bytes in the place of bytes.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::RelPath;
use crate::slice::slice;

/// One change of a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// Where in the text, in bytes.
    pub start: usize,
    /// To where.
    pub end: usize,
    /// What is put there.
    pub new: String,
}

/// The changes of a site's texts, by the names that the files had.
pub type Edits = BTreeMap<RelPath, Vec<Edit>>;

impl Edit {
    /// `new` in the place of a span.
    pub fn new(span: Range<usize>, new: impl Into<String>) -> Self {
        Edit { start: span.start, end: span.end, new: new.into() }
    }

    /// The bytes that go.
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The text with all changes; they do not overlap.
pub fn edited(text: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort();
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for edit in sorted {
        out.push_str(slice(text, at..edit.start.max(at)));
        out.push_str(&edit.new);
        at = edit.end.max(at);
    }
    out.push_str(slice(text, at..));
    out
}
