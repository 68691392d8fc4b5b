//! The words of a period as tokens.

use crate::slice::slice;
use crate::thai::{canonical, is_digit, month_name, month_short, to_arabic};

/// Words without a meaning of their own; longest first.
const FILLERS: [&str; 17] =
    ["ตั้งแต่", "ระหว่าง", "ประจำ", "วันที่", "เดือน", "พ.ศ.", "พศ.", "ช่วง", "ของ", "ที่", "ปี", "(", ")", ".", ":", "ใน", "นับ"];
const TO: [&str; 6] = ["จนถึง", "ถึง", "-", "–", "—", "~"];
const AND: [&str; 3] = [",", "และ", "/"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PeriodToken {
    /// A month by its number.
    Month(u8),
    /// A number and its digits.
    Number(u32, usize),
    /// ถึง
    To,
    /// และ
    And,
    /// ภายใน
    Within,
    /// ไตรมาส
    Quarter,
    /// ตลอดปี, ทั้งปี
    WholeYear,
    /// ปีงบประมาณ
    FiscalYear,
    /// A word without a meaning for the time.
    Filler,
}

/// The month that a heading names, with its year or without: `ต.ค.`, `ตุลาคม 65`.
pub(super) fn month_heading(text: &str) -> Option<u8> {
    let mut tokens = tokens(text)?;
    tokens.retain(|token| *token != PeriodToken::Filler);
    match *tokens.as_slice() {
        [PeriodToken::Month(month)] | [PeriodToken::Month(month), PeriodToken::Number(_, 2 | 4)] => Some(month),
        _ => None,
    }
}

/// The text as tokens; `None` if anything is left over.
pub(super) fn tokens(text: &str) -> Option<Vec<PeriodToken>> {
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

/// True behind the number of a duration: `12 เดือน`, `1 ปี`, not `ไตรมาสที่ 2 เดือนมกราคม`.
fn is_unit_of_time(after: &str) -> bool {
    let after = after.trim_start();
    let names_one = |rest: &str| rest.trim_start().starts_with(is_digit) || month(rest.trim_start()).is_some();
    let of_months = after.strip_prefix("เดือน").is_some_and(|rest| !names_one(rest));
    let of_years = after.strip_prefix("ปี").is_some_and(|rest| !rest.starts_with("งบ") && !names_one(rest));
    of_months || of_years
}

fn token(text: &str) -> Option<(PeriodToken, &str)> {
    let digits = text.chars().take_while(|c| is_digit(*c)).count();
    if digits > 0 {
        let after = slice(text, digits..);
        let number = slice(text, ..digits).parse().ok().filter(|_| digits <= 4 && !(digits <= 2 && is_unit_of_time(after)))?;
        return Some((PeriodToken::Number(number, digits), after));
    }
    let words: [(&[&str], PeriodToken); 7] = [
        (&["ตลอดทั้งปี", "ตลอดปี", "ทั้งปี"], PeriodToken::WholeYear),
        (&["ปีงบประมาณ", "งบประมาณ", "ปีงบ", "งบ"], PeriodToken::FiscalYear),
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
