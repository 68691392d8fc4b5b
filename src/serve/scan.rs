//! Looking through all files, beside everything else: whoever saves meanwhile does not wait for it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::thread::JoinHandle;

use super::generation::Generation;
use crate::base::RelPath;
use crate::error::Result;
use crate::source::SourceTree;

/// The files as they are; `None` if they are those of the generation that was shown.
pub(super) type ScanResult = Result<Option<SourceTree>>;

/// Looks through all files: those that bear another stamp than before, and those that were touched,
/// are read.
pub(super) fn look(shown: &SourceTree, touched: &BTreeSet<RelPath>) -> ScanResult {
    let tree = shown.read_again(touched)?;
    // A file that is published as it is can change without its size, and is not read here.
    let are_texts = touched.iter().all(|path| tree.text(path.as_str()).is_some());
    Ok(if are_texts && tree.is_like(shown) { None } else { Some(tree) })
}

/// What is known of files whose changes nobody reported.
pub(super) enum ScanState {
    /// They are looked through and checked.
    Idle,
    /// Something has happened since.
    Dirty,
    /// They are being looked through.
    Scanning(JoinHandle<ScanResult>),
    /// They are being looked through in vain: something has happened meanwhile.
    Stale(JoinHandle<ScanResult>),
}

impl ScanState {
    /// Begins to look.
    pub fn look(shown: Arc<Generation>, touched: BTreeSet<RelPath>) -> ScanState {
        ScanState::Scanning(std::thread::spawn(move || look(&shown.tree, &touched)))
    }

    /// Something has happened.
    pub fn disturb(self) -> ScanState {
        match self {
            ScanState::Idle | ScanState::Dirty => ScanState::Dirty,
            // Nobody is to look through a large site twice at a time.
            ScanState::Scanning(looking) | ScanState::Stale(looking) => ScanState::Stale(looking),
        }
    }
}
