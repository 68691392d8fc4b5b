//! Files of the content that `publish` writes: they change together with the site, or not at all.
//!
//! New versions wait beside the old ones (`.urls.lock.new`, `.history.yaml.new`) while the site
//! takes its place, and with them a note of the folder to which they belong and of the manifest
//! that it has before and after. A run that is killed in between leaves all of that, and the next
//! one, whatever folder *it* writes to, knows from the note whether the site is in place.

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

/// The note beside records that wait. No dot file is ever published.
pub(super) const NOTE: &str = "content/.publication.new";

/// To which site the records that wait belong.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Note {
    /// The folder, below that of the site if it lies there: both may have another place when the
    /// note is read.
    pub(super) folder: PathBuf,
    /// SHA-256 of its manifest before the site takes its place; none if there was none.
    pub(super) before: Option<String>,
    /// The same after.
    pub(super) after: String,
}

impl Note {
    /// The note for a site that is to be put into `folder`, which is absolute, with a manifest of
    /// this hash.
    pub(super) fn new(root: &Path, folder: &Path, after: String) -> Result<Note> {
        let root = dunce::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        Ok(Note { folder: folder.strip_prefix(root).unwrap_or(folder).to_owned(), before: manifest_of(folder)?, after })
    }
}

/// New versions beside the old ones, not yet in their place.
#[derive(Debug)]
pub(super) struct Records {
    root: PathBuf,
    waiting: Vec<&'static str>,
}

impl Records {
    /// Writes the note, then the new versions, and waits until they are on the disk: whatever waits
    /// has a note.
    pub(super) fn write(root: &Path, files: Vec<RecordFile>, note: &Note) -> Result<Records> {
        let records = Records { root: root.to_owned(), waiting: files.iter().map(|file| file.path).collect() };
        if !files.is_empty() {
            write(&root.join(NOTE), &serde_json::to_vec(note).unwrap_or_default())?;
            files.iter().try_for_each(|file| write(&waiting_name(root, file.path), file.text.as_bytes()))?;
            sync_folder_of_records(root, Operation::Write)?;
        }
        Ok(records)
    }

    /// Puts the new versions in place. The site is in place already: from here on the next run
    /// would finish what this one could not.
    pub(super) fn commit(mut self) -> Result<()> {
        if std::mem::take(&mut self.waiting).is_empty() { Ok(()) } else { commit(&self.root) }
    }
}

impl Drop for Records {
    fn drop(&mut self) {
        // Not committed: the site is the old one. What cannot be removed now is dropped by the next
        // run.
        for path in &self.waiting {
            let _ = fs::remove_file(waiting_name(&self.root, path));
        }
        if !self.waiting.is_empty() {
            let _ = fs::remove_file(self.root.join(NOTE));
        }
    }
}

/// Whether records wait for a site.
pub fn are_waiting(root: &Path) -> bool {
    root.join(NOTE).exists()
}

/// Puts what waits in place, then removes the note.
pub(super) fn commit(root: &Path) -> Result<()> {
    for path in [URLS_FILE, HISTORY_FILE] {
        let (new, target) = (waiting_name(root, path), root.join(path));
        match retry_budget::rename(&new, &target) {
            // Of a run that was killed between two of them, or had only one to write.
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

/// The note, if there is a whole one: half a note is that of a run that was killed before it wrote
/// any record.
pub(super) fn read_note(root: &Path) -> Result<Option<Note>> {
    Ok(read(&root.join(NOTE))?.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

/// The hash of the manifest in a folder, if there is one.
pub(super) fn manifest_of(folder: &Path) -> Result<Option<String>> {
    use std::io::ErrorKind::{NotADirectory, NotFound};
    let path = folder.join(MANIFEST);
    match hash_file(&path) {
        Ok(hash) => Ok(Some(hash)),
        Err(error) if matches!(error.kind(), NotFound | NotADirectory) => Ok(None),
        Err(error) => Err(Error::io(Operation::Read, &path, error)),
    }
}

/// `content/.history.yaml.new`
pub(super) fn waiting_name(root: &Path, path: &str) -> PathBuf {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    root.join(folder).join(format!(".{name}.new"))
}

/// The bytes of a file, if there is one. One that is there and cannot be read must not pass for
/// none: records would be dropped that are in place.
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
