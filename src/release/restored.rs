//! Records that were lost, taken back from a published copy.

use std::collections::BTreeSet;

use crate::base::{HISTORY_FILE, file_of_url};
use crate::output::Manifest;
use crate::record::{Divergence, History, LockedUrl, PublishedHistory, Record, UrlLock};

/// Records as they were before they were lost.
#[derive(Clone, Debug)]
pub struct Restored {
    /// Both of them; they agree.
    pub(crate) record: Record,
    /// URLs of the old lock of which the history knows nothing: they were published from here, and
    /// the copy is of another publication.
    pub(crate) only_here: Vec<String>,
}

/// Why records are left as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRestored {
    /// The copy is the site of this other address.
    AnotherSite(String),
    /// The copy has no publication in common with the records here, which are whole.
    Unrelated,
    /// The log here cannot be trusted, but tells of more publications than the copy: there is a
    /// newer copy.
    OlderThanHere {
        /// Publications of the copy.
        copy: usize,
        /// Publications here.
        here: usize,
    },
}

/// The records of a site whose copy has this log and manifest. Of two logs that go the same way the
/// longer one is taken, otherwise that of the copy: it is what people can see. A log of ours that
/// is not `sound` is only counted.
///
/// # Errors
/// The copy would take something away.
pub fn restored(here: &Record, sound: Soundness, copy: History, manifest: &Manifest) -> Result<Restored, NotRestored> {
    let told = PublishedHistory { entries: copy.entries.len(), head: copy.head().unwrap_or_default(), history: Some(copy.clone()) };
    let history = match (sound, told.parting(&here.history)) {
        (Soundness::Sound, parting) if parting.is_told() => here.history.clone(),
        (Soundness::Sound, Divergence::After(0)) => return Err(NotRestored::Unrelated),
        (Soundness::Sound, _) => copy,
        (Soundness::Broken, _) => {
            // Doubled ones count once.
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
    /// It can be read, and its chain holds; or there is none.
    Sound,
    /// Something is wrong with it.
    Broken,
}

/// The file behind a URL, as the lock here or the manifest of the copy has it. Of one that was
/// withdrawn only the history still tells.
fn source_of(url: &str, here: &Record, manifest: &Manifest) -> String {
    let path = file_of_url(url);
    let listed = || manifest.entry(&path)?.source.clone().or_else(|| Some(crate::base::SITE_FILE.to_owned()));
    let locked = here.urls.locked.get(url).map(|locked| locked.source.clone());
    locked.or_else(listed).unwrap_or_else(|| HISTORY_FILE.to_owned())
}
