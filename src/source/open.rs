//! The one function that opens a source file.

use std::fs::File;
use std::io;
use std::path::Path;

/// Opens a regular file for reading. A link is not followed, and a pipe, socket or device is refused instead of waited for.
pub fn open_regular(path: &Path) -> io::Result<File> {
    let file = open_without_following(path)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file")),
    }
}

#[cfg(unix)]
fn open_without_following(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open_without_following(path: &Path) -> io::Result<File> {
    match std::fs::symlink_metadata(path)?.file_type().is_symlink() {
        true => Err(io::Error::new(io::ErrorKind::InvalidInput, "a link")),
        false => File::open(path),
    }
}
