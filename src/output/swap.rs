//! Swaps the new site with the old one.
//!
//! Atomic where the system can exchange two folders. Elsewhere (Windows; USB sticks with FAT, some
//! network drives) the old folder is first renamed to `.public.old-PID`. If the run is killed
//! before the new folder is renamed into place, the output folder is missing, and the next run
//! restores the old one before anything else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::folder::OutputFolder;
use super::lock::Lock;
use super::removal;
use crate::base::MANIFEST;
use crate::error::{Error, Operation, Result};
use crate::retry_budget::{self, RetryBudget};

/// Suffix prefix of staging directories: `.public.new-PID`.
pub(super) const NEW: &str = "new-";

/// Suffix prefix of old folders moved aside: `.public.old-PID`.
const OLD: &str = "old-";

/// An unused name of a kind with the process id or a higher number: an earlier process with the
/// same id may have left a folder that could not be removed.
pub(super) fn free_name(folder: &OutputFolder, kind: &str) -> PathBuf {
    let name = |number: u32| folder.sibling(&format!("{kind}{number}"));
    (std::process::id()..).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(0))
}

/// Swaps in the staged folder; the old site is then at the path of the staged folder.
pub(super) fn swap(staged: &Path, folder: &OutputFolder) -> Result<()> {
    let trouble = |error: io::Error| Error::io(Operation::Swap, removal::in_use(&folder.path).as_deref().unwrap_or(&folder.path), error);
    match folder.path.try_exists().map_err(trouble)? {
        false => RetryBudget::of_a_folder().during(|| fs::rename(staged, &folder.path)).map_err(trouble)?,
        true => exchange(staged, folder).map_err(trouble)?,
    }
    Ok(())
}

/// Restores the old folder that a killed run had moved aside.
///
/// # Errors
/// Another run holds the folder, or the old folder cannot be renamed.
pub(super) fn undo_half(folder: &OutputFolder) -> Result<()> {
    let trouble = |error: io::Error| Error::io(Operation::Swap, &folder.path, error);
    let is_gone = || folder.path.try_exists().map(|is_there| !is_there).map_err(trouble);
    if is_gone()? && !left_by_runs(folder, OLD).map_err(trouble)?.is_empty() {
        let _lock = Lock::take(folder.sibling("lock"), &folder.path)?;
        // Older folders that could not be removed may exist as well.
        let made = |aside: &PathBuf| fs::metadata(aside.join(MANIFEST)).and_then(|manifest| manifest.modified()).ok();
        let newest = left_by_runs(folder, OLD).map_err(trouble)?.into_iter().max_by_key(made);
        if let Some(aside) = newest.filter(|aside| made(aside).is_some())
            && is_gone()?
        {
            retry_budget::rename(&aside, &folder.path).map_err(trouble)?;
        }
    }
    Ok(())
}

/// Removes folders left by killed runs. The lock is held, so none of them is in use. Files held
/// open, for example by a viewer, are left to a later run.
pub(super) fn remove_leftovers(folder: &OutputFolder) -> Result<()> {
    for kind in [NEW, OLD] {
        let left = left_by_runs(folder, kind).map_err(|error| Error::io(Operation::Read, folder.parent(), error))?;
        left.iter().for_each(|path| removal::remove_folder(path));
    }
    Ok(())
}

/// Siblings of `folder` of a kind with a numeric suffix. A folder such as `.public.old` without a
/// number belongs to the user.
fn left_by_runs(folder: &OutputFolder, kind: &str) -> io::Result<Vec<PathBuf>> {
    let prefix = folder.sibling(kind).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let is_number = |process: &str| !process.is_empty() && process.bytes().all(|b| b.is_ascii_digit());
    let entries = match fs::read_dir(folder.parent()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?.collect::<io::Result<Vec<_>>>()?,
    };
    let is_ours = |entry: &fs::DirEntry| entry.file_name().to_str().and_then(|name| name.strip_prefix(&prefix)).is_some_and(is_number);
    let folders = entries.into_iter().filter(|entry| is_ours(entry) && entry.file_type().is_ok_and(|kind| kind.is_dir()));
    Ok(folders.map(|entry| entry.path()).collect())
}

/// The old site is then at the path of the new one.
fn exchange(new: &Path, folder: &OutputFolder) -> io::Result<()> {
    match exchange_at_once(new, &folder.path) {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            exchange_in_turn(new, &folder.path, &free_name(folder, OLD))
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

/// Restores the old folder if the new one cannot be renamed into place.
fn exchange_in_turn(new: &Path, old: &Path, aside: &Path) -> io::Result<()> {
    let patience = RetryBudget::of_a_folder();
    patience.during(|| fs::rename(old, aside))?;
    if let Err(error) = patience.during(|| fs::rename(new, old)) {
        retry_budget::rename(aside, old)?;
        return Err(error);
    }
    // The new site is in place. If this rename fails, the next run removes the old site.
    let _ = retry_budget::rename(aside, new);
    Ok(())
}
