//! A number has digits of one kind, Thai or Arabic (TX1).

use super::numbers::{is_mixed, numbers_with_thai_digits};
use super::question_code::is_broken_code;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::slice::slice;
use crate::thai::{to_arabic, to_thai};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(mixed) };

fn mixed(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let file = page.file;
    let numbers = numbers_with_thai_digits(&page.letters).into_iter();
    let mixed = numbers.filter(|span| is_mixed(slice(file, span.clone())) && !is_broken_code(file, span)).map(|span| (span, ())).collect();
    let report = |(span, ()): (std::ops::Range<usize>, ())| {
        let text = slice(file, span.clone());
        let diagnostic = Diagnostic::new("mixed-digits", SourceSpan::new(&page.document.source, span)).with("text", text);
        diagnostic.with("arabic", to_arabic(text)).with("thai", to_thai(text))
    };
    page.visible(mixed).into_iter().map(report).collect()
}
