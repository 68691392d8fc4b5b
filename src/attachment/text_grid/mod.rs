//! Delimited text (`.csv`, `.tsv`) and text with pasted tables as tables.

mod decoded;
mod delimited_text;
mod pasted_text;
mod pipe_table;
#[cfg(test)]
mod tests;

use super::TextPosition;
use super::grids_gathered::GatheredGrids;
use crate::attachment::grid::{CellContent, CellLine, CellValue, Grid, GridCell, GridDocument, GridRow, RemarkKind};
use crate::thai::shows_nothing;
use decoded::decoded;
use delimited_text::{TextRecord, TextRecords, separator};
use pasted_text::read_pasted;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// One table.
    Delimited,
    /// Paragraphs with tables between them, as pasted from Word, Excel or a web page.
    Pasted,
}

/// Reads a text.
pub(crate) fn read(bytes: &[u8], kind: TextKind) -> GridDocument {
    let mut gathered = GatheredGrids::new();
    let Some(text) = decoded(bytes, &mut gathered) else { return gathered.into_document() };
    match kind {
        TextKind::Delimited => read_delimited(&text, &mut gathered),
        TextKind::Pasted => read_pasted(&text, &mut gathered),
    }
    gathered.into_document()
}

fn read_delimited(text: &str, gathered: &mut GatheredGrids) {
    let records = match declared_separator(text) {
        Some((separator, rest)) => TextRecords::of(rest, separator, 2),
        None => TextRecords::of(text, separator(text), 1),
    };
    add_table(records, 0, gathered);
}

/// The separator that Excel writes as `sep=;` in a first line, and what follows.
fn declared_separator(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    // Excel that opened and saved the file has padded the line.
    let declared = first.trim_start_matches('"').strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))?;
    let separator = declared.chars().next()?;
    (separator != '"').then_some((separator, rest))
}

/// Adds a table of records without empty rows and columns at its edges. The first
/// `headings` rows are declared to be headings.
fn add_table(records: impl Iterator<Item = TextRecord>, headings: usize, gathered: &mut GatheredGrids) {
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
