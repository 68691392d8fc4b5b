//! Reports a plan that is not on the site, once, at the reference; unknown measures of it are not
//! reported as well.

use crate::catalogue::Kind;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::MissingPlan;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(missing) };

fn missing(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let Some(MissingPlan { span, plan, year, draft }) = checked.site.missing_plan(page.page) else { return Vec::new() };
    let diagnostic = Diagnostic::new("plan-missing", SourceSpan::new(&page.document.source, span));
    let target = year.and_then(|year| {
        let list = checked.site.catalogues.get(year)?;
        let item = list.items().find(|position| position.item.kind == Kind::Measures)?.item;
        Some(format!("{year}/{}", item.code.value.slug()))
    });
    vec![diagnostic.with_some("draft", draft).with_some("plan", plan).with_some("year", year).with_some("target", target)]
}
