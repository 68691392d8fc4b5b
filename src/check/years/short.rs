//! Two-digit Buddhist-era years, as in ม.ค. 65 (YR8).

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::wording::{PageText, TermMatch, around};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::slice::slice;
use crate::thai::{Date, DateError, Month, month_name, month_short, to_arabic};

pub(super) const CHECK: Check = Check { run: CheckScope::Words(|_| words(), faults) };

/// Words after which a number is a year.
const YEAR: &[&str] = &["ปี", "ปีงบประมาณ", "พ.ศ."];

/// Units that make the number before them an amount.
const COUNTED: &[&str] = &[
    "คน",
    "ราย",
    "ครั้ง",
    "เรื่อง",
    "บาท",
    "ข้อ",
    "แห่ง",
    "วัน",
    "ปี",
    "เดือน",
    "ชุด",
    "ฉบับ",
    "หมู่",
    "ครัว",
    "หลัง",
    "คะแนน",
    "เปอร์",
    "ล้าน",
    "แสน",
    "หมื่น",
    "พัน",
    "ร้อย",
    "กิโล",
    "เมตร",
    "ตัว",
    "โครงการ",
    "กิจกรรม",
    "งาน",
    "หน่วย",
    "ชุมชน",
    "%",
    "ไร่",
    "ตัน",
    "คัน",
    "นาที",
    "ชั่วโมง",
    "น.",
    "สัญญา",
    "รายการ",
    "หลักสูตร",
    "รุ่น",
];

/// Keys of date fields, in which `two-digit-year` reports the same.
const DATES: &[&str] = &["as_of", "date", "from", "to", "by", "first", "value"];

fn words() -> Vec<&'static str> {
    (1..=12).flat_map(|month| [month_name(month), month_short(month)]).chain(YEAR.iter().copied()).collect()
}

fn faults(_: &CheckContext<'_>, page: &PageText<'_>, words: Vec<TermMatch>) -> Vec<Diagnostic> {
    let file = page.file;
    let mut seen = BTreeSet::new();
    let report = |(span, meant): (Range<usize>, String)| {
        let text = slice(file, span.clone());
        let diagnostic = Diagnostic::new("short-year", SourceSpan::new(&page.document.source, span.clone()));
        seen.insert(text).then(|| diagnostic.with("text", text).with("meant", meant))
    };
    page.visible(short_years(file, words)).into_iter().filter_map(report).collect()
}

/// Returns the span of each short year with its word, and the expanded year.
fn short_years(text: &str, words: Vec<TermMatch>) -> Vec<(Range<usize>, String)> {
    let hit = |(_, word): TermMatch| {
        let (before, rest) = around(text, word.end);
        let number = rest.trim_start_matches([' ', '\u{a0}', '\'', '’']);
        let digits: String = number.chars().take_while(|c| matches!(c, '0'..='9' | '๐'..='๙')).collect();
        let year: u32 = to_arabic(&digits).parse().ok().filter(|year| digits.chars().count() == 2 && (50..80).contains(year))?;
        let amount = is_amount(slice(number, digits.len()..)) || follows_a_number(text, &word);
        let end = text.len() - number.len() + digits.len();
        let meant = match digits.is_ascii() {
            true => format!("{} {}", slice(before, word.start..), 2500 + year),
            false => format!("{} ๒๕{digits}", slice(before, word.start..)),
        };
        let is_told = is_date_field(text, end, |error| matches!(error, DateError::TwoDigitYear { .. }));
        (!amount && !is_told).then_some((word.start..end, meant))
    };
    words.into_iter().filter_map(hit).collect()
}

/// True if the text after the number makes it an amount, a decimal number or a time.
fn is_amount(after: &str) -> bool {
    let mut next = after.chars();
    let decimal = next.next().is_some_and(|c| matches!(c, '.' | ',' | ':')) && next.next().is_some_and(char::is_numeric);
    decimal || COUNTED.iter().any(|counted| after.trim_start_matches(' ').starts_with(counted))
}

/// “5 ปี 60 …”: ปี is a unit here.
fn follows_a_number(text: &str, word: &Range<usize>) -> bool {
    slice(text, word.clone()).starts_with("ปี") && slice(text, ..word.start).trim_end_matches(' ').ends_with(char::is_numeric)
}

/// True if the text up to `end` is the value of a date field that is refused for such an error, and so
/// reported already.
pub(super) fn is_date_field(text: &str, end: usize, refused: fn(&DateError) -> bool) -> bool {
    const LONGEST: usize = 60;
    let start = slice(text, ..end).char_indices().rev().take(LONGEST).last().map_or(end, |(at, _)| at);
    let line = slice(text, start..end).rsplit('\n').next().unwrap_or_default();
    let Some((key, value)) = line.rsplit_once(": ") else { return false };
    let key = key.rsplit([' ', '{', ',']).next().unwrap_or_default();
    let value = value.trim_matches(['"', '\'', ' ']);
    let is_refused = |error: DateError| refused(&error);
    DATES.contains(&key) && (Date::parse(value).is_err_and(is_refused) || Month::parse(value).is_err_and(is_refused))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::wording::{EncodedText, TermMatcher};

    fn found(text: &str) -> Vec<String> {
        let words = TermMatcher::of(&[words()]).find(&EncodedText::of(text)).concat();
        short_years(text, words).into_iter().map(|(span, meant)| format!("{} → {meant}", &text[span])).collect()
    }

    #[test]
    fn after_a_month_or_the_word_year_two_digits_are_a_year() {
        assert_eq!(found("ม.ค. - มี.ค. 65"), ["มี.ค. 65 → มี.ค. 2565"]);
        assert_eq!(found("๓๑ ม.ค. ๖๕ และ ปีงบประมาณ ๖๖"), ["ม.ค. ๖๕ → ม.ค. ๒๕๖๕", "ปีงบประมาณ ๖๖ → ปีงบประมาณ ๒๕๖๖"]);
        assert_eq!(found("as_written: ต.ค.64"), ["ต.ค.64 → ต.ค. 2564"]);
    }

    #[test]
    fn amounts_days_and_whole_years_are_none() {
        for text in [
            "มกราคม 2565",
            "ปี ๒๕๖๕",
            "เดือนมีนาคม 65 คน",
            "ผู้สูงอายุ 60 ปี 70 ปี",
            "เดือนมีนาคม 52,300 บาท",
            "ปี 65.5",
            "พฤษภาคม 15",
            "ปี 60%",
            "อายุ 5 ปี 60 วัน",
            "date: 31 ม.ค. 65",
            "{from: ม.ค. 65",
            "ปี\n65",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
