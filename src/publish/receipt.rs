//! What a build was made from and what it left, so that the next one can see that nothing has changed and leave everything as it is.
//!
//! A receipt is a text that whoever looks at the same options, sources and outputs writes again, letter by letter: nothing is read out of it but the moment
//! at which it was written. It lies among the caches of the user, and what is wrong with it only costs the time of a build. `publish` asks for none: what
//! counts is always made.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rayon::prelude::*;

use super::manifest::{CHECKSUMS, MANIFEST, Manifest, ManifestEntry};
use super::staging::hash_file;
use crate::checksum;
use crate::source::{RelPath, Stamp};

/// The receipt of a build.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The folder of all receipts.
    cache: PathBuf,
    /// What the build is made from.
    basis: String,
    findings: usize,
}

/// What a build left that would come out the same once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// How many files.
    pub files: usize,
    /// How much was found wrong, without stopping it.
    pub findings: usize,
}

impl Receipt {
    /// A receipt among others in the folder `cache`, of a build that was `asked` for in so many words and is made from `sources`.
    pub fn new(cache: &Path, asked: &str, sources: &[(RelPath, Stamp)]) -> Receipt {
        let mut basis = format!("{asked}\n");
        for (path, stamp) in sources {
            // Writing into a text cannot fail.
            let _ = writeln!(basis, "{path} {stamp}");
        }
        Receipt { cache: cache.to_owned(), basis, findings: 0 }
    }

    /// The same of a build in which so much was found.
    pub fn with_findings(self, findings: usize) -> Receipt {
        Receipt { findings, ..self }
    }

    /// What a build from the same basis left in the folder, if it is there as it was left.
    pub(super) fn fits(&self, folder: &Path, manifest: &Manifest) -> Option<Left> {
        let receipt = fs::read_to_string(self.path(folder)).ok()?;
        let (head, rest) = receipt.split_once('\n')?;
        let (moment, findings) = head.split_once(' ')?;
        let (written, findings) = (Duration::from_nanos(moment.parse().ok()?), findings.parse().ok()?);
        let outputs = outputs(folder, manifest)?;
        // What changed in the same tick of the clock as the receipt was written could have changed once more in it.
        const TICK: Duration = Duration::from_millis(20);
        let in_doubt = outputs.iter().zip(&manifest.files).filter(|((_, stamp), _)| stamp.last_change() + TICK > written);
        let has_hash = |entry: &ManifestEntry| hash_file(&folder.join(&entry.path)).is_ok_and(|found| found == entry.sha256);
        let is_as_left = rest == self.text(folder, &outputs)? && in_doubt.map(|(_, entry)| entry).all(has_hash);
        is_as_left.then_some(Left { files: manifest.files.len(), findings })
    }

    /// Leaves the receipt. That it cannot be written is no matter: the next build makes everything.
    pub(super) fn leave(&self, folder: &Path, manifest: &Manifest) {
        let Some(text) = outputs(folder, manifest).and_then(|outputs| self.text(folder, &outputs)) else { return };
        let Ok(now) = SystemTime::now().duration_since(UNIX_EPOCH) else { return };
        let path = self.path(folder);
        let beside = path.with_extension(std::process::id().to_string());
        let receipt = format!("{} {}\n{text}", now.as_nanos(), self.findings);
        let written = fs::create_dir_all(&self.cache).and_then(|()| fs::write(&beside, receipt)).and_then(|()| fs::rename(&beside, &path));
        match written {
            Ok(()) => forget_the_oldest(&self.cache),
            Err(_) => drop(fs::remove_file(&beside)),
        }
    }

    fn path(&self, folder: &Path) -> PathBuf {
        self.cache.join(checksum::of(folder.as_os_str().as_encoded_bytes()))
    }

    fn text(&self, folder: &Path, outputs: &[(&str, Stamp)]) -> Option<String> {
        let mut text = self.basis.clone();
        for (path, stamp) in outputs {
            let _ = writeln!(text, "{path} {stamp}");
        }
        for path in [MANIFEST, CHECKSUMS] {
            let _ = writeln!(text, "{path} {}", hash_file(&folder.join(path)).ok()?);
        }
        Some(text)
    }
}

/// The stamp of every file of ours, those of the manifest first and in its order; `None` if one is not there or is no file.
fn outputs<'m>(folder: &Path, manifest: &'m Manifest) -> Option<Vec<(&'m str, Stamp)>> {
    let paths: Vec<&str> = manifest.paths().chain([MANIFEST, CHECKSUMS]).collect();
    let stamp = |path: &&'m str| {
        let metadata = folder.join(path).symlink_metadata().ok().filter(fs::Metadata::is_file)?;
        Some((*path, Stamp::of(&metadata)?))
    };
    paths.par_iter().map(stamp).collect()
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
