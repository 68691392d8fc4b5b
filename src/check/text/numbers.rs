//! Numbers with Thai digits in a text.

use std::ops::Range;

use crate::check::wording::{self, EncodedText};
use crate::slice::slice;

/// Returns the spans of numbers with a Thai digit, including decimal points and thousands
/// separators.
pub(super) fn numbers_with_thai_digits(letters: &EncodedText<'_>) -> Vec<Range<usize>> {
    let text = letters.text();
    let mut numbers: Vec<Range<usize>> = Vec::new();
    for at in letters.picked(|[_, _, code]| wording::is_thai_digit(code)) {
        if numbers.last().is_none_or(|last| last.end <= at) {
            numbers.push(start_of_number(text, at)..end_of_number(text, at));
        }
    }
    numbers
}

/// True if a number has both Thai and Arabic digits.
pub(super) fn is_mixed(number: &str) -> bool {
    number.contains(is_thai_digit) && number.contains(|c: char| c.is_ascii_digit())
}

/// ๐–๙
pub(super) fn is_thai_digit(c: char) -> bool {
    matches!(c, '๐'..='๙')
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_thai_digit(c)
}

fn start_of_number(text: &str, at: usize) -> usize {
    let mut start = at;
    let mut before = slice(text, ..at).chars().rev().peekable();
    while let Some(c) = before.next() {
        // A comma also separates list entries: it only joins groups of three digits.
        let joins = match c {
            '.' => before.peek().is_some_and(|c| is_digit(*c)),
            ',' => before.peek().is_some_and(|c| is_digit(*c)) && has_three_digits(slice(text, start..)),
            c => is_digit(c),
        };
        if !joins {
            break;
        }
        start -= c.len_utf8();
    }
    start
}

fn end_of_number(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(c) = slice(text, end..).chars().next() {
        let rest = slice(text, end + c.len_utf8()..);
        let joins = match c {
            '.' => rest.starts_with(is_digit),
            ',' => has_three_digits(rest),
            c => is_digit(c),
        };
        if !joins {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// True if exactly three digits follow.
fn has_three_digits(text: &str) -> bool {
    let digits = text.chars().take_while(|c| is_digit(*c)).take(4).count();
    digits == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_whole_and_mixed_ones_told_apart() {
        let mixed = |text: &'static str| {
            let numbers = numbers_with_thai_digits(&EncodedText::of(text)).into_iter().map(|span| &text[span]);
            numbers.filter(|number| is_mixed(number)).collect::<Vec<_>>()
        };
        assert_eq!(mixed("ได้ 8๑.๕๑ กับ ๐.00 และ 12,๐๐๐.๕๐ บาท"), ["8๑.๕๑", "๐.00", "12,๐๐๐.๕๐"]);
        assert_eq!(mixed("๘๔.๙๔ 85 ข้อ ๑. 2566 ๓๑/12/๒๕๖๖ [1,๒,3] ๑,๒๓๔ โทร ๐ 4200 (๑)2"), [""; 0]);
        assert_eq!(mixed(""), [""; 0]);
    }
}
