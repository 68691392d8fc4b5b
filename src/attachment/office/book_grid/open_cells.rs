//! Text and value of one cell of an OpenDocument spreadsheet.

use std::sync::Arc;

use super::super::number_format::plain;
use super::super::xml::Element;
use super::ink::{CellInk, CellText};
use super::iso_day::{iso_day, stored_day};
use super::open_styles::OpenStyles;
use super::stored_number::{StoredNumber, is_year};
use crate::attachment::grid::{CellValue, RemarkKind};
use crate::thai::Date;

/// A cell that is being read.
#[derive(Default)]
pub(super) struct OpenSheetCell {
    pub(super) column: u32,
    pub(super) repeated: u32,
    pub(super) text: CellText,
    pub(super) ink: CellInk,
    style: String,
    kind: String,
    value: String,
    pub(super) formula: Option<String>,
}

/// A cell that was read.
pub(super) struct ReadCell {
    pub(super) column: u32,
    pub(super) repeated: u32,
    pub(super) text: CellText,
    pub(super) value: CellValue,
    pub(super) fill: Option<Arc<str>>,
    pub(super) remark: Option<(RemarkKind, String)>,
}

impl OpenSheetCell {
    /// Begins a cell; `default` is the style of its row or column.
    pub(super) fn begin(column: u32, default: &str, element: &Element<'_>, styles: &OpenStyles) -> Self {
        let text = |local| element.attribute(local).map(|text| text.into_owned());
        let style = text("style-name").unwrap_or_else(|| default.to_owned());
        let value = ["date-value", "time-value", "boolean-value", "string-value", "value"].into_iter().find_map(text);
        OpenSheetCell {
            column,
            repeated: element.number("number-columns-repeated").and_then(|count| u32::try_from(count).ok()).unwrap_or(1).max(1),
            text: CellText::default(),
            ink: styles.ink("table-cell", &style, CellInk::default()),
            style,
            kind: text("value-type").unwrap_or_default(),
            value: value.unwrap_or_default(),
            formula: text("formula"),
        }
    }

    /// Ends the cell.
    pub(super) fn read(self, styles: &OpenStyles) -> ReadCell {
        let mut remark = None;
        let fill = styles.fill(&self.style);
        if self.formula.is_some() && self.kind.is_empty() && self.text.is_empty() {
            remark = Some((RemarkKind::Formula, self.formula.clone().unwrap_or_default()));
        }
        let is_formula = self.formula.is_some();
        let OpenSheetCell { column, repeated, mut text, ink, kind, value, style, .. } = self;
        let (value, shown) = match kind.as_str() {
            "float" | "currency" | "percentage" => match value.trim().parse::<f64>().ok().filter(|value| value.is_finite()) {
                Some(value) => (CellValue::Number { value, is_percent: kind == "percentage" }, plain(value)),
                None => (CellValue::Text, value),
            },
            "date" => {
                let shown = match (styles.shows_day(&style), styles.shows_month(&style)) {
                    (true, _) => ShownDate::Day,
                    (false, true) => ShownDate::Month,
                    (false, false) => ShownDate::Part,
                };
                let day = day(&value, shown);
                if day.remark.as_ref().is_some_and(|(kind, _)| *kind == RemarkKind::YearAsDay) {
                    text = CellText::default();
                }
                remark = day.remark;
                (day.value, day.text)
            }
            "time" => (CellValue::Moment, value),
            "boolean" => (CellValue::Boolean(value == "true"), value.to_uppercase()),
            _ => (CellValue::Text, value),
        };
        if text.is_empty() {
            text = CellText::of(&shown, CellInk { symbols: None, ..ink });
        }
        if let Some(error) = is_formula.then(|| error(&text)).flatten() {
            return ReadCell { column, repeated, text, value: CellValue::Text, fill, remark: Some((RemarkKind::Formula, error)) };
        }
        ReadCell { column, repeated, text, value, fill, remark }
    }
}

/// The text of a cell if it is an error such as `#REF!` or `Err:502`.
fn error(text: &CellText) -> Option<String> {
    let text = text.clone().into_lines().into_iter().next()?.text;
    let is_error = text.starts_with("Err:") || (text.starts_with('#') && text.ends_with(['!', '?', 'A']));
    is_error.then_some(text)
}

/// How much of a day its format shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ShownDate {
    Day,
    /// Its month and year.
    Month,
    /// Less.
    Part,
}

fn day(text: &str, shown: ShownDate) -> StoredNumber {
    let day = iso_day(text);
    if let Some(number) = day.and_then(number_of_day).filter(|number| is_year(*number)) {
        let value = CellValue::Number { value: number, is_percent: false };
        return StoredNumber { text: plain(number), value, remark: Some((RemarkKind::YearAsDay, text.to_owned())) };
    }
    let stored = stored_day(text, day.filter(|_| shown != ShownDate::Part));
    let value = match stored.value {
        CellValue::Date(day) if shown == ShownDate::Month => CellValue::Month(day.month()),
        value => value,
    };
    StoredNumber { value, ..stored }
}

/// The number with which LibreOffice counts a day.
fn number_of_day((year, month, day): (i16, i8, i8)) -> Option<f64> {
    Some(f64::from(Date::new(1899, 12, 30)?.days_until(Date::new(year, month, day)?)))
}
