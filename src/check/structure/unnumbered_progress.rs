//! ST10: measures are numbered in the paper of the plan but not in that of the report (S2).

use std::ops::Range;

use super::list_numbers::leading_number;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{Page, Site};
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(unnumbered) };

fn unnumbered(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let place = first_of_unnumbered(checked.site, page.page).map(|span| SourceSpan::new(&page.document.source, span));
    place.map(|place| Diagnostic::new("progress-unnumbered", place)).into_iter().collect()
}

fn first_of_unnumbered(site: &Site, page: &Page) -> Option<Range<usize>> {
    let front_matter = &page.document.front_matter;
    let progress = front_matter.progress.as_ref()?;
    let plan = site.plan_of(page).unwrap_or(front_matter);
    let planned: Vec<&Spanned<String>> = plan.measures.iter().filter_map(|measure| measure.title.as_ref()).collect();
    let reported: Vec<&Spanned<String>> = progress.entries.iter().filter_map(|entry| entry.title.as_ref()).collect();
    let first = reported.first()?;
    let all_numbered = planned.len() > 1 && planned.iter().all(|title| is_numbered(title));
    (all_numbered && !reported.iter().any(|title| is_numbered(title))).then(|| first.span.clone())
}

/// True for a numbered title, in the value or on paper: `1. อบรม`, `๑) อบรม`.
fn is_numbered(title: &Spanned<String>) -> bool {
    let starts = |text: &str| leading_number(text).is_some();
    starts(&title.value) || title.as_written.as_deref().is_some_and(starts)
}
