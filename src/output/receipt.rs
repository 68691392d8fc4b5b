//! What a build was made from and what it left: the next one leaves everything as it is if nothing
//! has changed, and otherwise the files that would come out the same.
//!
//! A receipt is a text that whoever looks at the same options, sources and outputs writes again,
//! letter by letter; its first line says when it was written, and what cannot be seen without a
//! build. It lies among the caches of the user, and what is wrong with it only costs the time of a
//! build. `publish` asks for none: what counts is always made.

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
use crate::source::Stamp;

/// The receipt of a build.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The folder of all receipts.
    cache: PathBuf,
    asked: String,
    /// A line for each source.
    sources: String,
    /// What the pages have in common, as a hash.
    surroundings: String,
    findings: usize,
}

/// What a build left that would come out the same once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UpToDate {
    /// How many files.
    pub files: usize,
    /// How much was found wrong, without stopping it.
    pub findings: usize,
}

/// What an earlier build was made from and left, file by file.
#[derive(Debug)]
pub struct PreviousBuild {
    written: Duration,
    surroundings: String,
    /// The lines of sources and outputs.
    lines: HashSet<String>,
    site: Arc<OldSite>,
}

/// What changed in the same tick of the clock as the receipt was written could have changed once
/// more in it.
const TICK: Duration = Duration::from_millis(20);

impl Receipt {
    /// A receipt among others in the folder `cache`, of a build that was `asked` for in so many
    /// words and is made from `sources`. A source that is left out is one that nobody knows again.
    pub fn new(cache: &Path, asked: &str, sources: &BTreeMap<RelPath, Stamp>) -> Receipt {
        let sources = sources.iter().map(|(path, stamp)| line(stamp, path.as_str())).collect();
        Receipt { cache: cache.to_owned(), asked: asked.to_owned(), sources, surroundings: String::new(), findings: 0 }
    }

    /// The same of a build in which so much was found, and of pages with these surroundings.
    pub fn with_found(self, findings: usize, surroundings: String) -> Receipt {
        Receipt { findings, surroundings, ..self }
    }

    /// What a build from the same sources left in the folder, if it is there as it was left.
    pub(super) fn fits(&self, old: &OldSite) -> Option<UpToDate> {
        let (folder, manifest) = (old.folder(), old.manifest());
        let receipt = fs::read_to_string(self.path(folder)).ok()?;
        let (head, rest) = receipt.split_once('\n')?;
        let ReceiptHead { written, findings, .. } = ReceiptHead::parse(head)?;
        let of_outputs = rest.strip_prefix(&self.of_sources())?;
        let outputs = outputs(folder, manifest)?;
        let in_doubt = outputs.iter().zip(&manifest.files).filter(|((_, stamp), _)| stamp.last_change() + TICK > written);
        let is_as_left = of_outputs == text_of(folder, &outputs)? && in_doubt.map(|(_, entry)| entry).all(|entry| has_hash(folder, entry));
        is_as_left.then_some(UpToDate { files: manifest.files.len(), findings })
    }

    /// What an earlier build of the same options was made from and left in the folder, if the
    /// folder's manifest is its own.
    pub(super) fn earlier(&self, old: &Arc<OldSite>) -> Option<PreviousBuild> {
        let receipt = fs::read_to_string(self.path(old.folder())).ok()?;
        let (head, rest) = receipt.split_once('\n')?;
        let ReceiptHead { written, surroundings, .. } = ReceiptHead::parse(head)?;
        let rest = rest.strip_prefix(&self.asked)?;
        let lines: HashSet<String> = rest.split_inclusive('\n').map(str::to_owned).collect();
        let is_its_own = hashes_of_manifest(old.folder())?.iter().all(|line| lines.contains(line));
        is_its_own.then_some(PreviousBuild { written, surroundings: surroundings.to_owned(), lines, site: Arc::clone(old) })
    }

    /// Leaves the receipt. That it cannot be written is no matter: the next build makes everything.
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

    /// What was asked for, and the sources.
    fn of_sources(&self) -> String {
        format!("{}\n{}", self.asked, self.sources)
    }
}

impl PreviousBuild {
    /// Whether it was made from the same source of this name.
    pub fn has_source(&self, path: &RelPath, stamp: &Stamp) -> bool {
        self.lines.contains(&line(stamp, path.as_str()))
    }

    /// Whether its pages have these surroundings.
    pub fn has_surroundings(&self, surroundings: &str) -> bool {
        self.surroundings == surroundings
    }

    /// What its manifest says of an output that is in the folder as it was left.
    pub fn output(&self, path: &str) -> Option<&ManifestEntry> {
        let entry = self.site.entry(path)?;
        let stamp = stamp(self.site.folder(), path)?;
        let is_in_doubt = stamp.last_change() + TICK > self.written;
        let is_as_left = self.lines.contains(&line(&stamp, path)) && (!is_in_doubt || has_hash(self.site.folder(), entry));
        is_as_left.then_some(entry)
    }
}

/// The first line of a receipt.
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
    // Writing into a text cannot fail.
    let _ = writeln!(line, "{sign} {path}");
    line
}

/// The rest: the outputs, and the hashes of the manifest.
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

/// The stamp of every file of ours, those of the manifest first and in its order; `None` if one is
/// not there or is no file.
fn outputs<'m>(folder: &Path, manifest: &'m Manifest) -> Option<Vec<(&'m str, Stamp)>> {
    let paths: Vec<&str> = manifest.paths().chain([MANIFEST, CHECKSUMS]).collect();
    paths.par_iter().map(|path| Some((*path, stamp(folder, path)?))).collect()
}

/// Receipts of folders that nobody builds any more do not heap up.
fn forget_the_oldest(cache: &Path) {
    const KEPT: usize = 100;
    let Ok(entries) = fs::read_dir(cache) else { return };
    let age = |entry: fs::DirEntry| Some((entry.metadata().ok()?.modified().ok()?, entry.path()));
    let mut receipts: Vec<(SystemTime, PathBuf)> = entries.filter_map(Result::ok).filter_map(age).collect();
    receipts.sort();
    let surplus = receipts.len().saturating_sub(KEPT);
    receipts.iter().take(surplus).for_each(|(_, path)| drop(fs::remove_file(path)));
}
