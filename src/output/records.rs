//! Records in the content folder that `publish` writes; they change together with the site or not
//! at all.
//!
//! New versions are written beside the old ones (`.urls.lock.new`, `.history.yaml.new`) before the
//! swap, with a note of their folder and the hash of its manifest before and after the swap. From
//! the note, the next run can tell whether the site of a killed run was swapped in, whichever
//! folder it writes to itself.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::staging::{hash_file, sync_folder};
use crate::base::{HISTORY_FILE, MANIFEST, URLS_FILE};
use crate::error::{Error, Operation, Result};
use crate::record::RecordFile;
use crate::retry_budget;
use crate::source::open_regular;

/// Note beside pending records. Dot files are never published.
pub(super) const NOTE: &str = "content/.publication.new";

/// Identifies the site to which pending records belong.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Note {
    /// Relative to the source root if inside it, since both may have moved when the note is read.
    pub(super) folder: PathBuf,
    /// SHA-256 of the manifest before the swap; `None` if there was none.
    pub(super) before: Option<String>,
    /// SHA-256 of the manifest after the swap.
    pub(super) after: String,
}

impl Note {
    /// Note for a swap into `folder` (absolute path) with a manifest of hash `after`.
    pub(super) fn new(root: &Path, folder: &Path, after: String) -> Result<Note> {
        let root = dunce::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        Ok(Note { folder: folder.strip_prefix(root).unwrap_or(folder).to_owned(), before: manifest_of(folder)?, after })
    }
}

/// Pending records, not yet committed.
#[derive(Debug)]
pub(super) struct Records {
    root: PathBuf,
    waiting: Vec<&'static str>,
}

impl Records {
    /// Writes the note, then the new versions, and syncs them to disk. The note is first, so that
    /// pending records always have one.
    pub(super) fn write(root: &Path, files: Vec<RecordFile>, note: &Note) -> Result<Records> {
        let records = Records { root: root.to_owned(), waiting: files.iter().map(|file| file.path).collect() };
        if !files.is_empty() {
            write(&root.join(NOTE), &serde_json::to_vec(note).unwrap_or_default())?;
            files.iter().try_for_each(|file| write(&waiting_name(root, file.path), file.text.as_bytes()))?;
            sync_folder_of_records(root, Operation::Write)?;
        }
        Ok(records)
    }

    /// Renames the new versions into place. Called after the swap; if it fails, the next run
    /// completes it.
    pub(super) fn commit(mut self) -> Result<()> {
        if std::mem::take(&mut self.waiting).is_empty() { Ok(()) } else { commit(&self.root) }
    }
}

impl Drop for Records {
    fn drop(&mut self) {
        // Not committed: the old site is in place. Files that cannot be removed now are dropped by
        // the next run.
        for path in &self.waiting {
            let _ = fs::remove_file(waiting_name(&self.root, path));
        }
        if !self.waiting.is_empty() {
            let _ = fs::remove_file(self.root.join(NOTE));
        }
    }
}

/// True if records are pending.
pub fn are_waiting(root: &Path) -> bool {
    root.join(NOTE).exists()
}

/// Renames pending records into place, then removes the note.
pub(super) fn commit(root: &Path) -> Result<()> {
    for path in [URLS_FILE, HISTORY_FILE] {
        let (new, target) = (waiting_name(root, path), root.join(path));
        match retry_budget::rename(&new, &target) {
            // The killed run had already renamed it, or wrote only the other one.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            renamed => renamed.map_err(|error| Error::io(Operation::Record, &target, error))?,
        }
    }
    sync_folder_of_records(root, Operation::Record)?;
    remove(&root.join(NOTE))
}

fn sync_folder_of_records(root: &Path, operation: Operation) -> Result<()> {
    let folder = root.join("content");
    sync_folder(&folder).map_err(|error| Error::io(operation, &folder, error))
}

pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let written = File::create(path).and_then(|mut handle| handle.write_all(bytes).and_then(|()| handle.sync_all()));
    written.map_err(|error| Error::io(Operation::Write, path, error))
}

pub(super) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::io(Operation::Remove, path, error)),
        _ => Ok(()),
    }
}

/// Reads the note; `None` if missing or incomplete. An incomplete note stems from a run killed
/// before it wrote any record.
pub(super) fn read_note(root: &Path) -> Result<Option<Note>> {
    Ok(read(&root.join(NOTE))?.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

/// SHA-256 of the manifest in a folder; `None` if there is none.
pub(super) fn manifest_of(folder: &Path) -> Result<Option<String>> {
    use std::io::ErrorKind::{NotADirectory, NotFound};
    let path = folder.join(MANIFEST);
    match hash_file(&path) {
        Ok(hash) => Ok(Some(hash)),
        Err(error) if matches!(error.kind(), NotFound | NotADirectory) => Ok(None),
        Err(error) => Err(Error::io(Operation::Read, &path, error)),
    }
}

/// Name of the pending version: `content/.history.yaml.new`.
pub(super) fn waiting_name(root: &Path, path: &str) -> PathBuf {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    root.join(folder).join(format!(".{name}.new"))
}

/// Reads a file; `None` if missing. An unreadable file must be an error: treated as missing,
/// committed records would be dropped.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    use std::io::{ErrorKind, Read};
    const LARGEST: u64 = 64 << 20;
    let mut bytes = Vec::new();
    match open_regular(path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes)) {
        Ok(_) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Error::io(Operation::Read, path, error)),
    }
}
