//! Ids in a page: unique, valid as anchors, and present if referenced.

use std::collections::BTreeSet;

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::program_ids;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{Page, Site};
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(faults) };

fn faults(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    [definitions(page.page), references(checked.site, page.page)].concat()
}

fn definitions(page: &Page) -> Vec<Diagnostic> {
    let front_matter = &page.document.front_matter;
    let anchors = front_matter.measures.iter().map(|measure| &measure.id).chain(front_matter.issues.iter().map(|issue| &issue.id));
    let evidence = front_matter.evidence.iter().filter_map(|evidence| evidence.id.as_ref());
    [once_each(page, anchors.clone()), once_each(page, evidence), taken(page, anchors)].concat()
}

/// Reports ids of measures and issues that are anchors of another part of the page.
fn taken<'a>(page: &Page, ids: impl Iterator<Item = &'a Spanned<String>>) -> Vec<Diagnostic> {
    let of_program = program_ids(&page.document.front_matter);
    let footnotes = page.document.body.outline.footnote_anchors();
    let taken: BTreeSet<&str> = of_program.iter().map(|id| &**id).chain(footnotes).collect();
    ids.filter(|id| taken.contains(id.value.as_str())).map(|id| report(page, "id-taken", id)).collect()
}

fn once_each<'a>(page: &Page, ids: impl Iterator<Item = &'a Spanned<String>>) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let fit = |id: &str| {
        id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    };
    let fault = |id: &Spanned<String>| {
        let code = match (fit(&id.value), seen.insert(id.value.clone())) {
            (false, _) => "id-form",
            (true, false) => "id-twice",
            (true, true) => return None,
        };
        Some(report(page, code, id))
    };
    ids.filter_map(fault).collect()
}

fn references(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let front_matter = &page.document.front_matter;
    let plan = site.plan_of(page);
    let knows = |id: &str| {
        [Some(front_matter), plan].into_iter().flatten().any(|known| known.measures.iter().any(|measure| measure.id.value == id))
    };
    let entries = front_matter.progress.iter().flat_map(|progress| &progress.entries);
    // A missing plan is reported elsewhere.
    let has_plan = site.missing_plan(page).is_none();
    let of_progress = entries.clone().flat_map(|entry| &entry.measures).filter(|_| has_plan);
    let of_issues = front_matter.issues.iter().flat_map(|issue| &issue.measures);
    let unread = &page.document.unread;
    // Unreadable data may contain the referenced id.
    let has_two_alike = [Some(front_matter), plan].into_iter().flatten().any(|known| {
        let ids = known.measures.iter().map(|measure| measure.id.value.as_str());
        ids.collect::<BTreeSet<_>>().len() < known.measures.len()
    });
    let are_known = !unread.lost_entries("measures") && !site.is_plan_unread(page) && !has_two_alike;
    let measures = of_progress.chain(of_issues).filter(|id| are_known && !knows(&id.value)).map(|id| report(page, "unknown-measure", id));
    let has = |id: &str| front_matter.evidence.iter().any(|evidence| evidence.id.as_ref().is_some_and(|known| known.value == id));
    let is_new = |id: &&Spanned<String>| !has(&id.value) && !unread.outermost("evidence");
    let evidence = entries.flat_map(|entry| &entry.evidence).filter(is_new).map(|id| report(page, "unknown-evidence", id));
    measures.chain(evidence).collect()
}

fn report(page: &Page, code: &'static str, id: &Spanned<String>) -> Diagnostic {
    Diagnostic::new(code, SourceSpan::new(&page.document.source, id.span.clone())).with("id", &id.value)
}
