//! Full scan of the files in a background thread, so that edits meanwhile are not delayed.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::thread::JoinHandle;

use super::generation::Generation;
use crate::base::RelPath;
use crate::error::Result;
use crate::source::SourceTree;

/// The scanned files; `None` if unchanged since the shown generation.
pub(super) type ScanResult = Result<Option<SourceTree>>;

/// Scans all files; reads those with a changed stamp and those in `touched`.
pub(super) fn look(shown: &SourceTree, touched: &BTreeSet<RelPath>) -> ScanResult {
    let tree = shown.read_again(touched)?;
    // The content of an attachment can change without its size, and is not read here.
    let are_texts = touched.iter().all(|path| tree.text(path.as_str()).is_some());
    Ok(if are_texts && tree.is_like(shown) { None } else { Some(tree) })
}

/// State of the scan for unreported changes.
pub(super) enum ScanState {
    /// Scanned and checked.
    Idle,
    /// Events have arrived since the last scan.
    Dirty,
    /// A scan is running.
    Scanning(JoinHandle<ScanResult>),
    /// A scan is running, but events have arrived since, so that its result is useless.
    Stale(JoinHandle<ScanResult>),
}

impl ScanState {
    /// Starts a scan.
    pub fn look(shown: Arc<Generation>, touched: BTreeSet<RelPath>) -> ScanState {
        ScanState::Scanning(std::thread::spawn(move || look(&shown.tree, &touched)))
    }

    /// Marks that events have arrived.
    pub fn disturb(self) -> ScanState {
        match self {
            ScanState::Idle | ScanState::Dirty => ScanState::Dirty,
            // Only one scan runs at a time.
            ScanState::Scanning(looking) | ScanState::Stale(looking) => ScanState::Stale(looking),
        }
    }
}
