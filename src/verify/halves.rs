//! Detects copies that mix two publications, usually incomplete uploads.
//!
//! `publish` writes history and lists last and atomically, but on a server they arrive one by one,
//! and an outdated one makes correct files look wrong.

use std::collections::{BTreeMap, BTreeSet};

use super::checksums::Checksums;
use super::copy::SiteCopy;
use super::report::{OldManifest, Problem, VerifyReport};
use crate::base::{CHECKSUMS, HISTORY_OF_SITE, MANIFEST, file_of_url};
use crate::checksum::Hashing;
use crate::record::History;

/// Maximum size of an unlisted file that is hashed, in bytes.
const MAX_BYTES: u64 = 1 << 30;

/// Decides which half is older, and withdraws findings that only follow from that. `found`: hashes
/// of the files that differ from the manifest.
pub(super) fn judge(found: &BTreeMap<String, String>, checksums: Checksums, history: &History, report: &mut VerifyReport) {
    // Hashes from the checksum file, overridden by the history.
    let mut newer: BTreeMap<String, String> = BTreeMap::new();
    if checksums.differ.contains_key(MANIFEST) {
        newer.extend(checksums.differ.iter().map(|(path, hash)| (path.clone(), hash.clone())));
    }
    newer.extend(history.published().into_iter().map(|(url, hash)| (file_of_url(url), hash.clone())));
    // The files decide which list is right.
    let are_newer = checksums.differ.keys().any(|path| found.contains_key(path) && found.get(path) == newer.get(path));
    let named = report.problems.iter_mut().find_map(|problem| match problem {
        Problem::OldManifest(old) => Some(old),
        _ => None,
    });
    let is_named = named.is_some();
    let mut old = match named {
        Some(old) => OldManifest { checksums_too: checksums.differ.is_empty(), ..old.clone() },
        None if are_newer => OldManifest::default(),
        None => return disagree(checksums, report),
    };
    let as_newer =
        |path: &String| (found.contains_key(path) && found.get(path) == newer.get(path)) || (is_named && path == HISTORY_OF_SITE);
    report.changed.retain(|path| !as_newer(path));
    report.added.retain(|path| !as_newer(path));
    report.foreign.retain(|path| !as_newer(path));
    // Files without a permanent address are not in the history.
    if !are_newer {
        let (unjudged, changed) = std::mem::take(&mut report.changed).into_iter().partition(|path| !newer.contains_key(path));
        (old.unjudged, report.changed) = (unjudged, changed);
        // The same for added files; pages have an address.
        let (added, data) =
            std::mem::take(&mut report.added).into_iter().partition(|path| path.ends_with(".html") || newer.contains_key(path));
        report.added = added;
        old.unjudged.extend::<Vec<String>>(data);
    }
    report.changed.push(MANIFEST.to_owned());
    report.changed.extend(old.checksums_too.then(|| CHECKSUMS.to_owned()));
    report.problems.retain(|problem| !matches!(problem, Problem::OldManifest(_)));
    report.problems.push(Problem::OldManifest(old));
}

/// Reports that the lists differ, without evidence that the manifest is the older one.
fn disagree(checksums: Checksums, report: &mut VerifyReport) {
    let Checksums { differ, is_written_anew } = checksums;
    if differ.is_empty() && !is_written_anew {
        return;
    }
    report.changed.push(CHECKSUMS.to_owned());
    // Either of the two may have been changed.
    let is_of_another = differ.contains_key(MANIFEST);
    report.changed.extend(is_of_another.then(|| MANIFEST.to_owned()));
    report.problems.push(match (is_written_anew, is_of_another) {
        (true, _) => Problem::ChecksumForm,
        (false, true) => Problem::OtherChecksums(differ.len()),
        (false, false) => Problem::Checksums(differ.into_keys().collect()),
    });
}

/// Adds the hashes of unlisted files, which may be of a later publication.
pub(super) fn with_more(
    copy: &dyn SiteCopy,
    mut found: BTreeMap<String, String>,
    checksums: &Checksums,
    history: &History,
    report: &VerifyReport,
) -> BTreeMap<String, String> {
    let published: BTreeSet<String> = history.published().into_keys().map(file_of_url).collect();
    let is_known = |path: &&String| published.contains(*path) || checksums.differ.contains_key(*path);
    for path in report.added.iter().chain(report.foreign.iter().filter(is_known)) {
        let mut hashing = Hashing::default();
        if copy.pour(path, MAX_BYTES, &mut hashing).is_ok() {
            found.insert(path.clone(), hashing.finish());
        }
    }
    found
}
