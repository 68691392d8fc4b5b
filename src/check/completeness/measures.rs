//! A measure says what is to be done, wherever it stands. ST9: a report with its own measures states
//! owner and period of each too (S4); for plans, the components of the checklist cover that.

use crate::catalogue::Kind;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::Measure;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::site::{FiledItem, Page, Site};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let site = checked.site;
    let reports = site.filed_items().filter(|item| item.kind() == Kind::Progress && !has_plan(site, item));
    site.written_pages().filter_map(untitled).chain(reports.flat_map(incomplete)).collect()
}

fn untitled(page: &Page) -> Option<Diagnostic> {
    let document = &page.document;
    let is_unread = |measure: &Measure| document.unread.around("title", measure.id.span.start);
    let measures = document.front_matter.measures.iter();
    of_all("measure-without-title", page, measures.filter(|measure| !measure.is_titled() && !is_unread(measure)).collect())
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
        !measure.has_period() && !is_reported && !is_unread(measure, "period") && !is_unread(measure, "report")
    };
    let measures = || document.front_matter.measures.iter();
    let owners = of_all("measure-without-owner", item.page, measures().filter(nobody).collect());
    let periods = of_all("measure-without-period", item.page, measures().filter(no_time).collect());
    owners.into_iter().chain(periods).collect()
}

/// One diagnostic for all measures with the same fault, at the first of them.
fn of_all(code: &'static str, page: &Page, measures: Vec<&Measure>) -> Option<Diagnostic> {
    let document = &page.document;
    let place = SourceSpan::new(&document.source, measures.first()?.id.span.clone());
    let ids: Vec<&str> = measures.iter().map(|measure| measure.id.value.as_str()).collect();
    let name = if ids.len() > 1 { "ids" } else { "id" };
    Some(Diagnostic::new(code, place).with(name, ids.join(", ")).about(document.home.fiscal_year(), document.home.item()))
}
