//! ST9: a report with its own measures states owner and period of each (S4). For plans, the
//! components of the checklist cover this.

use crate::catalogue::Kind;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::Measure;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::site::{FiledItem, Site};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let site = checked.site;
    let reports = site.filed_items().filter(|item| item.kind() == Kind::Progress && !has_plan(site, item));
    reports.flat_map(incomplete).collect()
}

/// If the plan is a page of the site, it is checked there.
fn has_plan(site: &Site, item: &FiledItem<'_>) -> bool {
    site.plan_of(item.page).is_some() || site.is_plan_unread(item.page)
}

fn incomplete(item: FiledItem<'_>) -> Vec<Diagnostic> {
    let document = &item.page.document;
    let is_unread = |measure: &Measure, key| document.unread.around(key, measure.id.span.start);
    let nobody = |measure: &&Measure| measure.responsible.is_empty() && !is_unread(measure, "responsible");
    let no_time = |measure: &&Measure| {
        let is_reported = measure.report.as_ref().is_some_and(|report| report.by.is_some());
        measure.period.is_none() && !is_reported && !is_unread(measure, "period") && !is_unread(measure, "report")
    };
    let measures = || document.front_matter.measures.iter();
    let owners = of_all("measure-without-owner", item, measures().filter(nobody).collect());
    let periods = of_all("measure-without-period", item, measures().filter(no_time).collect());
    owners.into_iter().chain(periods).collect()
}

/// One diagnostic for all measures with the same fault, at the first of them.
fn of_all(code: &'static str, item: FiledItem<'_>, measures: Vec<&Measure>) -> Option<Diagnostic> {
    let place = SourceSpan::new(&item.page.document.source, measures.first()?.id.span.clone());
    let ids: Vec<&str> = measures.iter().map(|measure| measure.id.value.as_str()).collect();
    let name = if ids.len() > 1 { "ids" } else { "id" };
    Some(Diagnostic::new(code, place).with(name, ids.join(", ")).about(Some(item.year.fiscal_year), Some(item.code())))
}
