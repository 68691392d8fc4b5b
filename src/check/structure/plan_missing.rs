//! The plan that a report is about is on the site. Said once, at the place that names it; that none of its measures is known only follows.

use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::diagnostics::{Diagnostic, Place};
use crate::site::MissingPlan;

pub(super) const CHECK: Check = Check { about: "plans of reports", looks: At::Pages(missing) };

fn missing(checked: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let Some(MissingPlan { span, plan, year, draft }) = checked.site.missing_plan(page.page) else { return Vec::new() };
    let diagnostic = Diagnostic::new("plan-missing", Place::new(&page.document.source, span));
    vec![diagnostic.with_some("draft", draft).with_some("plan", plan).with_some("year", year)]
}
