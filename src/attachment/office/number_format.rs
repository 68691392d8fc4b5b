//! Numbers as a spreadsheet shows them; the only module that uses `ssfmt`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ssfmt::{DateSystem, FormatOptions, NumberFormat};

use crate::thai::{month_name, month_short};

/// Longest format code in bytes; Excel stops at 255 letters.
const MAX_CODE: usize = 765;
/// Most bytes of codes that are applied, some five seconds; a list of 100,000 people needs a tenth.
const MAX_WORK: usize = 100 << 20;
/// Marks of Thailand in brackets, in small letters: by number, as Excel wrote it, and by name.
const OF_THAILAND: [&str; 2] = ["41e]", "[$-th"];
/// Marks of the calendar of the Buddhist era in brackets: its number before that of Thailand or behind its name, and its name.
const OF_BUDDHIST_ERA: [&str; 3] = ["07041e]", "07]", "ca-buddhist"];
/// Most formats of a workbook; Excel stops at some 200 to 250.
const MAX_FORMATS: usize = 65_536;

/// Number formats of a workbook by cell style.
#[derive(Default)]
pub(super) struct NumberFormats {
    /// Codes that the workbook defines, by their number.
    codes: BTreeMap<u32, String>,
    /// Numbers of the formats of the styles.
    styles: Vec<u32>,
    /// Parsed formats.
    known: BTreeMap<u32, Option<NumberFormat>>,
    options: FormatOptions,
    /// Bytes of codes that were applied.
    work: usize,
}

impl NumberFormats {
    /// Dates count from 1904, as on old Macs.
    pub(super) fn count_from_1904(&mut self) {
        self.options.date_system = DateSystem::Date1904;
    }

    pub(super) fn define(&mut self, number: u32, code: &str) {
        if code.len() <= MAX_CODE && self.codes.len() < MAX_FORMATS {
            self.codes.insert(number, understood(code));
        }
    }

    pub(super) fn add_style(&mut self, format: u32) {
        self.styles.push(format);
    }

    /// The number in a cell of a style, by its number, with all digits that are in the file.
    pub(super) fn shown(&mut self, number: f64, style: usize) -> String {
        match self.displayed(number, style) {
            // `;;;` and `0.00E+00` hide digits that are in the file all the same.
            Some(text) if text.contains(|c: char| c.is_ascii_digit()) && !text.contains("E+") && !is_amount_of_identity(&text, number) => {
                text
            }
            _ => plain(number),
        }
    }

    /// What the format of a style makes of a number, perhaps nothing; `None` if it shows the number as it is.
    pub(super) fn displayed(&mut self, number: f64, style: usize) -> Option<String> {
        let format = self.styles.get(style).copied().unwrap_or(0);
        let codes = &self.codes;
        self.work = self.work.saturating_add(codes.get(&format).map_or(0, String::len));
        if self.work > MAX_WORK {
            return None;
        }
        let known = self.known.entry(format).or_insert_with(|| parsed(format, codes));
        if codes.get(&format).is_some_and(|code| is_in_thai(code)) {
            self.options.locale.month_names_full = std::array::from_fn(|at| month_name(at as u8 + 1));
            self.options.locale.month_names_short = std::array::from_fn(|at| month_short(at as u8 + 1));
        } else {
            let english = ssfmt::Locale::default();
            self.options.locale.month_names_full = english.month_names_full;
            self.options.locale.month_names_short = english.month_names_short;
        }
        known.as_ref().map(|known| known.format(number, &self.options).trim().to_owned())
    }

    /// The code of a style.
    pub(super) fn code(&self, style: usize) -> &str {
        let format = self.styles.get(style).copied().unwrap_or(0);
        self.codes.get(&format).map(String::as_str).or_else(|| ssfmt::format_code_from_id(format)).unwrap_or_default()
    }

    /// Year, month and day of the day that a number counts; the 29 February 1900 of Excel is among them.
    pub(super) fn day(&self, number: f64) -> Option<(i16, i8, i8)> {
        const LAST: f64 = 2_958_465.0;
        let (year, month, day) = Some(number)
            .filter(|number| (0.0..=LAST).contains(number))
            .and_then(|number| ssfmt::date_serial::serial_to_date(number, self.options.date_system))?;
        Some((i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?))
    }
}

/// A format; `None` for one that shows the number as it is.
fn parsed(format: u32, codes: &BTreeMap<u32, String>) -> Option<NumberFormat> {
    let code = match codes.get(&format) {
        Some(code) => code.as_str(),
        None => ssfmt::format_code_from_id(format)?,
    };
    let is_plain = ["general", "@", "standard", ""].iter().any(|plain| code.eq_ignore_ascii_case(plain));
    if is_plain { None } else { NumberFormat::parse(code).ok() }
}

/// Months have their Thai names: by a mark of Thailand, or, without any mark, with a year `b`, which only Excel of Thailand
/// writes.
fn is_in_thai(code: &str) -> bool {
    let code = code.to_ascii_lowercase();
    // Every other part is in brackets or quotation marks.
    let has_thai_year = || code.split(['"', '[', ']']).step_by(2).any(|part| part.contains("bb"));
    OF_THAILAND.iter().any(|mark| code.contains(mark)) || (!code.contains("[$-") && has_thai_year())
}

/// A code without what only Excel of Thailand writes: `t0` for Thai digits, which mean the same number,
/// and `[$-107041E]` for years of the Buddhist era, which are `b` elsewhere. The point of `#,##0.-` is shown,
/// though no digit follows.
fn understood(code: &str) -> String {
    let code = match code.strip_prefix(['t', 'T']) {
        Some(rest) if rest.starts_with(['0', '#', '?']) => rest,
        _ => code,
    };
    let code = with_shown_point(code);
    let lower = code.to_ascii_lowercase();
    let is_of_era = OF_BUDDHIST_ERA.iter().any(|mark| lower.contains(mark)) && OF_THAILAND.iter().any(|mark| lower.contains(mark));
    if is_of_era { with_buddhist_years(&code) } else { code }
}

/// Years are `b`, but for letters in brackets and quotation marks.
fn with_buddhist_years(code: &str) -> String {
    let mut closed_by = None;
    let mut year = |letter: char| match (closed_by, letter) {
        (Some(end), _) => {
            closed_by = closed_by.filter(|_| letter != end);
            letter
        }
        (None, '[') => {
            closed_by = Some(']');
            letter
        }
        (None, '"') => {
            closed_by = Some('"');
            letter
        }
        (None, 'y' | 'Y') => 'b',
        (None, _) => letter,
    };
    code.chars().map(&mut year).collect()
}

fn with_shown_point(code: &str) -> String {
    let is_digit = |c: Option<char>| matches!(c, Some('0' | '#' | '?'));
    let mut shown = String::with_capacity(code.len());
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '.' && is_digit(shown.chars().next_back()) && !is_digit(letters.peek().copied()) {
            shown.push('\\');
        }
        shown.push(letter);
    }
    shown
}

/// A value that a program keeps beside the cells, of a chart for example: the digits of a binary fraction
/// are not shown, and could look like the number of a person.
pub(super) fn copied(value: &str) -> Cow<'_, str> {
    match value.trim().parse::<f64>() {
        Ok(number) if number.is_finite() && number.fract() != 0.0 => plain(number).into(),
        _ => value.into(),
    }
}

/// True if as many digits as an ID has are shown as an amount, which no municipality has: `3,100,900,123,455.00`.
fn is_amount_of_identity(shown: &str, number: f64) -> bool {
    let is_as_long = number.fract() == 0.0 && (1e12..1e13).contains(&number);
    is_as_long && (shown.contains(',') || shown.chars().filter(char::is_ascii_digit).count() > 13)
}

/// A number without a format. A whole one with all its digits: a wide cell shows them, a narrow one
/// `3.1E+12`. Others as Excel shows them, in eleven letters: of a third, a list of digits would be left
/// that looks like the number of a person.
pub(super) fn plain(number: f64) -> String {
    const EXACT: f64 = 1e15;
    if number.fract() == 0.0 && number.abs() < EXACT {
        return format!("{number}");
    }
    // Excel keeps 15 digits; what comes behind is from binary fractions.
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded.fract() == 0.0 && rounded.abs() < 1e21 {
        return format!("{rounded}");
    }
    ssfmt::format_default(number, "General").unwrap_or_else(|_| format!("{rounded}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_excel_shows_them() {
        let shown = |number: f64, code: &str| {
            let mut formats = NumberFormats::default();
            formats.define(170, code);
            formats.add_style(170);
            formats.shown(number, 0)
        };
        let cases = [
            (812_345_678.0, "000\\-000\\-0000", "081-234-5678"),
            (812_345_678.0, "[<=99999999][$-D000000]0\\-####\\-####;[$-D000000]0#\\-####\\-####", "08-1234-5678"),
            (105_536_000_313.0, "0000000000000", "0105536000313"),
            (3_100_900_123_455.0, "General", "3100900123455"),
            (3_100_900_123_455.0, "@", "3100900123455"),
            (3_100_900_123_455.0, "0.00E+00", "3100900123455"),
            (3_100_900_123_455.0, ";;;", "3100900123455"),
            (3_100_900_123_455.0, "0.00", "3100900123455"),
            (3_100_900_123_455.0, "#,##0", "3100900123455"),
            (310_090_012_345.0, "#,##0", "310,090,012,345"),
            (3_100_900_123_455.0, "[$-107041E]0\\ 0000\\ 00000\\ 00\\ 0", "3 1009 00123 45 5"),
            (3_100_900_123_455.0, "[$-D07041E]0\\-0000\\-00000\\-00\\-0", "3-1009-00123-45-5"),
            (812_345_678.0, "t000\\-000\\-0000", "081-234-5678"),
            (1_234_567.5, "_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "1,234,567.50"),
            (1_000_000.0, "#,##0.-", "1,000,000.-"),
            (1_500.0, "#,##0.\"-\"", "1,500.-"),
            (0.256, "0.0%", "25.6%"),
            (45_000.0, "[$-107041E]d/m/bbbb", "15/3/2566"),
            (45_000.0, "[$-107041E]d/m/yyyy", "15/3/2566"),
            (45_000.0, "[$-41E]d/m/yyyy", "15/3/2023"),
            (45_000.0, "[$-th-TH,107]d mmm yy", "15 มี.ค. 66"),
            (45_000.0, "mmmm bbbb", "มีนาคม 2566"),
            (45_000.0, "[Blue]mmmm yyyy", "March 2023"),
            (0.1 + 0.2, "General", "0.3"),
            (100.0 / 3.0, "General", "33.33333333"),
            (1e22, "General", "1E+22"),
            (7.0, "[not a format", "7"),
        ];
        for (number, code, expected) in cases {
            assert_eq!(shown(number, code), expected, "{code}");
        }
    }

    #[test]
    fn copies_keep_all_that_is_no_binary_fraction() {
        let copies = ["0812345678", "33.333333333333336", "3100900123455", "ก", "1e999"].map(copied);
        assert_eq!(copies, ["0812345678", "33.33333333", "3100900123455", "ก", "1e999"]);
    }

    #[test]
    fn built_in_formats_need_no_definition() {
        let mut formats = NumberFormats::default();
        formats.add_style(0);
        formats.add_style(3);
        assert_eq!(
            (formats.shown(1234.0, 0), formats.shown(1234.0, 1), formats.shown(1234.0, 9)),
            ("1234".into(), "1,234".into(), "1234".into())
        );
    }
}
