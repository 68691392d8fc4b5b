//! What a web server has to be sent after a run: an officer with an FTP program cannot see which of
//! hundreds of files are new.
//!
//! The list lies beside the folder, `public-upload.txt` for `public`, one path below the folder per
//! line, as `rsync --files-from`, `rclone --files-from-raw` and a loop of a shell take it. A list
//! that is still there has not been sent: it is added to, so that whoever removes it when all of it
//! is sent misses nothing, whichever runs there were in between.

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

/// The files of a site that a copy of the site before does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uploads {
    /// Paths below the folder, sorted.
    pub paths: Vec<String>,
    /// The list beside the folder, which has them and those of earlier runs that have not been
    /// sent.
    pub list: PathBuf,
}

impl Uploads {
    /// Those by which `new` differs from `old`, and of the two manifests those that are
    /// `rewritten`; all of `new` if `old` was never published. A site that is not published either
    /// is not sent anywhere.
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

    /// Adds them to the list: before the site takes its place, so that a run that is killed leaves
    /// no file unlisted. One that is listed in vain is sent in vain. What is no longer part of the
    /// site `new` cannot be sent.
    pub(super) fn add_to_list(&self, new: &Manifest, staging: &Path) -> Result<()> {
        if self.paths.is_empty() {
            return Ok(());
        }
        let before = read(&self.list)?;
        let is_there = |path: &&str| new.has(path) || [MANIFEST, CHECKSUMS].contains(path);
        let unsent: Vec<&str> = match &before {
            Some(text) => text.lines().map(|line| line.trim_matches(['\u{FEFF}', ' ', '\r'])).filter(is_there).collect(),
            // What was listed is not known any more.
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

/// The list as it is, empty if there is none; `None` for one that an editor saved in another
/// coding.
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
