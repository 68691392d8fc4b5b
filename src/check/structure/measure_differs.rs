//! A measure repeated from the plan in a report has the same period and the same owners. Its
//! wording is checked by `wording`.

use std::collections::BTreeSet;

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{Measure, Period};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::Page;
use crate::thai::{Digits, canonical};
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(differences) };

fn differences(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let copies = &page.document.front_matter.measures;
    let Some(plan) = checked.site.plan_page(page.page).filter(|_| !copies.is_empty()) else { return Vec::new() };
    let pairs = copies.iter().filter_map(|copy| Some((planned(plan, copy)?, copy)));
    pairs
        .flat_map(|(planned, copy)| [period(checked, page, plan, planned, copy), units(checked, page, plan, planned, copy)])
        .flatten()
        .collect()
}

/// Returns the measure of the plan that a copy repeats: same id, else same title.
fn planned<'p>(plan: &'p Page, copy: &Measure) -> Option<&'p Measure> {
    let measures = &plan.document.front_matter.measures;
    let title = |measure: &Measure| measure.title.as_ref().map(|title| canonical(&title.value));
    let same_id = measures.iter().find(|measure| measure.id.value == copy.id.value);
    same_id.or_else(|| measures.iter().find(|measure| title(measure).is_some() && title(measure) == title(copy)))
}

fn period(checked: &CheckContext<'_>, page: &PageText<'_>, plan: &Page, planned: &Measure, copy: &Measure) -> Option<Diagnostic> {
    let (there, here) = (planned.period.as_ref()?, copy.period.as_ref()?);
    let (in_plan, in_report) = (months(&there.value)?, months(&here.value)?);
    let place = |page: &Page, period: &Period| Some(SourceSpan::new(&page.document.source, period.from.as_ref()?.span.clone()));
    let other = checked.line_of(&place(plan, &there.value)?);
    let finding = Diagnostic::new("measure-differs", place(page.page, &here.value)?).with("id", &copy.id.value).with("period", &in_report);
    (in_plan != in_report).then(|| finding.with("there", in_plan).with("other", other))
}

/// Formats the months of a period; `None` unless both ends are given.
fn months(period: &Period) -> Option<String> {
    let (from, to) = (period.from.as_ref()?, period.to.as_ref()?);
    Some(format!("{} – {}", from.value.short(Digits::Arabic), to.value.short(Digits::Arabic)))
}

fn units(checked: &CheckContext<'_>, page: &PageText<'_>, plan: &Page, planned: &Measure, copy: &Measure) -> Option<Diagnostic> {
    let (there, here) = (&planned.responsible.units, &copy.responsible.units);
    let place = |page: &Page, units: &[Spanned<String>]| Some(SourceSpan::new(&page.document.source, units.first()?.span.clone()));
    let set = |units: &[Spanned<String>]| units.iter().map(|unit| canonical(&unit.value)).collect::<BTreeSet<String>>();
    let list = |units: &[Spanned<String>]| units.iter().map(|unit| unit.value.as_str()).collect::<Vec<_>>().join(", ");
    let (at, other) = (place(page.page, here)?, place(plan, there)?);
    let finding = Diagnostic::new("measure-differs", at).with("id", &copy.id.value).with("units", list(here)).with("there", list(there));
    (set(there) != set(here)).then(|| finding.with("other", checked.line_of(&other)))
}
