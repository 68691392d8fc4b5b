//! The tables that are open while a document is read: a table, and the tables in its cells.

use std::mem;
use std::sync::Arc;

use super::raw_grid::{RawCell, RawGrid, RawRow, RowMerge};
use super::run_format::RunFormat;
use super::styles::Style;
use crate::attachment::grid::{CellLine, RemarkKind};

/// A table that is open.
#[derive(Debug, Default)]
pub(super) struct OpenTable {
    pub(super) grid: RawGrid,
    pub(super) style: TableStyle,
    pub(super) row: Option<OpenRow>,
    /// Rows that have begun, also those that are left out.
    begun: usize,
    left_out: Option<RemarkKind>,
}

/// What the style of a table says about the runs in it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TableStyle {
    whole: RunFormat,
    first_row: RunFormat,
    first_column: RunFormat,
    /// The table wants the first row, or column, of its style.
    pub(super) has_first_row: bool,
    pub(super) has_first_column: bool,
}

/// A row that is open.
#[derive(Debug, Default)]
pub(super) struct OpenRow {
    pub(super) raw: RawRow,
    /// Position of the next cell.
    pub(super) position: usize,
    pub(super) cell: Option<OpenWordCell>,
    /// Why it is left out.
    pub(super) left_out: Option<RemarkKind>,
    /// Text of a row that is left out.
    pub(super) text: String,
    is_first: bool,
}

/// A cell that is open.
#[derive(Debug)]
pub(super) struct OpenWordCell {
    pub(super) span: usize,
    pub(super) merge: RowMerge,
    /// It goes on with the cell before it.
    pub(super) is_joined: bool,
    pub(super) lines: Vec<CellLine>,
    pub(super) left_out: Option<RemarkKind>,
    pub(super) fill: Option<Arc<str>>,
}

/// Whether a merged cell begins or goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Merging {
    Restart,
    Continue,
}

impl TableStyle {
    pub(super) fn take(&mut self, style: &Style) {
        (self.whole, self.first_row, self.first_column) = (style.run, style.first_row, style.first_column);
    }
}

impl OpenTable {
    /// A table in a cell that is left out, or not.
    pub(super) fn new(left_out: Option<RemarkKind>) -> Self {
        OpenTable { left_out, ..OpenTable::default() }
    }

    pub(super) fn begin_row(&mut self) {
        let is_first = self.begun == 0;
        self.begun = self.begun.saturating_add(1);
        self.row = Some(OpenRow { left_out: self.left_out, is_first, ..OpenRow::default() });
    }

    /// Ends a row. It is returned if it is to be shown, or why it is not, with its text.
    pub(super) fn end_row(&mut self) -> Option<Result<RawRow, (RemarkKind, String)>> {
        self.end_cell();
        let row = self.row.take()?;
        match row.left_out {
            // The table is named by the row around it.
            Some(_) if self.left_out.is_some() => None,
            Some(kind) => Some(Err((kind, row.text))),
            None => Some(Ok(row.raw)).filter(|row| row.as_ref().is_ok_and(|row| !row.cells.is_empty())),
        }
    }

    pub(super) fn begin_cell(&mut self) {
        self.end_cell();
        if let Some(row) = &mut self.row {
            let left_out = row.left_out;
            row.cell = Some(OpenWordCell { span: 1, merge: RowMerge::Single, is_joined: false, lines: Vec::new(), left_out, fill: None });
        }
    }

    /// Merges the open cell with those above.
    pub(super) fn merge_rows(&mut self, merging: Merging) {
        let Some(row) = &mut self.row else { return };
        let Some(cell) = &mut row.cell else { return };
        cell.merge = match (merging, self.grid.above(row.position)) {
            (Merging::Continue, Some(origin)) => {
                cell.left_out = cell.left_out.or(Some(RemarkKind::HiddenText));
                RowMerge::Under(origin)
            }
            _ => RowMerge::First,
        };
    }

    /// Merges the open cell with the one before it.
    pub(super) fn merge_columns(&mut self, merging: Merging) {
        let Some(row) = &mut self.row else { return };
        if let (Merging::Continue, Some(cell), false) = (merging, &mut row.cell, row.raw.cells.is_empty()) {
            cell.is_joined = true;
            cell.left_out = cell.left_out.or(Some(RemarkKind::HiddenText));
        }
    }

    pub(super) fn end_cell(&mut self) {
        let Some(row) = &mut self.row else { return };
        let Some(cell) = row.cell.take() else { return };
        let start = row.position;
        let end = start.saturating_add(cell.span.max(1));
        row.position = end;
        match row.raw.cells.last_mut() {
            Some(before) if cell.is_joined => before.end = end,
            // Behind the largest of all positions no other cell can begin.
            Some(before) if before.start == start => before.lines.extend(cell.lines),
            _ => row.raw.cells.push(RawCell { start, end, merge: cell.merge, lines: cell.lines, fill: cell.fill }),
        }
    }

    /// What the style of the table says about runs in the open cell.
    pub(super) fn format(&self) -> RunFormat {
        let none = RunFormat::default;
        let is_first = |row: &&OpenRow| self.style.has_first_row && row.is_first;
        let row = self.row.as_ref().filter(is_first).map_or_else(none, |_| self.style.first_row);
        let is_first = |row: &&OpenRow| self.style.has_first_column && row.position == 0;
        let column = self.row.as_ref().filter(is_first).map_or_else(none, |_| self.style.first_column);
        row.or(column).or(self.style.whole)
    }

    /// The open cell.
    pub(super) fn cell(&mut self) -> Option<&mut OpenWordCell> {
        self.row.as_mut()?.cell.as_mut()
    }

    /// Why text at this place is left out.
    pub(super) fn left_out(&self) -> Option<RemarkKind> {
        let Some(row) = &self.row else { return self.left_out };
        row.cell.as_ref().map_or(row.left_out, |cell| cell.left_out)
    }
}

/// A row of a table in a cell as a line of that cell.
pub(super) fn as_line(row: RawRow) -> CellLine {
    let mut line = CellLine { is_bold: true, is_underlined: true, ..CellLine::default() };
    for (at, cell) in row.cells.into_iter().enumerate() {
        if at > 0 {
            line.text.push('\t');
        }
        for (at, inner) in cell.lines.into_iter().enumerate() {
            if at > 0 {
                line.text.push(' ');
            }
            line.is_bold &= inner.is_bold;
            line.is_underlined &= inner.is_underlined;
            line.text.push_str(&numbered(inner));
        }
    }
    line
}

/// The text of a line with its number.
pub(super) fn numbered(mut line: CellLine) -> String {
    match line.number.take() {
        Some(number) if line.text.is_empty() => number,
        Some(number) => format!("{number} {}", line.text),
        None => mem::take(&mut line.text),
    }
}
