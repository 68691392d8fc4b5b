//! A form that came back, as it was read from its workbook.

use std::collections::BTreeMap;

use super::cells::comparable;
use super::columns::FormTable;
use super::doubt::{FormDoubt, FormDoubtKind};
use super::layout::{VERSION, mark};
use super::outside::{beside as beside_table, other_sheet, remarked};
use super::page_rows::{RowKey, RowKeys};
use super::refusal::FormRefusal;
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellValue, Grid, GridBlock, GridDocument, Remark, RemarkKind};
use crate::base::{ItemCode, Lang, RelPath};
use crate::thai::{FiscalYear, Month};

/// A form that came back.
#[derive(Clone, Debug, PartialEq)]
pub struct FilledForm {
    /// Fiscal year of its item.
    pub year: FiscalYear,
    /// Its item.
    pub item: ItemCode,
    /// The file of the page that it was made of.
    pub page: Option<RelPath>,
    pub(super) tables: Vec<FilledTable>,
    /// What is missing from it.
    pub(super) doubts: Vec<FormDoubt>,
}

/// A table of it: values as they were, and as they are now.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FilledTable {
    pub(super) table: FormTable,
    /// Texts by column, by row.
    pub(super) base: BTreeMap<RowKey, Vec<String>>,
    pub(super) rows: Vec<FilledRow>,
    /// The sheet is there.
    pub(super) is_there: bool,
}

/// A row of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FilledRow {
    pub(super) key: RowKey,
    /// By column; none where the column is missing.
    pub(super) cells: Vec<Option<FilledCell>>,
}

/// A cell of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FilledCell {
    /// Text to compare.
    pub(super) text: String,
    /// The month of the day that the spreadsheet program made of it.
    pub(super) month: Option<Month>,
    pub(super) place: Option<TextPosition>,
}

/// True if a document is a form.
pub fn is_form(document: &GridDocument) -> bool {
    base_grid(document).is_some()
}

/// Reads a form; `None` if the document is none.
///
/// # Errors
/// It is of another version, or its last sheet was changed.
pub fn read(document: &GridDocument) -> Option<Result<FilledForm, FormRefusal>> {
    match base_grid(document) {
        Some(base) => Some(filled(document, base)),
        None => has_all_headings(document).then_some(Err(FormRefusal::NoBase)),
    }
}

fn filled(document: &GridDocument, base: &Grid) -> Result<FilledForm, FormRefusal> {
    let version = marked(base, mark::FORM).map(|row| text(base, row, 1)).unwrap_or_default();
    if version != VERSION {
        return Err(FormRefusal::Version(version));
    }
    let spoilt = || FormRefusal::Spoilt(base.name.clone().unwrap_or_default());
    let page = marked(base, mark::PAGE).ok_or_else(spoilt)?;
    let target = text(base, page, 1);
    let (year, item) = target.split_once('/').ok_or_else(spoilt)?;
    let (year, item) = FiscalYear::parse(year).zip(ItemCode::parse(item)).ok_or_else(spoilt)?;
    let mut form = FilledForm { year, item, page: RelPath::new(&text(base, page, 2)), tables: Vec::new(), doubts: Vec::new() };
    for table in FormTable::ALL {
        if let Some(rows) = base_rows(base, table) {
            let table = filled_table(document, table, rows, &mut form.doubts);
            form.tables.push(table);
        }
    }
    form.doubts.extend(
        document
            .remarks
            .iter()
            .filter(|remark| is_unread_formula(remark))
            .map(|remark| FormDoubt::of(FormDoubtKind::Formula, remark.place.clone()).said(&remark.text)),
    );
    form.doubts.extend(remarked(document));
    form.doubts.extend(grids(document).filter(|grid| !std::ptr::eq(*grid, base)).filter_map(other_sheet));
    if let Some(hidden) = document.remarks.iter().find_map(hidden_lines) {
        return Err(hidden);
    }
    if form.tables.is_empty() { Err(spoilt()) } else { Ok(form) }
}

/// A formula without a result in a table of the form.
fn is_unread_formula(remark: &Remark) -> bool {
    let is_table = |sheet: &str| FormTable::ALL.iter().any(|table| Lang::ALL.iter().any(|lang| sheet == table.sheet(*lang)));
    remark.kind == RemarkKind::Formula && matches!(&remark.place, Some(TextPosition::Cell { sheet, .. }) if is_table(sheet))
}

/// Hidden rows or columns of a table: they are not in the document, and would be taken for deleted.
fn hidden_lines(remark: &Remark) -> Option<FormRefusal> {
    let Some(TextPosition::Cell { sheet, .. }) = &remark.place else { return None };
    let is_table = FormTable::ALL.iter().any(|table| Lang::ALL.iter().any(|lang| **sheet == *table.sheet(*lang)));
    let is_hidden = matches!(remark.kind, RemarkKind::HiddenRow | RemarkKind::HiddenColumn);
    (is_table && is_hidden).then(|| FormRefusal::Hidden { sheet: sheet.to_string(), lines: remark.text.clone() })
}

/// A sheet has the name and all headings of a form: no other document has.
fn has_all_headings(document: &GridDocument) -> bool {
    let is_whole = |grid: &Grid, table: FormTable| {
        Lang::ALL.iter().any(|lang| grid.name.as_deref() == Some(table.sheet(*lang)))
            && head(grid, table).is_some_and(|(_, columns)| columns.iter().all(Option::is_some))
    };
    grids(document).any(|grid| FormTable::ALL.into_iter().any(|table| is_whole(grid, table)))
}

/// The last sheet of a form.
fn base_grid(document: &GridDocument) -> Option<&Grid> {
    grids(document).find(|grid| marked(grid, mark::FORM).is_some())
}

fn grids(document: &GridDocument) -> impl Iterator<Item = &Grid> {
    document.blocks.iter().filter_map(|block| match block {
        GridBlock::Grid(grid) => Some(grid),
        GridBlock::Paragraph(_) => None,
    })
}

/// The first row that says of itself what it is.
fn marked(grid: &Grid, mark: &str) -> Option<usize> {
    (0..grid.rows.len()).find(|row| text(grid, *row, 0) == mark)
}

fn text(grid: &Grid, row: usize, column: usize) -> String {
    grid.content(row, column).map(|content| comparable(&content.text())).unwrap_or_default()
}

/// The values as they were.
fn base_rows(base: &Grid, table: FormTable) -> Option<BTreeMap<RowKey, Vec<String>>> {
    let is_start = |row: &usize| text(base, *row, 0) == mark::TABLE && text(base, *row, 1) == table.name();
    let start = (0..base.rows.len()).find(is_start)?;
    let mut keys = RowKeys::default();
    let rows = (start + 1..base.rows.len()).take_while(|row| text(base, *row, 0) != mark::TABLE);
    let rows = rows.filter(|row| text(base, *row, 0) == mark::ROW);
    let texts = rows.map(|row| (1..=table.columns().len()).map(|column| text(base, row, column)).collect::<Vec<_>>());
    Some(texts.map(|texts| (keys.next(texts.first().map_or("", String::as_str)), texts)).collect())
}

fn filled_table(
    document: &GridDocument,
    table: FormTable,
    base: BTreeMap<RowKey, Vec<String>>,
    doubts: &mut Vec<FormDoubt>,
) -> FilledTable {
    let is_named = |grid: &&Grid| Lang::ALL.iter().any(|lang| grid.name.as_deref() == Some(table.sheet(*lang)));
    let sheet = grids(document).find(is_named).and_then(|grid| Some((grid, head(grid, table)?)));
    let Some((grid, (head_row, columns))) = sheet else {
        doubts.push(FormDoubt::of(FormDoubtKind::SheetMissing, None).of_table(table));
        return FilledTable { table, base, rows: Vec::new(), is_there: false };
    };
    for (column, at) in table.columns().iter().zip(&columns) {
        if at.is_none() {
            doubts.push(FormDoubt::of(FormDoubtKind::ColumnMissing, None).of_column(column));
        }
    }
    let formulas: Vec<&TextPosition> =
        document.remarks.iter().filter(|remark| is_unread_formula(remark)).filter_map(|remark| remark.place.as_ref()).collect();
    let is_unread = |cell: &FilledCell| cell.place.as_ref().is_some_and(|place| formulas.contains(&place));
    doubts.extend(beside_table(grid, head_row, &columns));
    let mut keys = RowKeys::default();
    let mut rows = Vec::new();
    for row in head_row + 1..grid.rows.len() {
        let cells: Vec<Option<FilledCell>> =
            columns.iter().map(|at| at.map(|at| cell(grid, row, at)).filter(|cell| !is_unread(cell))).collect();
        // Which row it is says its first cell.
        if cells.first().is_some_and(Option::is_none) && columns.first().is_some_and(Option::is_some) {
            continue;
        }
        if cells.iter().flatten().any(|cell| !cell.text.is_empty()) {
            let ids = cells.first().and_then(Option::as_ref).map_or("", |cell| cell.text.as_str());
            rows.push(FilledRow { key: keys.next(ids), cells });
        }
    }
    FilledTable { table, base, rows, is_there: true }
}

/// The row of the headings, and the column of each.
fn head(grid: &Grid, table: FormTable) -> Option<(usize, Vec<Option<usize>>)> {
    /// Rows in which headings are looked for: a few may have been put above.
    const DEEP: usize = 20;
    let found = |row: usize| {
        let texts: Vec<String> = (0..grid.rows.get(row).map_or(0, |row| row.cells.len())).map(|column| text(grid, row, column)).collect();
        let at = |heading: fn(Lang) -> &'static str| texts.iter().position(|text| Lang::ALL.iter().any(|lang| heading(*lang) == text));
        table.columns().iter().map(|column| at(column.heading)).collect::<Vec<_>>()
    };
    (0..grid.rows.len().min(DEEP)).map(|row| (row, found(row))).find(|(_, columns)| columns.first().is_some_and(Option::is_some))
}

fn cell(grid: &Grid, row: usize, column: usize) -> FilledCell {
    match grid.content(row, column) {
        Some(content) => FilledCell {
            text: comparable(&content.text()),
            month: match content.value {
                CellValue::Date(day) => Some(day.month()),
                CellValue::Month(month) => Some(month),
                _ => None,
            },
            place: Some(content.place.clone()),
        },
        // Empty cells may be left out of the file: the heading tells where it would be.
        None => FilledCell { text: String::new(), month: None, place: beside(grid, row, column) },
    }
}

/// Where a cell without content stands: in the row and the column of others.
fn beside(grid: &Grid, row: usize, column: usize) -> Option<TextPosition> {
    let own_row = grid.rows.get(row)?.cells.iter().enumerate().find_map(|(at, _)| match &grid.content(row, at)?.place {
        TextPosition::Cell { sheet, row, .. } => Some((sheet.clone(), *row)),
        _ => None,
    });
    let (sheet, row) = own_row?;
    let column = (0..grid.rows.len().min(20)).find_map(|at| match &grid.content(at, column)?.place {
        TextPosition::Cell { column, .. } => Some(*column),
        _ => None,
    });
    Some(TextPosition::Cell { sheet, row, column: column? })
}
