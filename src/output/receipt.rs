//! Build receipts: inputs and outputs of the last build. The next build does nothing if nothing
//! changed, and otherwise keeps the outputs that would be identical.
//!
//! A receipt is a deterministic text of options, sources and outputs, compared literally. Its first
//! line contains the time of writing and the results that only a build can compute. Receipts are
//! stored in the user's cache; a bad one costs only the time of a full build. `publish` ignores
//! receipts and makes everything.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rayon::prelude::*;

use super::manifest::{Manifest, ManifestEntry};
use super::old_site::{OldSite, stamp};
use super::staging::hash_file;
use crate::base::{CHECKSUMS, MANIFEST, RelPath};
use crate::checksum;
use crate::retry_budget;
use crate::source::{Stamp, read_regular};

/// The receipt of a build.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Cache folder of all receipts.
    cache: PathBuf,
    /// The options on which outputs depend, in a line.
    asked: String,
    /// The day, on which only findings depend, in a line; then one line per source.
    sources: String,
    /// Hash of everything that all pages depend on.
    surroundings: String,
    findings: usize,
}

/// Result of a build whose repetition would change nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UpToDate {
    pub(crate) files: usize,
    /// Number of findings; none of them stopped the build.
    pub(crate) findings: usize,
}

/// Inputs and outputs of an earlier build, per file.
#[derive(Debug)]
pub struct PreviousBuild {
    written: Duration,
    surroundings: String,
    /// Source and output lines of the receipt.
    lines: HashSet<String>,
    site: Arc<OldSite>,
}

/// Clock tick: a file changed within this time before the receipt was written may have changed
/// again with the same timestamp.
const TICK: Duration = Duration::from_millis(20);

impl Receipt {
    /// Receipt in the folder `cache`, for a build with options `asked` on the day `today` from
    /// `sources`. Sources without a settled fingerprint are left out.
    pub fn new(cache: &Path, asked: &str, today: &str, sources: &BTreeMap<RelPath, Stamp>) -> Receipt {
        let lines = sources.iter().map(|(path, stamp)| line(stamp, path.as_str()));
        let sources = std::iter::once(format!("{today}\n")).chain(lines).collect();
        Receipt { cache: cache.to_owned(), asked: format!("{asked}\n"), sources, surroundings: String::new(), findings: 0 }
    }

    /// Adds the number of findings and the hash of the surroundings.
    pub fn with_found(self, findings: usize, surroundings: String) -> Receipt {
        Receipt { findings, surroundings, ..self }
    }

    /// The receipt of the last build to `folder`.
    fn read(&self, folder: &Path) -> Option<String> {
        String::from_utf8(read_regular(&self.path(folder)).ok()?).ok()
    }

    /// Result of the last build if options, sources and outputs are unchanged since.
    pub(super) fn fits(&self, old: &OldSite) -> Option<UpToDate> {
        let (folder, manifest) = (old.folder(), old.manifest());
        let receipt = self.read(folder)?;
        let (head, rest) = receipt.split_once('\n')?;
        let ReceiptHead { written, findings, .. } = ReceiptHead::parse(head)?;
        let of_outputs = rest.strip_prefix(&self.of_sources())?;
        let outputs = outputs(folder, manifest)?;
        let in_doubt = outputs.iter().zip(&manifest.files).filter(|((_, stamp), _)| stamp.last_change() + TICK > written);
        let is_as_left = of_outputs == text_of(folder, &outputs)? && in_doubt.map(|(_, entry)| entry).all(|entry| has_hash(folder, entry));
        is_as_left.then_some(UpToDate { files: manifest.files.len(), findings })
    }

    /// The last build with the same options, if the manifest in the folder is the one it wrote.
    pub(super) fn earlier(&self, old: &Arc<OldSite>) -> Option<PreviousBuild> {
        let receipt = self.read(old.folder())?;
        let (head, rest) = receipt.split_once('\n')?;
        let ReceiptHead { written, surroundings, .. } = ReceiptHead::parse(head)?;
        let rest = rest.strip_prefix(&self.asked)?;
        let lines: HashSet<String> = rest.split_inclusive('\n').map(str::to_owned).collect();
        let is_its_own = hashes_of_manifest(old.folder())?.iter().all(|line| lines.contains(line));
        is_its_own.then_some(PreviousBuild { written, surroundings: surroundings.to_owned(), lines, site: Arc::clone(old) })
    }

    /// Writes the receipt. Failure is ignored: the next build makes everything.
    pub(super) fn leave(&self, folder: &Path, manifest: &Manifest) {
        let Some(of_outputs) = outputs(folder, manifest).and_then(|outputs| text_of(folder, &outputs)) else { return };
        let Ok(now) = SystemTime::now().duration_since(UNIX_EPOCH) else { return };
        let path = self.path(folder);
        let beside = path.with_extension(std::process::id().to_string());
        let receipt = format!("{} {} {}\n{}{of_outputs}", now.as_nanos(), self.findings, self.surroundings, self.of_sources());
        let written =
            fs::create_dir_all(&self.cache).and_then(|()| fs::write(&beside, receipt)).and_then(|()| retry_budget::rename(&beside, &path));
        match written {
            Ok(()) => forget_the_oldest(&self.cache),
            Err(_) => drop(fs::remove_file(&beside)),
        }
    }

    fn path(&self, folder: &Path) -> PathBuf {
        self.cache.join(checksum::of(folder.as_os_str().as_encoded_bytes()))
    }

    /// Options and sources, the first part of the receipt body.
    fn of_sources(&self) -> String {
        format!("{}{}", self.asked, self.sources)
    }
}

impl PreviousBuild {
    /// True if the build used the same version of this source.
    pub fn has_source(&self, path: &RelPath, stamp: &Stamp) -> bool {
        self.lines.contains(&line(stamp, path.as_str()))
    }

    /// The site that it left.
    pub fn site(&self) -> &OldSite {
        &self.site
    }

    /// True if the pages had the same surroundings.
    pub fn has_surroundings(&self, surroundings: &str) -> bool {
        self.surroundings == surroundings
    }

    /// Manifest entry of an output whose file is unchanged since that build.
    pub fn output(&self, path: &str) -> Option<&ManifestEntry> {
        let entry = self.site.entry(path)?;
        let stamp = stamp(self.site.folder(), path)?;
        let is_in_doubt = stamp.last_change() + TICK > self.written;
        let is_as_left = self.lines.contains(&line(&stamp, path)) && (!is_in_doubt || has_hash(self.site.folder(), entry));
        is_as_left.then_some(entry)
    }
}

/// First line of a receipt.
struct ReceiptHead<'r> {
    written: Duration,
    findings: usize,
    surroundings: &'r str,
}

impl ReceiptHead<'_> {
    fn parse(head: &str) -> Option<ReceiptHead<'_>> {
        let (moment, rest) = head.split_once(' ')?;
        let (findings, surroundings) = rest.split_once(' ')?;
        Some(ReceiptHead { written: Duration::from_nanos(moment.parse().ok()?), findings: findings.parse().ok()?, surroundings })
    }
}

fn line(sign: impl std::fmt::Display, path: &str) -> String {
    let mut line = String::with_capacity(path.len() + 80);
    // Writing to a string cannot fail.
    let _ = writeln!(line, "{sign} {path}");
    line
}

/// Second part of the receipt body: outputs, and hashes of manifest and checksum list.
fn text_of(folder: &Path, outputs: &[(&str, Stamp)]) -> Option<String> {
    let mut text: String = outputs.iter().map(|(path, stamp)| line(stamp, path)).collect();
    text.push_str(&hashes_of_manifest(folder)?.concat());
    Some(text)
}

fn has_hash(folder: &Path, entry: &ManifestEntry) -> bool {
    hash_file(&folder.join(&entry.path)).is_ok_and(|found| found == entry.sha256)
}

fn hashes_of_manifest(folder: &Path) -> Option<[String; 2]> {
    let of = |path: &str| Some(line(hash_file(&folder.join(path)).ok()?, path));
    Some([of(MANIFEST)?, of(CHECKSUMS)?])
}

/// Fingerprints of all our files: those of the manifest in its order, then manifest and checksum
/// list; `None` if one is missing or not a regular file.
fn outputs<'m>(folder: &Path, manifest: &'m Manifest) -> Option<Vec<(&'m str, Stamp)>> {
    let paths: Vec<&str> = manifest.paths().chain([MANIFEST, CHECKSUMS]).collect();
    paths.par_iter().map(|path| Some((*path, stamp(folder, path)?))).collect()
}

/// Deletes the oldest receipts beyond a limit; those of abandoned folders would accumulate.
fn forget_the_oldest(cache: &Path) {
    const KEPT: usize = 100;
    let Ok(entries) = fs::read_dir(cache) else { return };
    let age = |entry: fs::DirEntry| Some((entry.metadata().ok()?.modified().ok()?, entry.path()));
    let mut receipts: Vec<(SystemTime, PathBuf)> = entries.filter_map(Result::ok).filter_map(age).collect();
    receipts.sort();
    let surplus = receipts.len().saturating_sub(KEPT);
    receipts.iter().take(surplus).for_each(|(_, path)| drop(fs::remove_file(path)));
}
