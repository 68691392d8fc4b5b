//! A form as an Excel workbook that explains and checks itself.

use std::io;

use super::book::FormBook;
use super::columns::{ColumnKind, FormColumn, FormTable};
use super::layout::{HEAD_ROW, SheetTexts, choices_row, sheets};
use crate::base::Lang;
use crate::words::form as words;
use crate::workbook::{self, Book, BookCell, BookSheet, CellLook, CellRule, ChoiceStrictness, SheetProtection, column_letters};

/// The workbook of a form, with explanations in `lang`; the bytes are reproducible.
///
/// # Errors
/// The form exceeds a limit of the XLSX format.
pub fn bytes(book: &FormBook, lang: Lang) -> io::Result<Vec<u8>> {
    let sheets = sheets(book, lang).iter().map(|sheet| page(book, sheet, lang)).collect();
    workbook::bytes(&Book { title: words::form_title(lang, &book.item, book.year, &book.title), sheets })
}

fn page(book: &FormBook, sheet: &SheetTexts, lang: Lang) -> BookSheet {
    let (widths, rules) = match sheet.table {
        Some(table) => (table.columns().iter().map(|column| column.width).collect(), rules(book, table, sheet, lang)),
        None => (vec![14.0], Vec::new()),
    };
    let last = sheet.rows.len() + sheet.spare;
    BookSheet {
        name: sheet.name.clone(),
        widths,
        cells: (0..last).flat_map(|at| cells(sheet, at)).collect(),
        scrolls_from: if sheet.table.is_some() { (number(HEAD_ROW + 1), 2) } else { (0, 0) },
        head_row: number(if sheet.table.is_some() { HEAD_ROW } else { 0 }),
        protection: SheetProtection::InputsOnly,
        rules,
    }
}

fn cells(sheet: &SheetTexts, row: usize) -> Vec<BookCell> {
    let texts = sheet.rows.get(row);
    let cell = |column: usize, text: &str, look: CellLook| BookCell {
        row: number(row),
        column: u16::try_from(column).unwrap_or(u16::MAX),
        text: text.to_owned(),
        look,
    };
    let Some(table) = sheet.table else {
        // The last sheet is not wrapped, so that each row is one line.
        let look = if row == 0 { CellLook::FormTitle } else { CellLook::FormNote };
        return texts.into_iter().flatten().enumerate().map(|(column, text)| cell(column, text, look)).collect();
    };
    if row < HEAD_ROW {
        let look = if row == 0 { CellLook::FormTitle } else { CellLook::FormNote };
        return texts.into_iter().flatten().take(1).map(|text| cell(0, text, look)).collect();
    }
    let text = |column: usize| texts.and_then(|texts| texts.get(column)).map_or("", String::as_str);
    let looks = table.columns().iter().map(|column| match row {
        HEAD_ROW => CellLook::FormHead,
        // What a new row of a report is on is for the officer to say; a new measure gets its id.
        _ if column.is_input() || (texts.is_none() && table == FormTable::Progress && column.kind == ColumnKind::Key) => CellLook::Input,
        _ => CellLook::Fixed,
    });
    looks.enumerate().map(|(column, look)| cell(column, text(column), look)).collect()
}

fn rules(book: &FormBook, table: FormTable, sheet: &SheetTexts, lang: Lang) -> Vec<CellRule> {
    let rule = |(column, at): (&FormColumn, u16)| CellRule {
        column: at,
        first_row: number(HEAD_ROW + 1),
        last_row: number(sheet.rows.len() + sheet.spare - 1),
        title: (column.heading)(lang).to_owned(),
        note: column.note(table, lang),
        choices: (column.is_input() || table == FormTable::Progress).then(|| choices(book, column.kind, lang)).flatten(),
        // A cell may have several of the other words.
        strictness: if column.kind == ColumnKind::Status { ChoiceStrictness::Only } else { ChoiceStrictness::Offered },
    };
    table.columns().iter().zip(0u16..).map(rule).collect()
}

/// The range of the words for a kind of cells in the last sheet.
fn choices(book: &FormBook, kind: ColumnKind, lang: Lang) -> Option<String> {
    let (row, count) = choices_row(book, kind)?;
    let last = column_letters(u16::try_from(1 + count).ok()?);
    Some(format!("='{}'!$C${row}:${last}${row}", words::base_sheet(lang), row = row + 1))
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
