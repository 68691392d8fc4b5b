//! ST8: "done" is shown by a result or by evidence; a word alone proves nothing (S2).

use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::content::front_matter::{Entry, Status};
use crate::diagnostics::{Diagnostic, Place};

pub(super) const CHECK: Check = Check { about: "results of what is done", looks: At::Pages(unproved) };

fn unproved(_: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let entries = page.document.front_matter.progress.iter().flat_map(|progress| &progress.entries);
    let fault = |entry: &Entry| {
        let status = entry.status.as_ref().filter(|status| status.value == Status::Done)?;
        let is_unread = ["results", "evidence"].into_iter().any(|key| page.document.unread.around(key, status.span.start));
        if is_unread {
            return None;
        }
        let diagnostic = Diagnostic::new("done-without-result", Place::new(&page.document.source, status.span.clone()));
        Some(diagnostic.with("id", entry.measures.first().map_or("", |id| id.value.as_str())))
    };
    entries.filter(|entry| entry.results.is_empty() && entry.evidence.is_empty()).filter_map(fault).collect()
}
