//! A copy in a folder. Symbolic links are not followed, and only regular files are opened.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::copy::{AccessPolicy, ExtraFiles, FileTrouble, ReadFailure, SiteCopy, drain};
use super::report::VerifyError;
use crate::base::RelPath;
use crate::retry_budget::RetryBudget;
use crate::slice::slice;
use crate::source::open_regular;

/// A folder with a list of its entries.
pub(crate) struct FolderCopy {
    root: PathBuf,
    /// Everything except folders, by path with `/`.
    names: BTreeMap<String, EntryKind>,
    /// Retries for files locked by other programs.
    patience: RetryBudget,
}

#[derive(Clone, Debug)]
enum EntryKind {
    File,
    /// A symbolic link or special file.
    Other,
    /// An unreadable folder or entry, with the error message.
    Closed(String),
}

impl FolderCopy {
    /// Lists all entries below `path`; if `path` itself is a symbolic link, it is followed.
    pub(crate) fn open(path: &Path) -> Result<FolderCopy, VerifyError> {
        let root = path.canonicalize().map_err(|error| VerifyError::Open(error.into()))?;
        if !root.is_dir() {
            return Err(VerifyError::NotAFolder);
        }
        let mut names = BTreeMap::new();
        for entry in WalkDir::new(&root).follow_links(false).min_depth(1) {
            let (path, kind) = match &entry {
                Ok(entry) if entry.file_type().is_dir() => continue,
                Ok(entry) if entry.file_type().is_file() => (entry.path(), EntryKind::File),
                Ok(entry) => (entry.path(), EntryKind::Other),
                Err(error) => (error.path().unwrap_or(&root), EntryKind::Closed(words(error))),
            };
            let relative = path.strip_prefix(&root).unwrap_or(path);
            let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            names.insert(parts.join("/"), kind);
        }
        Ok(FolderCopy { root, names, patience: RetryBudget::default() })
    }

    /// The error of an unreadable parent folder, if a missing file may be in one.
    fn closed_above(&self, path: &str) -> Option<&String> {
        let ends = path.match_indices('/').map(|(at, _)| at);
        ends.chain([0]).find_map(|end| match self.names.get(slice(path, ..end)) {
            Some(EntryKind::Closed(why)) => Some(why),
            _ => None,
        })
    }
}

/// The system's message without the path, which would be the resolved one.
fn words(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), ToString::to_string)
}

impl SiteCopy for FolderCopy {
    fn pour(&self, path: &str, size: u64, into: &mut dyn Write) -> Result<(), FileTrouble> {
        match self.names.get(path) {
            Some(EntryKind::File) => {}
            Some(EntryKind::Other) => return Err(FileTrouble::NotAFile),
            Some(EntryKind::Closed(why)) => return Err(FileTrouble::Unread(ReadFailure::System(why.clone()))),
            None => {
                return Err(self
                    .closed_above(path)
                    .map_or(FileTrouble::Missing, |why| FileTrouble::Unread(ReadFailure::System(why.clone()))));
            }
        }
        let Some(path) = RelPath::new(path) else { return Err(FileTrouble::Missing) };
        drain(self.patience.during(|| open_regular(&path.below(&self.root)))?, size, into)
    }

    fn names(&self) -> Option<Vec<String>> {
        Some(self.names.keys().filter(|name| !name.is_empty()).cloned().collect())
    }

    fn manner(&self) -> AccessPolicy {
        let at_once = std::thread::available_parallelism().map_or(1, usize::from);
        AccessPolicy { at_once, most_unread: usize::MAX, beside: ExtraFiles::Foreign }
    }
}
