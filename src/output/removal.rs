//! Removes folders of an old site, parts of which other programs may hold open.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

/// Removes a folder, as far as possible.
pub(super) fn remove_folder(folder: &Path) {
    let below = WalkDir::new(folder).min_depth(2).max_depth(2).into_iter().filter_map(Result::ok);
    below.filter(|entry| entry.file_type().is_dir()).par_bridge().for_each(|entry| drop(fs::remove_dir_all(entry.path())));
    if fs::remove_dir_all(folder).is_err() && cfg!(windows) {
        allow_removal(folder);
        let _ = fs::remove_dir_all(folder);
    }
}

/// Clears the read-only attribute, because Windows does not delete read-only files. Files of an old
/// site are copies: the new site has its own.
fn allow_removal(folder: &Path) {
    for entry in WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file()) {
        if let Ok(metadata) = entry.metadata()
            && metadata.permissions().readonly()
        {
            let mut permissions = metadata.permissions();
            // On Windows this clears a single attribute and grants no access.
            #[allow(clippy::permissions_set_readonly_false)]
            permissions.set_readonly(false);
            let _ = fs::set_permissions(entry.path(), permissions);
        }
    }
}

/// First file or folder below `folder` that another program holds and that therefore blocks
/// renaming; always `None` outside Windows.
pub(super) fn in_use(folder: &Path) -> Option<PathBuf> {
    let held = |entry: &DirEntry| cannot_be_moved(entry.path());
    let mut all = WalkDir::new(folder).contents_first(true).sort_by_file_name().into_iter().filter_map(Result::ok);
    if cfg!(windows) { all.find(held).map(DirEntry::into_path) } else { None }
}

/// True if the file cannot be opened with rename access.
#[cfg(windows)]
fn cannot_be_moved(path: &Path) -> bool {
    use std::os::windows::fs::OpenOptionsExt;
    /// `DELETE` access right, required for renaming.
    const DELETE: u32 = 0x0001_0000;
    /// `FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT`: opens folders too, and links
    /// themselves.
    const ITSELF: u32 = 0x0220_0000;
    const SHARING_VIOLATION: i32 = 32;
    let opened = fs::OpenOptions::new().access_mode(DELETE).custom_flags(ITSELF).open(path);
    opened.is_err_and(|error| error.raw_os_error() == Some(SHARING_VIOLATION))
}

#[cfg(not(windows))]
fn cannot_be_moved(_: &Path) -> bool {
    false
}
