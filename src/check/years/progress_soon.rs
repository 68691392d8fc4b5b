//! A progress report leaves time after the adoption of the plan (YR7).

use super::subject::MeasurePage;
use crate::catalogue::Kind;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{Adoption, FrontMatter};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{Page, Site};
use crate::thai::{Date, Digits};
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(too_soon) };

/// Days; in less time hardly anything can be achieved.
const SOON: i32 = 30;

fn too_soon(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    soon_after(checked.site, page.page).into_iter().collect()
}

fn soon_after(site: &Site, page: &Page) -> Option<Diagnostic> {
    MeasurePage::of(site, page).filter(|subject| subject.kind == Kind::Progress)?;
    let front_matter = &page.document.front_matter;
    let memo = front_matter.memo.as_ref().and_then(|memo| memo.date.as_ref());
    let report = front_matter.as_of.as_ref().or(memo)?;
    let adopted = adopted(site, page, front_matter)?;
    let days = adopted.days_until(report.value);
    // An adoption on the day of the report or later concerns the report.
    let soon = (1..SOON).contains(&days);
    let diagnostic = Diagnostic::new("progress-soon", SourceSpan::new(&page.document.source, report.span.clone())).with("days", days);
    let diagnostic = diagnostic.with("adopted", adopted.long(Digits::Arabic)).with("report", report.value.long(Digits::Arabic));
    soon.then_some(diagnostic)
}

/// Adoption date of the plan, from its page or else from the report.
fn adopted(site: &Site, page: &Page, front_matter: &FrontMatter) -> Option<Date> {
    let of = |adopted: &Option<Adoption>| adopted.as_ref().and_then(|adopted| adopted.date.as_ref()).map(|date: &Spanned<Date>| date.value);
    site.plan_of(page).and_then(|plan| of(&plan.adopted)).or_else(|| of(&front_matter.adopted))
}
