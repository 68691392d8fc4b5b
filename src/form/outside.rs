//! What officers leave in a form outside the cells that are read: nothing of it may vanish without a word.

use super::columns::FormTable;
use super::doubt::{FormDoubt, FormDoubtKind};
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, Grid, GridCell, GridDocument, Remark, RemarkKind};
use crate::base::Lang;

/// Most cells beside one table that are named.
const MOST: usize = 20;

/// Comments on cells, and struck text in them, on the sheets with tables.
pub(super) fn remarked(document: &GridDocument) -> impl Iterator<Item = FormDoubt> {
    document.remarks.iter().filter(|remark| is_on_table(remark)).filter_map(|remark| {
        let kind = match remark.kind {
            RemarkKind::Comment => FormDoubtKind::Comment,
            RemarkKind::Struck => FormDoubtKind::Struck,
            _ => return None,
        };
        Some(FormDoubt::of(kind, remark.place.clone()).said(&remark.text))
    })
}

fn is_on_table(remark: &Remark) -> bool {
    matches!(&remark.place, Some(TextPosition::Cell { sheet, .. }) if is_table(sheet))
}

fn is_table(sheet: &str) -> bool {
    FormTable::ALL.iter().any(|table| Lang::ALL.iter().any(|lang| *sheet == *table.sheet(*lang)))
}

/// Text below the row of the headings in columns that are none of the table.
pub(super) fn beside<'g>(grid: &'g Grid, head_row: usize, columns: &'g [Option<usize>]) -> impl Iterator<Item = FormDoubt> + 'g {
    let rows = grid.rows.iter().skip(head_row);
    let cells = rows.flat_map(|row| row.cells.iter().enumerate());
    let outside = cells.filter(|(column, _)| !columns.contains(&Some(*column))).filter_map(|(_, cell)| shown(cell));
    outside.take(MOST).map(|content| FormDoubt::of(FormDoubtKind::BesideTable, Some(content.place.clone())).said(&content.text()))
}

/// A sheet with text that is none of the form.
pub(super) fn other_sheet(grid: &Grid) -> Option<FormDoubt> {
    let name = grid.name.as_deref().filter(|name| !is_table(name))?;
    let first = grid.rows.iter().flat_map(|row| &row.cells).find_map(shown)?;
    Some(FormDoubt::of(FormDoubtKind::OtherSheet, None).said(&first.text()).before_and_now(name, ""))
}

fn shown(cell: &GridCell) -> Option<&CellContent> {
    match cell {
        GridCell::Own(content) if !content.lines.is_empty() => Some(content),
        _ => None,
    }
}
