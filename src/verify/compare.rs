//! A copy against its own manifest.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::copy::{Beside, SiteCopy, Trouble, read_all};
use super::report::{Cannot, Problem, Report};
use super::{Progress, checksums, history, manifest, witness};
use crate::checksum::{self, Hashing};
use crate::publish::{CHECKSUMS, HISTORY_OF_SITE, MANIFEST, Manifest, ManifestEntry};
use crate::slice::slice;
use crate::thai::folded;
use crate::witness::Signers;

/// Bytes of the largest history that is read, as of [`History::read`](crate::record::History::read).
const LARGEST_HISTORY: u64 = 64 << 20;
/// Bytes of a file that explains a pack.
const LARGEST_README: u64 = 1 << 20;

/// Compares the files of a copy for which `belongs` holds.
pub(super) fn compare(
    copy: &dyn SiteCopy,
    belongs: &(dyn Fn(&str) -> bool + Sync),
    signers: Option<&Signers>,
    progress: Progress<'_>,
) -> Result<Report, Cannot> {
    let bytes = match read_all(copy, MANIFEST, manifest::MOST_BYTES) {
        Ok(bytes) => bytes,
        Err(Trouble::Missing | Trouble::NotAFile | Trouble::Withheld) => return Err(Cannot::NoManifest),
        Err(Trouble::Unread(why)) => return Err(Cannot::Unread(why)),
    };
    let mut report = Report::default();
    let manifest = match manifest::read(&bytes) {
        Ok(manifest) => manifest,
        Err(hostile) => {
            report.changed.push(MANIFEST.to_owned());
            report.problems.push(Problem::Manifest(hostile));
            return Ok(report);
        }
    };
    let wanted: Vec<&ManifestEntry> = manifest.files.iter().filter(|entry| belongs(&entry.path)).collect();
    report.files = wanted.len();
    lists(copy, &bytes, &wanted, &mut report);
    files(copy, &wanted, progress, &mut report);
    log(copy, &manifest, signers, &mut report);
    beside(copy, &wanted, &mut report);
    Ok(report.sorted())
}

/// `manifest-sha256.txt`, and in a pack the file that explains it.
fn lists(copy: &dyn SiteCopy, manifest: &[u8], wanted: &[&ManifestEntry], report: &mut Report) {
    let own = checksum::of(manifest);
    let mut lines: BTreeMap<&str, &str> = wanted.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str())).collect();
    lines.insert(MANIFEST, &own);
    let mut explained = None;
    if let Beside::Only(name) = copy.manner().beside {
        match read_all(copy, name, LARGEST_README) {
            Ok(bytes) => explained = Some((name, checksum::of(&bytes))),
            Err(trouble) => report.trouble(name, trouble),
        }
    }
    lines.extend(explained.as_ref().map(|(name, hash)| (*name, hash.as_str())));
    // A line has a hash, two blanks and a path: a file of twice that size is not ours.
    let most = lines.keys().map(|path| path.len() as u64 + 67).sum::<u64>() * 2;
    match read_all(copy, CHECKSUMS, most) {
        Ok(found) => checksums::compare(&found, &lines, report),
        Err(trouble) => report.trouble(CHECKSUMS, trouble),
    }
}

/// Every file but the history, some at a time.
fn files(copy: &dyn SiteCopy, wanted: &[&ManifestEntry], progress: Progress<'_>, report: &mut Report) {
    let wanted: Vec<&&ManifestEntry> = wanted.iter().filter(|entry| entry.path != HISTORY_OF_SITE).collect();
    let manner = copy.manner();
    let (next, unread) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let found: Mutex<BTreeMap<usize, Result<(), Difference>>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..manner.at_once.min(wanted.len()) {
            scope.spawn(|| {
                while unread.load(Ordering::Relaxed) < manner.most_unread {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(entry) = wanted.get(at) else { break };
                    let outcome = file(copy, entry);
                    if matches!(outcome, Err(Difference::Trouble(Trouble::Unread(_)))) {
                        unread.fetch_add(1, Ordering::Relaxed);
                    }
                    found.lock().unwrap_or_else(PoisonError::into_inner).insert(at, outcome);
                    progress(wanted.len());
                }
            });
        }
    });
    let found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    let left = wanted.len() - found.len();
    for (at, outcome) in found {
        let Some(entry) = wanted.get(at) else { continue };
        match outcome {
            Ok(()) => {}
            Err(Difference::Bytes) => report.changed.push(entry.path.clone()),
            Err(Difference::Trouble(trouble)) => report.trouble(&entry.path, trouble),
        }
    }
    if left > 0 {
        report.problems.push(Problem::GaveUp(left));
    }
}

enum Difference {
    Bytes,
    Trouble(Trouble),
}

fn file(copy: &dyn SiteCopy, entry: &ManifestEntry) -> Result<(), Difference> {
    let mut hashing = Hashing::default();
    copy.pour(&entry.path, entry.size, &mut hashing).map_err(Difference::Trouble)?;
    match hashing.size() == entry.size && hashing.finish() == entry.sha256 {
        true => Ok(()),
        false => Err(Difference::Bytes),
    }
}

/// The history is a file like others, and what stands in it counts too.
fn log(copy: &dyn SiteCopy, manifest: &Manifest, signers: Option<&Signers>, report: &mut Report) {
    let entry = manifest.files.iter().find(|entry| entry.path == HISTORY_OF_SITE);
    let mut log = None;
    if let Some(entry) = entry {
        match read_all(copy, HISTORY_OF_SITE, entry.size.min(LARGEST_HISTORY)) {
            Ok(bytes) => {
                if bytes.len() as u64 != entry.size || checksum::of(&bytes) != entry.sha256 {
                    report.changed.push(HISTORY_OF_SITE.to_owned());
                }
                log = Some(bytes);
            }
            // What cannot be read has been said, and nothing more is known of it.
            Err(trouble) => return report.trouble(HISTORY_OF_SITE, trouble),
        }
    }
    let (state, problems) = history::state(log.as_deref(), manifest);
    report.history = state;
    report.problems.extend(problems);
    witness::look(copy, manifest, log.as_deref(), signers, report);
}

/// What is there and not listed.
fn beside(copy: &dyn SiteCopy, wanted: &[&ManifestEntry], report: &mut Report) {
    let Some(names) = copy.names() else { return };
    report.sees_added = true;
    let paths: BTreeSet<&str> = wanted.iter().map(|entry| entry.path.as_str()).chain([MANIFEST, CHECKSUMS]).collect();
    let alike: BTreeSet<String> = paths.iter().map(|path| folded(path)).collect();
    let pages: BTreeSet<&str> = paths.iter().filter_map(|path| path.strip_suffix("/index.html")).collect();
    for name in names.into_iter().filter(|name| !paths.contains(name.as_str())) {
        let is_ours = match copy.manner().beside {
            Beside::Only(known) if known == name => continue,
            Beside::Only(_) => true,
            Beside::Foreign => {
                let folded = folded(&name);
                let looks_like_a_page = [".html", ".htm", ".xhtml"].iter().any(|ending| folded.ends_with(ending));
                looks_like_a_page || alike.contains(&folded) || name.match_indices('/').any(|(end, _)| pages.contains(slice(&name, ..end)))
            }
        };
        if is_ours { &mut report.added } else { &mut report.foreign }.push(name);
    }
}
