//! ST4: every measure of the plan is reported on, and only planned measures are. The plan is the
//! page that the report names, else that of the year whose data the checklist requires, else the
//! report's own measures.

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{FrontMatter, Measure};
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
    let mut named_ids = progress.entries.iter().flat_map(|entry| &entry.measures);
    if named_ids.any(|id| named(own, id).is_none() && !planned.measures.iter().any(|measure| measure.id.value == id.value)) {
        return Vec::new();
    }
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
    planned.measures.iter().filter(|measure| !is_reported(own, measure)).map(report).collect()
}

fn is_reported(own: &FrontMatter, measure: &Measure) -> bool {
    let ids = own.progress.iter().flat_map(|progress| &progress.entries).flat_map(|entry| &entry.measures);
    ids.into_iter().any(|id| id.value == measure.id.value || named(own, id).is_some_and(|known| is_same(known, measure)))
}

/// Reports entries whose measure is defined in the report but missing from the plan, a page of this
/// site.
fn unplanned(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let document = &page.document;
    let own = &document.front_matter;
    let is_plan = |plan: &&Page| !plan.document.front_matter.measures.is_empty() && !site.is_plan_unread(page);
    let Some(plan) = site.plan_page(page).filter(is_plan) else { return Vec::new() };
    let planned = &plan.document.front_matter.measures;
    let ids = own.progress.iter().flat_map(|progress| &progress.entries).flat_map(|entry| &entry.measures);
    let is_new = |id: &&Spanned<String>| {
        let known = named(own, id);
        known.is_some_and(|known| !planned.iter().any(|measure| measure.id.value == id.value || is_same(known, measure)))
    };
    let report = |id: &Spanned<String>| {
        let diagnostic = Diagnostic::new("progress-without-plan", SourceSpan::new(&document.source, id.span.clone())).with("id", &id.value);
        diagnostic.with("plan", &plan.document.source)
    };
    ids.filter(is_new).map(report).collect()
}

/// Returns the report's own measure of an id.
fn named<'m>(own: &'m FrontMatter, id: &Spanned<String>) -> Option<&'m Measure> {
    own.measures.iter().find(|measure| measure.id.value == id.value)
}

/// Measures with different ids are the same if their titles are.
fn is_same(one: &Measure, other: &Measure) -> bool {
    let title = |measure: &Measure| measure.title.as_ref().map(|title| canonical(&title.value));
    title(one).is_some() && title(one) == title(other)
}
