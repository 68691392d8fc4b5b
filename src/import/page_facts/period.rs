//! When: months, quarters and years as officers write them.

use serde_json::{Map, Value, json};

use super::doubt::{DoubtKind, Doubts};
use super::list::joined;
use super::wording::one_line;
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, CellValue};
use crate::slice::slice;
use crate::thai::{Date, Digits, FiscalYear, Month, canonical, is_digit, month_name, month_short, to_arabic};

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

/// Words without a meaning of their own; longest first.
const FILLERS: [&str; 17] =
    ["ตั้งแต่", "ระหว่าง", "ประจำ", "วันที่", "เดือน", "พ.ศ.", "พศ.", "ช่วง", "ของ", "ที่", "ปี", "(", ")", ".", ":", "ใน", "นับ"];
const TO: [&str; 6] = ["จนถึง", "ถึง", "-", "–", "—", "~"];
const AND: [&str; 3] = [",", "และ", "/"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PeriodToken {
    Month(u8),
    /// A number and its digits.
    Number(u32, usize),
    To,
    And,
    /// ภายใน
    Within,
    Quarter,
    /// ตลอดปี, ทั้งปี
    WholeYear,
    /// ปีงบประมาณ
    FiscalYear,
    /// A word without a meaning for the time.
    Filler,
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
    let read = numeric_range(&text.in_words).or_else(|| tokens(&text.in_words).and_then(|tokens| CellReading::of(&tokens, setting.year)));
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
            [CellContent { value: CellValue::Date(_), .. }, CellContent { value: CellValue::Date(_), .. }] => " - ",
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

/// The text of a cell; a stored day, and one in numbers, as `31 มีนาคม 2566`.
fn in_words(cell: &CellContent) -> String {
    let text = joined(&[cell]);
    let typed = || Date::parse(&text).ok().filter(|_| text.contains(['/', '-'])).map(|parsed| parsed.date);
    let day = match cell.value {
        CellValue::Date(day) => Some(day),
        _ => typed(),
    };
    day.map_or_else(|| text.clone(), |day| day.long(Digits::Arabic))
}

/// What was understood.
#[derive(Default)]
struct CellReading {
    from: Option<Month>,
    to: Option<Month>,
    quarters: Vec<u32>,
    doubts: Vec<DoubtKind>,
    says_more: bool,
}

/// A month as written, perhaps without a year.
#[derive(Clone, Copy)]
struct Point {
    month: u8,
    year: Option<i32>,
    has_day: bool,
    is_short_year: bool,
}

impl CellReading {
    fn of(tokens: &[PeriodToken], year: Option<FiscalYear>) -> Option<CellReading> {
        if tokens.contains(&PeriodToken::Quarter) {
            return Self::quarters(tokens);
        }
        if !tokens.iter().any(|token| matches!(token, PeriodToken::Month(_))) {
            return Self::whole_year(tokens, year);
        }
        Self::months(tokens, year)
    }

    /// `ไตรมาส 1-4`, `ไตรมาสที่ 1, 2`, with or without the year.
    fn quarters(tokens: &[PeriodToken]) -> Option<CellReading> {
        let mut read = CellReading::default();
        let mut is_range = false;
        for token in tokens {
            match *token {
                PeriodToken::Number(number @ 1..=4, 1) if is_range => {
                    let first = read.quarters.last().copied().filter(|first| *first < number)? + 1;
                    read.quarters.extend(first..=number);
                    is_range = false;
                }
                PeriodToken::Number(number @ 1..=4, 1) => read.quarters.push(number),
                PeriodToken::Number(_, 2 | 4) => read.says_more = true,
                PeriodToken::To if !is_range => is_range = true,
                PeriodToken::Quarter | PeriodToken::And | PeriodToken::Filler => {}
                PeriodToken::FiscalYear | PeriodToken::Within => read.says_more = true,
                // `ไตรมาส 1 (ต.ค. - ธ.ค. 2565)`: the months say the same again.
                PeriodToken::Month(_) => {
                    read.says_more = true;
                    break;
                }
                PeriodToken::WholeYear | PeriodToken::To | PeriodToken::Number(..) => return None,
            }
        }
        let in_order = read.quarters.windows(2).all(|pair| pair.first() < pair.last());
        (in_order && !is_range && !read.quarters.is_empty()).then_some(read)
    }

    /// `ตลอดปี`, `ปีงบประมาณ 2566`, `ปี 2566`.
    fn whole_year(tokens: &[PeriodToken], known: Option<FiscalYear>) -> Option<CellReading> {
        let mut read = CellReading { says_more: true, ..CellReading::default() };
        let numbers: Vec<(u32, usize)> = tokens
            .iter()
            .filter_map(|token| if let PeriodToken::Number(value, digits) = token { Some((*value, *digits)) } else { None })
            .collect();
        let is_fiscal = tokens.contains(&PeriodToken::FiscalYear);
        let is_plain = tokens
            .iter()
            .all(|token| matches!(token, PeriodToken::Number(..) | PeriodToken::FiscalYear | PeriodToken::WholeYear | PeriodToken::Filler));
        let says_year = is_fiscal || tokens.contains(&PeriodToken::WholeYear) || tokens.contains(&PeriodToken::Filler) || tokens.len() == 1;
        let year = match numbers.as_slice() {
            [] => {
                read.doubts.push(DoubtKind::YearAssumed);
                known?
            }
            [(value, digits)] => {
                if *digits == 2 {
                    read.doubts.push(DoubtKind::TwoDigitYear);
                }
                FiscalYear::new(u16::try_from(full_year(*value, *digits)?).ok()?)?
            }
            _ => return None,
        };
        if !is_fiscal {
            read.doubts.push(DoubtKind::YearTakenAsFiscal);
        }
        read.from = Some(year.first_month());
        read.to = Some(year.last_month());
        (is_plain && says_year).then_some(read)
    }

    fn months(tokens: &[PeriodToken], known: Option<FiscalYear>) -> Option<CellReading> {
        let is_until = tokens.contains(&PeriodToken::Within);
        let says_more = tokens.iter().any(|token| matches!(token, PeriodToken::Within | PeriodToken::FiscalYear | PeriodToken::WholeYear));
        if tokens.iter().any(|token| matches!(token, PeriodToken::And | PeriodToken::WholeYear)) {
            return None;
        }
        let mut points = Vec::new();
        for side in tokens.split(|token| *token == PeriodToken::To) {
            points.push(point(side)?);
        }
        let mut read = CellReading { says_more, ..CellReading::default() };
        read.says_more |= points.iter().any(|point| point.has_day || point.is_short_year);
        if points.iter().any(|point| point.is_short_year) {
            read.doubts.push(DoubtKind::TwoDigitYear);
        }
        match points.as_slice() {
            [only] => {
                let month = read.dated(*only, None, known)?;
                read.from = (!is_until).then_some(month);
                read.to = Some(month);
            }
            [first, last] if !is_until => {
                let to = read.dated(*last, None, known)?;
                read.from = Some(read.dated(*first, last.year.map(|year| year - i32::from(first.month > last.month)), known)?);
                read.to = Some(to);
            }
            _ => return None,
        }
        Some(read)
    }

    /// The month with its year: its own, that of the other end, or that of the fiscal year.
    fn dated(&mut self, point: Point, other: Option<i32>, known: Option<FiscalYear>) -> Option<Month> {
        if let Some(year) = point.year.or(other) {
            return Some(Month::of_buddhist_year(year, point.month));
        }
        if !self.doubts.contains(&DoubtKind::YearAssumed) {
            self.doubts.push(DoubtKind::YearAssumed);
        }
        self.says_more = true;
        let year = i32::from(known?.number());
        Some(Month::of_buddhist_year(year - i32::from(point.month >= 10), point.month))
    }

    fn shown(&self) -> String {
        [self.from, self.to].into_iter().flatten().map(|month| month.to_string()).collect::<Vec<_>>().join(" – ")
    }

    fn written(&self, label: String) -> Value {
        let mut period = Map::new();
        for (key, month) in [("from", self.from), ("to", self.to)] {
            if let Some(month) = month {
                period.insert(key.to_owned(), month.to_string().into());
            }
        }
        if !self.quarters.is_empty() {
            period.insert("quarters".to_owned(), json!(self.quarters));
        }
        if self.says_more {
            period.insert("label".to_owned(), label.into());
        }
        Value::Object(period)
    }
}

/// `[day] month [year]`.
fn point(tokens: &[PeriodToken]) -> Option<Point> {
    let tokens: Vec<PeriodToken> = tokens
        .iter()
        .copied()
        .filter(|token| !matches!(token, PeriodToken::Filler | PeriodToken::Within | PeriodToken::FiscalYear))
        .collect();
    let (day, month, year) = match *tokens.as_slice() {
        [PeriodToken::Month(month)] => (None, month, None),
        [PeriodToken::Month(month), PeriodToken::Number(year, digits)] => (None, month, Some((year, digits))),
        [PeriodToken::Number(day @ 1..=31, 1 | 2), PeriodToken::Month(month)] => (Some(day), month, None),
        [PeriodToken::Number(day @ 1..=31, 1 | 2), PeriodToken::Month(month), PeriodToken::Number(year, digits)] => {
            (Some(day), month, Some((year, digits)))
        }
        _ => return None,
    };
    let is_short_year = year.is_some_and(|(_, digits)| digits == 2);
    let year = match year {
        Some((year, digits)) => Some(full_year(year, digits)?),
        None => None,
    };
    Some(Point { month, year, has_day: day.is_some(), is_short_year })
}

/// The Buddhist year of a number of two or four digits.
fn full_year(value: u32, digits: usize) -> Option<i32> {
    let value = i32::try_from(value).ok()?;
    match (digits, value) {
        (2, _) => Some(2500 + value),
        (4, 2400..=2800) => Some(value),
        (4, 1900..=2200) => Some(value + 543),
        _ => None,
    }
}

/// `1/10/2565 - 31/3/2566`.
fn numeric_range(text: &str) -> Option<CellReading> {
    let arabic = to_arabic(text);
    if !arabic.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '–' | ' ' | 'ถ' | 'ึ' | 'ง')) {
        return None;
    }
    let days: Option<Vec<Date>> = arabic
        .split(['-', '–', 'ถ', 'ึ', 'ง'])
        .map(str::trim)
        .filter(|side| !side.is_empty())
        .map(|side| Date::parse(side).ok().map(|parsed| parsed.date))
        .collect();
    match days?.as_slice() {
        [only] => Some(CellReading { from: Some(only.month()), to: Some(only.month()), says_more: true, ..CellReading::default() }),
        [first, last] => Some(CellReading { from: Some(first.month()), to: Some(last.month()), says_more: true, ..CellReading::default() }),
        _ => None,
    }
}

/// The text as tokens; `None` if anything is left over.
fn tokens(text: &str) -> Option<Vec<PeriodToken>> {
    // No period is longer, and content of other kinds is not scanned for months.
    const LONGEST: usize = 600;
    if text.len() > LONGEST {
        return None;
    }
    let canonical = canonical(text);
    let arabic = to_arabic(&canonical);
    let mut rest: &str = &arabic;
    let mut tokens = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Some(tokens);
        }
        let (token, after) = token(rest)?;
        tokens.push(token);
        rest = after;
    }
}

fn token(text: &str) -> Option<(PeriodToken, &str)> {
    let digits = text.chars().take_while(|c| is_digit(*c)).count();
    if digits > 0 {
        let number = slice(text, ..digits).parse().ok().filter(|_| digits <= 4)?;
        return Some((PeriodToken::Number(number, digits), slice(text, digits..)));
    }
    let words: [(&[&str], PeriodToken); 7] = [
        (&["ตลอดทั้งปี", "ตลอดปี", "ทั้งปี"], PeriodToken::WholeYear),
        (&["ปีงบประมาณ", "งบประมาณ"], PeriodToken::FiscalYear),
        (&["ไตรมาส"], PeriodToken::Quarter),
        (&["ภายใน"], PeriodToken::Within),
        (&TO, PeriodToken::To),
        (&AND, PeriodToken::And),
        (&[], PeriodToken::Filler),
    ];
    if let Some(found) = words.iter().find_map(|(words, token)| strip(text, words).map(|rest| (*token, rest))) {
        return Some(found);
    }
    month(text).or_else(|| strip(text, &FILLERS).map(|rest| (PeriodToken::Filler, rest)))
}

/// A text after one of the words, with blanks within the word.
fn strip<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| strip_word(text, word))
}

fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text;
    for letter in word.chars() {
        rest = rest.trim_start().strip_prefix(letter)?;
    }
    Some(rest)
}

/// A month by its full name, or its short one with dots or without.
fn month(text: &str) -> Option<(PeriodToken, &str)> {
    (1..=12).find_map(|number| {
        let undotted: String = month_short(number).chars().filter(|c| *c != '.').collect();
        let letters = undotted.chars().collect::<Vec<_>>();
        let short = || {
            let mut rest = text;
            for letter in &letters {
                rest = rest.trim_start().strip_prefix(*letter)?;
                rest = rest.strip_prefix('.').unwrap_or(rest);
            }
            Some(rest)
        };
        strip_word(text, month_name(number)).or_else(short).map(|rest| (PeriodToken::Month(number), rest))
    })
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
        assert_eq!(read("ไตรมาส 2/2566"), (json!({"quarters": [2], "label": "ไตรมาส 2/2566"}), vec![]));
    }

    #[test]
    fn what_cannot_be_read_is_kept_as_words() {
        for text in ["ตามแผน", "ทุกวันจันทร์", "ต.ค., ม.ค. 2566", "ไตรมาส 5", "ไตรมาส 3-1", "99 ม.ค. 2566", "2566 - 2570", "ม.ค. 256"]
        {
            assert_eq!(read(text), (json!({"label": text}), vec![DoubtKind::PeriodUnread]), "{text}");
        }
        assert_eq!(read("มี.ค. 2566 - ม.ค. 2566"), (json!({"label": "มี.ค. 2566 - ม.ค. 2566"}), vec![DoubtKind::PeriodBackwards]));
        let unknown = period_of_text(&typed("ต.ค. - มี.ค."), PeriodSide::Both, &Setting { place: None, year: None }, &mut Doubts::default());
        assert_eq!(unknown, json!({"label": "ต.ค. - มี.ค."}));
    }
}
