//! Numbers of spreadsheets: what is shown, and what it means.

use super::super::number_format::{NumberFormats, plain};
use crate::attachment::grid::{CellValue, RemarkKind};
use crate::thai::Date;

/// A number in a cell.
pub(super) struct StoredNumber {
    pub(super) text: String,
    pub(super) value: CellValue,
    /// What is to be remarked, with the text in question.
    pub(super) remark: Option<(RemarkKind, String)>,
}

/// What a format makes of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormatKind {
    /// A number.
    Number,
    /// A number with a percent sign.
    Percent,
    /// A day of a month.
    Day,
    /// A month of a year without a day.
    Month,
    /// A year or a month alone, or a day of the week.
    PartOfDay,
    /// A time or duration.
    Time,
}

/// What a number with the format of a style is.
pub(super) fn stored_number(formats: &mut NumberFormats, number: f64, style: usize) -> StoredNumber {
    let kind = FormatKind::of(formats.code(style), number);
    if matches!(kind, FormatKind::Day | FormatKind::Month | FormatKind::PartOfDay) && is_year(number) {
        let shown = formats.displayed(number, style).unwrap_or_default();
        let value = CellValue::Number { value: number, is_percent: false };
        return StoredNumber { text: plain(number), value, remark: Some((RemarkKind::YearAsDay, shown)) };
    }
    let text = match formats.displayed(number, style) {
        Some(_) if hides(formats.code(style), number) => String::new(),
        // Too narrow for a number that someone may be looked up by.
        Some(text) if text.contains("E+") => plain(number),
        Some(text) => text,
        None => plain(number),
    };
    let (value, year) = match kind {
        FormatKind::Number | FormatKind::Percent => {
            (CellValue::Number { value: number, is_percent: kind == FormatKind::Percent }, RealYear::Gregorian)
        }
        FormatKind::Day if number.fract() == 0.0 => formats.day(number).map_or((CellValue::Moment, RealYear::Gregorian), day_value),
        FormatKind::Month => formats.day(number.floor()).map_or((CellValue::Moment, RealYear::Gregorian), month_value),
        _ => (CellValue::Moment, RealYear::Gregorian),
    };
    let remark = match year {
        RealYear::Buddhist => Some((RemarkKind::BuddhistYear, text.clone())),
        RealYear::Gregorian if text.is_empty() && number != 0.0 => Some((RemarkKind::HiddenText, plain(number))),
        RealYear::Gregorian => None,
    };
    StoredNumber { text, value, remark }
}

/// The era in which a year was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RealYear {
    Gregorian,
    Buddhist,
}

/// The day that the author means: nobody stores a Gregorian year from 2400 on.
pub(super) fn day_value((year, month, day): (i16, i8, i8)) -> (CellValue, RealYear) {
    const FIRST: i16 = 2400;
    const ERA: i16 = 543;
    let (year, era) = if year >= FIRST { (year - ERA, RealYear::Buddhist) } else { (year, RealYear::Gregorian) };
    (Date::new(year, month, day).map_or(CellValue::Moment, CellValue::Date), era)
}

/// The month of a day that is shown without its day of the month.
pub(super) fn month_value(day: (i16, i8, i8)) -> (CellValue, RealYear) {
    match day_value(day) {
        (CellValue::Date(day), era) => (CellValue::Month(day.month()), era),
        other => other,
    }
}

/// True for what is more likely a year than a day of 1905 to 1907.
pub(super) fn is_year(number: f64) -> bool {
    number.fract() == 0.0 && ((2400.0..2700.0).contains(&number) || (2000.0..2100.0).contains(&number))
}

impl FormatKind {
    /// What a format code is; of its sections, the one for this number.
    pub(super) fn of(code: &str, number: f64) -> Self {
        let section = section(code, number);
        let code = section.as_str();
        let has = |letters: &[char]| code.contains(letters);
        if code.eq_ignore_ascii_case("general") || code.eq_ignore_ascii_case("standard") {
            FormatKind::Number
        } else if has_day(code) {
            FormatKind::Day
        } else if has(&['h', 's', '[']) {
            FormatKind::Time
        } else if has(&['y', 'b']) && has(&['m']) {
            FormatKind::Month
        } else if has(&['y', 'b', 'm', 'd']) {
            FormatKind::PartOfDay
        } else if has(&['%']) {
            FormatKind::Percent
        } else {
            FormatKind::Number
        }
    }
}

/// The section of a code for this number.
fn section(code: &str, number: f64) -> String {
    let mut sections = sections(code);
    let at = match number {
        _ if number < 0.0 => 1,
        0.0 => 2,
        _ => 0,
    };
    sections.swap_remove(if at < sections.len() { at } else { 0 })
}

/// True for `;;;`, with which Excel shows nothing; `ssfmt` shows the number.
fn hides(code: &str, number: f64) -> bool {
    code.contains(';') && section(code, number).is_empty()
}

/// True if a code has a day of the month; `ddd` is one of the week.
fn has_day(code: &str) -> bool {
    code.split(|letter| letter != 'd').any(|run| matches!(run.len(), 1 | 2))
}

/// The sections of a code in lower case, without what is in brackets; of durations such as `[h]`, the
/// bracket is left, of what is shown as it stands a quotation mark.
fn sections(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut kept = None;
        match letter {
            // Marks that something is shown as it stands.
            '"' => {
                while letters.next().is_some_and(|letter| letter != '"') {}
                kept = Some('"');
            }
            '\\' => kept = letters.next().map(|_| '"'),
            '_' | '*' => drop(letters.next()),
            '[' => {
                let inner: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                let is_duration = !inner.is_empty() && inner.chars().all(|letter| matches!(letter.to_ascii_lowercase(), 'h' | 'm' | 's'));
                kept = is_duration.then_some('[');
            }
            ';' => sections.push(String::new()),
            _ => kept = Some(letter.to_ascii_lowercase()),
        }
        if let Some(section) = sections.last_mut() {
            section.extend(kept);
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(code: &str) -> FormatKind {
        FormatKind::of(code, 1.0)
    }

    #[test]
    fn codes_tell_what_a_number_is() {
        let cases = [
            ("General", FormatKind::Number),
            ("#,##0.00", FormatKind::Number),
            ("[Red]0", FormatKind::Number),
            ("0.00%", FormatKind::Percent),
            ("0\"%\"", FormatKind::Number),
            ("0\\%", FormatKind::Number),
            ("[$-107041E]d mmm bb", FormatKind::Day),
            ("dd/mm/yyyy hh:mm", FormatKind::Day),
            ("dddd", FormatKind::PartOfDay),
            ("mmmm", FormatKind::PartOfDay),
            ("bbbb", FormatKind::PartOfDay),
            ("mmm-yy", FormatKind::Month),
            ("[$-th-TH,107]mmm yy", FormatKind::Month),
            ("mmm bbbb", FormatKind::Month),
            ("\"วันที่ d\" 0", FormatKind::Number),
            ("h:mm", FormatKind::Time),
            ("[mm]", FormatKind::Time),
            ("@", FormatKind::Number),
            ("0.00%;0", FormatKind::Percent),
        ];
        for (code, expected) in cases {
            assert_eq!(kind(code), expected, "{code}");
        }
        assert_eq!(FormatKind::of("0.00%;0", -1.0), FormatKind::Number);
        assert_eq!(FormatKind::of("0%;-0%;\"-\"", 0.0), FormatKind::Number);
    }

    fn number(number: f64, code: &str) -> (String, CellValue, Option<RemarkKind>) {
        let mut formats = NumberFormats::default();
        formats.define(170, code);
        formats.add_style(170);
        let stored = stored_number(&mut formats, number, 0);
        (stored.text, stored.value, stored.remark.map(|(kind, _)| kind))
    }

    fn date(year: i16, month: i8, day: i8) -> CellValue {
        CellValue::Date(Date::new(year, month, day).unwrap())
    }

    #[test]
    fn days_are_days_only_if_they_are_shown() {
        assert_eq!(number(45_000.0, "[$-107041E]d mmmm yyyy"), ("15 มีนาคม 2566".into(), date(2023, 3, 15), None));
        assert_eq!(number(45_000.5, "d/m/yyyy h:mm"), ("15/3/2023 12:00".into(), CellValue::Moment, None));
        assert_eq!(number(45_000.0, "[$-41E]mmmm"), ("มีนาคม".into(), CellValue::Moment, None));
        let month = || CellValue::Month(Date::new(2023, 3, 15).unwrap().month());
        for (code, shown) in [
            ("mmm-yy", "Mar-23"),
            ("[$-th-TH,107]mmm yy", "มี.ค. 66"),
            ("[$-th-TH,D07]mmmm yyyy", "มีนาคม 2566"),
            ("[$-th-TH-u-ca-buddhist-nu-thai]mmm yy", "มี.ค. 66"),
            ("[$-th-TH]mmmm yyyy", "มีนาคม 2023"),
            ("mmmm bbbb", "มีนาคม 2566"),
            ("[$-en-US]mmmm bbbb", "March 2566"),
        ] {
            assert_eq!(number(45_000.0, code), (shown.into(), month(), None), "{code}");
        }
        // Typed with a year of the Buddhist era.
        assert_eq!(number(242_919.0, "mmm-yy").1, CellValue::Month(Date::new(2022, 1, 31).unwrap().month()));
        assert_eq!(number(60.0, "d/m/yyyy").1, CellValue::Moment);
        assert_eq!(number(61.0, "d/m/yyyy").1, date(1900, 3, 1));
        assert_eq!(number(59.0, "d/m/yyyy").1, date(1900, 2, 28));
        for wrong in [-1.0, 1e9, 1e300, f64::NAN, f64::INFINITY] {
            assert!(!matches!(number(wrong, "d/m/yyyy").1, CellValue::Date(_)));
        }
    }

    #[test]
    fn years_that_were_typed_are_understood() {
        let year = CellValue::Number { value: 2566.0, is_percent: false };
        assert_eq!(number(2566.0, "d/m/yyyy"), ("2566".into(), year.clone(), Some(RemarkKind::YearAsDay)));
        assert_eq!(number(2566.0, "yyyy"), ("2566".into(), year.clone(), Some(RemarkKind::YearAsDay)));
        assert_eq!(number(2566.0, "0"), ("2566".into(), year, None));
        // 31 January of the Gregorian year 2565.
        assert_eq!(number(242_919.0, "d/m/yyyy"), ("31/1/2565".into(), date(2022, 1, 31), Some(RemarkKind::BuddhistYear)));
    }

    #[test]
    fn numbers_are_as_shown() {
        let value = |value, is_percent| CellValue::Number { value, is_percent };
        assert_eq!(number(0.6816, "0.00%"), ("68.16%".into(), value(0.6816, true), None));
        assert_eq!(number(0.0, "#,##0;-#,##0;\"-\""), ("-".into(), value(0.0, false), None));
        assert_eq!(number(5.0, ";;;"), (String::new(), value(5.0, false), Some(RemarkKind::HiddenText)));
        assert_eq!(number(3_100_900_123_455.0, "0.00E+00").0, "3100900123455");
    }
}
