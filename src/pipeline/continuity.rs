//! Records against the site that was published before: whoever goes on from records that have lost something publishes as if it had never been.

use std::path::Path;

use super::Understood;
use crate::diagnostics::Diagnostics;
use crate::error::Result;
use crate::publish::{self, HISTORY_OF_SITE, Manifest, OldSite};
use crate::record::{HISTORY_FILE, History, Told};
use crate::source::{RelPath, TextFile};

/// Adds what is wrong if the records do not go on from the site in a folder.
pub(super) fn follow(understood: &mut Understood, site: &OldSite) {
    let record = understood.planned.as_ref().map(|planned| planned.site.record.clone());
    // Records with a fault have been told of, and what they hold is not known.
    let is_told = understood
        .report
        .findings
        .iter()
        .any(|(_, finding)| finding.place.file.as_str() == HISTORY_FILE && finding.code != "history-behind");
    let finding = record
        .filter(|_| !is_told)
        .and_then(|record| told_by(site)?.finding(&record.history, &shown(site.folder(), &understood.tree.root)));
    if let Some(finding) = finding {
        // That records are older explains what they do not know.
        understood.report.findings.retain(|(_, finding)| !matches!(finding.code, "history-behind" | "lock-behind"));
        understood.add(Diagnostics::from_iter([finding]));
    }
}

/// The same for whoever only looks: a site in the folder to which `publish` writes unless told otherwise.
///
/// # Errors
/// A manifest that is there but cannot be read.
pub fn follow_published(understood: &mut Understood, folder: &Path) -> Result<()> {
    // Those of a publication that was cut off take their place with the next run that writes; one may have taken it, and the other not.
    if publish::has_unfinished_records(&understood.tree.root) {
        understood.report.findings.retain(|(_, finding)| !matches!(finding.code, "history-behind" | "lock-behind"));
        return Ok(());
    }
    let Some(mark) = Manifest::mark(folder) else { return Ok(()) };
    let told = Told { entries: mark.entries, head: mark.head, history: None };
    let is_whole = understood.planned.as_ref().is_none_or(|planned| told.parting(&planned.site.record.history).is_told());
    if !is_whole {
        follow(understood, &OldSite::open(folder)?);
    }
    Ok(())
}

/// A folder as it is typed in that of the site.
fn shown(folder: &Path, root: &Path) -> String {
    let whole = root.canonicalize();
    let roots = [Some(root), whole.as_deref().ok()];
    let within = roots.into_iter().flatten().find_map(|root| folder.strip_prefix(root).ok());
    within.unwrap_or(folder).display().to_string()
}

fn told_by(site: &OldSite) -> Option<Told> {
    let mark = site.manifest().history.clone()?;
    let history = site.bytes(HISTORY_OF_SITE).and_then(|bytes| {
        let file = TextFile::new(RelPath::new(HISTORY_OF_SITE)?, &String::from_utf8(bytes).ok()?);
        let history = History::read(&file, &mut Diagnostics::new());
        (history.head().as_ref() == Some(&mark.head)).then_some(history)
    });
    Some(Told { entries: mark.entries, head: mark.head, history })
}
