//! A memo that was sent has a running number (TX6).

use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::diagnostics::{Diagnostic, Place};

pub(super) const CHECK: Check = Check { about: "numbers of memos", looks: At::Pages(blank) };

fn blank(_: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let numbers = page.document.front_matter.memo.iter().filter_map(|memo| memo.number.as_ref());
    let prefixes = numbers.filter(|number| number.running.is_none()).filter_map(|number| number.prefix.as_ref());
    let blank = prefixes.filter(|prefix| prefix.value.ends_with('/'));
    let place = |span: &std::ops::Range<usize>| Place::new(&page.document.source, span.clone());
    blank.map(|prefix| Diagnostic::new("memo-number-blank", place(&prefix.span)).with("prefix", &prefix.value)).collect()
}
