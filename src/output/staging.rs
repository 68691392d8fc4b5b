//! The new folder, while it is made beside the old one.

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::folder::OutputFolder;
use super::manifest::{Manifest, ManifestEntry};
use super::{Durability, Interrupt, Output, removal, swap};
use crate::base::{CHECKSUMS, MANIFEST, RelPath};
use crate::checksum::{self, Hashing};
use crate::error::{Error, Operation, Refusal, Result};
use crate::source::{FileSnapshot, Original, open_regular};
use crate::timings::{Stage, Timings};

/// A folder that disappears again unless it is put in place.
#[derive(Debug)]
pub(super) struct Staging {
    pub(super) path: PathBuf,
    old: PathBuf,
    /// What there is of an old site to compare with.
    predecessor: Predecessor,
    durability: Durability,
    interrupt: Interrupt,
    timings: Timings,
    /// Folders that exist already, so that each is made once.
    folders: Mutex<HashSet<OsString>>,
    /// The sources that were copied.
    copied: Mutex<Vec<FileSnapshot>>,
}

/// A source must have been left alone for so long before its copy is published: who writes piece by
/// piece pauses between the pieces.
const QUIET_PERIOD: Duration = Duration::from_millis(300);

/// Whether there was a folder before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Predecessor {
    Folder,
    Nothing,
}

/// Whether a file had to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WriteOutcome {
    /// It is new, or its bytes changed.
    New,
    /// The old file has the same bytes, and was linked.
    Unchanged,
    /// The old file was linked, and the new one not made.
    Left,
}

impl Staging {
    /// Makes the new folder.
    pub(super) fn begin(folder: &OutputFolder, durability: Durability, interrupt: &Interrupt, timings: &Timings) -> Result<Staging> {
        let path = swap::free_name(folder, swap::NEW);
        fs::create_dir(&path).map_err(|error| Error::io(Operation::CreateFolder, &path, error))?;
        let (old, folders, copied) = (folder.path.clone(), Mutex::default(), Mutex::default());
        let predecessor = if old.exists() { Predecessor::Folder } else { Predecessor::Nothing };
        Ok(Staging { path, old, predecessor, durability, interrupt: interrupt.clone(), timings: timings.clone(), folders, copied })
    }

    /// Writes a file, or links the old one if its bytes are the same.
    ///
    /// Whatever a plan says, nothing outside the folder is written (P24).
    pub(super) fn write(&self, path: &str, output: &Output) -> Result<(ManifestEntry, WriteOutcome)> {
        let (size, sha256, written) = match output {
            Output::Bytes(bytes) => self.write_bytes(path, bytes)?,
            Output::Static(bytes) => self.write_bytes(path, bytes)?,
            Output::Copy(source) => {
                let (old, target) = self.place(path)?;
                let copy = || self.place_copy(source, &old, &target);
                let (reading, written) = self.timings.during(Stage::Write, copy)?;
                let (size, sha256) = (reading.size(), reading.sha256());
                self.copied.lock().unwrap_or_else(PoisonError::into_inner).push(reading);
                (size, sha256, written)
            }
        };
        Ok((ManifestEntry { path: path.to_owned(), size, sha256, source: None, source_sha256: None }, written))
    }

    fn write_bytes(&self, path: &str, bytes: &[u8]) -> Result<(u64, String, WriteOutcome)> {
        let written = self.write_unlisted(path, bytes)?;
        Ok((bytes.len() as u64, self.timings.during(Stage::Hash, || checksum::of(bytes)), written))
    }

    /// The same with bytes of which no manifest needs a hash.
    pub(super) fn write_unlisted(&self, path: &str, bytes: &[u8]) -> Result<WriteOutcome> {
        let (old, target) = self.place(path)?;
        let is_there = || has_bytes(&old, bytes).unwrap_or(false) && carry_over_file(&old, &target).is_ok();
        if self.predecessor == Predecessor::Folder && self.timings.during(Stage::Compare, is_there) {
            return Ok(WriteOutcome::Unchanged);
        }
        let write = || File::create(&target).and_then(|mut file| file.write_all(bytes).and_then(|()| self.flush(&file)));
        self.timings.during(Stage::Write, write).map_err(|error| Error::io(Operation::Write, &target, error))?;
        Ok(WriteOutcome::New)
    }

    /// Links the old file, whose bytes are known to be those that would be made.
    pub(super) fn keep(&self, entry: ManifestEntry) -> Result<(ManifestEntry, WriteOutcome)> {
        let (old, target) = self.place(&entry.path)?;
        let carried = self.timings.during(Stage::Write, || carry_over_file(&old, &target));
        carried.map_err(|error| Error::io(Operation::Link, &old, error))?;
        Ok((entry, WriteOutcome::Left))
    }

    /// Where a file was and where it will be, in a folder that is there.
    fn place(&self, path: &str) -> Result<(PathBuf, PathBuf)> {
        if RelPath::new(path).is_none() {
            return Err(Error::refused(Operation::Write, Path::new(path), Refusal::Outside));
        }
        self.interrupt.check(&self.old)?;
        let target = below(&self.path, path);
        self.timings.during(Stage::Write, || self.create_folder_of(&target))?;
        Ok((below(&self.old, path), target))
    }

    /// Waits until no source of a copy has been changed for a moment, and makes sure that each copy
    /// is what its source is.
    ///
    /// # Errors
    /// A source that is being changed.
    pub(super) fn settle(&self) -> Result<()> {
        let copied = self.copied.lock().unwrap_or_else(PoisonError::into_inner);
        let youngest = copied.iter().map(FileSnapshot::age).min().unwrap_or(QUIET_PERIOD);
        thread::sleep(QUIET_PERIOD.saturating_sub(youngest));
        self.interrupt.check(&self.old)?;
        copied.par_iter().map(|reading| reading.look_closely(&|| self.interrupt.check(&self.old))).collect()
    }

    /// The last look at the sources of copies, which reads hardly anything.
    ///
    /// # Errors
    /// A source that is being changed.
    pub(super) fn look_at_sources(&self) -> Result<()> {
        let copied = self.copied.lock().unwrap_or_else(PoisonError::into_inner);
        copied.par_iter().map(|reading| reading.look(&|| self.interrupt.check(&self.old))).collect()
    }

    /// Links every file of the old folder that is not ours: `CNAME`, `.well-known`, uploads.
    pub(super) fn carry_over_foreign_files(&self, old: &Manifest, new: &Manifest) -> Result<()> {
        if !self.old.try_exists().map_err(|error| Error::io(Operation::Read, &self.old, error))? {
            return Ok(());
        }
        let ours: BTreeSet<&str> = old.paths().chain([MANIFEST, CHECKSUMS]).collect();
        let entries: walkdir::Result<Vec<DirEntry>> = WalkDir::new(&self.old).follow_links(false).sort_by_file_name().into_iter().collect();
        let entries = entries.map_err(|error| Error::io(Operation::Read, &self.old, error.into()))?;
        let (folders, files): (Vec<DirEntry>, Vec<DirEntry>) = entries.into_iter().partition(|entry| entry.file_type().is_dir());
        let carried: Vec<Result<()>> = files.par_iter().map(|file| self.carry_over_if_foreign(file, &ours, new)).collect();
        carried.into_iter().collect::<Result<()>>()?;
        // Only now it is known which of them have something in them; and a folder may be one in
        // which nothing more can be put.
        let others: Vec<&DirEntry> = folders.par_iter().filter(|folder| !self.is_carried_over(folder.path())).collect();
        others.iter().rev().try_for_each(|folder| self.carry_over_folder(folder.path()))
    }

    /// Whether a folder is there again with its permissions, as nearly all are.
    fn is_carried_over(&self, old: &Path) -> bool {
        let permissions = |folder: &Path| fs::metadata(folder).ok().map(|metadata| metadata.permissions());
        permissions(old).is_some_and(|of_old| permissions(&self.now(old)) == Some(of_old))
    }

    /// Where a file or folder of the old site is in the new one.
    fn now(&self, old: &Path) -> PathBuf {
        self.path.join(old.strip_prefix(&self.old).unwrap_or(old))
    }

    fn carry_over_if_foreign(&self, entry: &DirEntry, ours: &BTreeSet<&str>, new: &Manifest) -> Result<()> {
        let relative = entry.path().strip_prefix(&self.old).unwrap_or(entry.path());
        let name: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let name = name.join("/");
        if ours.contains(name.as_str()) {
            return Ok(());
        }
        if let Some(ours) = new.entry(&name) {
            // With the very bytes of ours it is one that an older or damaged manifest does not tell
            // of.
            let is_as_ours = entry.file_type().is_file() && hash_file(entry.path()).is_ok_and(|hash| hash == ours.sha256);
            return if is_as_ours { Ok(()) } else { Err(Error::refused(Operation::Write, entry.path(), Refusal::InTheWay)) };
        }
        let target = self.path.join(relative);
        self.create_folder_of(&target)?;
        carry_over(entry.path(), &target, entry.file_type()).map_err(|error| Error::io(Operation::Link, entry.path(), error))
    }

    /// A folder stays with its permissions, also when nothing of ours is in it; one that held only
    /// files of ours goes with them.
    fn carry_over_folder(&self, old: &Path) -> Result<()> {
        let target = self.now(old);
        let trouble = |error| Error::io(Operation::Link, old, error);
        if !target.try_exists().map_err(trouble)? {
            if fs::read_dir(old).map_err(trouble)?.next().is_some() {
                return Ok(());
            }
            fs::create_dir_all(&target).map_err(trouble)?;
        }
        let permissions = fs::metadata(old).map_err(trouble)?.permissions();
        if fs::metadata(&target).map_err(trouble)?.permissions() != permissions {
            fs::set_permissions(&target, permissions).map_err(trouble)?;
        }
        Ok(())
    }

    /// Waits until a file that was just written is on the disk, unless one call at the end does it
    /// for all, which is faster.
    fn flush(&self, file: &File) -> io::Result<()> {
        if self.durability == Durability::OnDisk && !HAS_ONE_CALL { file.sync_all() } else { Ok(()) }
    }

    /// Waits until everything that was written is on the disk, with the names in all folders.
    pub(super) fn sync(&self) -> Result<()> {
        #[cfg(any(target_os = "linux", target_os = "android"))]
        {
            let synced = File::open(&self.path).and_then(|folder| Ok(rustix::fs::syncfs(&folder)?));
            synced.map_err(|error| Error::io(Operation::Write, &self.path, error))
        }
        #[cfg(not(any(target_os = "linux", target_os = "android")))]
        {
            for entry in WalkDir::new(&self.path).contents_first(true).into_iter().filter_entry(|entry| entry.file_type().is_dir()) {
                let entry = entry.map_err(|error| Error::io(Operation::Read, &self.path, error.into()))?;
                sync_folder(entry.path()).map_err(|error| Error::io(Operation::Write, entry.path(), error))?;
            }
            Ok(())
        }
    }

    /// Copies a source file, reading it once; then the copy is dropped if the old file has the same
    /// bytes. No file is open while its name changes: Windows allows that to nobody.
    fn place_copy(&self, source: &Original, old: &Path, target: &Path) -> Result<(FileSnapshot, WriteOutcome)> {
        let (reading, is_unchanged) = self.copy(source, old, target)?;
        if !is_unchanged || fs::remove_file(target).is_err() {
            return Ok((reading, WriteOutcome::New));
        }
        carry_over_file(old, target).map_err(|error| Error::io(Operation::Link, old, error))?;
        Ok((reading, WriteOutcome::Unchanged))
    }

    /// Copies a source file; and whether the old file has the same bytes.
    fn copy(&self, source: &Original, old: &Path, target: &Path) -> Result<(FileSnapshot, bool)> {
        let trouble = |error| Error::io(Operation::Write, target, error);
        let mut to = File::create(target).map_err(trouble)?;
        let mut previous = open_regular(old).ok().filter(is_as_we_write);
        let mut other = vec![0; 1 << 16];
        let reading = source.read(&mut |chunk| {
            // An attachment may have gigabytes.
            self.interrupt.check(&self.old)?;
            previous = previous.take().filter(|file| continues_with(file, chunk, &mut other));
            to.write_all(chunk).map_err(trouble)
        })?;
        let is_unchanged = previous.is_some_and(|file| continues_with(&file, &[], &mut other));
        if !is_unchanged {
            self.flush(&to).map_err(trouble)?;
        }
        Ok((reading, is_unchanged))
    }

    fn create_folder_of(&self, target: &Path) -> Result<()> {
        let Some(folder) = target.parent() else { return Ok(()) };
        let known = || self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if !known().contains(folder.as_os_str()) {
            // Nobody waits for it; whoever makes the same folder meanwhile finds it made.
            fs::create_dir_all(folder).map_err(|error| Error::io(Operation::CreateFolder, folder, error))?;
            known().insert(folder.into());
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // After the swap this is the old site, otherwise an unfinished new one; what cannot be
        // removed now is removed by a later run.
        removal::remove_folder(&self.path);
    }
}

/// Whether the system has a call that waits for all files at once.
const HAS_ONE_CALL: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// Waits until the names in a folder are on the disk.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        File::open(folder)?.sync_all()
    }
    // Other systems have no such call for folders.
    #[cfg(not(unix))]
    {
        fs::metadata(folder).map(|_| ())
    }
}

fn below(folder: &Path, path: &str) -> PathBuf {
    let mut all = PathBuf::with_capacity(folder.as_os_str().len() + path.len() + 1);
    all.push(folder);
    path.split('/').for_each(|part| all.push(part));
    all
}

/// Whether the next bytes of `file` are `chunk`; an empty chunk means its end.
fn continues_with(mut file: &File, chunk: &[u8], buffer: &mut [u8]) -> bool {
    match chunk.len() {
        0 => file.read(&mut buffer[..1]).is_ok_and(|count| count == 0),
        count => file.read_exact(&mut buffer[..count]).is_ok() && buffer[..count] == *chunk,
    }
}

fn has_bytes(old: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = open_regular(old)?;
    if file.metadata()?.len() != bytes.len() as u64 || !is_as_we_write(&file) {
        return Ok(false);
    }
    let mut found = Vec::with_capacity(bytes.len());
    file.read_to_end(&mut found)?;
    Ok(found == bytes)
}

/// Whether a file has the mode that we give (on Windows: no mark that nobody may write); another
/// one is written anew (P12, P13).
fn is_as_we_write(file: &File) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.metadata().is_ok_and(|metadata| metadata.permissions().mode() & 0o777 == 0o644)
    }
    #[cfg(not(unix))]
    file.metadata().is_ok_and(|metadata| !metadata.permissions().readonly())
}

/// A hard link where the file system has them, otherwise a copy with the same modification time. On
/// Windows the mark that nobody may write belongs to all names of a file, and one name can only be
/// removed without it: such a file is copied, with its mark and its time.
fn carry_over_file(old: &Path, target: &Path) -> io::Result<()> {
    let is_marked = cfg!(windows) && fs::metadata(old)?.permissions().readonly();
    if !is_marked && fs::hard_link(old, target).is_ok() {
        return Ok(());
    }
    fs::copy(old, target)?;
    if is_marked {
        return Ok(());
    }
    let modified = fs::metadata(old)?.modified()?;
    File::options().write(true).open(target)?.set_modified(modified)
}

#[cfg(unix)]
fn carry_over(old: &Path, target: &Path, kind: fs::FileType) -> io::Result<()> {
    match kind.is_symlink() {
        true => std::os::unix::fs::symlink(fs::read_link(old)?, target),
        false => carry_over_file(old, target),
    }
}

#[cfg(not(unix))]
fn carry_over(old: &Path, target: &Path, _: fs::FileType) -> io::Result<()> {
    carry_over_file(old, target)
}

/// SHA-256 of a file that is read once, hexadecimal.
pub(super) fn hash_file(path: &Path) -> io::Result<String> {
    let mut hashing = Hashing::default();
    io::copy(&mut open_regular(path)?, &mut hashing)?;
    Ok(hashing.finish())
}
