//! The one function that opens a source file.

use std::fs::File;
use std::io;
use std::path::Path;

/// Opens a regular file for reading. A link is not followed, and a pipe, socket or device is refused instead of waited for. On Windows others may write it,
/// rename it and remove it meanwhile, as everywhere else, and a file that is in the cloud only is fetched.
pub fn open_regular(path: &Path) -> io::Result<File> {
    let file = open_without_following(path)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(not_regular()),
    }
}

fn not_regular() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "not a regular file")
}

#[cfg(unix)]
fn open_without_following(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

#[cfg(windows)]
use windows::open_without_following;
#[cfg(windows)]
pub(super) use windows::{number, open_to_look};

#[cfg(windows)]
mod windows {
    use std::fs::{File, Metadata, OpenOptions};
    use std::io;
    use std::os::windows::fs::{MetadataExt, OpenOptionsExt};
    use std::path::Path;

    use winapi_util::file::{information, typ};

    use super::not_regular;

    const OPEN_REPARSE_POINT: u32 = 0x0020_0000;
    /// Without it, no folder is opened.
    const BACKUP_SEMANTICS: u32 = 0x0200_0000;

    /// Links, and all other files that a driver reads for the system: in the cloud, packed, or one for several of the same bytes.
    const BY_A_DRIVER: u32 = REPARSE_POINT | OFFLINE | RECALL_ON_OPEN | RECALL_ON_DATA_ACCESS;
    const REPARSE_POINT: u32 = 0x400;
    const OFFLINE: u32 = 0x1000;
    const RECALL_ON_OPEN: u32 = 0x0004_0000;
    const RECALL_ON_DATA_ACCESS: u32 = 0x0040_0000;

    /// Only where the driver is passed by it is certain that no link is followed; only through the driver there are bytes to read.
    pub(super) fn open_without_following(path: &Path) -> io::Result<File> {
        let passed_by = File::options().read(true).custom_flags(OPEN_REPARSE_POINT).open(path)?;
        if !typ(&passed_by)?.is_disk() {
            return Err(not_regular());
        }
        let metadata = passed_by.metadata()?;
        match is_by_a_driver(&metadata) && metadata.is_file() {
            true => open_the_same(path, &passed_by),
            false => Ok(passed_by),
        }
    }

    fn is_by_a_driver(metadata: &Metadata) -> bool {
        metadata.file_attributes() & BY_A_DRIVER != 0
    }

    /// Through the driver, if no other file has taken the name meanwhile.
    fn open_the_same(path: &Path, known: &File) -> io::Result<File> {
        let file = File::open(path)?;
        match number(&file)? == number(known)? {
            true => Ok(file),
            false => Err(not_regular()),
        }
    }

    /// By which the system knows a file on its drive, whatever its name.
    pub(in super::super) fn number(file: &File) -> io::Result<u64> {
        information(file).map(|about| about.file_index())
    }

    /// Opens whatever has this name, for what can be known without reading it. Nobody is in the way of that, and nothing is fetched.
    pub(in super::super) fn open_to_look(path: &Path) -> io::Result<File> {
        OpenOptions::new().access_mode(0).custom_flags(OPEN_REPARSE_POINT | BACKUP_SEMANTICS).open(path)
    }
}
