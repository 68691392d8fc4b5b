//! Merges lost records with those of a published copy.

use std::collections::BTreeSet;

use crate::base::{HISTORY_FILE, file_of_url};
use crate::output::Manifest;
use crate::record::{Divergence, History, LockedUrl, PublishedHistory, Record, UrlLock};

/// Restored records.
#[derive(Clone, Debug)]
pub struct Restored {
    /// History and URL lock, which agree.
    pub(crate) record: Record,
    /// URLs of the old lock that are not in the history: published from here, while the copy is of
    /// another publication.
    pub(crate) only_here: Vec<String>,
}

/// Reason why the records are left unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRestored {
    /// The copy is the site of this other base URL.
    AnotherSite(String),
    /// The copy has no publication in common with the sound records here.
    Unrelated,
    /// The log here is broken, but has more publications than the copy: a newer copy exists.
    OlderThanHere {
        /// Number of publications in the copy.
        copy: usize,
        /// Number of publications here.
        here: usize,
    },
}

/// Returns the records of a site from the log and manifest of a copy. If one log continues the
/// other, the longer one is used, else that of the copy, which is public. A broken log is only
/// counted.
///
/// # Errors
/// Restoring would lose entries.
pub fn restored(here: &Record, sound: Soundness, copy: History, manifest: &Manifest) -> Result<Restored, NotRestored> {
    let told = PublishedHistory { entries: copy.entries.len(), head: copy.head().unwrap_or_default(), history: Some(copy.clone()) };
    let history = match (sound, told.parting(&here.history)) {
        (Soundness::Sound, parting) if parting.is_told() => here.history.clone(),
        (Soundness::Sound, Divergence::After(0)) => return Err(NotRestored::Unrelated),
        (Soundness::Sound, _) => copy,
        (Soundness::Broken, _) => {
            // Duplicate entries count once.
            let here = here.history.heads().into_iter().collect::<BTreeSet<_>>().len();
            let copied = copy.entries.len();
            if here > copied { Err(NotRestored::OlderThanHere { copy: copied, here }) } else { Ok(copy) }?
        }
    };
    let base = history.base().or(here.urls.base.as_deref()).map(str::to_owned);
    let ever = history.ever();
    let locked = ever.iter().map(|url| ((*url).to_owned(), LockedUrl { source: source_of(url, here, manifest), span: 0..0 })).collect();
    let only_here = here.urls.locked.keys().filter(|url| !ever.contains(url.as_str())).cloned().collect();
    Ok(Restored { record: Record { urls: UrlLock { base, locked }, history }, only_here })
}

/// Whether a log can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Soundness {
    /// Readable with a valid hash chain, or absent.
    Sound,
    /// Unreadable, or the chain is broken.
    Broken,
}

/// The source of a URL, from the lock here or the manifest of the copy. Withdrawn URLs are only in
/// the history.
fn source_of(url: &str, here: &Record, manifest: &Manifest) -> String {
    let path = file_of_url(url);
    let listed = || manifest.entry(&path)?.source.clone().or_else(|| Some(crate::base::SITE_FILE.to_owned()));
    let locked = here.urls.locked.get(url).map(|locked| locked.source.clone());
    locked.or_else(listed).unwrap_or_else(|| HISTORY_FILE.to_owned())
}
