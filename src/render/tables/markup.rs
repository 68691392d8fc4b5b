//! Tables prepared for the template: merged headings, the heading ids of each cell for screen
//! readers, and its label for screens on which a row becomes a card.

use serde::Serialize;

use super::{Cell, CellPart, Column, ColumnRole, Row, RowGroup, Table};

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
    /// `None` if no cell names it.
    pub(crate) id: Option<String>,
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
    /// Id of a row heading that cells name.
    pub(crate) heading_id: Option<String>,
    /// `headers` attribute, where `scope` is not sufficient.
    pub(crate) headers: Option<String>,
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
    let two_rows = table.columns.iter().any(|column| column.under.is_some());
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    for (at, column) in table.columns.iter().enumerate().filter(|(_, column)| is_shown_in_rows(column)) {
        let leaf =
            |rowspan| HeadCell { id: two_rows.then(|| leaf_id(table, at)), scope: "col", colspan: 1, rowspan, text: column.label.clone() };
        match &column.under {
            None => upper.push(leaf(if two_rows { 2 } else { 1 })),
            Some(over) => {
                if starts_group(&table.columns, at) {
                    let colspan = table.columns.iter().skip(at).take_while(|next| next.under.as_ref() == Some(over)).count();
                    upper.push(HeadCell { id: Some(over_id(table, at)), scope: "colgroup", colspan, rowspan: 1, text: over.clone() });
                }
                lower.push(leaf(1));
            }
        }
    }
    if two_rows { vec![upper, lower] } else { vec![upper] }
}

fn is_shown_in_rows(column: &Column) -> bool {
    column.role != ColumnRole::OfGroup
}

fn body(table: &Table) -> Vec<MarkupGroup> {
    // With one row of headings, `scope` is sufficient.
    let is_complex = table.columns.iter().any(|column| column.under.is_some());
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
            let cells = table.columns.iter().zip(&row.cells).enumerate().filter(|(_, (column, _))| is_shown_in_rows(column));
            let cells = cells.map(|(at, (column, given))| cell(table, column, given, headers(at, column), &heading_id)).collect();
            MarkupRow { id: row.id.clone(), about: row.about, key: row.key.clone(), cells }
        };
        let rows = group.rows.iter().enumerate().map(row).collect();
        groups.push(MarkupGroup { heading: group.heading.clone(), rows, below: below(table, group, group_id), id });
    }
    groups
}

/// The texts of the whole group, which every row has.
fn below(table: &Table, group: &RowGroup, group_id: Option<&str>) -> Vec<MarkupCell> {
    let Some(first) = group.rows.first() else { return Vec::new() };
    let texts = table.columns.iter().zip(&first.cells).filter(|(column, cell)| !is_shown_in_rows(column) && !cell.parts.is_empty());
    let headers = group_id.map(str::to_owned);
    texts.map(|(column, given)| cell(table, column, given, headers.clone(), "")).collect()
}

fn cell(table: &Table, column: &Column, cell: &Cell, headers: Option<String>, heading_id: &str) -> MarkupCell {
    let is_heading = column.role == ColumnRole::RowHeading;
    MarkupCell {
        tag: if is_heading { "th" } else { "td" },
        heading_id: headers.as_ref().filter(|_| is_heading).map(|_| heading_id.to_owned()),
        headers,
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

/// Heading ids of a cell: group, row, column group, column.
fn headers(table: &Table, at: usize, column: &Column, group_id: Option<&str>, heading_id: &str) -> String {
    let row = (column.role != ColumnRole::RowHeading).then_some(heading_id);
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
