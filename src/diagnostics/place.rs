//! Position of a diagnostic: a file and a byte range.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::RelPath;
use crate::slice::slice;

/// A byte range in a source file. The empty range at 0 stands for the whole file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SourceSpan {
    /// Path below the root of the site.
    pub file: RelPath,
    /// Byte range in the decoded text (UTF-8, without byte order mark, NFC).
    pub span: Range<usize>,
}

impl SourceSpan {
    /// Creates the span of a byte range in `file`.
    pub fn new(file: &RelPath, span: Range<usize>) -> Self {
        Self { file: file.clone(), span }
    }

    /// Creates the span of a whole file.
    pub fn file(file: &RelPath) -> Self {
        Self::new(file, 0..0)
    }
}

/// A line and column, both from 1; the column counts characters, as in editors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub(crate) line: usize,
    /// Character in the line, from 1.
    pub(crate) column: usize,
}

/// Index of the line starts of a text, to convert many offsets efficiently.
#[derive(Clone, Debug)]
pub(crate) struct Lines<'t> {
    pub(crate) text: Cow<'t, str>,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn of(text: impl Into<Cow<'t, str>>) -> Self {
        let text = text.into();
        Self { starts: std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect(), text }
    }

    /// Line and column of byte `offset`; the end of the text if it is beyond.
    pub(crate) fn position(&self, offset: usize) -> LineColumn {
        let (line, before) = self.before(offset);
        LineColumn { line, column: before.chars().count() + 1 }
    }

    /// The same with columns in UTF-16 code units, as in SARIF and editors.
    pub(crate) fn utf16_position(&self, offset: usize) -> LineColumn {
        let (line, before) = self.before(offset);
        LineColumn { line, column: before.encode_utf16().count() + 1 }
    }

    /// Line number of byte `offset`, and the text before it on that line.
    fn before(&self, offset: usize) -> (usize, &str) {
        let offset = floor_char_boundary(&self.text, offset);
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        (line, slice(&self.text, start..offset))
    }

    /// Byte range of the line of byte `offset`, without its line end.
    pub(crate) fn line(&self, offset: usize) -> Range<usize> {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        start..start + slice(&self.text, start..end).trim_end_matches('\r').len()
    }
}

/// Nearest character boundary at or before `offset`.
pub(crate) fn floor_char_boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_from_the_start_of_the_line() {
        let lines = Lines::of("ก\r\nท้ายx\n");
        let at = |offset| (lines.position(offset).line, lines.position(offset).column);
        assert_eq!((at(0), at(5), at("ก\r\nท้าย".len()), at(99)), ((1, 1), (2, 1), (2, 5), (3, 1)));
        assert_eq!(&lines.text[lines.line(6)], "ท้ายx");
        let lines = Lines::of("\u{1F600}กข้า");
        let utf16 = |offset| lines.utf16_position(offset).column;
        assert_eq!((utf16(4), utf16(7), utf16(99), lines.position(4).column), (3, 4, 7, 2));
        assert_eq!(Lines::of("").position(0), LineColumn { line: 1, column: 1 });
    }
}
