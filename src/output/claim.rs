//! The records of a site in the hands of one run, and what becomes of those that a killed run left
//! waiting.

use std::fs;
use std::path::{Path, PathBuf};

use super::folder::OutputFolder;
use super::lock::Lock;
use super::records::{NOTE, are_waiting, commit, manifest_of, read, read_note, remove, waiting_name, write};
use super::staging::hash_file;
use super::swap;
use crate::base::{HISTORY_FILE, HISTORY_OF_SITE, URLS_FILE};
use crate::error::{Error, Operation, Result};
use crate::record::RecordFile;
use crate::retry_budget;

/// Whoever writes records holds it.
const LOCK: &str = "content/.publication.lock";

/// What became of records that waited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordsOutcome {
    /// There are none any more.
    Whole,
    /// Whether the site in this folder is in place cannot be seen: they go on waiting.
    Waiting(PathBuf),
    /// If there are any, no note says where they belong.
    WithoutNote,
}

/// The records of a site, ours alone until dropped.
#[derive(Debug)]
pub struct RecordsClaim {
    root: PathBuf,
    _lock: Lock,
}

impl RecordsClaim {
    /// Claims the records.
    ///
    /// # Errors
    /// Another run has them.
    pub fn take(root: &Path) -> Result<RecordsClaim> {
        let lock = Lock::take(root.join(LOCK), &root.join("content"))?;
        Ok(RecordsClaim { root: root.to_owned(), _lock: lock })
    }

    /// Finishes the records of a run that was killed after its site took its place, and drops those
    /// of one that was killed before.
    ///
    /// # Errors
    /// Trouble with the disk; what waits goes on waiting.
    pub fn settle(&self) -> Result<RecordsOutcome> {
        let Some(note) = read_note(&self.root)? else {
            return Ok(RecordsOutcome::WithoutNote);
        };
        let folder = self.root.join(note.folder);
        swap::undo_half(&OutputFolder { path: folder.clone() })?;
        let now = manifest_of(&folder)?;
        if now.as_ref() == Some(&note.after) {
            return commit(&self.root).map(|()| RecordsOutcome::Whole);
        }
        if now == note.before {
            return self.drop_waiting().map(|()| RecordsOutcome::Whole);
        }
        Ok(RecordsOutcome::Waiting(folder))
    }

    /// Records without a whole note are those of a program that wrote none: the log of the site in
    /// `folder` decides, if it is the very one that waits.
    pub(super) fn settle_without_note(&self, folder: &Path) -> Result<()> {
        let of_site = HISTORY_OF_SITE.split('/').fold(folder.to_owned(), |path, part| path.join(part));
        match self.waits()?.is_some_and(|waiting| read(&of_site).is_ok_and(|found| found.as_ref() == Some(&waiting))) {
            true => commit(&self.root),
            false => self.drop_waiting(),
        }
    }

    /// The log that waits.
    fn waits(&self) -> Result<Option<Vec<u8>>> {
        read(&waiting_name(&self.root, HISTORY_FILE))
    }

    /// Puts other records in the place of those that are there, and of those that wait; the old
    /// ones are kept beside them under names that begin with a dot. Gives these names.
    ///
    /// # Errors
    /// Trouble with the disk; each record is the old one or the new one.
    pub fn replace(&self, files: Vec<RecordFile>) -> Result<Vec<PathBuf>> {
        let mut kept = Vec::new();
        for file in files {
            let (target, new) = (self.root.join(file.path), waiting_name(&self.root, file.path));
            kept.extend(keep(&target)?);
            write(&new, file.text.as_bytes())?;
            retry_budget::rename(&new, &target).map_err(|error| Error::io(Operation::Write, &target, error))?;
        }
        self.drop_waiting()?;
        Ok(kept)
    }

    /// Drops whatever waits.
    fn drop_waiting(&self) -> Result<()> {
        for path in self.waiting() {
            remove(&path)?;
        }
        Ok(())
    }

    /// The note last: a run that is killed on the way leaves it, and the next one goes on.
    fn waiting(&self) -> [PathBuf; 3] {
        [waiting_name(&self.root, URLS_FILE), waiting_name(&self.root, HISTORY_FILE), self.root.join(NOTE)]
    }
}

/// Settles what a killed run left, unless a run is about to do it itself; for a run that writes no
/// records. What has no note is left to one that does.
pub(super) fn settle_if_idle(root: &Path) -> Result<()> {
    let is_left = are_waiting(root) || root.join(LOCK).exists();
    match is_left.then(|| RecordsClaim::take(root)) {
        Some(Ok(claim)) => match claim.settle()? {
            RecordsOutcome::WithoutNote => remove(&root.join(NOTE)),
            RecordsOutcome::Whole | RecordsOutcome::Waiting(_) => Ok(()),
        },
        // It is being published now, or cannot be settled here.
        Some(Err(_)) | None => Ok(()),
    }
}

/// Copies a record to a name that belongs to what is in it, so that no two are in each other's way.
fn keep(record: &Path) -> Result<Option<PathBuf>> {
    if !record.exists() {
        return Ok(None);
    }
    let hash = hash_file(record).map_err(|error| Error::io(Operation::Read, record, error))?;
    let name = record.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let kept = record.with_file_name(format!(".{name}.{}", hash.chars().take(8).collect::<String>()));
    fs::copy(record, &kept).map_err(|error| Error::io(Operation::Write, &kept, error))?;
    Ok(Some(kept))
}
