//! Files of the content that `publish` writes: they change together with the site, or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::folder::OutputFolder;
use super::staging::sync_folder;
use crate::error::{Error, Operation, Result};
use crate::record::{HISTORY_FILE, URLS_FILE};
use crate::source::open_regular;

/// The copy of the history that every site carries, below its base.
pub const HISTORY_OF_SITE: &str = "history/history.yaml";

/// A file of the content and its new text.
#[derive(Clone, Debug)]
pub struct RecordFile {
    /// Below the root.
    pub path: &'static str,
    /// The whole text.
    pub text: String,
}

/// New versions beside the old ones, not yet in their place.
#[derive(Debug)]
pub(super) struct Records {
    waiting: Vec<(PathBuf, PathBuf)>,
}

impl Records {
    /// Writes the new versions and waits until they are on the disk.
    pub(super) fn write(root: &Path, files: Vec<RecordFile>) -> Result<Records> {
        let mut records = Records { waiting: Vec::new() };
        for file in files {
            let (new, target) = (waiting_name(root, file.path), root.join(file.path));
            records.waiting.push((new.clone(), target));
            let written = File::create(&new).and_then(|mut handle| handle.write_all(file.text.as_bytes()).and_then(|()| handle.sync_all()));
            written.map_err(|error| Error::io(Operation::Write, &new, error))?;
        }
        Ok(records)
    }

    /// Puts the new versions in place. The site is in place already: from here on the next run would finish what this one could not.
    pub(super) fn commit(mut self) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        for (new, target) in &waiting {
            fs::rename(new, target).map_err(|error| Error::io(Operation::Record, target, error))?;
        }
        for (_, target) in waiting.iter().take(1) {
            let folder = target.parent().unwrap_or(target);
            sync_folder(folder).map_err(|error| Error::io(Operation::Write, folder, error))?;
        }
        Ok(())
    }
}

impl Drop for Records {
    fn drop(&mut self) {
        // Not committed: the site is the old one. What cannot be removed now is dropped by the next run.
        for (new, _) in &self.waiting {
            let _ = fs::remove_file(new);
        }
    }
}

/// Finishes the records of a run that was killed after its site took its place, and drops those of one that was killed before.
pub(super) fn settle(root: &Path, folder: &OutputFolder) -> Result<()> {
    let history = waiting_name(root, HISTORY_FILE);
    let of_site = HISTORY_OF_SITE.split('/').fold(folder.path.clone(), |path, part| path.join(part));
    let waiting = read(&history)?;
    let is_in_place = waiting.is_some() && waiting == read(&of_site)?;
    // The history decides, so it goes last.
    for path in [URLS_FILE, HISTORY_FILE] {
        let (new, target) = (waiting_name(root, path), root.join(path));
        if !new.try_exists().map_err(|error| Error::io(Operation::Read, &new, error))? {
            continue;
        }
        let settled = if is_in_place { fs::rename(&new, &target) } else { fs::remove_file(&new) };
        settled.map_err(|error| Error::io(Operation::Write, &target, error))?;
    }
    Ok(())
}

/// `content/.history.yaml.new`: no dot file is ever published.
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
