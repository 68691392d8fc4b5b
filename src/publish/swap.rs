//! The one step in which the new site takes the place of the old one.

use std::fs;
use std::io;
use std::path::Path;

use super::folder::OutputFolder;
use super::staging::Staging;
use crate::error::{Error, Operation, Refusal, Result};

/// Begins the name of a folder that is being made: `.public.new-PID`.
pub(super) const NEW: &str = "new-";

/// Puts the staged folder in place; afterwards the staging holds the old site, and removes it when it is dropped.
pub(super) fn swap(staging: Staging, folder: &OutputFolder) -> Result<Staging> {
    let trouble = |error: io::Error| Error::io(Operation::Swap, &folder.path, error);
    let swapped = match folder.path.try_exists().map_err(trouble)? {
        false => fs::rename(&staging.path, &folder.path).map_err(trouble),
        true => exchange(&staging.path, &folder.path).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported => Error::refused(Operation::Swap, &folder.path, Refusal::NoExchange),
            _ => trouble(error),
        }),
    };
    swapped.map(|()| staging)
}

/// Removes folders that killed runs left behind; the lock is held, so none of them is in use.
pub(super) fn remove_leftovers(folder: &OutputFolder) -> Result<()> {
    let prefix = folder.sibling(NEW);
    let Some(prefix) = prefix.file_name().map(|name| name.to_string_lossy().into_owned()) else { return Ok(()) };
    let trouble = |error| Error::io(Operation::Read, folder.parent(), error);
    for entry in fs::read_dir(folder.parent()).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let process = name.strip_prefix(&prefix).unwrap_or_default();
        let is_ours = !process.is_empty() && process.bytes().all(|b| b.is_ascii_digit());
        if is_ours && entry.file_type().map_err(trouble)?.is_dir() {
            let path = entry.path();
            fs::remove_dir_all(&path).map_err(|error| Error::io(Operation::Remove, &path, error))?;
        }
    }
    Ok(())
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE)?)
}

/// Systems without an exchange get two renames; if the second fails, the first is undone.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    let aside = new.with_extension("old");
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}
