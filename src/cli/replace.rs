//! Atomic replacement of a file that the user named.

use std::fs::{self, File};
use std::path::Path;

use crate::retry_budget;

/// Writes to a temporary file next to `out`, syncs it and renames it to `out`. If `write` or the
/// disk fails, the old file is unchanged; `trouble` converts errors of the disk.
pub(super) fn replace<T, E>(
    out: &Path,
    trouble: impl Fn(std::io::Error) -> E,
    write: impl FnOnce(&mut File) -> Result<T, E>,
) -> Result<T, E> {
    if out.is_dir() {
        return Err(trouble(std::io::ErrorKind::IsADirectory.into()));
    }
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let new = out.with_file_name(name);
    let mut file = fs::OpenOptions::new().read(true).write(true).create_new(true).open(&new).map_err(&trouble)?;
    let written = write(&mut file).and_then(|made| file.sync_all().map_err(&trouble).map(|()| made));
    // Windows cannot rename an open file.
    drop(file);
    let written = written.and_then(|made| retry_budget::rename(&new, out).map_err(&trouble).map(|()| made));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}
