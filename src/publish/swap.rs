//! The one step in which the new site takes the place of the old one.
//!
//! Where the system exchanges two folders at once, it is one step in truth. Elsewhere (Windows; sticks with FAT, some network drives) the old folder is put
//! aside as `.public.old` first, and a run that is killed before the new one is in its place leaves nothing under the name of the folder: the next run puts
//! the old one back before it looks at anything.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::folder::OutputFolder;
use super::lock::Lock;
use super::removal;
use super::staging::Staging;
use crate::error::{Error, Operation, Result};
use crate::patience::{self, Patience};

/// Begins the name of a folder that is being made: `.public.new-PID`.
pub(super) const NEW: &str = "new-";

/// Ends the name of the old folder while it is aside: `.public.old`.
const OLD: &str = "old";

/// Puts the staged folder in place; afterwards the staging holds the old site, and removes it when it is dropped.
pub(super) fn swap(staging: Staging, folder: &OutputFolder) -> Result<Staging> {
    let held = || removal::in_use(&folder.path).or_else(|| removal::in_use(&folder.sibling(OLD)));
    let trouble = |error: io::Error| Error::io(Operation::Swap, held().as_deref().unwrap_or(&folder.path), error);
    match folder.path.try_exists().map_err(trouble)? {
        false => Patience::of_a_folder().during(|| fs::rename(&staging.path, &folder.path)).map_err(trouble)?,
        true => exchange(&staging.path, folder).map_err(trouble)?,
    }
    Ok(staging)
}

/// Puts back the old folder of a run that was killed while it was aside.
///
/// # Errors
/// Another run has the folder; the old one cannot be moved.
pub(super) fn undo_half(folder: &OutputFolder) -> Result<()> {
    let is_half = || Ok(folder.sibling(OLD).try_exists()? && !folder.path.try_exists()?);
    let trouble = |error: io::Error| Error::io(Operation::Swap, &folder.path, error);
    if is_half().map_err(trouble)? {
        let _lock = Lock::take(folder.sibling("lock"), &folder.path)?;
        if is_half().map_err(trouble)? {
            patience::rename(&folder.sibling(OLD), &folder.path).map_err(trouble)?;
        }
    }
    Ok(())
}

/// Removes folders that killed runs left behind; the lock is held, so none of them is in use. What cannot be removed, because a viewer shows a file of it, is
/// left to a later run.
pub(super) fn remove_leftovers(folder: &OutputFolder) -> Result<()> {
    let name = |path: PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (new, old) = (name(folder.sibling(NEW)), name(folder.sibling(OLD)));
    let trouble = |error| Error::io(Operation::Read, folder.parent(), error);
    for entry in fs::read_dir(folder.parent()).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_number = |process: &str| !process.is_empty() && process.bytes().all(|b| b.is_ascii_digit());
        let is_ours = name == old || name.strip_prefix(&new).is_some_and(is_number);
        if is_ours && entry.file_type().map_err(trouble)?.is_dir() {
            removal::remove_folder(&entry.path());
        }
    }
    Ok(())
}

/// Afterwards the old site is where the new one was.
fn exchange(new: &Path, folder: &OutputFolder) -> io::Result<()> {
    match exchange_at_once(new, &folder.path) {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            exchange_in_turn(new, &folder.path, &folder.sibling(OLD))
        }
        exchanged => exchanged,
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange_at_once(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange_at_once(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// If the new folder cannot take its place, the old one is put back.
fn exchange_in_turn(new: &Path, old: &Path, aside: &Path) -> io::Result<()> {
    let patience = Patience::of_a_folder();
    patience.during(|| fs::rename(old, aside))?;
    if let Err(error) = patience.during(|| fs::rename(new, old)) {
        patience::rename(aside, old)?;
        return Err(error);
    }
    // The new site is in place. An old one that stays aside is removed by the next run.
    let _ = patience::rename(aside, new);
    Ok(())
}
