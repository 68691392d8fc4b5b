//! Text edits by byte range.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::RelPath;
use crate::slice::slice;

/// Replacement of a byte range.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// Start offset in bytes.
    pub(crate) start: usize,
    /// End offset in bytes, exclusive.
    pub(crate) end: usize,
    pub(crate) new: String,
}

/// Edits by the old paths of the files.
pub type Edits = BTreeMap<RelPath, Vec<Edit>>;

impl Edit {
    /// Replaces a span by `new`.
    pub fn new(span: Range<usize>, new: impl Into<String>) -> Self {
        Edit { start: span.start, end: span.end, new: new.into() }
    }

    /// Byte range to replace.
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Applies the edits, which must not overlap.
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
