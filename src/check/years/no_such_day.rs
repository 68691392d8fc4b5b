//! Days in texts that the calendar does not have: 31 กุมภาพันธ์ 2569, 31/04/2568 (YR10).
//!
//! Dates of fields are read as such, with the same error.

use std::ops::Range;

use memchr::memchr2_iter;

use super::short::is_date_field;
use crate::check::wording::{PageText, TermMatch, around};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::slice::slice;
use crate::thai::{Date, DateError, Digits, is_digit, month_name, month_short, to_arabic};

pub(super) const CHECK: Check = Check { run: CheckScope::Words(|_| words(), faults) };

/// Words after which a number is no day: ข้อ 31 เมษายน, ครั้งที่ 30 กุมภาพันธ์.
const COUNTED: [&str; 6] = ["ข้อ", "หน้า", "เลข", "จำนวน", "รวม", "ที่"];
const DAY: &str = "วันที่";

/// Higher numbers before a month are amounts.
const DAYS: std::ops::RangeInclusive<i8> = 29..=39;

fn words() -> Vec<&'static str> {
    (1..=12).flat_map(|month| [month_name(month), month_short(month)]).collect()
}

fn faults(_: &CheckContext<'_>, page: &PageText<'_>, words: Vec<TermMatch>) -> Vec<Diagnostic> {
    let file = page.file;
    let named = words.into_iter().filter_map(|(at, word)| in_words(file, i8::try_from(at / 2 + 1).ok()?, &word));
    let refused = |error: &DateError| matches!(error, DateError::NoSuchDay | DateError::NoSuchMonth { .. } | DateError::ShortMonth { .. });
    let found = named.chain(in_figures(file)).filter(|(span, _)| !is_date_field(file, span.end, refused)).collect();
    let report = |(span, last): (Range<usize>, String)| {
        let diagnostic = Diagnostic::new("no-such-day-in-text", SourceSpan::new(&page.document.source, span.clone()));
        diagnostic.with("text", slice(file, span)).with("last", last)
    };
    page.visible(found).into_iter().map(report).collect()
}

/// `31 เมษายน 2568`, `วันที่ 31 เดือนเมษายน`: the day before the name of a month at `word`.
fn in_words(text: &str, month: i8, word: &Range<usize>) -> Option<(Range<usize>, String)> {
    let before = slice(text, ..word.start).trim_end_matches(SPACES);
    let before = before.strip_suffix("เดือน").unwrap_or(before).trim_end_matches(SPACES);
    let (start, day) = last_number(before)?;
    let behind = around(text, word.end).1.trim_start_matches(SPACES);
    let behind = behind.strip_prefix("พ.ศ.").unwrap_or(behind).trim_start_matches(SPACES);
    let (digits, year) = first_number(behind);
    let year = year_meant(digits, year);
    let is_dated = year.is_some() || is_after(text, start, &[DAY]);
    let last = is_dated.then(|| last_instead(year, month, day)).flatten()?;
    let end = if year.is_some() { text.len() - behind.len() + digits } else { word.end };
    Some((start..end, last))
}

const SPACES: [char; 2] = [' ', '\u{a0}'];

/// `31/04/2568`, `31-04-2568`, `2025-02-31`.
fn in_figures(text: &str) -> Vec<(Range<usize>, String)> {
    memchr2_iter(b'/', b'-', text.as_bytes()).filter_map(|at| day_first(text, at).or_else(|| year_first(text, at))).collect()
}

/// The separator at `at` is the first of the date.
fn day_first(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    let (before, rest) = around(text, at);
    let separator = rest.chars().next()?;
    let (start, day) = last_number(before).filter(|(start, _)| is_start_of_figures(slice(before, ..*start)))?;
    let rest = rest.strip_prefix(separator)?;
    let (digits, month) = first_number(rest);
    let rest = slice(rest, digits..).strip_prefix(separator)?;
    let (digits, year) = first_number(rest);
    let year = year_meant(digits, year).filter(|_| is_of_four(digits, rest) && is_end(slice(rest, digits..)))?;
    Some((start..text.len() - rest.len() + digits, last_instead(Some(year), i8::try_from(month?).ok()?, day)?))
}

fn year_first(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    let (before, rest) = around(text, at);
    let rest = rest.strip_prefix('-')?;
    let start = before.len() - before.chars().rev().take_while(|c| is_digit(*c)).map(char::len_utf8).sum::<usize>();
    let (digits, year) = first_number(slice(before, start..));
    let year =
        year_meant(digits, year).filter(|_| is_of_four(digits, slice(before, start..)) && is_start_of_figures(slice(before, ..start)))?;
    let (digits, month) = first_number(rest);
    let rest = slice(rest, digits..).strip_prefix('-')?;
    let (digits, day) = first_number(rest);
    let last = last_instead(Some(year), i8::try_from(month?).ok()?, i8::try_from(day?).ok()?)?;
    is_end(slice(rest, digits..)).then_some((start..text.len() - rest.len() + digits, last))
}

/// The number of one or two digits at the end of a text, and where it starts; `None` if it is
/// counted, or the end of a decimal, a time or a document number.
fn last_number(text: &str) -> Option<(usize, i8)> {
    let digits: Vec<char> = text.chars().rev().take(3).take_while(|c| is_digit(*c)).collect();
    let number: String = digits.iter().rev().collect();
    let start = text.len() - number.len();
    let day: i8 = to_arabic(&number).parse().ok().filter(|day| digits.len() == 2 && DAYS.contains(day))?;
    let before = slice(text, ..start);
    (is_start(before) && (is_after(text, start, &[DAY]) || !is_after(text, start, &COUNTED))).then_some((start, day))
}

fn first_number(text: &str) -> (usize, Option<i32>) {
    let digits: String = text.chars().take(5).take_while(|c| is_digit(*c)).collect();
    (digits.len(), to_arabic(&digits).parse().ok())
}

fn is_of_four(length: usize, text: &str) -> bool {
    slice(text, ..length).chars().count() == 4
}

/// CE year of a year of four digits, or of a Buddhist one of two.
fn year_meant(length: usize, year: Option<i32>) -> Option<i32> {
    match year? {
        year @ 2400..=2800 => Some(year - 543),
        year @ 1900..=2200 => Some(year),
        year @ 50..=79 if length > 0 => Some(year + 1957),
        _ => None,
    }
}

fn is_after(text: &str, at: usize, words: &[&str]) -> bool {
    let before = slice(text, ..at).trim_end_matches(SPACES);
    words.iter().any(|word| before.ends_with(word))
}

fn is_start(before: &str) -> bool {
    !before.ends_with(|c: char| is_digit(c) || c.is_ascii_alphabetic() || matches!(c, '/' | '.' | ',' | ':' | '_'))
}

fn is_start_of_figures(before: &str) -> bool {
    is_start(before) && !before.ends_with('-')
}

fn is_end(behind: &str) -> bool {
    !behind.starts_with(|c: char| is_digit(c) || c.is_ascii_alphabetic() || matches!(c, '/' | '-' | '_'))
}

/// The last day of a month that has no such day; without a year, of February in a leap year.
fn last_instead(year: Option<i32>, month: i8, day: i8) -> Option<String> {
    const LEAP: i32 = 2024;
    let of = |day| Date::new(i16::try_from(year.unwrap_or(LEAP)).ok()?, month, day);
    let last = (28..=31).rev().find_map(of).filter(|_| of(day).is_none())?;
    Some(last.long(Digits::Arabic))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::wording::{EncodedText, TermMatcher};

    fn found(text: &str) -> Vec<String> {
        let words = TermMatcher::of(&[words()]).find(&EncodedText::of(text)).concat();
        let named = words.into_iter().filter_map(|(at, word)| in_words(text, i8::try_from(at / 2 + 1).unwrap(), &word));
        named.chain(in_figures(text)).map(|(span, last)| format!("{} → {last}", &text[span])).collect()
    }

    #[test]
    fn a_day_that_the_calendar_does_not_have_is_found_in_every_form() {
        for (text, expected) in [
            ("31 กุมภาพันธ์ 2569", "31 กุมภาพันธ์ 2569 → 28 กุมภาพันธ์ 2569"),
            ("ถึงวันที่ ๓๑ เมษายน พ.ศ. ๒๕๖๘", "๓๑ เมษายน พ.ศ. ๒๕๖๘ → 30 เมษายน 2568"),
            ("30 ก.พ. 68", "30 ก.พ. 68 → 28 กุมภาพันธ์ 2568"),
            ("29 กุมภาพันธ์ 2568", "29 กุมภาพันธ์ 2568 → 28 กุมภาพันธ์ 2568"),
            ("28-30 กุมภาพันธ์ 2567", "30 กุมภาพันธ์ 2567 → 29 กุมภาพันธ์ 2567"),
            ("32 มกราคม 2567", "32 มกราคม 2567 → 31 มกราคม 2567"),
            ("| 31/04/2568 |", "31/04/2568 → 30 เมษายน 2568"),
            ("31-4-2568", "31-4-2568 → 30 เมษายน 2568"),
            ("2025-02-29", "2025-02-29 → 28 กุมภาพันธ์ 2568"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
        assert_eq!(found("วันที่ 31 เดือนเมษายน ของทุกปี").len(), 1);
    }

    #[test]
    fn days_that_exist_and_numbers_that_are_no_days_are_not_found() {
        for text in [
            "29 กุมภาพันธ์ 2567 และ 29 ก.พ. 67 และ 29/02/2567 และ 2567-02-29",
            "31 มกราคม 2568 30 เมษายน 2568 31/01/2568",
            "ข้อ 31 เมษายน 2568 ครั้งที่ 30 กุมภาพันธ์ 2569 จำนวน 31 เมษายน 2568",
            "คำสั่งที่ 31/04/2568 เลขที่ ก31/04/2568x 131/04/2568 31/04/2568/1",
            "มี 31 เมษายน มี 30 เป็นต้น",
            "12.30 กุมภาพันธ์ 2568 และ 1,231 เมษายน 2568",
            "04/31/2568 31/04/68 1234-31-04-2568 0-2531-0431",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
