//! Determines which publication a copy is, from the records of its site: a consistent copy may
//! still be outdated.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

use super::history;
use super::publication::{CopyOrigin, LastPublication};
use super::report::{Notice, Problem, ReadCopy, VerifyReport};
use crate::base::{CHECKSUMS, HISTORY_FILE, HISTORY_OF_SITE, MANIFEST, file_of_url};
use crate::output::{Manifest, ManifestEntry};
use crate::record::{Changes, Divergence, History};
use crate::source::open_regular;

/// Publication records of a site.
#[derive(Debug)]
pub struct SiteRecords {
    /// `None` if unreadable or broken.
    history: Option<History>,
    /// Manifest of the output folder, if it holds the last publication.
    public: Option<Manifest>,
}

impl SiteRecords {
    /// Reads the history of a site and the manifest of its output folder `out`; nothing else.
    pub fn read(root: &Path, out: &Path) -> SiteRecords {
        let history = match read(&HISTORY_FILE.split('/').fold(root.to_owned(), |path, part| path.join(part))) {
            // An editor may have added a byte order mark; the log of a copy has none.
            Ok(bytes) => Some(history::read(bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&bytes)))
                .filter(|(_, problems)| problems.is_empty())
                .map(|(history, _)| history),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Some(History::default()),
            Err(_) => None,
        };
        let is_last = |manifest: &Manifest| history.as_ref().is_some_and(|history| history::problems(history, manifest).is_empty());
        let public = Manifest::read(out).ok().filter(is_last);
        SiteRecords { history, public }
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    const LARGEST: u64 = 64 << 20;
    let mut bytes = Vec::new();
    open_regular(path)?.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl VerifyReport {
    /// Adds the comparison with the records of a site.
    #[must_use]
    pub fn beside(mut self, records: &SiteRecords, tie: CopyOrigin) -> VerifyReport {
        let Some(seen) = &self.seen else { return self };
        let Some(history) = &records.history else {
            self.notices.push(Notice::NoRecords);
            return self;
        };
        let Some(mut last) = self.last(seen, history, tie) else { return self };
        let is_of_site = matches!(tie, CopyOrigin::Output | CopyOrigin::Site) || (tie == CopyOrigin::Named && last.of_records.0 > 0);
        let is_same_past = last.of_copy.0 > 0 && last.of_records.0 > 0;
        let is_fault = match last.parting {
            Divergence::Never => false,
            Divergence::CopyEnds => tie != CopyOrigin::Pack && (is_same_past || is_of_site),
            Divergence::RecordsEnd => is_same_past || is_of_site,
            Divergence::After(_) => is_of_site,
        };
        let is_mixed = last.parting == Divergence::Never && self.is_mixed();
        if tie != CopyOrigin::Output && ((last.parting == Divergence::CopyEnds && is_fault) || is_mixed) {
            self.sent(seen, history, records, &mut last);
        }
        let has_arrived = |path: &String| last.arrived.binary_search(path).is_ok();
        self.changed.retain(|path| !has_arrived(path));
        self.added.retain(|path| !has_arrived(path));
        if is_fault {
            self.problems.push(Problem::NotLast(last.clone()));
        } else if last.parting != Divergence::Never {
            self.notices.push(Notice::Beside(last.clone()));
        } else if !is_mixed && tie != CopyOrigin::Pack {
            let mut unlike = records.public.as_ref().map(|public| self.unlike(seen, public)).unwrap_or_default();
            unlike.retain(|path| self.changed.binary_search(path).is_err() && self.missing.binary_search(path).is_err());
            self.notices.extend((!unlike.is_empty()).then_some(Notice::Unlike(unlike)));
        }
        self.last = Some(last);
        self
    }

    /// Compares with the records; `None` if the history of the copy is broken, so that its
    /// publication is unknown.
    fn last(&self, seen: &ReadCopy, history: &History, tie: CopyOrigin) -> Option<LastPublication> {
        let known = history.heads();
        let mut copy = if self.is_history_broken() { Vec::new() } else { seen.history.heads() };
        // A publication named by the manifest and known to the records took place, whatever history
        // the copy contains.
        let mark = seen.manifest.history.as_ref();
        let mark = mark.and_then(|mark| known.get(..mark.entries).filter(|known| known.last() == Some(&mark.head)));
        if let Some(mark) = mark.filter(|mark| mark.len() > copy.len()) {
            copy = mark.to_owned();
        }
        if copy.is_empty() && (self.is_history_broken() || seen.manifest.history.is_some() || known.is_empty()) {
            return None;
        }
        let parting = Divergence::of(&known, &copy);
        let same = if let Divergence::After(same) = parting { same } else { known.len().min(copy.len()) };
        let day = |number: usize| Some(history.entries.get(number.checked_sub(1)?)?.date);
        let changes = since(history, same);
        let addresses = changes.added.len() + changes.changed.len() + changes.removed.len();
        let (of_copy, of_records) = ((copy.len(), day(same)), (known.len(), day(known.len())));
        Some(LastPublication { parting, of_copy, of_records, addresses, arrived: Vec::new(), upload: Vec::new(), tie })
    }

    /// Determines which files of the last publication have arrived, and which to upload.
    fn sent(&self, seen: &ReadCopy, history: &History, records: &SiteRecords, last: &mut LastPublication) {
        let mut published: BTreeMap<String, &str> =
            history.published().into_iter().map(|(url, hash)| (file_of_url(url), hash.as_str())).collect();
        let listed = records.public.iter().flat_map(|public| &public.files);
        published.extend(listed.map(|entry| (entry.path.clone(), entry.sha256.as_str())));
        if last.parting == Divergence::CopyEnds {
            let arrived = seen.found.iter().filter(|(path, hash)| published.get(*path) == Some(&hash.as_str()));
            last.arrived = arrived.map(|(path, _)| path.clone()).collect();
        }
        let upload = match &records.public {
            Some(public) => self.unlike(seen, public),
            None => {
                let changes = since(history, last.of_copy.0);
                let files = changes.added.keys().chain(changes.changed.keys()).map(|url| file_of_url(url));
                files.chain(["history/index.html", HISTORY_OF_SITE].map(str::to_owned)).collect()
            }
        };
        let upload = upload.into_iter().filter(|path| last.arrived.binary_search(path).is_err());
        last.upload = upload.chain([CHECKSUMS, MANIFEST].map(str::to_owned)).collect();
    }

    /// True if the copy mixes parts of several publications.
    fn is_mixed(&self) -> bool {
        let is_half =
            |problem: &Problem| matches!(problem, Problem::OldManifest(_) | Problem::OldHistory { .. } | Problem::OtherChecksums(_));
        self.problems.iter().any(is_half)
    }

    fn is_history_broken(&self) -> bool {
        self.problems.iter().any(|problem| matches!(problem, Problem::History(_) | Problem::HistoryText))
    }

    /// Files of the output folder that are missing or different in the copy.
    fn unlike(&self, seen: &ReadCopy, public: &Manifest) -> Vec<String> {
        let listed = seen.manifest.files.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str()));
        let mut there: BTreeMap<&str, &str> = listed.collect();
        there.retain(|path, _| self.missing.binary_search_by(|missing| missing.as_str().cmp(path)).is_err());
        there.extend(seen.found.iter().map(|(path, hash)| (path.as_str(), hash.as_str())));
        let differs = |entry: &&ManifestEntry| there.get(entry.path.as_str()) != Some(&entry.sha256.as_str());
        public.files.iter().filter(differs).map(|entry| entry.path.clone()).collect()
    }
}

/// Changes since the given number of publications.
fn since(history: &History, publications: usize) -> Changes {
    let before = History { entries: history.entries.iter().take(publications).cloned().collect(), text: String::new() };
    let now = history.published().into_iter().map(|(url, hash)| (url.to_owned(), hash.clone())).collect();
    Changes::between(&before.published(), &now)
}

/// The base URL that a copy in a folder states for itself.
pub fn own_address(folder: &Path) -> Option<String> {
    let bytes = read(&folder.join("catalog.json")).ok()?;
    let catalog: serde_json::Value = serde_json::from_slice(&bytes).ok()?;
    Some(catalog.get("@id")?.as_str()?.to_owned())
}
