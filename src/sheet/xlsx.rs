//! A sheet as an Excel workbook; the only user of `rust_xlsxwriter`.

use std::io;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError};

use super::{Sheet, SheetRow};
use crate::archive::as_made_on_unix;

/// Longest cell text, in characters; Excel's limit is 32,767.
const MAX_CHARACTERS: usize = 32_000;

/// Column of the second URL. Columns: item, title, answer, first URL, explanation, then one URL per
/// cell, as a cell holds one hyperlink.
const FIRST_FURTHER: u16 = 5;

/// Returns the workbook; the bytes are reproducible on every system.
///
/// # Errors
/// The sheet exceeds a limit of the XLSX format.
pub fn bytes(sheet: &Sheet) -> io::Result<Vec<u8>> {
    let bytes = workbook(sheet).map_err(io::Error::other)?;
    as_made_on_unix(bytes).ok_or_else(|| io::Error::other("a workbook of another kind"))
}

fn workbook(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Fixed creation date, for reproducible bytes; the default is the current time.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&sheet.title).set_creation_datetime(&created));
    let page = workbook.add_worksheet();
    page.set_name(format!("OIT {}", sheet.fiscal_year))?;
    head(page, sheet)?;
    for (at, row) in (1u32..).zip(&sheet.rows) {
        cells(page, at, row)?;
    }
    page.set_freeze_panes(1, 1)?;
    page.set_landscape().set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
    workbook.save_to_buffer()
}

fn head(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
    let headings = &sheet.headings;
    let fixed = [(&headings.item, 7), (&headings.title, 38), (&headings.answer, 9), (&headings.urls, 46), (&headings.explanation, 90)];
    for (column, (heading, width)) in (0u16..).zip(fixed) {
        page.write_string_with_format(0, column, heading, &bold)?;
        page.set_column_width(column, width)?;
    }
    let most = sheet.rows.iter().map(|row| row.urls.len()).max().unwrap_or_default();
    for (column, number) in (FIRST_FURTHER..).zip(2..=most) {
        page.write_string_with_format(0, column, format!("{} {number}", headings.urls), &bold)?;
        page.set_column_width(column, 46)?;
    }
    Ok(())
}

fn cells(page: &mut Worksheet, at: u32, row: &SheetRow) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let texts = [(0u16, &row.item), (1, &row.title), (2, &row.answer), (4, &row.explanation)];
    for (column, text) in texts {
        // Written as a string, so a leading `=` is no formula.
        page.write_string_with_format(at, column, fitting(text), &wrapped)?;
    }
    let columns = std::iter::once(3).chain(FIRST_FURTHER..);
    for (column, url) in columns.zip(&row.urls) {
        link(page, at, column, url)?;
    }
    Ok(())
}

/// Writes a hyperlink; a URL over Excel's limit becomes plain text.
fn link(page: &mut Worksheet, at: u32, column: u16, url: &str) -> Result<(), XlsxError> {
    let format = Format::new().set_hyperlink().set_text_wrap().set_align(FormatAlign::Top);
    if page.write_url_with_format(at, column, Url::new(url), &format).is_err() {
        page.write_string(at, column, fitting(url))?;
    }
    Ok(())
}

fn fitting(text: &str) -> String {
    text.chars().take(MAX_CHARACTERS).collect()
}
