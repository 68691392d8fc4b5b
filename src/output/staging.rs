//! The staging directory, beside the old site.

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

/// The staging directory; removed on drop unless swapped in.
#[derive(Debug)]
pub(super) struct Staging {
    pub(super) path: PathBuf,
    old: PathBuf,
    /// Whether there is an old site to compare with.
    predecessor: Predecessor,
    durability: Durability,
    interrupt: Interrupt,
    timings: Timings,
    /// Folders already created.
    folders: Mutex<HashSet<OsString>>,
    /// Snapshots of the copied sources.
    copied: Mutex<Vec<FileSnapshot>>,
}

/// Required time without changes of a source before its copy is published; programs that write in
/// chunks pause between them.
const QUIET_PERIOD: Duration = Duration::from_millis(300);

/// Whether the output folder existed before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Predecessor {
    Folder,
    Nothing,
}

/// How an output was produced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WriteOutcome {
    /// Written, because new or changed.
    New,
    /// Rendered, equal to the old file, and linked from it.
    Unchanged,
    /// Linked from the old file without rendering.
    Left,
}

impl Staging {
    /// Creates the staging directory.
    pub(super) fn begin(folder: &OutputFolder, durability: Durability, interrupt: &Interrupt, timings: &Timings) -> Result<Staging> {
        let path = swap::free_name(folder, swap::NEW);
        fs::create_dir(&path).map_err(|error| Error::io(Operation::CreateFolder, &path, error))?;
        let (old, folders, copied) = (folder.path.clone(), Mutex::default(), Mutex::default());
        let predecessor = if old.exists() { Predecessor::Folder } else { Predecessor::Nothing };
        Ok(Staging { path, old, predecessor, durability, interrupt: interrupt.clone(), timings: timings.clone(), folders, copied })
    }

    /// Writes a file, or links the old one if the bytes are equal.
    ///
    /// Paths outside the directory are refused, whatever the plan says (P24).
    pub(super) fn write(&self, path: &str, output: &Output) -> Result<(ManifestEntry, WriteOutcome)> {
        let (size, sha256, written) = match output {
            Output::Text(text) => self.write_bytes(path, text.as_bytes())?,
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

    /// Like [`Staging::write`], for files that are not in the manifest.
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

    /// Links the old file, known to be equal to the new output.
    pub(super) fn keep(&self, entry: ManifestEntry) -> Result<(ManifestEntry, WriteOutcome)> {
        let (old, target) = self.place(&entry.path)?;
        let carried = self.timings.during(Stage::Write, || carry_over_file(&old, &target));
        carried.map_err(|error| Error::io(Operation::Link, &old, error))?;
        Ok((entry, WriteOutcome::Left))
    }

    /// Old and new path of an output; creates the parent folder.
    fn place(&self, path: &str) -> Result<(PathBuf, PathBuf)> {
        if RelPath::new(path).is_none() {
            return Err(Error::refused(Operation::Write, Path::new(path), Refusal::Outside));
        }
        self.interrupt.check(&self.old)?;
        let target = below(&self.path, path);
        self.timings.during(Stage::Write, || self.create_folder_of(&target))?;
        Ok((below(&self.old, path), target))
    }

    /// Waits for the quiet period of all copied sources, then verifies each copy against its
    /// source.
    ///
    /// # Errors
    /// A source is being changed.
    pub(super) fn settle(&self) -> Result<()> {
        let copied = self.copied.lock().unwrap_or_else(PoisonError::into_inner);
        let youngest = copied.iter().map(FileSnapshot::age).min().unwrap_or(QUIET_PERIOD);
        thread::sleep(QUIET_PERIOD.saturating_sub(youngest));
        self.interrupt.check(&self.old)?;
        copied.par_iter().map(|reading| reading.look_closely(&|| self.interrupt.check(&self.old))).collect()
    }

    /// Verifies the copied sources again by fingerprint, without re-reading most of them.
    ///
    /// # Errors
    /// A source is being changed.
    pub(super) fn look_at_sources(&self) -> Result<()> {
        let copied = self.copied.lock().unwrap_or_else(PoisonError::into_inner);
        copied.par_iter().map(|reading| reading.look(&|| self.interrupt.check(&self.old))).collect()
    }

    /// Links every foreign file of the old folder, such as `CNAME`, `.well-known` or uploads.
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
        // After the files, since only now the empty folders are known, and since permissions may
        // forbid adding entries.
        let others: Vec<&DirEntry> = folders.par_iter().filter(|folder| !self.is_carried_over(folder.path())).collect();
        others.iter().rev().try_for_each(|folder| self.carry_over_folder(folder.path()))
    }

    /// True if the folder exists in the new site with the same permissions.
    fn is_carried_over(&self, old: &Path) -> bool {
        let permissions = |folder: &Path| fs::metadata(folder).ok().map(|metadata| metadata.permissions());
        permissions(old).is_some_and(|of_old| permissions(&self.now(old)) == Some(of_old))
    }

    /// Maps a path of the old site to the staging directory.
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
            // A file with exactly our bytes is ours, missing from an older or damaged manifest.
            let is_as_ours = entry.file_type().is_file() && hash_file(entry.path()).is_ok_and(|hash| hash == ours.sha256);
            return if is_as_ours { Ok(()) } else { Err(Error::refused(Operation::Write, entry.path(), Refusal::InTheWay)) };
        }
        let target = self.path.join(relative);
        self.create_folder_of(&target)?;
        carry_over(entry.path(), &target, entry.file_type()).map_err(|error| Error::io(Operation::Link, entry.path(), error))
    }

    /// Keeps permissions of all folders, and empty folders; drops folders that held only our files.
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

    /// Syncs one file, unless [`HAS_ONE_CALL`]: one call at the end is faster.
    fn flush(&self, file: &File) -> io::Result<()> {
        if self.durability == Durability::OnDisk && !HAS_ONE_CALL { file.sync_all() } else { Ok(()) }
    }

    /// Syncs all files and directory entries to disk.
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

    /// Copies a source file in one read, and replaces the copy by a link if the old file is equal.
    /// The copy is closed first: Windows does not rename or remove open files.
    fn place_copy(&self, source: &Original, old: &Path, target: &Path) -> Result<(FileSnapshot, WriteOutcome)> {
        let (reading, is_unchanged) = self.copy(source, old, target)?;
        if !is_unchanged || fs::remove_file(target).is_err() {
            return Ok((reading, WriteOutcome::New));
        }
        carry_over_file(old, target).map_err(|error| Error::io(Operation::Link, old, error))?;
        Ok((reading, WriteOutcome::Unchanged))
    }

    /// Copies a source file; the flag is true if the old file is equal.
    fn copy(&self, source: &Original, old: &Path, target: &Path) -> Result<(FileSnapshot, bool)> {
        let trouble = |error| Error::io(Operation::Write, target, error);
        let mut to = File::create(target).map_err(trouble)?;
        let mut previous = open_regular(old).ok().filter(is_as_we_write);
        let mut other = vec![0; 1 << 16];
        let reading = source.read(&mut |chunk| {
            // Per chunk, because attachments may have gigabytes.
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
            // Without holding the lock; creating an existing folder succeeds.
            fs::create_dir_all(folder).map_err(|error| Error::io(Operation::CreateFolder, folder, error))?;
            known().insert(folder.into());
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // The old site after the swap, otherwise an incomplete new one. Remaining files are removed
        // by a later run.
        removal::remove_folder(&self.path);
    }
}

/// True if one system call (`syncfs`) can sync all files.
const HAS_ONE_CALL: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// Syncs the directory entries of a folder.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        File::open(folder)?.sync_all()
    }
    // Other systems cannot sync directories.
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

/// True if the next bytes of `file` are `chunk`; an empty chunk stands for the end of the file.
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

/// True if a file has the mode we create (0644; on Windows: not read-only). Other files are
/// rewritten (P12, P13).
fn is_as_we_write(file: &File) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.metadata().is_ok_and(|metadata| metadata.permissions().mode() & 0o777 == 0o644)
    }
    #[cfg(not(unix))]
    file.metadata().is_ok_and(|metadata| !metadata.permissions().readonly())
}

/// Hard link, or a copy with the same mtime if the file system has no links. On Windows the
/// read-only attribute is shared by all links, and a read-only name cannot be deleted; such files
/// are copied with attribute and mtime.
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

/// SHA-256 of a file, hexadecimal, in one streaming read.
pub(super) fn hash_file(path: &Path) -> io::Result<String> {
    let mut hashing = Hashing::default();
    io::copy(&mut open_regular(path)?, &mut hashing)?;
    Ok(hashing.finish())
}
