//! Consistency of lock and history (P41): `publish` writes the same URLs to both, so a URL in only
//! one of them was lost from the other.

use std::collections::BTreeSet;

use super::Record;
use crate::base::{HISTORY_FILE, RelPath, URLS_FILE};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};

/// Maximum number of URLs named in a finding.
const MAX_NAMED: usize = 3;

/// Findings for URLs that only one of two readable records contains.
pub(super) fn disagreements(record: &Record) -> Diagnostics {
    let (told, locked) = (record.history.ever(), record.urls.locked.keys().map(String::as_str).collect::<BTreeSet<_>>());
    let lost_by_lock: Vec<&str> = told.difference(&locked).copied().collect();
    let lost_by_history: Vec<&str> = locked.difference(&told).copied().collect();
    let by_lock = report("lock-behind", URLS_FILE, &lost_by_lock, locked.is_empty());
    let by_history = report("history-behind", HISTORY_FILE, &lost_by_history, told.is_empty());
    by_lock.or_else(|| other_base(record)).into_iter().chain(by_history).collect()
}

/// Reports URLs lost from `file`; `is_empty` if the file contains no URL or is missing.
fn report(code: &'static str, file: &str, lost: &[&str], is_empty: bool) -> Option<Diagnostic> {
    let named: Vec<String> = lost.iter().take(MAX_NAMED).map(|url| format!("/{url}")).collect();
    let more = lost.len().saturating_sub(MAX_NAMED);
    let finding = Diagnostic::new(code, SourceSpan::file(&RelPath::new(file)?)).with("count", lost.len()).with("urls", named.join(" "));
    let finding = finding.with_some("more", (more > 0).then_some(more)).with_some("empty", is_empty.then_some(file));
    (!lost.is_empty()).then_some(finding)
}

/// Reports a lock with the base URL from before a move of the site.
fn other_base(record: &Record) -> Option<Diagnostic> {
    let (locked, told) = (record.urls.base.as_deref()?, record.history.base()?);
    let finding = Diagnostic::new("lock-behind", SourceSpan::file(&RelPath::new(URLS_FILE)?)).with("base", locked).with("told", told);
    (locked != told).then_some(finding)
}
