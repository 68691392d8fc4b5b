//! Records of a text as a table.

use super::delimited_text::TextRecord;
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, CellLine, CellValue, Grid, GridCell, GridRow, RemarkKind};
use crate::attachment::grids_gathered::GatheredGrids;
use crate::thai::shows_nothing;

/// Adds a table of records without empty rows and columns at its edges. The first
/// `headings` rows are declared to be headings.
pub(super) fn add_table(records: impl Iterator<Item = TextRecord>, headings: usize, gathered: &mut GatheredGrids) {
    let most = gathered.most_cells();
    let mut rows: Vec<TextRecord> = Vec::new();
    let mut width = 0;
    for record in records {
        width = width.max(record.fields.len());
        let bytes = record.fields.iter().map(|field| field.text.len()).sum();
        if (rows.len() + 1).saturating_mul(width) > most || !gathered.takes(bytes) {
            gathered.remark(Some(TextPosition::Line(record.line)), RemarkKind::TooLarge, "");
            break;
        }
        rows.push(record);
    }
    let used = |row: &TextRecord| row.fields.iter().any(|field| !shows_nothing(&field.text));
    let (Some(first), Some(last)) = (rows.iter().position(used), rows.iter().rposition(used)) else { return };
    let columns = || rows.iter().flat_map(|row| row.fields.iter().enumerate().filter(|(_, field)| !shows_nothing(&field.text)));
    let left = columns().map(|(column, _)| column).min().unwrap_or(0);
    let right = columns().map(|(column, _)| column).max().unwrap_or(0);
    let rows = rows.into_iter().enumerate().take(last + 1).skip(first);
    let rows = rows.map(|(at, row)| GridRow { is_heading: at < headings, cells: cells(row, left, right) });
    gathered.add(Grid { name: None, rows: rows.collect() });
}

fn cells(record: TextRecord, left: usize, right: usize) -> Vec<GridCell> {
    let mut cells: Vec<GridCell> = record
        .fields
        .into_iter()
        .take(right + 1)
        .skip(left)
        .map(|field| {
            GridCell::Own(CellContent {
                fill: None,
                place: TextPosition::Line(field.line),
                row_span: 1,
                column_span: 1,
                lines: lines(&field.text),
                value: CellValue::Text,
            })
        })
        .collect();
    cells.resize(right + 1 - left, GridCell::Missing);
    cells
}

/// Lines of a field. Excel is made to take digits for text by `="0812"`.
fn lines(field: &str) -> Vec<CellLine> {
    let field = field.trim().strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(field);
    let shown = field.split('\n').filter(|line| !shows_nothing(line));
    shown.map(|line| CellLine { text: line.trim_end().to_owned(), ..CellLine::default() }).collect()
}
