//! Marks among the events of the system: who sees a mark that he left has seen all that happened
//! before.
//!
//! Events come in the order of what happened, but through a thread that has to wait for its turn on
//! a busy machine. A mark is a folder that is made in a temporary place which is watched as well,
//! so that no file of the site is touched.

use std::cell::Cell;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

use notify::Event;
use tempfile::TempDir;

/// Where marks are left, until this is dropped.
pub(super) struct CookieDir {
    folder: TempDir,
    next: Cell<u64>,
}

/// One mark, known by its name: no other ever bears it.
pub(super) struct Cookie(OsString);

impl CookieDir {
    /// Hidden, so that the marks are noise to whoever keeps his temporary files within a site.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self { folder: tempfile::Builder::new().prefix(".prongsai-").tempdir()?, next: Cell::new(0) })
    }

    /// What has to be watched, by the same watcher as everything else.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn leave(&self) -> io::Result<Cookie> {
        let name = OsString::from(format!("mark-{}", self.next.replace(self.next.get() + 1)));
        let mark = self.folder.path().join(&name);
        fs::create_dir(&mark)?;
        fs::remove_dir(&mark)?;
        Ok(Cookie(name))
    }
}

impl Cookie {
    /// By its name alone: some systems name the folder by another path than we do.
    pub(super) fn is_told_by(&self, event: &Event) -> bool {
        event.paths.iter().any(|path| path.file_name() == Some(&self.0))
    }
}
