//! One run at a time for one folder, and one for the records of a site.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::{Error, Operation, Refusal, Result};

/// Held until dropped. The system releases it when its process dies, so a dead holder is no obstacle.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock at `path` for what is written to `folder`, or says who has it.
    pub(super) fn take(path: PathBuf, folder: &Path) -> Result<Lock> {
        let trouble = |error| Error::io(Operation::Lock, &path, error);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|error| Error::io(Operation::CreateFolder, parent, error))?;
        let mut patience = 20;
        loop {
            let mut file = open(&path).map_err(trouble)?;
            match file.try_lock() {
                Ok(()) if is_at(&file, &path).map_err(trouble)? => {
                    let mut lock = Lock { path: path.clone(), file };
                    lock.file.set_len(0).and_then(|()| write!(lock.file, "{}", std::process::id())).map_err(trouble)?;
                    return Ok(lock);
                }
                // The holder before us removed the file between our opening and locking it.
                Ok(()) => continue,
                Err(fs::TryLockError::WouldBlock) => {
                    let mut holder = String::new();
                    // Who holds it is only said for comfort; not knowing it is no further trouble.
                    let _ = file.read_to_string(&mut holder);
                    if holder.is_empty() && patience > 0 {
                        // It has just been taken, and will bear a number in a moment.
                        patience -= 1;
                        std::thread::sleep(Duration::from_millis(5));
                        continue;
                    }
                    return Err(Error::refused(Operation::Lock, folder, Refusal::Locked(holder)));
                }
                Err(fs::TryLockError::Error(error)) => return Err(trouble(error)),
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A lock file that stays is locked by nobody, and the next run takes it.
        let _ = fs::remove_file(&self.path);
    }
}

/// A link is not followed: what it points to is not ours to write.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.custom_flags(flags.bits().cast_signed());
    }
    let file = options.open(path)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file")),
    }
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

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> io::Result<bool> {
    path.try_exists()
}
