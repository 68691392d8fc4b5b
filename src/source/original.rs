//! Files published unchanged. The bytes copied are those inspected, or the run fails.
//!
//! Scanners write page by page, sync clients fetch in pieces, and word processors replace files. A
//! file is accepted only if its [`Stamp`] is stable from the folder listing until the site is
//! swapped in, and every complete read yields the same bytes.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::{Stamp, open_regular};
use crate::checksum::{self, Hashing};
use crate::error::{Error, Operation, Refusal, Result};
use crate::retry_budget::RetryBudget;

/// A source file that is published unchanged.
#[derive(Clone, Debug)]
pub struct Original {
    path: PathBuf,
    /// Fingerprint at the time of the folder listing.
    listed: Option<Stamp>,
    /// Hash found by the first complete read.
    sha256: Arc<OnceLock<[u8; 32]>>,
    /// Retry budget shared by all files listed together.
    patience: Arc<RetryBudget>,
}

impl Original {
    /// `listed` is the fingerprint at the folder listing; `sha256` is shared between all handles of
    /// the file.
    pub(super) fn new(path: PathBuf, listed: Option<Stamp>, sha256: Arc<OnceLock<[u8; 32]>>, patience: Arc<RetryBudget>) -> Original {
        Original { path, listed, sha256, patience }
    }

    /// Path on disk.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Records the hash of a complete read. Later reads must yield the same hash.
    pub fn was_seen_with(&self, sha256: [u8; 32]) {
        self.sha256.get_or_init(|| sha256);
    }

    /// Reads the first bytes, at most `most`.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn begin(&self, most: u64) -> Result<Vec<u8>> {
        let size = self.listed.as_ref().map_or(0, Stamp::size).min(most);
        let read = || {
            let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
            open_regular(&self.path)?.take(most).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        self.patience.during(read).map_err(|error| Error::io(Operation::Read, &self.path, error))
    }

    /// Reads the whole file once, in chunks.
    ///
    /// # Errors
    /// The file cannot be read, `take` fails, or the file differs from an earlier read or from its
    /// fingerprint, that is, it is being changed.
    pub fn read(&self, take: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<FileSnapshot> {
        let trouble = |error| Error::io(Operation::Read, &self.path, error);
        let begun = Stamp::now();
        let mut file = self.patience.during(|| open_regular(&self.path)).map_err(|error| self.is_gone_or(error))?;
        let stamp = Stamp::of(&file).map_err(trouble)?;
        let mut hashing = Hashing::default();
        let mut buffer = vec![0; 1 << 16];
        loop {
            let count = self.patience.during(|| file.read(&mut buffer)).map_err(trouble)?;
            let chunk = buffer.get(..count).unwrap_or_default();
            if chunk.is_empty() {
                break;
            }
            hashing.update(chunk);
            take(chunk)?;
        }
        // By handle and by path: another file may have taken its place.
        let after = [Stamp::of(&file), Stamp::at(&self.path)].into_iter().collect::<io::Result<Vec<Option<Stamp>>>>();
        let after = after.map_err(|error| self.is_gone_or(error))?;
        let others: Vec<&Option<Stamp>> = self.listed.as_ref().map(|_| &self.listed).into_iter().chain(&after).collect();
        let (size, sha256) = (hashing.size(), hashing.bytes());
        let is_one_version = others.iter().all(|other| Stamp::is_one_version(other.as_ref(), stamp.as_ref()));
        if !is_one_version || stamp.as_ref().is_some_and(|stamp| stamp.size() != size) || *self.sha256.get_or_init(|| sha256) != sha256 {
            return Err(self.is_changing());
        }
        let in_doubt = others.iter().any(|other| **other != stamp) || stamp.as_ref().is_none_or(|stamp| !stamp.tells_changes_after(begun));
        Ok(FileSnapshot { original: self.clone(), stamp, size, sha256, in_doubt })
    }

    fn is_changing(&self) -> Error {
        Error::refused(Operation::Read, &self.path, Refusal::Changing)
    }

    /// A file that was listed and is now missing also counts as changing.
    fn is_gone_or(&self, error: io::Error) -> Error {
        match error.kind() {
            io::ErrorKind::NotFound => self.is_changing(),
            _ => Error::io(Operation::Read, &self.path, error),
        }
    }
}

/// Result of a complete read.
#[derive(Debug)]
pub struct FileSnapshot {
    original: Original,
    stamp: Option<Stamp>,
    size: u64,
    sha256: [u8; 32],
    /// True if the bytes may have changed without a new fingerprint.
    in_doubt: bool,
}

impl FileSnapshot {
    /// Size in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// SHA-256 of the bytes read, hexadecimal.
    pub fn sha256(&self) -> String {
        checksum::hex(&self.sha256)
    }

    /// Time since the last change of content or metadata.
    pub fn age(&self) -> Duration {
        self.stamp.as_ref().map_or(Duration::ZERO, |stamp| Stamp::now().saturating_sub(stamp.touched()))
    }

    /// Verifies that the file is unchanged. Re-reads it only if its fingerprint differs but may
    /// still belong to the same bytes. `go_on` is called before each chunk, as the file may have
    /// gigabytes.
    ///
    /// # Errors
    /// The file changed or cannot be inspected, or the error of `go_on`.
    pub fn look(&self, go_on: &dyn Fn() -> Result<()>) -> Result<()> {
        let now = Stamp::at(&self.original.path).map_err(|error| self.original.is_gone_or(error))?;
        if !Stamp::is_one_version(now.as_ref(), self.stamp.as_ref()) {
            return Err(self.original.is_changing());
        }
        if now == self.stamp { Ok(()) } else { self.read_again(go_on) }
    }

    /// Like [`FileSnapshot::look`], but also re-reads the file if the fingerprint is not
    /// conclusive.
    ///
    /// # Errors
    /// As [`FileSnapshot::look`].
    pub fn look_closely(&self, go_on: &dyn Fn() -> Result<()>) -> Result<()> {
        if self.in_doubt { self.read_again(go_on) } else { self.look(go_on) }
    }

    /// Fails unless the hash equals that of the first read.
    fn read_again(&self, go_on: &dyn Fn() -> Result<()>) -> Result<()> {
        self.original.read(&mut |_| go_on()).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File, FileTimes};

    use super::*;

    fn original(path: &Path) -> Original {
        Original::new(path.to_owned(), Stamp::at(path).unwrap(), Arc::default(), Arc::default())
    }

    fn is_changing<T>(result: Result<T>) -> bool {
        result.err().is_some_and(|error| error.to_string().contains("is being changed"))
    }

    #[test]
    fn what_changes_between_any_two_looks_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.bin");
        let change: [(&str, &dyn Fn()); 5] = [
            ("grown", &|| fs::write(&path, "abcdef").unwrap()),
            ("cut", &|| fs::write(&path, "ab").unwrap()),
            ("gone", &|| fs::remove_file(&path).unwrap()),
            ("the same size and time", &|| {
                let modified = fs::metadata(&path).unwrap().modified().unwrap();
                fs::write(&path, "ABCDE").unwrap();
                File::options().write(true).open(&path).unwrap().set_times(FileTimes::new().set_modified(modified)).unwrap();
            }),
            ("another in its place", &|| {
                // Rename, as Windows programs replace a file that is open elsewhere.
                let [new, old] = ["new.bin", "old.bin"].map(|name| folder.path().join(name));
                fs::write(&new, "ABCDE").unwrap();
                fs::rename(&path, &old).unwrap();
                fs::rename(&new, &path).unwrap();
            }),
        ];
        for (name, change) in change {
            let begin = || fs::write(&path, "abcde").unwrap();
            begin();
            // Changed between inspection and copy.
            let seen = original(&path);
            seen.was_seen_with(checksum::sha256(b"abcde"));
            change();
            assert!(seen.read(&mut |_| Ok(())).is_err(), "{name}, before");
            // Changed during the copy. Wine 8 cannot replace an open file, like Windows before
            // version 10.
            begin();
            let mut change_once = (cfg!(unix) || name != "another in its place").then_some(change);
            let is_changed = change_once.is_some();
            let read = original(&path).read(&mut |_| {
                change_once.take().into_iter().for_each(|change| change());
                Ok(())
            });
            assert_eq!(is_changing(read.and_then(|reading| reading.look_closely(&|| Ok(())))), is_changed, "{name}, meanwhile");
            // Changed afterwards.
            begin();
            let reading = original(&path).read(&mut |_| Ok(())).unwrap();
            change();
            assert!(is_changing(reading.look_closely(&|| Ok(()))), "{name}, after");
        }
    }

    #[test]
    fn who_wants_the_run_to_end_need_not_wait_until_a_file_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.bin");
        fs::write(&path, "abcde").unwrap();
        let mut reading = original(&path).read(&mut |_| Ok(())).unwrap();
        let stop = || Err(Error::interrupted(&path, 2));
        reading.in_doubt = true;
        assert!(reading.look_closely(&stop).is_err_and(|error| error.to_string().contains("signal 2")));
        // A second hard link changes the fingerprint but not the bytes. On Windows it does not
        // change the fingerprint.
        fs::hard_link(&path, folder.path().join("backup")).unwrap();
        assert_eq!(reading.look(&stop).is_err_and(|error| error.to_string().contains("signal 2")), cfg!(unix));
    }

    #[test]
    fn what_does_not_touch_the_bytes_is_no_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.bin");
        fs::write(&path, "abcde").unwrap();
        let original = original(&path);
        original.was_seen_with(checksum::sha256(b"abcde"));
        // A hard-link backup, or a marker of a sync program.
        fs::hard_link(&path, folder.path().join("backup")).unwrap();
        let reading = original.read(&mut |_| Ok(())).unwrap();
        fs::hard_link(&path, folder.path().join("another")).unwrap();
        reading.look_closely(&|| Ok(())).unwrap();
        reading.look(&|| Ok(())).unwrap();
        assert_eq!((reading.size(), reading.sha256()), (5, checksum::of(b"abcde")));
    }
}
