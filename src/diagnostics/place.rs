//! Where a finding is: a file and a range of bytes in it.

use std::ops::Range;

use crate::source::RelPath;

/// A range of bytes in a source file. An empty range at 0 means the file as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file, below the root of the site.
    pub file: RelPath,
    /// Bytes of the text as read (UTF-8, without byte order mark, NFC).
    pub span: Range<usize>,
}

impl Place {
    /// A range of bytes of `file`.
    pub fn new(file: &RelPath, span: Range<usize>) -> Self {
        Self { file: file.clone(), span }
    }

    /// The file as a whole.
    pub fn file(file: &RelPath) -> Self {
        Self::new(file, 0..0)
    }
}

/// A line and a column, both from 1; the column counts characters, as editors do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

impl LineColumn {
    /// The line and column of byte `offset` of `text`; the end of the text if it is beyond.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = &text[..floor_char_boundary(text, offset)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

/// The nearest boundary of a character at or before `offset`.
pub(super) fn floor_char_boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
