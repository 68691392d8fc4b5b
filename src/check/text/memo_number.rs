//! A sent memo has a running number (TX6).

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(blank) };

fn blank(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let numbers = page.document.front_matter.memo.iter().filter_map(|memo| memo.number.as_ref());
    let prefixes = numbers.filter(|number| number.running.is_none()).filter_map(|number| number.prefix.as_ref());
    let blank = prefixes.filter(|prefix| prefix.value.ends_with('/'));
    let place = |span: &std::ops::Range<usize>| SourceSpan::new(&page.document.source, span.clone());
    blank.map(|prefix| Diagnostic::new("memo-number-blank", place(&prefix.span)).with("prefix", &prefix.value)).collect()
}
