//! Where everything stands in the sheets of a form: written by one side, read by the other.

use super::book::{FormBook, FormSheet};
use super::columns::{ColumnKind, FormTable};
use crate::base::Lang;
use crate::words::form as words;

/// Version of the layout; another one is not read.
pub(super) const VERSION: &str = "1";

/// What the first cell of a row of the last sheet says that the row is: the same in every language.
pub(super) mod mark {
    /// The version of the form.
    pub(crate) const FORM: &str = "prongsai-form";
    /// Year and item, and the file of the page.
    pub(crate) const PAGE: &str = "page";
    /// Words that cells offer.
    pub(crate) const CHOICES: &str = "choices";
    /// The name of a table; its rows follow.
    pub(crate) const TABLE: &str = "table";
    /// Headings of the columns.
    pub(crate) const HEAD: &str = "head";
    /// Values of a row as they were.
    pub(crate) const ROW: &str = "row";
}

/// Row of the headings in the sheet of a table; title and explanation are above it.
pub(super) const HEAD_ROW: usize = 2;

/// Rows for what the page does not have yet.
const SPARE_ROWS: usize = 20;

/// A sheet as rows of texts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SheetTexts {
    pub(super) name: String,
    /// The table that it is for; none for the last sheet.
    pub(super) table: Option<FormTable>,
    pub(super) rows: Vec<Vec<String>>,
    /// Rows after them that are to be filled in.
    pub(super) spare: usize,
}

/// The sheets of a form, the one with the values as they were last.
pub(super) fn sheets(book: &FormBook, lang: Lang) -> Vec<SheetTexts> {
    let mut sheets: Vec<SheetTexts> = book.sheets.iter().map(|sheet| of_table(book, sheet, lang)).collect();
    sheets.push(SheetTexts { name: words::base_sheet(lang).to_owned(), table: None, rows: base(book, lang), spare: 0 });
    sheets
}

/// Row and number of words of a list in the last sheet; the words begin in the third column.
pub(super) fn choices_row(book: &FormBook, kind: ColumnKind) -> Option<(usize, usize)> {
    let lists = book.choices.lists();
    let at = lists.iter().position(|(known, _)| *known == kind)?;
    Some((BEFORE_CHOICES + at, lists.get(at)?.1.len()))
}

/// Rows of the last sheet above the lists.
const BEFORE_CHOICES: usize = 4;

fn of_table(book: &FormBook, sheet: &FormSheet, lang: Lang) -> SheetTexts {
    let head = vec![vec![words::form_title(lang, &book.item, book.year, &book.title)], vec![words::how(lang).to_owned()]];
    let rows = head.into_iter().chain([headings(sheet.table, lang)]).chain(sheet.rows.iter().cloned());
    SheetTexts { name: sheet.table.sheet(lang).to_owned(), table: Some(sheet.table), rows: rows.collect(), spare: SPARE_ROWS }
}

fn headings(table: FormTable, lang: Lang) -> Vec<String> {
    table.columns().iter().map(|column| (column.heading)(lang).to_owned()).collect()
}

fn base(book: &FormBook, lang: Lang) -> Vec<Vec<String>> {
    let marked = |mark: &str, rest: Vec<String>| [vec![mark.to_owned()], rest].concat();
    let page = book.page.as_ref().map(|page| page.to_string()).unwrap_or_default();
    let mut rows = vec![
        vec![words::base_title(lang).to_owned()],
        vec![words::base_how(lang).to_owned()],
        marked(mark::FORM, vec![VERSION.to_owned()]),
        marked(mark::PAGE, vec![format!("{}/{}", book.year, book.item), page]),
    ];
    for (kind, list) in book.choices.lists() {
        rows.push(marked(mark::CHOICES, [vec![choice_name(kind, lang).to_owned()], list].concat()));
    }
    for sheet in &book.sheets {
        rows.push(marked(mark::TABLE, vec![sheet.table.name().to_owned()]));
        rows.push(marked(mark::HEAD, headings(sheet.table, lang)));
        rows.extend(sheet.rows.iter().map(|row| marked(mark::ROW, row.clone())));
    }
    rows
}

fn choice_name(kind: ColumnKind, lang: Lang) -> &'static str {
    match kind {
        ColumnKind::Units => words::units(lang),
        ColumnKind::Month => words::months(lang),
        ColumnKind::Status => words::status(lang),
        ColumnKind::Cadence => words::cadence(lang),
        ColumnKind::Evidence => words::evidence(lang),
        _ => words::measure_ids(lang),
    }
}
