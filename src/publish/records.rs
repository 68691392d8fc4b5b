//! Files of the content that `publish` writes: they change together with the site, or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::folder::OutputFolder;
use super::staging::sync_folder;
use crate::error::{Error, Operation, Result};
use crate::record::{HISTORY_FILE, URLS_FILE};
use crate::source::{RelPath, open_regular};

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
        let mut waiting = Vec::new();
        for file in files {
            let (new, target) = (waiting_name(root, file.path), root.join(file.path));
            let written = File::create(&new).and_then(|mut handle| handle.write_all(file.text.as_bytes()).and_then(|()| handle.sync_all()));
            written.map_err(|error| Error::io(Operation::Write, &new, error))?;
            waiting.push((new, target));
        }
        Ok(Records { waiting })
    }

    /// Puts the new versions in place. The site is in place already: from here on the next run would finish what this one could not.
    pub(super) fn commit(self) -> Result<()> {
        for (new, target) in &self.waiting {
            fs::rename(new, target).map_err(|error| Error::io(Operation::Write, target, error))?;
        }
        for (_, target) in self.waiting.iter().take(1) {
            let folder = target.parent().unwrap_or(target);
            sync_folder(folder).map_err(|error| Error::io(Operation::Write, folder, error))?;
        }
        Ok(())
    }
}

/// Finishes the records of a run that was killed after its site took its place, and drops those of one that was killed before.
pub(super) fn settle(root: &Path, folder: &OutputFolder) -> Result<()> {
    let history = waiting_name(root, HISTORY_FILE);
    let of_site = RelPath::new(HISTORY_OF_SITE).and_then(|path| read(&path.below(&folder.path)));
    let is_in_place = of_site.is_some() && of_site == read(&history);
    // The history decides, so it goes last.
    for path in [URLS_FILE, HISTORY_FILE] {
        let (new, target) = (waiting_name(root, path), root.join(path));
        if !new.exists() {
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

fn read(path: &Path) -> Option<Vec<u8>> {
    use std::io::Read;
    const LARGEST: u64 = 64 << 20;
    let mut bytes = Vec::new();
    open_regular(path).ok()?.take(LARGEST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
