//! ST3: each row of a report has exactly one status, and the paper marks it (two rows of S2 carry only a remark). `unstated` says that the
//! paper has no such column at all (S4).

use crate::check::{Check, Checked};
use crate::content::front_matter::{Entry, Status};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::Page;

pub(super) const CHECK: Check = Check { about: "status of each measure", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    checked.site.written_pages().flat_map(unmarked).collect()
}

fn unmarked(page: &Page) -> impl Iterator<Item = Diagnostic> {
    let document = &page.document;
    let entries = document.front_matter.progress.iter().flat_map(|progress| &progress.entries);
    entries.filter_map(move |entry| {
        let (code, span) = fault(entry)?;
        let id = entry.measures.first().map_or("", |id| id.value.as_str());
        let diagnostic = Diagnostic::new(code, Place::new(&document.source, span)).with("id", id);
        Some(diagnostic.about(document.home.fiscal_year(), document.home.item()))
    })
}

fn fault(entry: &Entry) -> Option<(&'static str, std::ops::Range<usize>)> {
    match &entry.status {
        None => Some(("status-missing", entry.measures.first()?.span.clone())),
        Some(status) if status.value != Status::Unstated && entry.as_marked.as_deref().is_some_and(|mark| mark.trim().is_empty()) => {
            Some(("status-unmarked", status.span.clone()))
        }
        Some(_) => None,
    }
}
