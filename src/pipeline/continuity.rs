//! Compares the records with the previously published site: continuing from records that have lost
//! entries would publish as if those entries had never existed.

use std::path::Path;

use super::checked_site::CheckedSite;
use crate::base::{HISTORY_FILE, HISTORY_OF_SITE, RelPath};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::output::{self, HistoryMark, Manifest, OldSite};
use crate::record::{History, PublishedHistory};
use crate::source::TextFile;

/// Adds a finding if the records do not continue those of the site in a folder.
pub(crate) fn follow(understood: &mut CheckedSite, site: &OldSite) {
    compare(understood, site.folder(), site.manifest().history.clone());
}

/// The same for commands that do not write, against the folder to which `publish` writes by
/// default.
pub fn follow_published(understood: &mut CheckedSite, folder: &Path) {
    // The records of an interrupted publication are put in place by the next run that writes; until
    // then one of the two may be in place and the other not.
    match output::has_unfinished_records(&understood.tree.root) {
        true => understood.report.findings.retain(|(_, finding)| !matches!(finding.code, "history-behind" | "lock-behind")),
        false => compare(understood, folder, Manifest::mark(folder)),
    }
}

fn compare(understood: &mut CheckedSite, folder: &Path, mark: Option<HistoryMark>) {
    let Some(record) = understood.planned.as_ref().map(|planned| planned.site.record.clone()) else { return };
    // Faulty records have been reported already, and their content is unknown.
    let is_told = |finding: &Diagnostic| finding.place.file.as_str() == HISTORY_FILE && finding.code != "history-behind";
    if understood.report.findings.iter().any(|(_, finding)| is_told(finding)) {
        return;
    }
    let shown = shown(folder, &understood.tree.root);
    let finding = told_by(folder, mark, &record.history).and_then(|told| told.finding(&record.history, &shown));
    if let Some(finding) = finding {
        // Outdated records explain the entries that they lack.
        understood.report.findings.retain(|(_, finding)| !matches!(finding.code, "history-behind" | "lock-behind"));
        understood.add(Diagnostics::from_iter([finding]));
    }
}

/// Reads the history state of a folder from its manifest and its log; either may be of an earlier
/// publication than the other.
fn told_by(folder: &Path, mark: Option<HistoryMark>, ours: &History) -> Option<PublishedHistory> {
    let log = output::log_of(folder).filter(|log| !ours.text.as_bytes().starts_with(log)).and_then(read);
    let holds = |log: &History, mark: &HistoryMark| {
        mark.entries.checked_sub(1).and_then(|last| log.heads().into_iter().nth(last)) == Some(mark.head.clone())
    };
    match (mark, log) {
        (Some(mark), Some(log)) if !holds(&log, &mark) => Some(PublishedHistory { entries: mark.entries, head: mark.head, history: None }),
        (Some(mark), None) => Some(PublishedHistory { entries: mark.entries, head: mark.head, history: None }),
        (_, Some(log)) => Some(PublishedHistory { entries: log.entries.len(), head: log.head()?, history: Some(log) }),
        (None, None) => None,
    }
}

/// Parses a log; `None` if it has findings.
fn read(bytes: Vec<u8>) -> Option<History> {
    let file = TextFile::new(RelPath::new(HISTORY_OF_SITE)?, &String::from_utf8(bytes).ok()?);
    let mut found = Diagnostics::new();
    let history = History::read(&file, &mut found);
    found.is_empty().then_some(history)
}

/// A folder relative to the site root, as typed in a shell there.
fn shown(folder: &Path, root: &Path) -> String {
    let whole = root.canonicalize();
    let roots = [Some(root), whole.as_deref().ok()];
    let within = roots.into_iter().flatten().find_map(|root| folder.strip_prefix(root).ok());
    within.unwrap_or(folder).display().to_string()
}
