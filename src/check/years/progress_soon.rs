//! A report on measures leaves them time (YR7).

use super::subject::Subject;
use crate::catalogue::Kind;
use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::content::front_matter::{Adopted, FrontMatter};
use crate::diagnostics::{Diagnostic, Place};
use crate::site::{Page, Site};
use crate::thai::{Date, Digits};
use crate::yaml::Given;

pub(super) const CHECK: Check = Check { about: "reports and decisions", looks: At::Pages(too_soon) };

/// In fewer days little can be done.
const SOON: i32 = 30;

fn too_soon(checked: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    soon_after(checked.site, page.page).into_iter().collect()
}

fn soon_after(site: &Site, page: &Page) -> Option<Diagnostic> {
    Subject::of(site, page).filter(|subject| subject.kind == Kind::Progress)?;
    let front_matter = &page.document.front_matter;
    let memo = front_matter.memo.as_ref().and_then(|memo| memo.date.as_ref());
    let report = front_matter.as_of.as_ref().or(memo)?;
    let adopted = adopted(site, page, front_matter)?;
    let days = adopted.days_until(report.value);
    // A decision on the very day of the report, or later, is one on the report.
    let soon = (1..SOON).contains(&days);
    let diagnostic = Diagnostic::new("progress-soon", Place::new(&page.document.source, report.span.clone())).with("days", days);
    let diagnostic = diagnostic.with("adopted", adopted.long(Digits::Arabic)).with("report", report.value.long(Digits::Arabic));
    soon.then_some(diagnostic)
}

/// The day on which the plan was adopted, by the page of the plan or else by the report.
fn adopted(site: &Site, page: &Page, front_matter: &FrontMatter) -> Option<Date> {
    let of = |adopted: &Option<Adopted>| adopted.as_ref().and_then(|adopted| adopted.date.as_ref()).map(|date: &Given<Date>| date.value);
    site.plan_of(page).and_then(|plan| of(&plan.adopted)).or_else(|| of(&front_matter.adopted))
}
