//! ST10: the measures of the plan are numbered in its paper, those of the report are not (S2).

use super::list_numbers::leading_number;
use crate::check::{Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::{Page, Site};
use crate::yaml::Given;

pub(super) const CHECK: Check = Check { about: "numbers of measures in reports", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    checked.site.written_pages().filter_map(|page| unnumbered(checked.site, page)).collect()
}

fn unnumbered(site: &Site, page: &Page) -> Option<Diagnostic> {
    let document = &page.document;
    let front_matter = &document.front_matter;
    let progress = front_matter.progress.as_ref()?;
    let plan = site.plan_of(page).unwrap_or(front_matter);
    let planned: Vec<&Given<String>> = plan.measures.iter().filter_map(|measure| measure.title.as_ref()).collect();
    let reported: Vec<&Given<String>> = progress.entries.iter().filter_map(|entry| entry.title.as_ref()).collect();
    let first = reported.first()?;
    let all_numbered = planned.len() > 1 && planned.iter().all(|title| is_numbered(title));
    if !all_numbered || reported.iter().any(|title| is_numbered(title)) {
        return None;
    }
    let diagnostic = Diagnostic::new("progress-unnumbered", Place::new(&document.source, first.span.clone()));
    Some(diagnostic.about(document.home.fiscal_year(), document.home.item()))
}

/// `1. อบรม`, `๑) อบรม`, in the file or in its paper.
fn is_numbered(title: &Given<String>) -> bool {
    let starts = |text: &str| leading_number(text).is_some();
    starts(&title.value) || title.as_written.as_deref().is_some_and(starts)
}
