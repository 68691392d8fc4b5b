//! Exclusive access to the records of a site, and recovery of records left pending by a killed run.

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

/// Lock file for writing the records.
const LOCK: &str = "content/.publication.lock";

/// Result of settling pending records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordsOutcome {
    /// No records are pending.
    Whole,
    /// Undecidable whether the site in this folder was swapped in; the records stay pending.
    Waiting(PathBuf),
    /// There is no note that names the site of the records, if any are pending.
    WithoutNote,
}

/// Exclusive access to the records of a site; released on drop.
#[derive(Debug)]
pub struct RecordsClaim {
    root: PathBuf,
    _lock: Lock,
}

impl RecordsClaim {
    /// Takes the lock.
    ///
    /// # Errors
    /// Another run holds it.
    pub fn take(root: &Path) -> Result<RecordsClaim> {
        let lock = Lock::take(root.join(LOCK), &root.join("content"))?;
        Ok(RecordsClaim { root: root.to_owned(), _lock: lock })
    }

    /// Recovers from a killed run: commits its pending records if its site was swapped in,
    /// otherwise drops them.
    ///
    /// # Errors
    /// I/O errors; pending records stay pending.
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

    /// Settles pending records without a complete note, as written by earlier versions of the
    /// program: commits them if the log of the site in `folder` equals the pending one, otherwise
    /// drops them.
    pub(super) fn settle_without_note(&self, folder: &Path) -> Result<()> {
        let of_site = HISTORY_OF_SITE.split('/').fold(folder.to_owned(), |path, part| path.join(part));
        match self.waits()?.is_some_and(|waiting| read(&of_site).is_ok_and(|found| found.as_ref() == Some(&waiting))) {
            true => commit(&self.root),
            false => self.drop_waiting(),
        }
    }

    /// The pending publication log.
    fn waits(&self) -> Result<Option<Vec<u8>>> {
        read(&waiting_name(&self.root, HISTORY_FILE))
    }

    /// Replaces the records, and drops pending ones. Keeps each old record as a dot file beside it
    /// and returns these paths.
    ///
    /// # Errors
    /// I/O errors; each record is then either the old or the new one.
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

    /// Removes all pending files.
    fn drop_waiting(&self) -> Result<()> {
        for path in self.waiting() {
            remove(&path)?;
        }
        Ok(())
    }

    /// The note is last: if the removal is interrupted, the next run repeats it.
    fn waiting(&self) -> [PathBuf; 3] {
        [waiting_name(&self.root, URLS_FILE), waiting_name(&self.root, HISTORY_FILE), self.root.join(NOTE)]
    }
}

/// Settles records of a killed run, for a run that writes none. Does nothing while another run
/// holds the records. Records without a note are left to the next publication.
pub(super) fn settle_if_idle(root: &Path) -> Result<()> {
    let is_left = are_waiting(root) || root.join(LOCK).exists();
    match is_left.then(|| RecordsClaim::take(root)) {
        Some(Ok(claim)) => match claim.settle()? {
            RecordsOutcome::WithoutNote => remove(&root.join(NOTE)),
            RecordsOutcome::Whole | RecordsOutcome::Waiting(_) => Ok(()),
        },
        // A publication is running, or the records cannot be settled here.
        Some(Err(_)) | None => Ok(()),
    }
}

/// Copies a record to a name that contains its hash, so that backups never collide.
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
