//! File locks: one run at a time per output folder, and one for the records of a site.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::{Error, Operation, Refusal, Result};
use crate::retry_budget;

/// Released on drop, and by the operating system if the process dies.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// `None` once released; `system::release` closes it before or after the removal of the file.
    file: Option<File>,
}

impl Lock {
    /// Takes the lock at `path` for writing to `folder`; the error names the process that holds it.
    pub(super) fn take(path: PathBuf, folder: &Path) -> Result<Lock> {
        let trouble = |error| Error::io(Operation::Lock, &path, error);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|error| Error::io(Operation::CreateFolder, parent, error))?;
        let mut pauses = 20;
        loop {
            // On Windows the name of a deleted lock file is unavailable until its last reader
            // closes it.
            let held = system::hold(&path).or_else(|error| if retry_budget::is_held(&error) && pauses > 0 { Ok(None) } else { Err(error) });
            if let Some(mut file) = held.map_err(trouble)? {
                file.set_len(0).and_then(|()| write!(file, "{}", std::process::id())).map_err(trouble)?;
                return Ok(Lock { path, file: Some(file) });
            }
            let holder = holder(&path);
            if holder.is_empty() && pauses > 0 {
                // The lock was just taken and its process id is not written yet, or it was just
                // released.
                pauses -= 1;
                std::thread::sleep(Duration::from_millis(5));
                continue;
            }
            return Err(Error::refused(Operation::Lock, folder, Refusal::Locked(holder)));
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        system::release(&self.path, &mut self.file);
    }
}

/// Process id of the holder, for the message only; empty if it cannot be read.
fn holder(path: &Path) -> String {
    let mut holder = String::new();
    let _ = crate::source::open_regular(path).and_then(|file| file.take(32).read_to_string(&mut holder));
    holder
}

fn is_regular(file: File) -> io::Result<File> {
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file")),
    }
}

/// The lock file is locked with `flock` and removed by its holder.
#[cfg(not(windows))]
mod system {
    use super::{File, OpenOptions, Path, fs, io, is_regular};

    /// Opens and locks the file; `None` if another process holds the lock.
    pub(super) fn hold(path: &Path) -> io::Result<Option<File>> {
        loop {
            let file = open(path)?;
            match file.try_lock() {
                Ok(()) if is_at(&file, path)? => return Ok(Some(file)),
                // The previous holder removed the file between our open and lock.
                Ok(()) => continue,
                Err(fs::TryLockError::WouldBlock) => return Ok(None),
                Err(fs::TryLockError::Error(error)) => return Err(error),
            }
        }
    }

    pub(super) fn release(path: &Path, file: &mut Option<File>) {
        // Removed while still locked, otherwise the file of the next holder would be removed. A
        // lock file that remains is unlocked, and the next run takes it.
        let _ = fs::remove_file(path);
        *file = None;
    }

    /// Does not follow symbolic links: the target is not ours to write.
    fn open(path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
            options.custom_flags(flags.bits().cast_signed());
        }
        is_regular(options.open(path)?)
    }

    #[cfg(unix)]
    fn is_at(file: &File, path: &Path) -> io::Result<bool> {
        use std::os::unix::fs::MetadataExt;
        let locked = file.metadata()?;
        match fs::metadata(path) {
            Ok(named) => Ok(locked.ino() == named.ino() && locked.dev() == named.dev()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// No other process can open the file for writing, and the system deletes it when it is closed or
/// the process dies. A byte-range lock would prevent others from reading the process id.
#[cfg(windows)]
mod system {
    use std::os::windows::fs::OpenOptionsExt;

    use super::{File, OpenOptions, Path, io, is_regular};

    const FILE_SHARE_READ: u32 = 1;
    const FILE_FLAG_DELETE_ON_CLOSE: u32 = 0x0400_0000;
    const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;
    const ERROR_SHARING_VIOLATION: i32 = 32;

    /// Opens the file exclusively for writing; `None` if another process holds it.
    pub(super) fn hold(path: &Path) -> io::Result<Option<File>> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false).share_mode(FILE_SHARE_READ);
        options.custom_flags(FILE_FLAG_DELETE_ON_CLOSE | FILE_FLAG_OPEN_REPARSE_POINT);
        match options.open(path) {
            Ok(file) => is_regular(file).map(Some),
            Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(super) fn release(_: &Path, file: &mut Option<File>) {
        *file = None;
    }
}
