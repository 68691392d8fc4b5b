//! Records against the site that was published before: whoever goes on from records that have lost
//! something publishes as if it had never been.

use std::path::Path;

use super::checked_site::CheckedSite;
use crate::base::{HISTORY_FILE, HISTORY_OF_SITE, RelPath};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::output::{self, HistoryMark, Manifest, OldSite};
use crate::record::{History, PublishedHistory};
use crate::source::TextFile;

/// Adds what is wrong if the records do not go on from the site in a folder.
pub(crate) fn follow(understood: &mut CheckedSite, site: &OldSite) {
    compare(understood, site.folder(), site.manifest().history.clone());
}

/// The same for whoever only looks, with the folder to which `publish` writes unless told
/// otherwise.
pub fn follow_published(understood: &mut CheckedSite, folder: &Path) {
    // Those of a publication that was cut off take their place with the next run that writes; one
    // may have taken it, and the other not.
    match output::has_unfinished_records(&understood.tree.root) {
        true => understood.report.findings.retain(|(_, finding)| !matches!(finding.code, "history-behind" | "lock-behind")),
        false => compare(understood, folder, Manifest::mark(folder)),
    }
}

fn compare(understood: &mut CheckedSite, folder: &Path, mark: Option<HistoryMark>) {
    let Some(record) = understood.planned.as_ref().map(|planned| planned.site.record.clone()) else { return };
    // Records with a fault have been told of, and what they hold is not known.
    let is_told = |finding: &Diagnostic| finding.place.file.as_str() == HISTORY_FILE && finding.code != "history-behind";
    if understood.report.findings.iter().any(|(_, finding)| is_told(finding)) {
        return;
    }
    let shown = shown(folder, &understood.tree.root);
    let finding = told_by(folder, mark, &record.history).and_then(|told| told.finding(&record.history, &shown));
    if let Some(finding) = finding {
        // That records are older explains what they do not know.
        understood.report.findings.retain(|(_, finding)| !matches!(finding.code, "history-behind" | "lock-behind"));
        understood.add(Diagnostics::from_iter([finding]));
    }
}

/// What a folder tells by its manifest and by its log; the one may be of an earlier publication
/// than the other.
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

/// A log that can be relied on.
fn read(bytes: Vec<u8>) -> Option<History> {
    let file = TextFile::new(RelPath::new(HISTORY_OF_SITE)?, &String::from_utf8(bytes).ok()?);
    let mut found = Diagnostics::new();
    let history = History::read(&file, &mut found);
    found.is_empty().then_some(history)
}

/// A folder as it is typed in that of the site.
fn shown(folder: &Path, root: &Path) -> String {
    let whole = root.canonicalize();
    let roots = [Some(root), whole.as_deref().ok()];
    let within = roots.into_iter().flatten().find_map(|root| folder.strip_prefix(root).ok());
    within.unwrap_or(folder).display().to_string()
}
