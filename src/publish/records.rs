//! Files of the content that `publish` writes: they change together with the site, or not at all.
//!
//! New versions wait beside the old ones (`.urls.lock.new`, `.history.yaml.new`) while the site takes its place, and with them a note of the folder to which
//! they belong and of the manifest that it has before and after. A run that is killed in between leaves all of that, and the next one, whatever folder *it*
//! writes to, knows from the note whether the site is in place.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::lock::Lock;
use super::manifest::MANIFEST;
use super::staging::{hash_file, sync_folder};
use crate::error::{Error, Operation, Result};
use crate::record::{HISTORY_FILE, URLS_FILE};
use crate::source::open_regular;

/// The copy of the history that every site carries, below its base.
pub const HISTORY_OF_SITE: &str = "history/history.yaml";

/// The note beside records that wait. No dot file is ever published.
const NOTE: &str = "content/.publication.new";
/// Whoever writes records holds it.
const LOCK: &str = "content/.publication.lock";

/// A file of the content and its new text.
#[derive(Clone, Debug)]
pub struct RecordFile {
    /// Below the root.
    pub path: &'static str,
    /// The whole text.
    pub text: String,
}

/// To which site the records that wait belong.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Note {
    /// The folder, below that of the site if it lies there: both may have another place when the note is read.
    folder: PathBuf,
    /// SHA-256 of its manifest before the site takes its place; none if there was none.
    before: Option<String>,
    /// The same after.
    after: String,
}

impl Note {
    /// The note for a site that is to be put into `folder`, which is absolute, with a manifest of this hash.
    pub(super) fn new(root: &Path, folder: &Path, after: String) -> Result<Note> {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
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
    /// Writes the new versions, then the note, and waits until they are on the disk.
    pub(super) fn write(root: &Path, files: Vec<RecordFile>, note: &Note) -> Result<Records> {
        let mut records = Records { root: root.to_owned(), waiting: Vec::new() };
        for file in files {
            records.waiting.push(file.path);
            write(&waiting_name(root, file.path), file.text.as_bytes())?;
        }
        if !records.waiting.is_empty() {
            write(&root.join(NOTE), &serde_json::to_vec(note).unwrap_or_default())?;
        }
        Ok(records)
    }

    /// Puts the new versions in place. The site is in place already: from here on the next run would finish what this one could not.
    pub(super) fn commit(mut self) -> Result<()> {
        if std::mem::take(&mut self.waiting).is_empty() { Ok(()) } else { commit(&self.root) }
    }
}

impl Drop for Records {
    fn drop(&mut self) {
        // Not committed: the site is the old one. What cannot be removed now is dropped by the next run.
        if !self.waiting.is_empty() {
            let _ = fs::remove_file(self.root.join(NOTE));
        }
        for path in &self.waiting {
            let _ = fs::remove_file(waiting_name(&self.root, path));
        }
    }
}

/// What became of records that waited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// There are none any more.
    Whole,
    /// Whether the site in this folder is in place cannot be seen: they go on waiting.
    Waiting(PathBuf),
    /// If there are any, no note says where they belong.
    WithoutNote,
}

/// The records of a site, ours alone until dropped.
#[derive(Debug)]
pub struct Claim {
    root: PathBuf,
    _lock: Lock,
}

impl Claim {
    /// Claims the records.
    ///
    /// # Errors
    /// Another run has them.
    pub fn take(root: &Path) -> Result<Claim> {
        let lock = Lock::take(root.join(LOCK), &root.join("content"))?;
        Ok(Claim { root: root.to_owned(), _lock: lock })
    }

    /// Finishes the records of a run that was killed after its site took its place, and drops those of one that was killed before.
    ///
    /// # Errors
    /// Trouble with the disk; what waits goes on waiting.
    pub fn settle(&self) -> Result<Settled> {
        let Some(note) = read_note(&self.root)? else {
            return Ok(Settled::WithoutNote);
        };
        let folder = self.root.join(note.folder);
        let now = manifest_of(&folder)?;
        if now.as_ref() == Some(&note.after) {
            return commit(&self.root).map(|()| Settled::Whole);
        }
        if now == note.before {
            return self.drop_waiting().map(|()| Settled::Whole);
        }
        Ok(Settled::Waiting(folder))
    }

    /// Records without a note are those of a run that was killed before its site took its place, or of a program that wrote none: there the log of the
    /// site in `folder` decides, if it is the very one that waits.
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

    /// Puts other records in the place of those that are there, and of those that wait; the old ones are kept beside them under names that begin with a dot.
    /// Gives these names.
    ///
    /// # Errors
    /// Trouble with the disk; each record is the old one or the new one.
    pub fn replace(&self, files: Vec<RecordFile>) -> Result<Vec<PathBuf>> {
        let mut kept = Vec::new();
        for file in files {
            let (target, new) = (self.root.join(file.path), waiting_name(&self.root, file.path));
            kept.extend(keep(&target)?);
            write(&new, file.text.as_bytes())?;
            fs::rename(&new, &target).map_err(|error| Error::io(Operation::Write, &target, error))?;
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

    /// The note first: records without one are those of a run that was killed before its site took its place.
    fn waiting(&self) -> [PathBuf; 3] {
        [self.root.join(NOTE), waiting_name(&self.root, URLS_FILE), waiting_name(&self.root, HISTORY_FILE)]
    }
}

/// Settles what a killed run left, unless a run is about to do it itself; for a run that writes no records.
pub(super) fn settle_if_idle(root: &Path) -> Result<()> {
    match are_waiting(root).then(|| Claim::take(root)) {
        Some(Ok(claim)) => claim.settle().map(drop),
        // It is being published now, or cannot be settled here.
        Some(Err(_)) | None => Ok(()),
    }
}

/// Whether records wait for a site.
pub fn are_waiting(root: &Path) -> bool {
    root.join(NOTE).exists()
}

fn commit(root: &Path) -> Result<()> {
    for path in [URLS_FILE, HISTORY_FILE] {
        let (new, target) = (waiting_name(root, path), root.join(path));
        match fs::rename(&new, &target) {
            // Of a run that was killed between two of them, or had only one to write.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            renamed => renamed.map_err(|error| Error::io(Operation::Record, &target, error))?,
        }
    }
    let folder = root.join("content");
    sync_folder(&folder).map_err(|error| Error::io(Operation::Record, &folder, error))?;
    remove(&root.join(NOTE))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let written = File::create(path).and_then(|mut handle| handle.write_all(bytes).and_then(|()| handle.sync_all()));
    written.map_err(|error| Error::io(Operation::Write, path, error))
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

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::io(Operation::Remove, path, error)),
        _ => Ok(()),
    }
}

/// The note, if there is a whole one: half a note is that of a run that was killed before its site took its place.
fn read_note(root: &Path) -> Result<Option<Note>> {
    Ok(read(&root.join(NOTE))?.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

/// The hash of the manifest in a folder, if there is one.
fn manifest_of(folder: &Path) -> Result<Option<String>> {
    use std::io::ErrorKind::{NotADirectory, NotFound};
    let path = folder.join(MANIFEST);
    match hash_file(&path) {
        Ok(hash) => Ok(Some(hash)),
        Err(error) if matches!(error.kind(), NotFound | NotADirectory) => Ok(None),
        Err(error) => Err(Error::io(Operation::Read, &path, error)),
    }
}

/// `content/.history.yaml.new`
fn waiting_name(root: &Path, path: &str) -> PathBuf {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    root.join(folder).join(format!(".{name}.new"))
}

/// The bytes of a file, if there is one. One that is there and cannot be read must not pass for none: records would be dropped that are in place.
fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    use std::io::{ErrorKind, Read};
    const LARGEST: u64 = 64 << 20;
    let mut bytes = Vec::new();
    match open_regular(path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes)) {
        Ok(_) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Error::io(Operation::Read, path, error)),
    }
}
