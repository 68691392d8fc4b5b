//! What the words of a period say: months, quarters, whole years.

use serde_json::{Map, Value, json};

use super::doubt::DoubtKind;
use super::period_tokens::{PeriodToken, tokens};
use crate::thai::{Date, FiscalYear, Month, to_arabic};

/// What was understood.
#[derive(Default)]
pub(super) struct CellReading {
    pub(super) from: Option<Month>,
    pub(super) to: Option<Month>,
    quarters: Vec<u32>,
    pub(super) doubts: Vec<DoubtKind>,
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
    /// Reads a text; `year` is for months without a year. `None` if anything is not understood.
    pub(super) fn of_text(text: &str, year: Option<FiscalYear>) -> Option<CellReading> {
        numeric_range(text).or_else(|| tokens(text).and_then(|tokens| CellReading::of(&tokens, year)))
    }

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

    /// The months as they are written.
    pub(super) fn shown(&self) -> String {
        [self.from, self.to].into_iter().flatten().map(|month| month.to_string()).collect::<Vec<_>>().join(" – ")
    }

    /// As front matter writes it, with its wording where that says more.
    pub(super) fn written(&self, label: String) -> Value {
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

/// The first and last month of a text that says nothing else, both with their years.
pub(super) fn range_of_months(text: &str) -> Option<(Month, Month)> {
    let in_words = || {
        let tokens = tokens(text).filter(|tokens| tokens.iter().any(|token| matches!(token, PeriodToken::Month(_))))?;
        CellReading::months(&tokens, None)
    };
    let read = numeric_range(text).or_else(in_words)?;
    Some((read.from?, read.to?)).filter(|(from, to)| from < to)
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
pub(super) fn full_year(value: u32, digits: usize) -> Option<i32> {
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
