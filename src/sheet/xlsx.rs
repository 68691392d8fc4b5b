//! A sheet as an Excel workbook.

use std::io;

use super::{Sheet, SheetRow};
use crate::workbook::{self, Book, BookCell, BookSheet, CellLook, SheetProtection};

/// Column of the second URL. Columns: item, title, answer, first URL, explanation, then one URL per
/// cell, as a cell holds one hyperlink.
const FIRST_FURTHER: u16 = 5;

/// Returns the workbook; the bytes are reproducible on every system.
///
/// # Errors
/// The sheet exceeds a limit of the XLSX format.
pub fn bytes(sheet: &Sheet) -> io::Result<Vec<u8>> {
    let most = sheet.rows.iter().map(|row| row.urls.len()).max().unwrap_or_default();
    let cells = head(sheet, most).into_iter().chain((1u32..).zip(&sheet.rows).flat_map(|(at, row)| cells(at, row)));
    let page = BookSheet {
        name: format!("OIT {}", sheet.fiscal_year),
        widths: [7.0, 38.0, 9.0, 46.0, 90.0].into_iter().chain((2..=most).map(|_| 46.0)).collect(),
        cells: cells.collect(),
        scrolls_from: (1, 1),
        head_row: 0,
        protection: SheetProtection::Open,
        rules: Vec::new(),
    };
    workbook::bytes(&Book { title: sheet.title.clone(), sheets: vec![page] })
}

fn head(sheet: &Sheet, most: usize) -> Vec<BookCell> {
    let headings = &sheet.headings;
    let fixed = [&headings.item, &headings.title, &headings.answer, &headings.urls, &headings.explanation].map(Clone::clone);
    let further = (2..=most).map(|number| format!("{} {number}", headings.urls));
    let texts = (0u16..).zip(fixed.into_iter().chain(further));
    texts.map(|(column, text)| BookCell { row: 0, column, text, look: CellLook::Head }).collect()
}

fn cells(at: u32, row: &SheetRow) -> Vec<BookCell> {
    let texts = [(0u16, &row.item), (1, &row.title), (2, &row.answer), (4, &row.explanation)];
    let texts = texts.map(|(column, text)| BookCell { row: at, column, text: text.clone(), look: CellLook::Wrapped });
    let columns = std::iter::once(3).chain(FIRST_FURTHER..);
    let links = columns.zip(&row.urls).map(|(column, url)| BookCell { row: at, column, text: url.clone(), look: CellLook::Link });
    texts.into_iter().chain(links).collect()
}
