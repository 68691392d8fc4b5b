//! ST4: every measure of the plan is reported on, and only planned measures are. The plan is the
//! page that the report names, else that of the year whose data the checklist requires, else the
//! report's own measures.

use std::collections::{HashMap, HashSet};

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::Measure;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{Page, Site};
use crate::thai::canonical;
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(differences) };

fn differences(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    [unreported(checked.site, page.page), unplanned(checked.site, page.page)].concat()
}

/// Reports measures of the plan without an entry, at the last entry of the report.
fn unreported(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let document = &page.document;
    let own = &document.front_matter;
    let Some(progress) = own.progress.as_ref().filter(|progress| !progress.entries.is_empty()) else { return Vec::new() };
    // An unparsed entry may be about any measure.
    let is_unread = |key| document.unread.lost_entries(key);
    if is_unread("entries")
        || is_unread("measures")
        || is_unread("measure")
        || progress.entries.iter().any(|entry| entry.measures.is_empty())
    {
        return Vec::new();
    }
    let plan = site.plan_page(page);
    let planned = plan.map_or(own, |plan| &plan.document.front_matter);
    // An entry with an unknown measure may be meant for any of them.
    let (own_by_id, planned_by_id) = (by_id(&own.measures), by_id(&planned.measures));
    let reported: Vec<&str> = progress.entries.iter().flat_map(|entry| &entry.measures).map(|id| id.value.as_str()).collect();
    if reported.iter().any(|id| !own_by_id.contains_key(id) && !planned_by_id.contains_key(id)) {
        return Vec::new();
    }
    let reported = KnownMeasures::of(reported.iter().copied(), reported.iter().filter_map(|id| own_by_id.get(id).copied()));
    let place = |measure: &Measure| match plan {
        Some(_) => progress.entries.last().and_then(|entry| entry.measures.first()).map_or_else(|| 0..0, |id| id.span.clone()),
        None => measure.id.span.clone(),
    };
    let report = |measure: &Measure| {
        let title = measure.title.as_ref().map_or(measure.id.value.as_str(), |title| title.value.as_str());
        let diagnostic = Diagnostic::new("measure-without-progress", SourceSpan::new(&document.source, place(measure)));
        let diagnostic = diagnostic.with("id", &measure.id.value).with("title", title);
        diagnostic.with_some("plan", plan.map(|plan| &plan.document.source))
    };
    planned.measures.iter().filter(|measure| !reported.has(measure)).map(report).collect()
}

/// Reports entries whose measure is defined in the report but missing from the plan, a page of this
/// site.
fn unplanned(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let document = &page.document;
    let own = &document.front_matter;
    let is_plan = |plan: &&Page| !plan.document.front_matter.measures.is_empty() && !site.is_plan_unread(page);
    let Some(plan) = site.plan_page(page).filter(is_plan) else { return Vec::new() };
    let planned = &plan.document.front_matter.measures;
    let planned = KnownMeasures::of(planned.iter().map(|measure| measure.id.value.as_str()), planned.iter());
    let own_by_id = by_id(&own.measures);
    let ids = own.progress.iter().flat_map(|progress| &progress.entries).flat_map(|entry| &entry.measures);
    let is_new = |id: &&Spanned<String>| own_by_id.get(id.value.as_str()).is_some_and(|known| !planned.has(known));
    let report = |id: &Spanned<String>| {
        let diagnostic = Diagnostic::new("progress-without-plan", SourceSpan::new(&document.source, id.span.clone())).with("id", &id.value);
        diagnostic.with("plan", &plan.document.source)
    };
    ids.filter(is_new).map(report).collect()
}

/// Measures by id; of several with one id the first.
fn by_id(measures: &[Measure]) -> HashMap<&str, &Measure> {
    measures.iter().rev().map(|measure| (measure.id.value.as_str(), measure)).collect()
}

/// Measures that are known by id, or by title if their ids differ.
struct KnownMeasures<'m> {
    ids: HashSet<&'m str>,
    titles: HashSet<String>,
}

impl<'m> KnownMeasures<'m> {
    fn of(ids: impl Iterator<Item = &'m str>, measures: impl Iterator<Item = &'m Measure>) -> Self {
        Self { ids: ids.collect(), titles: measures.filter_map(title).collect() }
    }

    fn has(&self, measure: &Measure) -> bool {
        self.ids.contains(measure.id.value.as_str()) || title(measure).is_some_and(|title| self.titles.contains(&title))
    }
}

fn title(measure: &Measure) -> Option<String> {
    measure.title.as_ref().map(|title| canonical(&title.value))
}
