//! List of files to upload after a run, for officers who upload by FTP and cannot see which of
//! hundreds of files are new.
//!
//! The list is a sibling of the folder, `public-upload.txt` for `public`, with one relative path
//! per line, as accepted by `rsync --files-from`, `rclone --files-from-raw` and shell loops. The
//! user deletes the list after a complete upload. New entries are added to an existing list, so
//! that uploads after several runs are complete.

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::folder::OutputFolder;
use super::manifest::Manifest;
use crate::base::{CHECKSUMS, MANIFEST};
use crate::error::{Error, Operation, Result};
use crate::retry_budget;
use crate::source::open_regular;

/// Files that are new or changed since the previous site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uploads {
    /// Paths below the folder, sorted.
    pub(crate) paths: Vec<String>,
    /// Path of the list, which also contains entries of earlier runs not yet uploaded.
    pub(crate) list: PathBuf,
}

impl Uploads {
    /// The files that differ between `old` and `new`, plus the manifests named in `rewritten`; all
    /// of `new` if `old` was never published. `None` if `new` is not published.
    pub(super) fn between(old: &Manifest, new: &Manifest, rewritten: &[&str], folder: &OutputFolder) -> Option<Uploads> {
        new.history.as_ref()?;
        let known: BTreeSet<(&str, &str)> = match old.history {
            Some(_) => old.files.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str())).collect(),
            None => BTreeSet::new(),
        };
        let files = new.files.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str())).filter(|file| !known.contains(file));
        let mut paths: Vec<String> = files.map(|(path, _)| path).chain(rewritten.iter().copied()).map(str::to_owned).collect();
        paths.sort_unstable();
        Some(Uploads { paths, list: list_of(&folder.path) })
    }

    /// Adds the paths to the list. Done before the swap, so that a killed run leaves no file
    /// unlisted; at worst a file is uploaded needlessly. Entries no longer part of `new` are
    /// dropped.
    pub(super) fn add_to_list(&self, new: &Manifest, staging: &Path) -> Result<()> {
        if self.paths.is_empty() {
            return Ok(());
        }
        let before = read(&self.list)?;
        let is_there = |path: &&str| new.has(path) || [MANIFEST, CHECKSUMS].contains(path);
        let unsent: Vec<&str> = match &before {
            Some(text) => text.lines().map(|line| line.trim_matches(['\u{FEFF}', ' ', '\r'])).filter(is_there).collect(),
            // The old list is unreadable: list everything.
            None => new.paths().collect(),
        };
        let all: BTreeSet<&str> = unsent.into_iter().chain(self.paths.iter().map(String::as_str)).collect();
        let text: String = all.iter().flat_map(|path| [*path, "\n"]).collect();
        let beside = staging.join(".upload");
        let written = fs::write(&beside, text).and_then(|()| retry_budget::rename(&beside, &self.list));
        written.map_err(|error| Error::io(Operation::Write, &self.list, error))
    }
}

/// `public-upload.txt` for `public`.
fn list_of(folder: &Path) -> PathBuf {
    let name = folder.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    folder.with_file_name(format!("{name}-upload.txt"))
}

/// Reads the list; empty if missing, `None` if an editor saved it in another encoding.
fn read(list: &Path) -> Result<Option<String>> {
    const LARGEST: u64 = 256 << 20;
    let mut text = String::new();
    match open_regular(list).and_then(|file| file.take(LARGEST).read_to_string(&mut text)) {
        Ok(_) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Some(String::new())),
        Err(error) if error.kind() == ErrorKind::InvalidData => Ok(None),
        Err(error) => Err(Error::io(Operation::Read, list, error)),
    }
}
