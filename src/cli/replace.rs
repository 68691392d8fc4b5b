//! A file that the user asked for, whole or as it was.

use std::fs::{self, File};
use std::path::Path;

use crate::retry_budget;

/// Writes beside the file and puts the new one in its place. If `write` fails, the old file is as
/// it was; so it is for `trouble` of the disk.
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
    // Windows gives no other name to a file that is open.
    drop(file);
    let written = written.and_then(|made| retry_budget::rename(&new, out).map_err(&trouble).map(|()| made));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}
