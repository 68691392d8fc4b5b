//! Rows of a table by the positions of its columns, made into a rectangle.
//!
//! Positions come from the spans of cells alone: `tblGrid` is often wrong. Only positions at which a cell
//! begins become columns, so that no column is there without a cell of its own, and a span of a million
//! makes none.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, CellLine, CellValue, Grid, GridCell, GridRow};

/// A table as far as it is read.
#[derive(Debug, Default)]
pub(super) struct RawGrid {
    rows: Vec<RawRow>,
    /// Positions at which cells begin.
    starts: BTreeSet<usize>,
    /// Cells of the last row that may go on below, by the position at which they begin.
    open: BTreeMap<usize, MergeOrigin>,
}

/// A row by positions.
#[derive(Debug, Default)]
pub(super) struct RawRow {
    pub(super) is_heading: bool,
    /// In the order of their positions.
    pub(super) cells: Vec<RawCell>,
}

/// A cell by positions.
#[derive(Debug)]
pub(super) struct RawCell {
    pub(super) start: usize,
    /// Behind its last position.
    pub(super) end: usize,
    pub(super) merge: RowMerge,
    pub(super) lines: Vec<CellLine>,
    pub(super) fill: Option<Arc<str>>,
}

/// How a cell is merged with those above and below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum RowMerge {
    /// Not at all.
    #[default]
    Single,
    /// It is the first of merged cells.
    First,
    /// It goes on with a cell above.
    Under(MergeOrigin),
}

/// The first of merged cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct MergeOrigin {
    row: usize,
    start: usize,
    /// Behind its last position, in the row above.
    end: usize,
}

impl RawGrid {
    /// Number of rows so far.
    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    /// The first of the merged cells that go on at a position of the next row.
    pub(super) fn above(&self, position: usize) -> Option<MergeOrigin> {
        self.open.range(..=position).next_back().map(|(_, origin)| *origin).filter(|origin| origin.end > position)
    }

    /// Cells of the rectangle with one row more.
    pub(super) fn size_with(&self, row: &RawRow) -> usize {
        let new = row.cells.iter().filter(|cell| !self.starts.contains(&cell.start)).count();
        (self.rows.len() + 1).saturating_mul(self.starts.len() + new)
    }

    /// Adds a row.
    pub(super) fn push(&mut self, row: RawRow) {
        self.follow(&row);
        self.starts.extend(row.cells.iter().map(|cell| cell.start));
        self.rows.push(row);
    }

    /// Notes which cells of a row may go on below, without adding it.
    pub(super) fn follow(&mut self, row: &RawRow) {
        let number = self.rows.len();
        self.open.clear();
        for cell in &row.cells {
            let origin = match cell.merge {
                RowMerge::Single => continue,
                RowMerge::First => MergeOrigin { row: number, start: cell.start, end: cell.end },
                RowMerge::Under(origin) => MergeOrigin { end: cell.end, ..origin },
            };
            self.open.insert(cell.start, origin);
        }
    }

    /// The columns of the table.
    pub(super) fn columns(&self) -> Columns {
        Columns(self.starts.iter().copied().collect())
    }

    /// The rectangle; `table` is the number of the table.
    pub(super) fn into_grid(self, table: usize) -> Grid {
        let columns = self.columns();
        let mut rows: Vec<GridRow> = Vec::new();
        for (number, raw) in self.rows.into_iter().enumerate() {
            let mut cells = vec![GridCell::Missing; columns.0.len()];
            for cell in raw.cells {
                let covered = columns.range(&cell);
                if let RowMerge::Under(origin) = cell.merge {
                    lengthen(&mut rows, origin.row, number, &covered);
                }
                columns.place(&mut cells, cell, TextPosition::TableCell { table, row: number + 1, column: covered.start + 1 });
            }
            rows.push(GridRow { is_heading: raw.is_heading, cells });
        }
        Grid { name: None, rows }
    }
}

/// Lengthens the cell of the row `first` by the row `number`. A cell that goes on in other columns than it
/// has is covered, but makes no rectangle.
fn lengthen(rows: &mut [GridRow], first: usize, number: usize, covered: &Range<usize>) {
    let place = rows.get_mut(first).and_then(|row| row.cells.get_mut(covered.start));
    if let Some(GridCell::Own(content)) = place
        && content.column_span == covered.len()
        && first + content.row_span == number
    {
        content.row_span += 1;
    }
}

/// Positions of columns, in their order.
pub(super) struct Columns(Vec<usize>);

impl Columns {
    /// Number, from 1, of the column that has a position.
    pub(super) fn number(&self, position: usize) -> usize {
        self.0.partition_point(|start| *start <= position).max(1)
    }

    /// Columns, from 0, of a cell.
    fn range(&self, cell: &RawCell) -> Range<usize> {
        let first = self.number(cell.start) - 1;
        first..self.0.partition_point(|start| *start < cell.end).max(first + 1)
    }

    /// Puts a cell into its row of the rectangle.
    fn place(&self, cells: &mut [GridCell], cell: RawCell, place: TextPosition) {
        let TextPosition::TableCell { row, .. } = place else { return };
        let columns = self.range(&cell);
        let (column, column_span) = (columns.start, columns.len());
        let Some(places) = cells.get_mut(columns) else { return };
        if let RowMerge::Under(origin) = cell.merge {
            return places.fill(GridCell::Covered { row: origin.row, column: self.number(origin.start) - 1 });
        }
        places.fill(GridCell::Covered { row: row - 1, column });
        if let Some(first) = places.first_mut() {
            *first =
                GridCell::Own(CellContent { place, row_span: 1, column_span, lines: cell.lines, value: CellValue::Text, fill: cell.fill });
        }
    }
}
