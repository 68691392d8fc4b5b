//! A copy against its own manifest.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::checksums::Checksums;
use super::copy::{ExtraFiles, FileTrouble, SiteCopy, read_all};
use super::file::{ChangeKind, FileDifference, SPARE, file};
use super::report::{Problem, ReadCopy, VerifyError, VerifyReport};
use super::{addresses, halves, history, line_ends, manifest, witness};
use crate::base::{CHECKSUMS, HISTORY_OF_SITE, MANIFEST};
use crate::checksum::{self};
use crate::output::{Manifest, ManifestEntry};
use crate::record::History;
use crate::slice::slice;
use crate::thai::folded;
use crate::witness::Signers;

/// Bytes of the largest history that is read, as of
/// [`History::read`](crate::record::History::read).
const MAX_HISTORY_BYTES: u64 = 64 << 20;
/// The same as [`SPARE`] of the history, to which every publication adds.
const SPARE_HISTORY: u64 = 1 << 20;
/// Bytes of a file that explains a pack.
const MAX_README_BYTES: u64 = 1 << 20;

/// Told of every file that has been looked at, and of how many there are.
pub type ProgressFn<'p> = &'p (dyn Fn(usize) + Sync);

/// Compares the files of a copy for which `belongs` holds.
pub(super) fn compare(
    copy: &dyn SiteCopy,
    belongs: &(dyn Fn(&str) -> bool + Sync),
    signers: Option<&Signers>,
    progress: ProgressFn<'_>,
) -> Result<VerifyReport, VerifyError> {
    let bytes = match read_all(copy, MANIFEST, manifest::MAX_BYTES) {
        Ok(bytes) => bytes,
        Err(FileTrouble::Missing | FileTrouble::NotAFile | FileTrouble::Withheld) => return Err(VerifyError::NoManifest),
        Err(FileTrouble::Unread(why)) => return Err(VerifyError::Unread(why)),
    };
    let mut report = VerifyReport::default();
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
    let checksums = lists(copy, &bytes, &manifest, &wanted, &mut report);
    let (mut changed, resized) = files(copy, &wanted, progress, &mut report);
    let history = log(copy, &manifest, &mut changed, &mut report);
    witness::look(copy, &manifest, &history, signers, &mut report);
    if !report.line_ends.is_empty() {
        report.problems.push(Problem::TextTransfer(report.line_ends.clone(), resized));
    }
    beside(copy, &wanted, &mut report);
    addresses::ask(copy, &wanted, &mut report);
    let found = halves::with_more(copy, changed, &checksums, &history, &report);
    halves::judge(&found, checksums, &history, &mut report);
    report.seen = Some(ReadCopy { manifest, history, found });
    Ok(report.sorted())
}

/// `manifest-sha256.txt`, and in a pack the file that explains it; what the former says otherwise.
fn lists(copy: &dyn SiteCopy, bytes: &[u8], manifest: &Manifest, wanted: &[&ManifestEntry], report: &mut VerifyReport) -> Checksums {
    let own = checksum::of(&of_our_lines(MANIFEST, bytes.to_owned(), report));
    let mut lines: BTreeMap<&str, &str> = wanted.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str())).collect();
    lines.insert(MANIFEST, &own);
    let mut explained = None;
    if let ExtraFiles::Only(name) = copy.manner().beside {
        match read_all(copy, name, MAX_README_BYTES) {
            Ok(bytes) => explained = Some((name, checksum::of(&bytes))),
            Err(trouble) => report.trouble(name, trouble),
        }
    }
    lines.extend(explained.as_ref().map(|(name, hash)| (*name, hash.as_str())));
    // A line has a hash, two blanks and a path: a file of twice that size is not ours.
    let most = lines.keys().map(|path| path.len() as u64 + 67).sum::<u64>() * 2 + SPARE;
    match read_all(copy, CHECKSUMS, most) {
        Ok(found) => Checksums::compare(&of_our_lines(CHECKSUMS, found, report), &lines, manifest.publications()),
        Err(trouble) => {
            report.trouble(CHECKSUMS, trouble);
            Checksums::default()
        }
    }
}

/// A list of ours with the line ends that we write.
fn of_our_lines(name: &str, bytes: Vec<u8>, report: &mut VerifyReport) -> Vec<u8> {
    if !bytes.contains(&b'\r') {
        return bytes;
    }
    report.changed.push(name.to_owned());
    report.line_ends.push(name.to_owned());
    line_ends::plain(&bytes)
}

/// The hashes of files that are not as the manifest says, and which of them are no text and have
/// another size.
type ChangedFiles = (BTreeMap<String, String>, Vec<String>);

/// Every file but the history, some at a time.
fn files(copy: &dyn SiteCopy, wanted: &[&ManifestEntry], progress: ProgressFn<'_>, report: &mut VerifyReport) -> ChangedFiles {
    let wanted: Vec<&&ManifestEntry> = wanted.iter().filter(|entry| entry.path != HISTORY_OF_SITE).collect();
    let manner = copy.manner();
    let (next, unread) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let found: Mutex<BTreeMap<usize, Result<(), FileDifference>>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..manner.at_once.min(wanted.len()) {
            scope.spawn(|| {
                while unread.load(Ordering::Relaxed) < manner.most_unread {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(entry) = wanted.get(at) else { break };
                    let outcome = file(copy, entry);
                    if matches!(outcome, Err(FileDifference::Trouble(FileTrouble::Unread(_)))) {
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
    let (mut changed, mut resized) = (BTreeMap::new(), Vec::new());
    for (at, outcome) in found {
        let Some(entry) = wanted.get(at) else { continue };
        match outcome {
            Ok(()) => {}
            Err(FileDifference::Bytes(found)) => {
                report.changed.push(entry.path.clone());
                match found.way {
                    ChangeKind::LineEnds => report.line_ends.push(entry.path.clone()),
                    ChangeKind::Resized => resized.push(entry.path.clone()),
                    ChangeKind::Other => {}
                }
                changed.insert(entry.path.clone(), found.sha256);
            }
            Err(FileDifference::Trouble(trouble)) => report.trouble(&entry.path, trouble),
        }
    }
    if left > 0 {
        report.problems.push(Problem::GaveUp(left));
    }
    (changed, resized)
}

/// The history is a file like others, and what stands in it counts too.
fn log(copy: &dyn SiteCopy, manifest: &Manifest, changed: &mut BTreeMap<String, String>, report: &mut VerifyReport) -> History {
    let entry = manifest.files.iter().find(|entry| entry.path == HISTORY_OF_SITE);
    let most = entry.map_or(0, |entry| entry.size * 2) + SPARE_HISTORY;
    let log = match (read_all(copy, HISTORY_OF_SITE, most.min(MAX_HISTORY_BYTES)), entry) {
        (Ok(bytes), Some(entry)) => {
            let sha256 = checksum::of(&bytes);
            if sha256 != entry.sha256 {
                report.changed.push(HISTORY_OF_SITE.to_owned());
                if line_ends::differ(&bytes, &entry.sha256) {
                    report.line_ends.push(HISTORY_OF_SITE.to_owned());
                }
                changed.insert(HISTORY_OF_SITE.to_owned(), sha256);
            }
            Some(bytes)
        }
        // The history of a later publication, beside the manifest of a site that was never
        // published. Some hosts have something everywhere.
        (Ok(bytes), None) if manifest.history.is_none() => Some(bytes).filter(|bytes| {
            let (history, problems) = history::read(bytes);
            problems.is_empty() && !history.entries.is_empty()
        }),
        (Ok(_) | Err(_), None) => None,
        // What cannot be read has been said, and nothing more is known of it.
        (Err(trouble), Some(_)) => {
            report.trouble(HISTORY_OF_SITE, trouble);
            return History::default();
        }
    };
    let (history, state, problems) = history::state(log.as_deref(), manifest);
    report.history = state;
    report.problems.extend(problems);
    history
}

/// What is there and not listed.
fn beside(copy: &dyn SiteCopy, wanted: &[&ManifestEntry], report: &mut VerifyReport) {
    let Some(names) = copy.names() else { return };
    report.sees_added = true;
    let paths: BTreeSet<&str> = wanted.iter().map(|entry| entry.path.as_str()).chain([MANIFEST, CHECKSUMS]).collect();
    let alike: BTreeSet<String> = paths.iter().map(|path| folded(path)).collect();
    let pages: BTreeSet<&str> = paths.iter().filter_map(|path| path.strip_suffix("/index.html")).collect();
    for name in names.into_iter().filter(|name| !paths.contains(name.as_str())) {
        let is_ours = match copy.manner().beside {
            ExtraFiles::Only(known) if known == name => continue,
            ExtraFiles::Only(_) => true,
            ExtraFiles::Foreign => {
                let folded = folded(&name);
                let looks_like_a_page = [".html", ".htm", ".xhtml"].iter().any(|ending| folded.ends_with(ending));
                looks_like_a_page || alike.contains(&folded) || name.match_indices('/').any(|(end, _)| pages.contains(slice(&name, ..end)))
            }
        };
        if is_ours { &mut report.added } else { &mut report.foreign }.push(name);
    }
}
