//! Excerpt of the source line of a diagnostic.

use std::ops::Range;

use crate::diagnostics::Diagnostic;
use crate::diagnostics::place::{Lines, floor_char_boundary};

/// Longest line shown, in bytes; longer lines flood the terminal and are slow to lay out.
const MAX_LINE_BYTES: usize = 2000;

/// Source line of a diagnostic, split at its span; control characters are replaced by U+FFFD.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Text before the span.
    pub(crate) before: String,
    /// Text of the span; empty where something is missing.
    pub(crate) marked: String,
    /// Text after the span.
    pub(crate) after: String,
}

impl Excerpt {
    /// Returns the line of a diagnostic; `None` for a diagnostic about the file as a whole, and for
    /// a line over `MAX_LINE_BYTES`.
    pub(super) fn around(finding: &Diagnostic, lines: &Lines<'_>) -> Option<Excerpt> {
        let source = &*lines.text;
        let span = &finding.place.span;
        if source.is_empty() || (span.start == 0 && span.end == 0) {
            return None;
        }
        let start = floor_char_boundary(source, span.start);
        let line = lines.line(start);
        if line.len() > MAX_LINE_BYTES {
            return None;
        }
        let start = start.clamp(line.start, line.end);
        let end = floor_char_boundary(source, span.end).clamp(start, line.end);
        let clean = |range: Range<usize>| -> Option<String> {
            Some(source.get(range)?.chars().map(|c| if c.is_control() && c != '\t' { '\u{FFFD}' } else { c }).collect())
        };
        Some(Excerpt { before: clean(line.start..start)?, marked: clean(start..end)?, after: clean(end..line.end)? })
    }

    pub(super) fn line(&self) -> String {
        [self.before.as_str(), &self.marked, &self.after].concat()
    }

    /// Returns the byte range of the span within the line.
    pub(super) fn marked_in_line(&self) -> Range<usize> {
        self.before.len()..self.before.len() + self.marked.len()
    }
}
