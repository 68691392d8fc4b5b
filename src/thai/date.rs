//! Dates: ISO in files, Buddhist era (BE) on pages; only days that exist in the CE calendar (P20).
//!
//! A year in 2400–2800 is BE, 1900–2200 is CE. Any other year is refused; for a two-digit year the
//! error carries the probable date. `2567-02-29` is CE 2024-02-29 and therefore valid.

use std::fmt;
use std::io::{self, Read, Write};

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::civil;

use super::month::month_named;
use super::{Digits, month_name, month_short, to_arabic};

/// BE = CE + 543 for every date since 1941.
const ERA: i32 = 543;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl BorshSerialize for Date {
    fn serialize<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        (self.0.year(), self.0.month(), self.0.day()).serialize(writer)
    }
}

impl BorshDeserialize for Date {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        let (year, month, day) = BorshDeserialize::deserialize_reader(reader)?;
        civil::Date::new(year, month, day).map(Self).map_err(|_| io::ErrorKind::InvalidData.into())
    }
}

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Month {
    year: i32,
    month: u8,
}

/// A parsed date or month, and whether its year was converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParsedDate<T = Date> {
    /// The parsed value.
    pub date: T,
    /// True if the year was BE in an ISO-like form (`2565-01-31`): converted, but reported.
    pub(crate) converted: bool,
}

/// Reason why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// No recognised form.
    Form,
    /// A date in an unsupported form.
    OtherForm {
        /// The same date in a supported form.
        meant: String,
    },
    /// A month where a day is required.
    NoDay {
        /// Last day of the month, in a supported form.
        last: String,
    },
    /// Year only.
    NoMonth,
    /// Month, or day and month, without a year.
    NoYear,
    /// A quarter.
    Quarter,
    /// Supported form, but the day or era does not exist.
    NoSuchDay,
    /// Month number greater than 12.
    NoSuchMonth {
        /// The number found.
        month: u32,
    },
    /// Day number greater than the length of the month.
    ShortMonth {
        /// Last day of the month, in a supported form.
        last: String,
    },
    /// A two-digit year.
    TwoDigitYear {
        /// The probable date, in ISO form.
        probably: String,
    },
}

impl Date {
    /// Creates a date from CE year, month and day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The date in Thailand (UTC+7, no daylight saving time) at a Unix time in seconds.
    pub fn of_unix_seconds(seconds: i64) -> Option<Self> {
        const SEVEN_HOURS: i64 = 7 * 3600;
        let days = i32::try_from(seconds.checked_add(SEVEN_HOURS)?.div_euclid(86_400)).ok()?;
        let day = civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
        Some(Self(day))
    }

    /// Parses `2022-01-31`, `2565-01-31`, `31/01/2565`, `31 มกราคม 2565`, `31 ม.ค. พ.ศ. 2565`, in
    /// Thai or Arabic digits.
    pub fn parse(text: &str) -> Result<ParsedDate, DateError> {
        let parts = DateParts::read(text).ok_or_else(|| unread(text))?;
        let ParsedDate { date: month, converted } = parts.month()?;
        let last = || month.last_day().map_or_else(String::new, |day| day.long(Digits::Arabic));
        let day = parts.day.ok_or_else(|| DateError::NoDay { last: last() })?;
        let found = i8::try_from(day).ok().and_then(|day| month.day(day));
        match found {
            Some(date) => Ok(ParsedDate { date, converted }),
            None if day == 0 => Err(DateError::NoSuchDay),
            None => Err(DateError::ShortMonth { last: last() }),
        }
    }

    /// The month that contains this day.
    pub fn month(self) -> Month {
        Month { year: i32::from(self.0.year()), month: self.0.month() as u8 }
    }

    /// The same day `years` later, the last of the month if it has no such day; `None` outside the
    /// calendar.
    pub fn years_later(self, years: i16) -> Option<Date> {
        self.0.checked_add(jiff::Span::new().try_years(years).ok()?).ok().map(Self)
    }

    /// Days from `self` to `later`; negative if it is earlier.
    pub fn days_until(self, later: Date) -> i32 {
        self.0.until(later.0).map_or(0, |span| span.get_days())
    }

    /// Formats as `31 มกราคม 2565`.
    pub fn long(self, digits: Digits) -> String {
        let month = self.month();
        digits.print(&format!("{} {} {}", self.0.day(), month_name(month.month), month.buddhist_year())).into_owned()
    }
}

impl fmt::Display for Date {
    /// `2022-01-31`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Month {
    /// Parses `2022-01`, `2565-01`, `01/2565`, `มกราคม 2565`, `ม.ค. 2565`.
    pub fn parse(text: &str) -> Result<ParsedDate<Month>, DateError> {
        let parts = DateParts::read(text).ok_or_else(|| unread(text))?;
        match parts.day {
            Some(_) => Err(DateError::Form),
            None => parts.month(),
        }
    }

    /// Creates a month of a BE year.
    pub fn of_buddhist_year(year: i32, month: u8) -> Self {
        Self { year: year - ERA, month }
    }

    fn day(self, day: i8) -> Option<Date> {
        Date::new(i16::try_from(self.year).ok()?, i8::try_from(self.month).ok()?, day)
    }

    fn last_day(self) -> Option<Date> {
        (28..=31).rev().find_map(|day| self.day(day))
    }

    /// The BE year.
    pub fn buddhist_year(self) -> i32 {
        self.year + ERA
    }

    /// The month number, 1–12.
    pub fn number(self) -> u8 {
        self.month
    }

    /// Formats as `ม.ค. 2565`.
    pub fn short(self, digits: Digits) -> String {
        digits.print(&format!("{} {}", month_short(self.month), self.buddhist_year())).into_owned()
    }
}

impl fmt::Display for Month {
    /// `2022-01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Day, month and year as written, before validation.
struct DateParts {
    day: Option<u32>,
    month: u32,
    year: u32,
    year_digits: usize,
    iso: bool,
}

impl DateParts {
    fn read(text: &str) -> Option<DateParts> {
        let text = to_arabic(text.trim());
        let figures =
            ['-', '/'].into_iter().find_map(|separator| Self::year_first(&text, separator).or_else(|| Self::day_first(&text, separator)));
        figures.or_else(|| Self::words(&text))
    }

    /// Parses `2022-01-31`, `2022-1-31`, `2022/01/31`, `2022-01`.
    fn year_first(text: &str, separator: char) -> Option<DateParts> {
        let fields: Vec<&str> = text.split(separator).map(str::trim).collect();
        let (year, month, day) = match fields[..] {
            [year, month, day] => (year, month, Some(day_number(day)?)),
            [year, month] if separator == '-' => (year, month, None),
            _ => return None,
        };
        (year.len() == 4).then_some(())?;
        Some(DateParts { day, month: number(month)?, year: number(year)?, year_digits: 4, iso: true })
    }

    /// Parses `31/01/2565`, `31-1-2565`, `01/2565`.
    fn day_first(text: &str, separator: char) -> Option<DateParts> {
        let fields: Vec<&str> = text.split(separator).map(str::trim).collect();
        let (day, month, year) = match fields[..] {
            [day, month, year] => (Some(day_number(day)?), month, year),
            [month, year] => (None, month, year),
            _ => return None,
        };
        matches!(year.len(), 2 | 4).then_some(())?;
        Some(DateParts { day, month: number(month)?, year: number(year)?, year_digits: year.len(), iso: false })
    }

    fn words(text: &str) -> Option<DateParts> {
        let text = text.replace("พ.ศ.", " ").replace("วันที่", " ");
        let fields: Vec<&str> = text.split_whitespace().collect();
        let (day, month, year) = match fields[..] {
            [day, month, year] => (Some(day_number(day)?), month, year),
            [month, year] => (None, month, year),
            _ => return None,
        };
        Some(DateParts { day, month: u32::from(month_named(month)?), year: number(year)?, year_digits: year.len(), iso: false })
    }

    fn month(&self) -> Result<ParsedDate<Month>, DateError> {
        let month = u8::try_from(self.month).ok().filter(|month| (1..=12).contains(month));
        let month = month.ok_or(DateError::NoSuchMonth { month: self.month })?;
        if self.year_digits == 2 {
            let meant = Month::of_buddhist_year(2500 + self.year as i32, month);
            let day = self.day.map_or(String::new(), |day| format!("-{day:02}"));
            return Err(DateError::TwoDigitYear { probably: format!("{meant}{day}") });
        }
        match i32::try_from(self.year).map_err(|_| DateError::NoSuchDay)? {
            year @ 1900..=2200 => Ok(ParsedDate { date: Month { year, month }, converted: false }),
            year @ 2400..=2800 => Ok(ParsedDate { date: Month::of_buddhist_year(year, month), converted: self.iso }),
            _ => Err(DateError::NoSuchDay),
        }
    }
}

/// Classifies a text that does not parse: the missing part, or the same date in a supported form
/// (for `31.01.2565`, `31 January 2022`, or a date with a time of day).
fn unread(text: &str) -> DateError {
    let text = to_arabic(text.trim());
    let is_quarter =
        |text: &str| text.contains("ไตรมาส") || text.strip_prefix(['q', 'Q']).is_some_and(|no| no.starts_with(['1', '2', '3', '4']));
    if is_quarter(&text) {
        return DateError::Quarter;
    }
    let words: Vec<&str> = text.split_whitespace().filter(|word| !matches!(*word, "พ.ศ." | "ค.ศ." | "วันที่" | "เดือน" | "ปี")).collect();
    match words[..] {
        [year] if year.len() == 4 && number(year).is_some() => return DateError::NoMonth,
        [month] | [_, month] if month_named(month).is_some() => return DateError::NoYear,
        _ => {}
    }
    let meant = other_forms(&text).find_map(|text| {
        let parts = DateParts::read(&text)?;
        let month = parts.month().ok()?.date;
        let day = i8::try_from(parts.day?).ok()?;
        Some(month.day(day)?.long(Digits::Arabic))
    });
    meant.map_or(DateError::Form, |meant| DateError::OtherForm { meant })
}

/// Candidate rewrites of an unsupported date form, to be parsed in turn.
fn other_forms(text: &str) -> impl Iterator<Item = String> {
    const ENGLISH: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let date = text.split(['T', ',']).next().unwrap_or(text).trim();
    let with_slashes = date.replace(['.', '\\', ' ', '–', '—', '‑', '\u{2010}'], "/");
    let in_thai = |word: &str| {
        let month = ENGLISH.iter().position(|name| word.to_ascii_lowercase().starts_with(name));
        month.and_then(|at| u8::try_from(at + 1).ok()).map_or_else(|| word.to_owned(), |month| month_name(month).to_owned())
    };
    let words = text.replace(['-', ',', '/'], " ");
    let words: Vec<String> = words.split_whitespace().filter(|word| !matches!(*word, "เดือน" | "ปี" | "ค.ศ." | "ที่")).map(in_thai).collect();
    let day_first = words.join(" ");
    let month_first = match words.as_slice() {
        [month, day, year] => format!("{day} {month} {year}"),
        _ => String::new(),
    };
    [date.to_owned(), with_slashes, day_first, month_first].into_iter()
}

/// Parses one or two ASCII digits.
fn day_number(text: &str) -> Option<u32> {
    (text.len() <= 2).then(|| number(text))?
}

/// Parses one to four ASCII digits; rejects signs and exponents (`+1`, `1e3`).
fn number(text: &str) -> Option<u32> {
    (text.len() <= 4 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl serde::Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> String {
        match Date::parse(text) {
            Ok(parsed) => parsed.date.to_string(),
            Err(DateError::NoDay { last }) => format!("NoDay {last}"),
            Err(DateError::ShortMonth { last }) => format!("ShortMonth {last}"),
            Err(DateError::OtherForm { meant }) => format!("OtherForm {meant}"),
            Err(error) => format!("{error:?}"),
        }
    }

    #[test]
    fn every_form_of_one_day_is_the_same_day() {
        for text in [
            "2022-01-31",
            "2565-01-31",
            "31/01/2565",
            "31/1/2022",
            "31 มกราคม 2565",
            "๓๑ ม.ค. ๒๕๖๕",
            "31 มค 2565",
            "วันที่ 31 มกราคม พ.ศ. 2565",
        ] {
            assert_eq!(iso(text), "2022-01-31", "{text}");
        }
    }

    #[test]
    fn leap_days_are_those_of_the_christian_calendar() {
        assert_eq!(iso("2567-02-29"), "2024-02-29");
        assert_eq!(iso("2566-02-29"), "ShortMonth 28 กุมภาพันธ์ 2566");
        assert_eq!(iso("2100-02-29"), "ShortMonth 28 กุมภาพันธ์ 2643");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        assert_eq!(iso("31 ม.ค. 65"), "TwoDigitYear { probably: \"2022-01-31\" }");
        assert_eq!(iso("31/02/2565"), "ShortMonth 28 กุมภาพันธ์ 2565");
        assert_eq!(iso("2566-13-40"), "NoSuchMonth { month: 13 }");
        assert_eq!(iso("0/01/2565"), "NoSuchDay");
        assert_eq!(iso("2300-01-01"), "NoSuchDay");
        for text in
            ["", "2022-1-", "310-01-2565", "31/01/25650", "yesterday", "31 มกรา 2565", "-1/01/2565", "2022-01-", "1 2 3 4", "quarterly"]
        {
            assert_eq!(iso(text), "Form", "{text}");
        }
    }

    #[test]
    fn what_a_date_lacks_is_named() {
        assert_eq!(iso("มกราคม 2566"), "NoDay 31 มกราคม 2566");
        assert_eq!(iso("02/2567"), "NoDay 29 กุมภาพันธ์ 2567");
        for text in ["2566", "พ.ศ. 2566", "ปี ๒๕๖๖"] {
            assert_eq!(iso(text), "NoMonth", "{text}");
        }
        for text in ["31 มกราคม", "มกราคม", "ม.ค."] {
            assert_eq!(iso(text), "NoYear", "{text}");
        }
        for text in ["ไตรมาส 1", "ไตรมาสที่ ๑/๒๕๖๖", "Q1", "q3/2566"] {
            assert_eq!(iso(text), "Quarter", "{text}");
        }
        for text in
            ["31.01.2565", "31 January 2022", "Jan 31, 2022", "2022-01-31T00:00", "31 เดือนมกราคม พ.ศ. 2565", "31–01–2565", "31-ม.ค.-2565"]
        {
            let meant = if text.contains("เดือนมกราคม") { "Form" } else { "OtherForm 31 มกราคม 2565" };
            assert_eq!(iso(text), meant, "{text}");
        }
    }

    #[test]
    fn only_an_iso_form_with_a_buddhist_year_is_reported_as_converted() {
        assert!(Date::parse("2565-01-31").unwrap().converted);
        assert!(!Date::parse("31/01/2565").unwrap().converted);
        assert!(Month::parse("2565-01").unwrap().converted);
    }

    #[test]
    fn a_month_is_printed_in_short() {
        assert_eq!(Month::parse("ต.ค. 2564").unwrap().date.short(Digits::Thai), "ต.ค. ๒๕๖๔");
    }
}
