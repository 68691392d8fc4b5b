//! Measures and reports state their fiscal year to the reader (YR9).

use super::subject::MeasurePage;
use crate::check::wording::{PageText, years_in};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(missing) };

fn missing(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let Some(subject) = MeasurePage::of(checked.site, page.page) else { return Vec::new() };
    let title = &page.page.title;
    if page.document.front_matter.fiscal_year.is_some() || page.document.unread.outermost("fiscal_year") || !years_in(title).is_empty() {
        return Vec::new();
    }
    vec![Diagnostic::new("year-not-stated", page.document.title_place()).with("title", title).with("year", subject.page_year)]
}
