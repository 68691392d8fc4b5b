//! ST8: status "done" is backed by a result or by evidence (S2).

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{ProgressEntry, Status};
use crate::diagnostics::{Diagnostic, SourceSpan};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(unproved) };

fn unproved(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let entries = page.document.front_matter.progress.iter().flat_map(|progress| &progress.entries);
    let fault = |entry: &ProgressEntry| {
        let status = entry.status.as_ref().filter(|status| status.value == Status::Done)?;
        let is_unread = ["results", "evidence"].into_iter().any(|key| page.document.unread.around(key, status.span.start));
        if is_unread {
            return None;
        }
        let diagnostic = Diagnostic::new("done-without-result", SourceSpan::new(&page.document.source, status.span.clone()));
        Some(diagnostic.with("id", entry.measures.first().map_or("", |id| id.value.as_str())))
    };
    entries.filter(|entry| entry.results.is_empty() && entry.evidence.is_empty()).filter_map(fault).collect()
}
