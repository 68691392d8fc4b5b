//! Codes of survey questions start with a letter: a scanner reads I๒๑ as 1๒๑ (TX2, S3).

use std::ops::Range;

use super::numbers::{is_thai_digit, numbers_with_thai_digits};
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::slice::slice;
use crate::thai::to_arabic;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(broken) };

/// Distance to another question code, in bytes: about one table row.
const NEAR: usize = 160;

/// The same for a number at the start of a cell, where codes stand: rows contain whole questions.
const NEAR_A_CELL: usize = 8000;

fn broken(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let file = page.file;
    let with_letter = |span: Range<usize>| if slice(file, ..span.start).ends_with('l') { span.start - 1..span.end } else { span };
    let numbers = numbers_with_thai_digits(&page.letters).into_iter().map(with_letter);
    let codes = numbers.filter(|span| is_broken_code(file, span)).map(|span| (span, ())).collect();
    let report = |(span, ()): (Range<usize>, ())| {
        let text = slice(file, span.clone());
        let diagnostic = Diagnostic::new("question-code-digit", SourceSpan::new(&page.document.source, span)).with("text", text);
        diagnostic.with("meant", format!("I{}", to_arabic(slice(text, 1..))))
    };
    page.visible(codes).into_iter().map(report).collect()
}

/// True for 1 or l before one or two Thai digits, with a question code nearby.
pub(super) fn is_broken_code(text: &str, span: &Range<usize>) -> bool {
    let Some(digits) = slice(text, span.clone()).strip_prefix(['1', 'l']) else { return false };
    let is_code = (1..=2).contains(&digits.chars().count()) && digits.chars().all(is_thai_digit);
    let stands_alone = !slice(text, ..span.start).ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '/' | '-'))
        && !slice(text, span.end..).starts_with(['.', '/', '%', ':']);
    let begins_a_cell = slice(text, ..span.start).trim_end_matches(' ').ends_with(['\n', '\t', '|', '>']);
    is_code && stands_alone && has_code_nearby(text, span, if begins_a_cell { NEAR_A_CELL } else { NEAR })
}

fn has_code_nearby(text: &str, span: &Range<usize>, distance: usize) -> bool {
    let bytes = text.as_bytes();
    let near = bytes.get(span.start.saturating_sub(distance)..bytes.len().min(span.end + distance)).unwrap_or_default();
    near.windows(4).any(|bytes| match bytes {
        [before, b'E' | b'I', digit, _] if !before.is_ascii_alphanumeric() && digit.is_ascii_digit() => true,
        [b'E' | b'I', 0xE0, 0xB9, 0x90..=0x99] => true,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::wording::EncodedText;

    #[test]
    fn a_code_is_broken_only_among_codes() {
        let broken = |text: &str| numbers_with_thai_digits(&EncodedText::of(text)).iter().any(|span| is_broken_code(text, span));
        assert!(broken("{id: {value: I9, as_written: 1๙}"));
        assert!(broken("E๑๐ 1๒๑ คะแนน"));
        for text in ["ข้อ 1๒", "E๑ ได้ 1๒.๕๐", "E๑ 11๒", "E๑ ๑๒", "E๑ 1๒๕๖", "HELP 1๒"] {
            assert!(!broken(text), "{text}");
        }
    }
}
