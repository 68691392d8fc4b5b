//! Tables prepared for the template: merged headings, and the heading ids of each cell for screen
//! readers.

use serde::Serialize;

use super::{Cell, CellPart, Column, ColumnRole, Row, Span, Table};

/// A table for the template `table.html`.
#[derive(Clone, Debug, Serialize)]
pub struct TableMarkup {
    pub(crate) id: &'static str,
    /// Name of the CSV file.
    pub(crate) name: &'static str,
    pub(crate) caption: String,
    /// Number of leaf columns.
    pub(crate) width: usize,
    pub(crate) head: Vec<Vec<HeadCell>>,
    pub(crate) body: Vec<MarkupGroup>,
}

/// A column heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HeadCell {
    pub(crate) id: String,
    /// `col` or `colgroup`.
    pub(crate) scope: &'static str,
    pub(crate) colspan: usize,
    pub(crate) rowspan: usize,
    pub(crate) text: String,
}

/// A group of rows with an optional heading.
#[derive(Clone, Debug, Serialize)]
pub struct MarkupGroup {
    /// Id of the heading.
    pub(crate) id: String,
    pub(crate) heading: Option<String>,
    pub(crate) rows: Vec<MarkupRow>,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct MarkupRow {
    pub(crate) id: Option<String>,
    /// Name of the data attribute.
    pub(crate) about: &'static str,
    /// Value of the data attribute.
    pub(crate) key: String,
    pub(crate) cells: Vec<MarkupCell>,
}

/// A cell.
#[derive(Clone, Debug, Serialize)]
pub struct MarkupCell {
    /// `th` or `td`.
    pub(crate) tag: &'static str,
    /// Id of a row heading, which has `scope="row"`.
    pub(crate) heading_id: Option<String>,
    /// `headers` attribute, where `scope` is not sufficient.
    pub(crate) headers: Option<String>,
    pub(crate) rowspan: usize,
    /// `data-field`.
    pub(crate) field: Option<&'static str>,
    /// Name of a further data attribute.
    pub(crate) value_name: Option<&'static str>,
    pub(crate) value: Option<&'static str>,
    /// True for a numeric column.
    pub(crate) is_number: bool,
    pub(crate) parts: Vec<CellPart>,
}

impl TableMarkup {
    /// All notes on the wording of the paper, in the order of the cells.
    pub fn notes_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let cells = self.body.iter_mut().flat_map(|group| &mut group.rows).flat_map(|row| &mut row.cells);
        cells.flat_map(|cell| &mut cell.parts).flat_map(CellPart::notes_mut)
    }
}

impl From<&Table> for TableMarkup {
    fn from(table: &Table) -> Self {
        TableMarkup {
            id: table.id,
            name: table.name,
            caption: table.caption.clone(),
            width: table.columns.len(),
            head: head(table),
            body: body(table),
        }
    }
}

/// One row of headings, or two if columns have a common heading.
fn head(table: &Table) -> Vec<Vec<HeadCell>> {
    let two_rows = table.columns.iter().any(|column| column.under.is_some());
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    for (at, column) in table.columns.iter().enumerate() {
        let leaf = |rowspan| HeadCell { id: leaf_id(table, at), scope: "col", colspan: 1, rowspan, text: column.label.clone() };
        match &column.under {
            None => upper.push(leaf(if two_rows { 2 } else { 1 })),
            Some(over) => {
                if starts_group(&table.columns, at) {
                    let colspan = table.columns.iter().skip(at).take_while(|next| next.under.as_ref() == Some(over)).count();
                    upper.push(HeadCell { id: over_id(table, at), scope: "colgroup", colspan, rowspan: 1, text: over.clone() });
                }
                lower.push(leaf(1));
            }
        }
    }
    if two_rows { vec![upper, lower] } else { vec![upper] }
}

fn body(table: &Table) -> Vec<MarkupGroup> {
    // With one row of headings and no merged cells, `scope` is sufficient.
    let is_complex = table.columns.iter().any(|column| column.under.is_some())
        || table.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.cells).any(|cell| cell.span == Span::Covered);
    let mut groups = Vec::new();
    for (group_at, group) in table.groups.iter().enumerate() {
        let id = format!("{}-g{}", table.id, group_at + 1);
        let group_id = group.heading.as_ref().map(|_| id.as_str());
        let row = |(row_at, row): (usize, &Row)| {
            let heading_id = format!("{}-g{}-r{}", table.id, group_at + 1, row_at + 1);
            let headers = |at: usize, column: &Column| match is_complex {
                true => Some(headers(table, at, column, group_id, &heading_id)),
                false => None,
            };
            let cells = table.columns.iter().zip(&row.cells).enumerate().filter(|(_, (_, cell))| cell.span != Span::Covered);
            let cells = cells.map(|(at, (column, given))| cell(column, given, headers(at, column), &heading_id)).collect();
            MarkupRow { id: row.id.clone(), about: row.about, key: row.key.clone(), cells }
        };
        let rows = group.rows.iter().enumerate().map(row).collect();
        groups.push(MarkupGroup { heading: group.heading.clone(), rows, id });
    }
    groups
}

fn cell(column: &Column, cell: &Cell, headers: Option<String>, heading_id: &str) -> MarkupCell {
    let is_heading = column.role == ColumnRole::RowHeading;
    MarkupCell {
        tag: if is_heading { "th" } else { "td" },
        heading_id: is_heading.then(|| heading_id.to_owned()),
        headers,
        rowspan: match cell.span {
            Span::Rows(rows) => rows,
            Span::One | Span::Covered => 1,
        },
        field: cell.field,
        value_name: cell.value.map(|(name, _)| name),
        value: cell.value.map(|(_, value)| value),
        is_number: column.role == ColumnRole::Number,
        parts: cell.parts.clone(),
    }
}

/// Heading ids of a cell: group, row, column group, column. In a column with merged cells the row
/// is omitted.
fn headers(table: &Table, at: usize, column: &Column, group_id: Option<&str>, heading_id: &str) -> String {
    let merged = table.groups.iter().flat_map(|group| &group.rows).any(|row| row.cells.get(at).is_some_and(|c| c.span == Span::Covered));
    let row = (column.role != ColumnRole::RowHeading && !merged).then_some(heading_id);
    let over = column.under.as_ref().map(|_| over_id(table, at));
    let leaf = leaf_id(table, at);
    let ids: Vec<&str> = [group_id, row, over.as_deref(), Some(&leaf)].into_iter().flatten().collect();
    ids.join(" ")
}

fn starts_group(columns: &[Column], at: usize) -> bool {
    let under = |at: usize| columns.get(at).and_then(|column| column.under.as_ref());
    at.checked_sub(1).and_then(under) != under(at)
}

fn leaf_id(table: &Table, at: usize) -> String {
    format!("{}-c{}", table.id, at + 1)
}

/// Id of the common heading of column `at`, derived from its first column.
fn over_id(table: &Table, at: usize) -> String {
    let first = (0..=at).rev().find(|&at| starts_group(&table.columns, at)).unwrap_or(at);
    format!("{}-o{}", table.id, first + 1)
}
