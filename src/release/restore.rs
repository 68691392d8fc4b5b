//! Restores lost records from a published copy; publishes nothing.

use std::path::{Path, PathBuf};

use super::{NotRestored, Restored, Soundness, restored};
use crate::base::HISTORY_FILE;
use crate::config;
use crate::diagnostics::Outcome;
use crate::error::Result;
use crate::output::{Manifest, RecordsClaim};
use crate::record::{Divergence, History, PublishedHistory, Record};
use crate::source::{SourceTree, StorageMode};

/// Result of a restoration.
#[derive(Clone, Debug)]
pub struct Restoration {
    /// The current records.
    pub(crate) restored: Restored,
    /// Files written; empty if nothing was lost.
    pub(crate) written: Vec<&'static str>,
    /// Locations of the replaced files, below `content`.
    pub(crate) kept: Vec<PathBuf>,
    /// Comparison of the records with the site in the output folder of `publish`: if the records
    /// end first or diverge, nothing can be published there.
    pub(crate) folder: Divergence,
}

/// Replaces the records of `root` by those of a copy, or keeps them where they are newer; the site
/// is published into `out`.
///
/// # Errors
/// A site that cannot be read, a record that cannot be written, or another run that writes records.
pub fn restore(root: &Path, out: &Path, (manifest, history): (Manifest, History)) -> Result<Result<Restoration, NotRestored>> {
    let claim = RecordsClaim::take(root)?;
    claim.settle()?;
    let tree = SourceTree::read(root, StorageMode::Packed)?;
    let Outcome(here, found) = Record::read(&tree);
    let base = config::read(&tree).0.map(|config| config.base_url.to_string());
    // After a change of the base URL the records still have that of the last publication.
    let is_of_here = |other: &str| base.as_deref().is_none_or(|base| base == other) || here.base() == Some(other);
    if let Some(other) = history.base().filter(|other| !is_of_here(other)) {
        return Ok(Err(NotRestored::AnotherSite(other.to_owned())));
    }
    let is_broken = found.iter().any(|finding| finding.place.file.as_str() == HISTORY_FILE && finding.code != "history-behind");
    let soundness = if is_broken { Soundness::Broken } else { Soundness::Sound };
    let restored = match restored(&here, soundness, history, &manifest) {
        Ok(restored) => restored,
        Err(refused) => return Ok(Err(refused)),
    };
    let files = restored.record.files_other_than_in(&tree);
    let written = files.iter().map(|file| file.path).collect();
    let kept = claim.replace(files)?;
    let folder = Manifest::mark(out).map_or(Divergence::Never, |mark| {
        let told = PublishedHistory { entries: mark.entries, head: mark.head, history: None };
        told.parting(&restored.record.history)
    });
    Ok(Ok(Restoration { restored, written, kept, folder }))
}
