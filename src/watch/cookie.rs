//! Cookies in the event stream: once the event of a cookie is received, all earlier events have
//! been received too.
//!
//! The operating system delivers events in order, but through a thread that may be delayed on a
//! busy machine. A cookie is a folder created in a watched temporary directory, so that no file of
//! the site is touched.

use std::cell::Cell;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

use notify::Event;
use tempfile::TempDir;

/// Temporary directory for cookies; removed on drop.
pub(super) struct CookieDir {
    folder: TempDir,
    next: Cell<u64>,
}

/// A cookie, identified by its unique name.
pub(super) struct Cookie(OsString);

impl CookieDir {
    /// A hidden directory, so that cookies count as noise if the temporary directory is inside a
    /// site.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self { folder: tempfile::Builder::new().prefix(".prongsai-").tempdir()?, next: Cell::new(0) })
    }

    /// The directory to watch, with the same watcher as everything else.
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
    /// Compares the name only: some systems report the directory under another path.
    pub(super) fn is_told_by(&self, event: &Event) -> bool {
        event.paths.iter().any(|path| path.file_name() == Some(&self.0))
    }
}
