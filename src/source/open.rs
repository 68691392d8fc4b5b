//! The only function that opens a source file.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Opens a regular file for reading. Does not follow symbolic links; refuses pipes, sockets and
/// devices instead of blocking on them. On Windows, other programs may write, rename and delete the
/// file meanwhile, as on other systems, and a cloud-only file is fetched.
pub fn open_regular(path: &Path) -> io::Result<File> {
    open_without_following(path)
}

fn regular(file: File) -> io::Result<File> {
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(not_regular()),
    }
}

/// The bytes of a regular file that no person chose by name, such as one of a cache.
pub fn read_regular(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_regular(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn not_regular() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "not a regular file")
}

#[cfg(unix)]
fn open_without_following(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    regular(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

/// Device and inode of a folder; `None` if there is no folder at `path`.
#[cfg(unix)]
pub(crate) fn folder_number(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    path.metadata().ok().filter(std::fs::Metadata::is_dir).map(|metadata| (metadata.dev(), metadata.ino()))
}

#[cfg(windows)]
pub(crate) use windows::folder_number;
#[cfg(windows)]
use windows::open_without_following;
#[cfg(windows)]
pub(super) use windows::{file_information, open_to_look};

#[cfg(windows)]
mod windows {
    use std::fs::{File, Metadata};
    use std::io;
    use std::os::windows::fs::OpenOptionsExt;
    use std::path::Path;

    use winapi_util::file::{Information, information, typ};

    use super::{not_regular, regular};

    const OPEN_REPARSE_POINT: u32 = 0x0020_0000;
    /// Required to open a folder.
    const BACKUP_SEMANTICS: u32 = 0x0200_0000;

    /// Symbolic links, and files served by a filter driver: cloud-only, compressed or deduplicated.
    const BY_A_DRIVER: u64 = REPARSE_POINT | OFFLINE | RECALL_ON_OPEN | RECALL_ON_DATA_ACCESS;
    const DIRECTORY: u64 = 0x10;
    const REPARSE_POINT: u64 = 0x400;
    const OFFLINE: u64 = 0x1000;
    const RECALL_ON_OPEN: u64 = 0x0004_0000;
    const RECALL_ON_DATA_ACCESS: u64 = 0x0040_0000;

    /// Only an open that bypasses reparse points is guaranteed not to follow a link; only an open
    /// through the driver has content.
    pub(super) fn open_without_following(path: &Path) -> io::Result<File> {
        let passed_by = File::options().read(true).custom_flags(OPEN_REPARSE_POINT).open(path)?;
        if !typ(&passed_by)?.is_disk() {
            return Err(not_regular());
        }
        let about = file_information(&passed_by)?.ok_or_else(not_regular)?;
        match about.file_attributes() & BY_A_DRIVER {
            0 => Ok(passed_by),
            _ => open_the_same(path, &passed_by).and_then(regular),
        }
    }

    /// Size, times, index and attributes of a regular file in one call, which on a network drive is
    /// a round trip; `None` if it is not regular.
    pub(in super::super) fn file_information(file: &File) -> io::Result<Option<Information>> {
        let about = information(file)?;
        let is_regular = match about.file_attributes() & (DIRECTORY | REPARSE_POINT) {
            0 => true,
            // A link, or a file of a driver.
            REPARSE_POINT => file.metadata()?.is_file(),
            _ => false,
        };
        Ok(is_regular.then_some(about))
    }

    /// Opens through the driver; fails if another file has taken the name meanwhile.
    fn open_the_same(path: &Path, known: &File) -> io::Result<File> {
        let file = File::open(path)?;
        match drive_and_number(&file)? == drive_and_number(known)? {
            true => Ok(file),
            false => Err(not_regular()),
        }
    }

    fn drive_and_number(file: &File) -> io::Result<(u64, u64)> {
        information(file).map(|about| (about.volume_serial_number(), about.file_index()))
    }

    /// Volume serial number and file index. The creation time is unsuitable: Windows gives a new
    /// folder that of a folder which had its name a moment ago.
    pub(crate) fn folder_number(path: &Path) -> Option<(u64, u64)> {
        let folder = File::options().access_mode(0).custom_flags(BACKUP_SEMANTICS).open(path).ok()?;
        folder.metadata().ok().filter(Metadata::is_dir)?;
        drive_and_number(&folder).ok()
    }

    /// Opens any file or folder for metadata only. Never conflicts with other programs and never
    /// fetches cloud content.
    pub(in super::super) fn open_to_look(path: &Path) -> io::Result<File> {
        File::options().access_mode(0).custom_flags(OPEN_REPARSE_POINT | BACKUP_SEMANTICS).open(path)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};

    use super::*;
    use crate::base::RelPath;
    use crate::source::Stamp;

    fn text_of(mut file: File) -> String {
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn others_write_rename_and_remove_what_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let [path, other] = ["a.md", "b.md"].map(|name| folder.path().join(name));
        fs::write(&path, "ก").unwrap();
        let file = open_regular(&path).unwrap();
        File::options().append(true).open(&path).unwrap().write_all("ข".as_bytes()).unwrap();
        fs::rename(&path, &other).unwrap();
        fs::remove_file(&other).unwrap();
        assert_eq!(text_of(file), "กข");
    }

    #[test]
    fn only_regular_files_are_opened() {
        let folder = tempfile::tempdir().unwrap();
        assert!(open_regular(folder.path()).is_err());
        assert!(open_regular(&folder.path().join("no.md")).is_err_and(|error| error.kind() == io::ErrorKind::NotFound));
        assert!(open_regular(Path::new(if cfg!(windows) { "nul" } else { "/dev/null" })).is_err());
        #[cfg(unix)]
        {
            fs::write(folder.path().join("a.md"), "").unwrap();
            std::os::unix::fs::symlink("a.md", folder.path().join("link.md")).unwrap();
            assert!(open_regular(&folder.path().join("link.md")).is_err());
        }
    }

    #[test]
    fn a_name_of_another_system_is_that_of_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let exact = folder.path().canonicalize().unwrap();
        fs::write(folder.path().join("a"), "a").unwrap();
        for name in ["aux.pdf", "nul.md", "a.", "a "] {
            fs::write(exact.join(name), name).unwrap();
            let path = RelPath::new(name).unwrap().below(folder.path());
            assert_eq!(text_of(open_regular(&path).unwrap()), name);
            assert_eq!(Stamp::at(&path).unwrap(), Stamp::of(&open_regular(&path).unwrap()).unwrap(), "{name}");
        }
    }

    #[test]
    fn another_folder_of_the_same_name_has_another_number() {
        let folder = tempfile::tempdir().unwrap();
        let [path, other] = ["content", "old"].map(|name| folder.path().join(name));
        fs::create_dir(&path).unwrap();
        let first = folder_number(&path);
        fs::rename(&path, &other).unwrap();
        assert_eq!((folder_number(&path), folder_number(&other)), (None, first));
        fs::create_dir(&path).unwrap();
        assert!(first.is_some() && folder_number(&path) != first);
    }
}

#[cfg(all(test, windows))]
mod tests_of_windows {
    use std::fs;
    use std::os::windows::fs::OpenOptionsExt;
    use std::thread;
    use std::time::Duration;

    use super::*;
    use crate::source::{SourceTree, StorageMode};

    #[test]
    fn a_file_that_is_held_for_a_moment_is_read() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("content").join("site.yaml");
        fs::create_dir(root.path().join("content")).unwrap();
        fs::write(&path, "ก").unwrap();
        let alone = File::options().read(true).share_mode(0).open(&path).unwrap();
        assert!(open_regular(&path).is_err_and(|error| error.raw_os_error() == Some(32)));
        let holder = thread::spawn(move || {
            thread::sleep(Duration::from_millis(300));
            drop(alone);
        });
        assert!(SourceTree::read(root.path(), StorageMode::Ready).unwrap().text("content/site.yaml").is_some());
        holder.join().unwrap();
        let _alone = File::options().read(true).share_mode(0).open(&path).unwrap();
        let trouble = SourceTree::read(root.path(), StorageMode::Ready).unwrap_err();
        assert!(trouble.to_string().contains("site.yaml"));
    }
}
