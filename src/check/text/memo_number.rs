//! A memo that was sent has a running number (MODEL A.6 TX6).

use crate::check::wording::on_pages;
use crate::check::{Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::Page;

pub(super) const CHECK: Check = Check { about: "numbers of memos", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    on_pages(checked.site, |page| blank(page).into_iter().collect())
}

fn blank(page: &Page) -> Option<Diagnostic> {
    let number = page.document.front_matter.memo.as_ref()?.number.as_ref()?;
    let prefix = number.prefix.as_ref().filter(|prefix| number.running.is_none() && prefix.value.ends_with('/'))?;
    let place = Place::new(&page.document.source, prefix.span.clone());
    Some(Diagnostic::new("memo-number-blank", place).with("prefix", &prefix.value))
}
