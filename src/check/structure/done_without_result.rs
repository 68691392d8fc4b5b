//! ST8: "done" is shown by a result or by evidence; a word alone proves nothing (S2).

use crate::check::{Check, Checked};
use crate::content::front_matter::{Entry, Status};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::Page;

pub(super) const CHECK: Check = Check { about: "results of what is done", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    checked.site.written_pages().flat_map(unproved).collect()
}

fn unproved(page: &Page) -> impl Iterator<Item = Diagnostic> {
    let document = &page.document;
    let entries = document.front_matter.progress.iter().flat_map(|progress| &progress.entries);
    entries.filter(|entry| entry.results.is_empty() && entry.evidence.is_empty()).filter_map(move |entry: &Entry| {
        let status = entry.status.as_ref().filter(|status| status.value == Status::Done)?;
        let diagnostic = Diagnostic::new("done-without-result", Place::new(&document.source, status.span.clone()));
        let diagnostic = diagnostic.with("id", entry.measures.first().map_or("", |id| id.value.as_str()));
        Some(diagnostic.about(document.home.fiscal_year(), document.home.item()))
    })
}
