//! What stands on one sheet: text and tables below each other, parted by empty rows.

use std::ops::Range;

use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, Grid, GridBlock, GridCell, GridDocument, GridRow};

/// The blocks of a document, with sheets parted at their empty rows. Tables of documents stay whole: an empty
/// row in them is a row.
pub(super) fn parted(document: &GridDocument) -> Vec<GridBlock> {
    let parts = document.blocks.iter().flat_map(|block| match block {
        GridBlock::Grid(grid) if is_sheet(grid) => parts(grid).into_iter().map(GridBlock::Grid).collect(),
        other => vec![other.clone()],
    });
    parts.collect()
}

/// True for text without a table: one cell in each row, in the first column.
pub(super) fn is_text(grid: &Grid) -> bool {
    let is_line = |row: &GridRow| {
        let is_filled = |cell: &GridCell| content(cell).is_some_and(|content| !content.lines.is_empty());
        row.cells.iter().skip(1).all(|cell| !is_filled(cell)) && row.cells.first().is_some_and(is_filled)
    };
    is_sheet(grid) && grid.rows.iter().all(is_line)
}

fn is_sheet(grid: &Grid) -> bool {
    let first = grid.rows.iter().flat_map(|row| &row.cells).find_map(content);
    first.is_some_and(|first| matches!(first.place, TextPosition::Cell { .. } | TextPosition::Line(_)))
}

fn content(cell: &GridCell) -> Option<&CellContent> {
    match cell {
        GridCell::Own(content) => Some(content),
        _ => None,
    }
}

fn parts(grid: &Grid) -> Vec<Grid> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for at in (0..grid.rows.len()).filter(|at| grid.rows.get(*at).is_some_and(|row| !is_empty(row))) {
        match ranges.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end += 1,
            None => ranges.push(at..at + 1),
        }
    }
    let part = |(number, rows): (usize, Range<usize>)| Grid {
        // The name is said once.
        name: grid.name.clone().filter(|_| number == 0),
        rows: grid.rows.get(rows.clone()).unwrap_or_default().iter().map(|row| moved_up(row, rows.start)).collect(),
    };
    ranges.into_iter().enumerate().map(part).collect()
}

/// True for a row in which nothing is, nor goes on from the rows above.
fn is_empty(row: &GridRow) -> bool {
    row.cells.iter().all(|cell| match cell {
        GridCell::Missing => true,
        GridCell::Own(content) => content.lines.is_empty(),
        GridCell::Covered { .. } => false,
    })
}

fn moved_up(row: &GridRow, rows: usize) -> GridRow {
    let moved = |cell: &GridCell| match cell {
        GridCell::Covered { row, column } => GridCell::Covered { row: row.saturating_sub(rows), column: *column },
        other => other.clone(),
    };
    GridRow { is_heading: row.is_heading, cells: row.cells.iter().map(moved).collect() }
}
