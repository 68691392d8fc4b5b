//! The line at which a finding points, as it can be shown anywhere.

use std::ops::Range;

use crate::diagnostics::Diagnostic;
use crate::diagnostics::place::{Lines, floor_char_boundary};

/// A line longer than this (in bytes) is not shown: it would fill the screen, and take long to lay
/// out.
const MAX_LINE_BYTES: usize = 2000;

/// The line of a place, with control characters made harmless, in three parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before the very text.
    pub before: String,
    /// The very text; empty where something is missing.
    pub marked: String,
    /// What stands behind it.
    pub after: String,
}

impl Excerpt {
    /// The line of a finding; none for a file as a whole.
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

    /// The whole line.
    pub(super) fn line(&self) -> String {
        [self.before.as_str(), &self.marked, &self.after].concat()
    }

    /// Where the very text stands in it.
    pub(super) fn marked_in_line(&self) -> Range<usize> {
        self.before.len()..self.before.len() + self.marked.len()
    }
}
