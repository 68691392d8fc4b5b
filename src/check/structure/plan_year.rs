//! Reports a report whose plan is named by its item alone and was found in another year than the one that the item is
//! about: O26 of 2569 reports on 2568, and O25 is the plan of 2569 only.

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::AssumedPlanYear;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(assumed) };

fn assumed(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let Some(AssumedPlanYear { span, item, found, required }) = checked.site.assumed_plan_year(page.page) else { return Vec::new() };
    let diagnostic = Diagnostic::new("plan-year-unstated", SourceSpan::new(&page.document.source, span));
    vec![diagnostic.with("item", item).with("found", found).with("year", required)]
}
