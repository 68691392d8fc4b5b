//! Atomic replacement of a file that the user named.

use std::fs::{self, File};
use std::path::Path;

use crate::base::SITE_FILE;
use crate::error::{Error, Operation, Refusal, Result as CheckedResult};
use crate::retry_budget;

/// Refuses a file in `content/` or `themes/` of a site: an officer who types `--out PAGE` for "check
/// this page" would lose the page.
///
/// # Errors
/// [`Refusal::OutputAmongSources`].
pub(super) fn outside_sources(out: &Path) -> CheckedResult<()> {
    let absolute = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    let folder = absolute.parent().unwrap_or(&absolute);
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let is_source = |folder: &Path| {
        let name = folder.file_name().unwrap_or_default().to_ascii_lowercase();
        (name == "content" || name == "themes") && folder.parent().is_some_and(|root| root.join(SITE_FILE).exists())
    };
    match folder.ancestors().any(is_source) {
        true => Err(Error::refused(Operation::Write, out, Refusal::OutputAmongSources)),
        false => Ok(()),
    }
}

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
