//! Merges cells of a table.

use std::mem;
use std::ops::Range;

use super::sheet_area::{CellKey, MergedArea, ShownLines, within};
use crate::attachment::grid::{CellValue, Grid, GridCell, RemarkKind};

/// No area covers the cell.
const FREE: u32 = u32::MAX;

/// Merges the cells of each area; what hides behind its first cell is remarked. Areas that overlap are
/// left as single cells.
pub(super) fn merge(mut grid: Grid, lines: &ShownLines, merged: &[MergedArea], mut remark: impl FnMut(CellKey, RemarkKind, &str)) -> Grid {
    let mut covers = CoveredAreas::of(lines, merged.len());
    for (number, area) in merged.iter().enumerate() {
        covers.add(number, area.clipped(lines));
    }
    for (area, is_apart) in merged.iter().zip(&covers.are_apart) {
        let (rows, columns) = area.clipped(lines);
        if rows.is_empty() || columns.is_empty() {
            continue;
        }
        match is_apart {
            true => merge_one(&mut grid, &rows, &columns, &mut |row, column, text| {
                let at = (lines.rows.get(row), lines.columns.get(column));
                remark((at.0.copied().unwrap_or(0), at.1.copied().unwrap_or(0)), RemarkKind::HiddenText, text);
            }),
            false => remark((area.rows.0, area.columns.0), RemarkKind::OverlappingCells, ""),
        }
    }
    grid
}

impl MergedArea {
    /// Rows and columns of the table that it covers.
    fn clipped(&self, lines: &ShownLines) -> (Range<usize>, Range<usize>) {
        (within(&lines.rows, self.rows), within(&lines.columns, self.columns))
    }
}

/// Which area covers which cell.
struct CoveredAreas {
    width: usize,
    owners: Vec<u32>,
    are_apart: Vec<bool>,
    /// Cells that may still be looked at: areas that do not overlap cover each cell once.
    work: usize,
}

impl CoveredAreas {
    fn of(lines: &ShownLines, count: usize) -> Self {
        let cells = lines.rows.len() * lines.columns.len();
        CoveredAreas { width: lines.columns.len(), owners: vec![FREE; cells], are_apart: vec![true; count], work: 4 * cells }
    }

    fn add(&mut self, number: usize, (rows, columns): (Range<usize>, Range<usize>)) {
        let area = rows.len() * columns.len();
        let mut is_apart = area <= self.work;
        self.work = self.work.saturating_sub(area);
        if is_apart {
            for row in rows {
                let cells = row * self.width + columns.start..row * self.width + columns.end;
                for owner in self.owners.get_mut(cells).unwrap_or_default() {
                    match self.are_apart.get_mut(*owner as usize).filter(|_| *owner != FREE) {
                        Some(other) => (*other, is_apart) = (false, false),
                        None => *owner = u32::try_from(number).unwrap_or(FREE),
                    }
                }
            }
        }
        if let Some(own) = self.are_apart.get_mut(number) {
            *own = is_apart;
        }
    }
}

fn merge_one(grid: &mut Grid, rows: &Range<usize>, columns: &Range<usize>, hidden: &mut dyn FnMut(usize, usize, &str)) {
    for row in rows.clone() {
        for column in columns.clone() {
            let Some(cell) = grid.rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) else { continue };
            if (row, column) == (rows.start, columns.start) {
                if let GridCell::Own(content) = cell {
                    (content.row_span, content.column_span) = (rows.len(), columns.len());
                }
                continue;
            }
            let covered = mem::replace(cell, GridCell::Covered { row: rows.start, column: columns.start });
            if let GridCell::Own(content) = covered
                && (!content.lines.is_empty() || content.value != CellValue::Text)
            {
                hidden(row, column, &content.text());
            }
        }
    }
}
