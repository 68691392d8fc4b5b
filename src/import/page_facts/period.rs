//! When: months, quarters and years as officers write them.

use serde_json::{Value, json};

use super::doubt::{DoubtKind, Doubts};
use super::list::joined;
use super::period_reading::CellReading;
use super::wording::one_line;
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, CellValue};
use crate::thai::{Date, Digits, FiscalYear};

/// The cells of a row that say when.
pub(super) struct PeriodCells<'c> {
    /// Of columns for the whole period.
    pub(super) whole: Vec<&'c CellContent>,
    /// Of columns for its first day or month.
    pub(super) first: Vec<&'c CellContent>,
    /// Of columns for its last day or month.
    pub(super) last: Vec<&'c CellContent>,
}

/// Where a text stands, and the fiscal year for months without a year.
struct Setting<'s> {
    place: Option<&'s TextPosition>,
    year: Option<FiscalYear>,
}

/// A text as shown, and with its days in words.
#[derive(Clone, Debug, Default)]
struct PeriodText {
    shown: String,
    /// Days of a spreadsheet are stored: how they are shown depends on the format of the cell.
    in_words: String,
}

/// The end of a period that a text is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PeriodSide {
    First,
    Last,
    Both,
}

/// Reads the cells of a period; `year` is for months without a year. `None` if they are empty.
pub(super) fn period(cells: &PeriodCells<'_>, year: Option<FiscalYear>, doubts: &mut Doubts) -> Option<Value> {
    let (whole, first, last) = (PeriodText::of(&cells.whole), PeriodText::of(&cells.first), PeriodText::of(&cells.last));
    let of_columns = [(&whole, &cells.whole), (&first, &cells.first), (&last, &cells.last)];
    let (_, filled) = of_columns.into_iter().rev().find(|(text, _)| !text.is_empty())?;
    let setting = Setting { place: filled.first().map(|cell| &cell.place), year };
    let (text, side) = match (first.is_empty(), last.is_empty()) {
        (true, true) => return Some(period_of_text(&whole, PeriodSide::Both, &setting, doubts)),
        (false, false) => (first.until(&last), PeriodSide::Both),
        (false, true) => (first, PeriodSide::First),
        (true, false) => (last, PeriodSide::Last),
    };
    let mut period = period_of_text(&text, side, &setting, doubts);
    // `3 เดือน` beside the days finds no place but their wording.
    if let Some(period) = period.as_object_mut().filter(|_| !whole.is_empty()) {
        period.insert("label".to_owned(), format!("{} ({})", whole.shown, text.shown).into());
    }
    Some(period)
}

/// Reads the words of a period.
fn period_of_text(text: &PeriodText, side: PeriodSide, setting: &Setting<'_>, doubts: &mut Doubts) -> Value {
    let shown = text.shown.as_str();
    let read = CellReading::of_text(&text.in_words, setting.year);
    let Some(mut read) = read else {
        doubts.add(DoubtKind::PeriodUnread, setting.place, shown);
        return json!({"label": shown});
    };
    if let (Some(from), Some(to)) = (read.from, read.to)
        && from > to
    {
        doubts.add(DoubtKind::PeriodBackwards, setting.place, shown);
        return json!({"label": shown});
    }
    match side {
        PeriodSide::First if read.from == read.to => read.to = None,
        PeriodSide::Last if read.from == read.to => read.from = None,
        _ => {}
    }
    for kind in &read.doubts {
        doubts.add_taken(*kind, setting.place, shown, read.shown());
    }
    read.written(shown.to_owned())
}

impl PeriodText {
    fn of(cells: &[&CellContent]) -> Self {
        let shown = one_line(&joined(cells));
        if shown.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '—')) {
            return Self::default();
        }
        // Two days under one heading are the first and the last.
        let between = match cells {
            [first, last] if is_day(first) && is_day(last) => " - ",
            _ => " ",
        };
        let words: Vec<String> = cells.iter().map(|cell| in_words(cell)).collect();
        Self { in_words: one_line(&words.join(between)), shown }
    }

    fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The text of a first and a last day.
    fn until(&self, last: &Self) -> Self {
        let between = |first: &str, last: &str| format!("{first} - {last}");
        Self { shown: between(&self.shown, &last.shown), in_words: between(&self.in_words, &last.in_words) }
    }
}

/// A spreadsheet stores a day or month in the cell.
fn is_day(cell: &CellContent) -> bool {
    matches!(cell.value, CellValue::Date(_) | CellValue::Month(_))
}

/// The text of a cell; a stored day, and one in numbers, as `31 มีนาคม 2566`, a stored month as `มี.ค. 2566`.
fn in_words(cell: &CellContent) -> String {
    let text = joined(&[cell]);
    let typed = || Date::parse(&text).ok().filter(|_| text.contains(['/', '-'])).map(|parsed| parsed.date);
    let day = match cell.value {
        CellValue::Month(month) => return month.short(Digits::Arabic),
        CellValue::Date(day) => Some(day),
        _ => typed(),
    };
    day.map_or_else(|| text.clone(), |day| day.long(Digits::Arabic))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> PeriodText {
        PeriodText { shown: text.to_owned(), in_words: text.to_owned() }
    }

    fn read(text: &str) -> (Value, Vec<DoubtKind>) {
        let mut doubts = Doubts::default();
        let setting = Setting { place: None, year: FiscalYear::new(2566) };
        let value = period_of_text(&typed(text), PeriodSide::Both, &setting, &mut doubts);
        (value, doubts.0.into_iter().map(|doubt| doubt.kind).collect())
    }

    #[test]
    fn months_with_years_are_read_without_doubt() {
        for (text, from, to) in [
            ("ต.ค. ๒๕๖๕ ถึง มี.ค. ๒๕๖๖", "2022-10", "2023-03"),
            ("ตุลาคม 2565 – กันยายน 2566", "2022-10", "2023-09"),
            ("ม.ค. - มี.ค. 2566", "2023-01", "2023-03"),
            ("ต.ค.-มี.ค.2566", "2022-10", "2023-03"),
            ("มี.ค. ๒๕๖๖", "2023-03", "2023-03"),
            ("เดือน มกราคม พ.ศ. 2566", "2023-01", "2023-01"),
            ("มี นา คม 2566", "2023-03", "2023-03"),
        ] {
            assert_eq!(read(text), (json!({"from": from, "to": to}), vec![]), "{text}");
        }
    }

    #[test]
    fn what_says_more_keeps_its_words() {
        assert_eq!(
            read("1 ต.ค. 2565 - 30 ก.ย. 2566"),
            (json!({"from": "2022-10", "to": "2023-09", "label": "1 ต.ค. 2565 - 30 ก.ย. 2566"}), vec![])
        );
        assert_eq!(read("1/10/2565 - 31/3/2566"), (json!({"from": "2022-10", "to": "2023-03", "label": "1/10/2565 - 31/3/2566"}), vec![]));
        assert_eq!(read("ภายในเดือนมีนาคม 2566"), (json!({"to": "2023-03", "label": "ภายในเดือนมีนาคม 2566"}), vec![]));
        assert_eq!(read("ปีงบประมาณ พ.ศ. ๒๕๖๗"), (json!({"from": "2023-10", "to": "2024-09", "label": "ปีงบประมาณ พ.ศ. ๒๕๖๗"}), vec![]));
    }

    #[test]
    fn what_is_assumed_is_doubted() {
        for (text, from, to, kinds) in [
            ("ม.ค. - มี.ค. 66", "2023-01", "2023-03", &[DoubtKind::TwoDigitYear][..]),
            ("ต.ค. - มี.ค.", "2022-10", "2023-03", &[DoubtKind::YearAssumed]),
            ("ตลอดปีงบประมาณ", "2022-10", "2023-09", &[DoubtKind::YearAssumed]),
            ("ตลอดปีงบ 66", "2022-10", "2023-09", &[DoubtKind::TwoDigitYear]),
            ("ตลอดปี 2565", "2021-10", "2022-09", &[DoubtKind::YearTakenAsFiscal]),
            ("๒๕๖๕", "2021-10", "2022-09", &[DoubtKind::YearTakenAsFiscal]),
            ("ตลอดปี", "2022-10", "2023-09", &[DoubtKind::YearAssumed, DoubtKind::YearTakenAsFiscal]),
        ] {
            assert_eq!(read(text), (json!({"from": from, "to": to, "label": text}), kinds.to_vec()), "{text}");
        }
    }

    #[test]
    fn quarters_are_numbers() {
        for (text, quarters) in
            [("ไตรมาส๑-๔", &[1, 2, 3, 4][..]), ("ไตรมาสที่ 1, 2", &[1, 2]), ("ไตรมาส 3", &[3]), ("ไตรมาส 1 และ 3", &[1, 3])]
        {
            assert_eq!(read(text), (json!({"quarters": quarters}), vec![]), "{text}");
        }
        assert_eq!(read("ไตรมาส 1 (ต.ค. - ธ.ค. 65)"), (json!({"quarters": [1], "label": "ไตรมาส 1 (ต.ค. - ธ.ค. 65)"}), vec![]));
        assert_eq!(read("ไตรมาสที่ 2 เดือน ม.ค. - มี.ค. 66").0["quarters"], json!([2]));
        assert_eq!(read("ไตรมาส 2/2566"), (json!({"quarters": [2], "label": "ไตรมาส 2/2566"}), vec![]));
    }

    #[test]
    fn what_cannot_be_read_is_kept_as_words() {
        for text in [
            "ตามแผน",
            "12 เดือน",
            "๖ เดือน",
            "1 ปี",
            "3 ปี ต่อเนื่อง",
            "ทุกวันจันทร์",
            "ต.ค., ม.ค. 2566",
            "ไตรมาส 5",
            "ไตรมาส 3-1",
            "99 ม.ค. 2566",
            "2566 - 2570",
            "ม.ค. 256",
        ] {
            assert_eq!(read(text), (json!({"label": text}), vec![DoubtKind::PeriodUnread]), "{text}");
        }
        assert_eq!(read("มี.ค. 2566 - ม.ค. 2566"), (json!({"label": "มี.ค. 2566 - ม.ค. 2566"}), vec![DoubtKind::PeriodBackwards]));
        let unknown = period_of_text(&typed("ต.ค. - มี.ค."), PeriodSide::Both, &Setting { place: None, year: None }, &mut Doubts::default());
        assert_eq!(unknown, json!({"label": "ต.ค. - มี.ค."}));
    }
}
