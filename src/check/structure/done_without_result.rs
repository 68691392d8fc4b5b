//! ST8: status "done" is backed by a result or by evidence (S2). A dash is no result.

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{ProgressEntry, Status};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::says_something;

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
    let says_nothing = |entry: &&ProgressEntry| !entry.results.iter().any(|result| says_something(&result.value));
    entries.filter(|entry| entry.evidence.is_empty()).filter(says_nothing).filter_map(fault).collect()
}
