//! What a copy tells of its publications, for whoever lost the records of them.

use super::copy::{SiteCopy, Trouble, read_all};
use super::report::{Cannot, Problem};
use super::{HostileManifest, history, manifest};
use crate::checksum;
use crate::diagnostics::words::Lang;
use crate::publish::{HISTORY_OF_SITE, MANIFEST, Manifest};
use crate::record::History;

/// Why a copy tells nothing that can be relied on.
#[derive(Clone, Debug)]
pub enum TellsNothing {
    /// It cannot be read.
    Unread(Cannot),
    /// Its manifest cannot be believed.
    Manifest(HostileManifest),
    /// It was built, and never published.
    Unpublished,
    /// Its log was changed, or belongs to another manifest.
    History(Problem),
}

/// The manifest and the log of a copy; the log is whole, and the one of the manifest.
pub(super) fn told(copy: &dyn SiteCopy) -> Result<(Manifest, History), TellsNothing> {
    let read = |path, most| {
        read_all(copy, path, most).map_err(|trouble| match trouble {
            Trouble::Unread(why) => Cannot::Unread(why),
            _ => Cannot::NoManifest,
        })
    };
    let manifest = manifest::read(&read(MANIFEST, manifest::MOST_BYTES).map_err(TellsNothing::Unread)?).map_err(TellsNothing::Manifest)?;
    let (Some(mark), Some(entry)) = (&manifest.history, manifest.files.iter().find(|entry| entry.path == HISTORY_OF_SITE)) else {
        return Err(TellsNothing::Unpublished);
    };
    let bytes = read(HISTORY_OF_SITE, entry.size).map_err(|_| TellsNothing::History(Problem::NoHistory))?;
    let (history, problems) = history::read(&bytes);
    if let Some(problem) = problems.into_iter().next() {
        return Err(TellsNothing::History(problem));
    }
    let is_of_manifest =
        checksum::of(&bytes) == entry.sha256 && history.head().as_ref() == Some(&mark.head) && history.entries.len() == mark.entries;
    if is_of_manifest { Ok((manifest, history)) } else { Err(TellsNothing::History(Problem::HistoryMark)) }
}

impl TellsNothing {
    /// In one language.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            TellsNothing::Unread(cannot) => cannot.words(lang),
            TellsNothing::Manifest(hostile) => Problem::Manifest(hostile.clone()).words(lang),
            TellsNothing::Unpublished => match lang {
                Lang::Thai => "เว็บนี้สร้างด้วย build เท่านั้น ไม่เคยเผยแพร่ด้วย publish จึงไม่มีประวัติ".to_owned(),
                Lang::English => "this site was only built, and never published: it has no history".to_owned(),
            },
            TellsNothing::History(problem) => problem.words(lang),
        }
    }
}
