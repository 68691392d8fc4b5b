//! The site in the folder, before the run.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::manifest::{Manifest, ManifestEntry};
use crate::base::{HISTORY_OF_SITE, MANIFEST};
use crate::checksum;
use crate::error::Result;
use crate::source::{Stamp, open_regular};

/// A folder and what its manifest says is in it.
#[derive(Clone, Debug)]
pub struct OldSite {
    folder: PathBuf,
    manifest: Manifest,
    /// Of the manifest, from before it was read.
    stamp: Option<Stamp>,
}

impl OldSite {
    /// Reads the manifest of a folder.
    ///
    /// # Errors
    /// One that is there but cannot be read.
    pub fn open(folder: &Path) -> Result<OldSite> {
        let stamp = stamp(folder, MANIFEST);
        Ok(OldSite { folder: folder.to_owned(), manifest: Manifest::read(folder)?, stamp })
    }

    /// The site that is in the folder now: the same while its manifest is, which is long, and is
    /// read once.
    pub(super) fn now(self) -> Result<OldSite> {
        let is_same = self.stamp.is_some() && self.stamp == stamp(&self.folder, MANIFEST);
        if is_same { Ok(self) } else { OldSite::open(&self.folder) }
    }

    /// What belongs to it.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the manifest says of a file.
    pub fn entry(&self, path: &str) -> Option<&ManifestEntry> {
        self.manifest.entry(path)
    }

    /// The bytes of a file; `None` unless they are those of the manifest.
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let entry = self.entry(path)?;
        let mut bytes = Vec::new();
        open_regular(&self.folder.join(path)).ok()?.take(entry.size).read_to_end(&mut bytes).ok()?;
        (checksum::of(&bytes) == entry.sha256).then_some(bytes)
    }
}

/// The log that lies in a folder, whatever its manifest says of it.
pub fn log_of(folder: &Path) -> Option<Vec<u8>> {
    const LARGEST: u64 = 64 << 20;
    let path = HISTORY_OF_SITE.split('/').fold(folder.to_owned(), |path, part| path.join(part));
    let mut bytes = Vec::new();
    open_regular(&path).ok()?.take(LARGEST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The stamp of a file in a folder.
pub(super) fn stamp(folder: &Path, path: &str) -> Option<Stamp> {
    Stamp::at(&folder.join(path)).ok()?
}
