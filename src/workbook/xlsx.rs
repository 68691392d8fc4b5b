//! A workbook as the bytes of an XLSX file.

use std::collections::BTreeMap;
use std::io;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatPattern, Formula,
    ProtectionOptions, Url, Workbook, Worksheet, XlsxError,
};

use super::book::{Book, BookCell, BookSheet, CellLook, CellRule, ChoiceStrictness, SheetProtection};
use crate::archive::as_made_on_unix;

/// Longest cell text, in characters; Excel's limit is 32,767.
const MAX_CHARACTERS: usize = 32_000;

/// Longest note and title of a rule, in UTF-16 units: limits of Excel.
const MAX_NOTE: usize = 255;
const MAX_NOTE_TITLE: usize = 32;

/// The font of official Thai documents; programs without it take their own.
const FONT: &str = "TH Sarabun New";

/// Returns the workbook; the bytes are reproducible on every system.
///
/// # Errors
/// The workbook exceeds a limit of the XLSX format.
pub(crate) fn bytes(book: &Book) -> io::Result<Vec<u8>> {
    let bytes = workbook(book).map_err(io::Error::other)?;
    as_made_on_unix(bytes).ok_or_else(|| io::Error::other("a workbook of another kind"))
}

fn workbook(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Fixed creation date, for reproducible bytes; the default is the current time.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&book.title).set_creation_datetime(&created));
    for sheet in &book.sheets {
        fill(workbook.add_worksheet(), sheet)?;
    }
    workbook.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &BookSheet) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    for (column, width) in (0u16..).zip(&sheet.widths) {
        page.set_column_width(column, *width)?;
    }
    let mut formats = BTreeMap::new();
    for cell in &sheet.cells {
        let format = formats.entry(cell.look).or_insert_with(|| format(cell.look));
        write(page, cell, format)?;
    }
    for rule in &sheet.rules {
        page.add_data_validation(rule.first_row, rule.column, rule.last_row, rule.column, &validation(rule)?)?;
    }
    if sheet.protection == SheetProtection::InputsOnly {
        // Sizes of rows and columns may be changed: texts must stay readable.
        page.protect_with_options(&ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::default() });
    }
    let (row, column) = sheet.scrolls_from;
    page.set_freeze_panes(row, column)?;
    page.set_landscape().set_repeat_rows(sheet.head_row, sheet.head_row)?.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn write(page: &mut Worksheet, cell: &BookCell, format: &Format) -> Result<(), XlsxError> {
    let text = fitting(&cell.text);
    match cell.look {
        // An address over Excel's limit becomes plain text.
        CellLook::Link if page.write_url_with_format(cell.row, cell.column, Url::new(&cell.text), format).is_err() => {
            page.write_string(cell.row, cell.column, text)?
        }
        CellLook::Link => page,
        _ if text.is_empty() => page.write_blank(cell.row, cell.column, format)?,
        // Written as a string, so a leading `=` is no formula.
        _ => page.write_string_with_format(cell.row, cell.column, text, format)?,
    };
    Ok(())
}

fn format(look: CellLook) -> Format {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let form = Format::new().set_font_name(FONT).set_font_size(16).set_align(FormatAlign::Top);
    // As text, or Excel makes a day of `2566/1` and a number of `042`.
    let cell = form.clone().set_text_wrap().set_num_format("@").set_border(FormatBorder::Thin);
    let shaded = |format: Format, shade: u32| format.set_background_color(shade).set_pattern(FormatPattern::Solid);
    match look {
        CellLook::Head => wrapped.set_bold().set_border_bottom(FormatBorder::Thin),
        CellLook::Wrapped => wrapped,
        CellLook::Link => wrapped.set_hyperlink(),
        CellLook::FormTitle => form.set_bold().set_font_size(18),
        CellLook::FormNote => form,
        CellLook::FormHead => shaded(cell.set_bold(), 0xDD_E6_F0),
        CellLook::Fixed => shaded(cell, 0xEE_EE_EE),
        CellLook::Input => cell.set_unlocked(),
    }
}

fn validation(rule: &CellRule) -> Result<DataValidation, XlsxError> {
    let (title, note) = (cut(&rule.title, MAX_NOTE_TITLE), cut(&rule.note, MAX_NOTE));
    let validation = match &rule.choices {
        Some(range) => DataValidation::new().allow_list_formula(Formula::new(range)),
        None => DataValidation::new().allow_any_value(),
    };
    let validation = validation.set_input_title(&title)?.set_input_message(&note)?;
    Ok(match rule.strictness {
        ChoiceStrictness::Only => {
            validation.set_error_style(DataValidationErrorStyle::Stop).set_error_title(title)?.set_error_message(note)?
        }
        ChoiceStrictness::Offered => validation.show_error_message(false),
    })
}

/// The first characters, within a number of UTF-16 units.
fn cut(text: &str, most: usize) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= most
    };
    text.chars().take_while(fits).collect()
}

fn fitting(text: &str) -> String {
    text.chars().take(MAX_CHARACTERS).collect()
}
