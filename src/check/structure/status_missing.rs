//! ST3: each row of a report has exactly one status, marked on paper (two rows of S2 have only a
//! remark). `unstated` means that the paper has no status column (S4).

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{ProgressEntry, Status};
use crate::diagnostics::{Diagnostic, SourceSpan};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(unmarked) };

fn unmarked(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let entries = page.document.front_matter.progress.iter().flat_map(|progress| &progress.entries);
    let report = |entry: &ProgressEntry| {
        let (code, span) = fault(entry).filter(|(_, span)| !page.document.unread.around("status", span.start))?;
        let id = entry.measures.first().map_or("", |id| id.value.as_str());
        Some(Diagnostic::new(code, SourceSpan::new(&page.document.source, span)).with("id", id))
    };
    entries.filter_map(report).collect()
}

fn fault(entry: &ProgressEntry) -> Option<(&'static str, std::ops::Range<usize>)> {
    match &entry.status {
        None => Some(("status-missing", entry.measures.first()?.span.clone())),
        Some(status) if status.value != Status::Unstated && entry.as_marked.as_deref().is_some_and(|mark| mark.trim().is_empty()) => {
            Some(("status-unmarked", status.span.clone()))
        }
        Some(_) => None,
    }
}
