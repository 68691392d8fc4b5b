//! One number has digits of one kind (MODEL A.6 TX1).

use super::numbers::{is_mixed, numbers_with_thai_digits};
use super::question_code::is_broken_code;
use crate::check::wording::{on_pages, visible};
use crate::check::{Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::Page;
use crate::thai::{to_arabic, to_thai};

pub(super) const CHECK: Check = Check { about: "digits of numbers", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    on_pages(checked.site, mixed)
}

fn mixed(page: &Page) -> Vec<Diagnostic> {
    let document = &page.document;
    let file = &document.body.file;
    let numbers = numbers_with_thai_digits(file).into_iter();
    let mixed = numbers.filter(|span| is_mixed(&file[span.clone()]) && !is_broken_code(file, span)).map(|span| (span, ())).collect();
    let report = |(span, ()): (std::ops::Range<usize>, ())| {
        let text = &file[span.clone()];
        let diagnostic = Diagnostic::new("mixed-digits", Place::new(&document.source, span)).with("text", text);
        diagnostic.with("arabic", to_arabic(text)).with("thai", to_thai(text))
    };
    visible(document, mixed).into_iter().map(report).collect()
}
