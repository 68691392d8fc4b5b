//! The site in the folder before the run.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::manifest::{Manifest, ManifestEntry};
use crate::base::{HISTORY_OF_SITE, MANIFEST};
use crate::checksum;
use crate::error::Result;
use crate::source::{Stamp, open_regular};

/// A folder and its manifest.
#[derive(Clone, Debug)]
pub struct OldSite {
    folder: PathBuf,
    manifest: Manifest,
    /// Fingerprint of the manifest, taken before it was read.
    stamp: Option<Stamp>,
}

impl OldSite {
    /// Opens the site of a folder and reads its manifest.
    ///
    /// # Errors
    /// The manifest exists but cannot be read.
    pub fn open(folder: &Path) -> Result<OldSite> {
        let stamp = stamp(folder, MANIFEST);
        Ok(OldSite { folder: folder.to_owned(), manifest: Manifest::read(folder)?, stamp })
    }

    /// The current state of the folder. The manifest, which is long, is only read again if its
    /// fingerprint changed.
    pub(super) fn now(self) -> Result<OldSite> {
        let is_same = self.stamp.is_some() && self.stamp == stamp(&self.folder, MANIFEST);
        if is_same { Ok(self) } else { OldSite::open(&self.folder) }
    }

    /// The manifest.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Looks up a file in the manifest.
    pub fn entry(&self, path: &str) -> Option<&ManifestEntry> {
        self.manifest.entry(path)
    }

    /// Reads a file; `None` unless its bytes match the hash in the manifest.
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let entry = self.entry(path)?;
        let mut bytes = Vec::new();
        open_regular(&self.folder.join(path)).ok()?.take(entry.size).read_to_end(&mut bytes).ok()?;
        (checksum::of(&bytes) == entry.sha256).then_some(bytes)
    }
}

/// The publication log in a folder, whether or not the manifest lists it.
pub fn log_of(folder: &Path) -> Option<Vec<u8>> {
    const LARGEST: u64 = 64 << 20;
    let path = HISTORY_OF_SITE.split('/').fold(folder.to_owned(), |path, part| path.join(part));
    let mut bytes = Vec::new();
    open_regular(&path).ok()?.take(LARGEST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Fingerprint of a file in a folder.
pub(super) fn stamp(folder: &Path, path: &str) -> Option<Stamp> {
    Stamp::at(&folder.join(path)).ok()?
}
