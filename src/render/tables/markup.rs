//! Tables prepared for the template: merged headings, and the label of each cell for screens on
//! which a row becomes a card.
//!
//! A heading names its column, row or group by `scope`; the one of several columns, too, has the
//! scope `col` (HTML, "forming relationships between data cells and header cells").

use serde::Serialize;

use super::{Cell, CellPart, Column, ColumnRole, Row, RowGroup, Table};

/// What the rows are about whose headings answers of the search name. The page says it by an attribute of
/// the row, `data-measure` or `data-issue`.
pub const SEARCHED_ROWS: [&str; 2] = ["measure", "issue"];

/// A table for the template `table.html`.
#[derive(Clone, Debug, Serialize)]
pub struct TableMarkup {
    pub(crate) id: &'static str,
    /// Ids of other parts of the page that stand in this table.
    pub(crate) holds: Vec<&'static str>,
    /// The data files that have what the table shows.
    pub(crate) files: Vec<CsvFile>,
    pub(crate) caption: String,
    /// Number of columns on the page.
    pub(crate) width: usize,
    pub(crate) head: Vec<Vec<HeadCell>>,
    pub(crate) body: Vec<MarkupGroup>,
}

/// The data file of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CsvFile {
    /// Its name without `.csv`.
    pub(crate) name: &'static str,
    pub(crate) caption: String,
}

impl CsvFile {
    /// The data file of `table`.
    pub fn of(table: &Table) -> Self {
        CsvFile { name: table.name, caption: table.caption.clone() }
    }
}

/// A column heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HeadCell {
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
    /// Texts of the whole group, each of which stands below the rows with its label.
    pub(crate) below: Vec<MarkupCell>,
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
    /// Its id, for links to it, if its row has none.
    pub(crate) id: Option<String>,
    /// The words before the content where a row is a card; a heading needs none.
    pub(crate) label: Option<String>,
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
        let cells = self.body.iter_mut().flat_map(MarkupGroup::cells_mut);
        cells.flat_map(|cell| &mut cell.parts).flat_map(CellPart::notes_mut)
    }

    /// The table for the template, with the data files that have what it shows.
    pub fn of(table: &Table, files: Vec<CsvFile>) -> Self {
        TableMarkup {
            id: table.id,
            holds: Vec::new(),
            files,
            caption: table.caption.clone(),
            width: table.columns.iter().filter(|column| is_shown_in_rows(column)).count(),
            head: head(table),
            body: body(table),
        }
    }
}

impl MarkupGroup {
    fn cells_mut(&mut self) -> impl Iterator<Item = &mut MarkupCell> {
        self.rows.iter_mut().flat_map(|row| &mut row.cells).chain(&mut self.below)
    }
}

/// One row of headings, or two if columns have a common heading.
fn head(table: &Table) -> Vec<Vec<HeadCell>> {
    let two_rows = has_two_rows_of_headings(table);
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    for (at, column) in table.columns.iter().enumerate().filter(|(_, column)| is_shown_in_rows(column)) {
        let leaf = |rowspan| HeadCell { colspan: 1, rowspan, text: column.label.clone() };
        match &column.under {
            None => upper.push(leaf(if two_rows { 2 } else { 1 })),
            Some(over) => {
                if starts_group(&table.columns, at) {
                    let colspan = table.columns.iter().skip(at).take_while(|next| next.under.as_ref() == Some(over)).count();
                    upper.push(HeadCell { colspan, rowspan: 1, text: over.clone() });
                }
                lower.push(leaf(1));
            }
        }
    }
    if two_rows { vec![upper, lower] } else { vec![upper] }
}

fn has_two_rows_of_headings(table: &Table) -> bool {
    table.columns.iter().any(|column| column.under.is_some())
}

fn is_shown_in_rows(column: &Column) -> bool {
    column.role != ColumnRole::OfGroup
}

fn body(table: &Table) -> Vec<MarkupGroup> {
    let mut groups = Vec::new();
    for (group_at, group) in table.groups.iter().enumerate() {
        let id = format!("{}:g{}", table.id, group_at + 1);
        let rows = group.rows.iter().enumerate().map(|(row_at, row)| markup_row(table, row, || format!("{id}:r{}", row_at + 1))).collect();
        groups.push(MarkupGroup { heading: group.heading.clone(), rows, below: below(table, group), id });
    }
    groups
}

fn markup_row(table: &Table, row: &Row, heading_id: impl Fn() -> String) -> MarkupRow {
    let is_searched = SEARCHED_ROWS.contains(&row.about);
    let cells = table.columns.iter().zip(&row.cells).filter(|(column, _)| is_shown_in_rows(column));
    let cells = cells.map(|(column, given)| {
        let needs_id = is_searched && column.role == ColumnRole::RowHeading && row.id.is_none();
        MarkupCell { id: needs_id.then(&heading_id), ..cell(table, column, given) }
    });
    MarkupRow { id: row.id.clone(), about: row.about, key: row.key.clone(), cells: cells.collect() }
}

/// The texts of the whole group, which every row has.
fn below(table: &Table, group: &RowGroup) -> Vec<MarkupCell> {
    let Some(first) = group.rows.first() else { return Vec::new() };
    let texts = table.columns.iter().zip(&first.cells).filter(|(column, cell)| !is_shown_in_rows(column) && !cell.parts.is_empty());
    texts.map(|(column, given)| cell(table, column, given)).collect()
}

fn cell(table: &Table, column: &Column, cell: &Cell) -> MarkupCell {
    let is_heading = column.role == ColumnRole::RowHeading;
    MarkupCell {
        tag: if is_heading { "th" } else { "td" },
        id: None,
        label: (!is_heading).then(|| label(table, column)),
        field: cell.field,
        value_name: cell.value.map(|(name, _)| name),
        value: cell.value.map(|(_, value)| value),
        is_number: column.role == ColumnRole::Number,
        parts: cell.parts.clone(),
    }
}

/// Columns of one field, as those of a split status, have the label of their common heading: on a
/// card only the marked one of them is seen.
fn label(table: &Table, column: &Column) -> String {
    let is_split = table.columns.iter().filter(|other| other.field == column.field).count() > 1;
    column.under.as_ref().filter(|_| is_split).unwrap_or(&column.label).clone()
}

fn starts_group(columns: &[Column], at: usize) -> bool {
    let under = |at: usize| columns.get(at).and_then(|column| column.under.as_ref());
    at.checked_sub(1).and_then(under) != under(at)
}
