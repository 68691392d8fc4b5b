//! Places and areas of a sheet.

use std::ops::Range;

/// Row and column, from 0.
pub(super) type CellKey = (u32, u32);

/// Cells that are merged, with their first and last row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MergedArea {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// Places of the lines from first to last among ascending lines.
pub(super) fn within(lines: &[u32], (first, last): (u32, u32)) -> Range<usize> {
    lines.partition_point(|line| *line < first)..lines.partition_point(|line| *line <= last)
}

/// Numbers of the rows and columns of a table in its sheet, ascending.
#[derive(Debug, Default)]
pub(super) struct ShownLines {
    pub(super) rows: Vec<u32>,
    pub(super) columns: Vec<u32>,
}
