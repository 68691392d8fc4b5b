//! Reads manifest and history of a copy, to restore lost records.

use super::copy::{FileTrouble, SiteCopy, read_all};
use super::report::{Problem, VerifyError};
use super::{HostileManifest, history, manifest};
use crate::base::{HISTORY_OF_SITE, Lang, MANIFEST};
use crate::output::Manifest;
use crate::record::History;
use crate::words;

/// Maximum size of a history, in bytes, as in [`History::read`].
const MAX_BYTES: u64 = 64 << 20;

/// Reason why a copy provides no trustworthy history.
#[derive(Clone, Debug)]
pub enum HistoryUnknown {
    /// Cannot be read.
    Unread(VerifyError),
    /// The manifest was rejected.
    Manifest(HostileManifest),
    /// Built, but never published.
    Unpublished,
    /// The history was changed, or belongs to another manifest.
    History(Problem),
}

/// The manifest and history of a copy; the history is valid, and contains the publication of the
/// manifest.
pub(super) fn told(copy: &dyn SiteCopy) -> Result<(Manifest, History), HistoryUnknown> {
    let read = |path, most| {
        read_all(copy, path, most).map_err(|trouble| match trouble {
            FileTrouble::Unread(why) => VerifyError::Unread(why),
            _ => VerifyError::NoManifest,
        })
    };
    let manifest =
        manifest::read(&read(MANIFEST, manifest::MAX_BYTES).map_err(HistoryUnknown::Unread)?).map_err(HistoryUnknown::Manifest)?;
    let Some(mark) = &manifest.history else { return Err(HistoryUnknown::Unpublished) };
    let bytes = read(HISTORY_OF_SITE, MAX_BYTES).map_err(|_| HistoryUnknown::History(Problem::NoHistory))?;
    let (history, problems) = history::read(&bytes);
    if let Some(problem) = problems.into_iter().next() {
        return Err(HistoryUnknown::History(problem));
    }
    let named = mark.entries.checked_sub(1).and_then(|last| history.heads().into_iter().nth(last));
    if named.as_ref() == Some(&mark.head) { Ok((manifest, history)) } else { Err(HistoryUnknown::History(Problem::HistoryMark)) }
}

impl HistoryUnknown {
    /// Message in one language.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            HistoryUnknown::Unread(cannot) => cannot.words(lang),
            HistoryUnknown::Manifest(hostile) => Problem::Manifest(hostile.clone()).words(lang),
            HistoryUnknown::Unpublished => words::copy::only_built(lang).to_owned(),
            HistoryUnknown::History(problem) => problem.words(lang),
        }
    }
}
