//! Freeze windows are effective: they end after they start, do not overlap, and concern a year of
//! the site.

use crate::base::{RelPath, SITE_FILE};
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::Freeze;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::thai::Digits;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let Some(file) = RelPath::new(SITE_FILE) else { return Diagnostics::new() };
    let windows = &checked.site.config.freeze;
    let mut found = Diagnostics::new();
    for (at, window) in windows.iter().enumerate() {
        let overlapped = windows.iter().take(at).find(|other| overlap(window, other));
        let finding = |code, span: &std::ops::Range<usize>| {
            let finding = Diagnostic::new(code, SourceSpan::new(&file, span.clone())).with("year", window.fiscal_year.value);
            let (from, to) = (window.from.value.long(Digits::Arabic), window.to.value.long(Digits::Arabic));
            finding.with("from", from).with("to", to).about(Some(window.fiscal_year.value), None)
        };
        if window.to.value < window.from.value {
            found.push(finding("freeze-backwards", &window.to.span));
        } else if let Some(other) = overlapped {
            let other = checked.line_of(&SourceSpan::new(&file, other.from.span.clone()));
            found.push(finding("freeze-twice", &window.from.span).with("other", other));
        }
        if !has_year(checked, window) {
            found.push(finding("freeze-year", &window.fiscal_year.span));
        }
    }
    found
}

/// True if two windows of one year share a day: only one end date can be meant.
fn overlap(one: &Freeze, other: &Freeze) -> bool {
    one.fiscal_year.value == other.fiscal_year.value && one.from.value <= other.to.value && other.from.value <= one.to.value
}

fn has_year(checked: &CheckContext<'_>, window: &Freeze) -> bool {
    let (site, year) = (checked.site, window.fiscal_year.value);
    let is_unread = || site.unread.iter().any(|(_, home)| home.fiscal_year() == Some(year)) || site.catalogues.is_unread(year);
    site.year(year).is_some() || site.config.unread.outermost("years") || is_unread()
}
