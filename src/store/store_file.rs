//! The file of a store: a line that says whose it is, then parts with their length and checksum.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::retry_budget;
use crate::source::read_regular;

/// Larger files are neither read nor written.
const MAX_BYTES: u64 = 1 << 30;

/// The file of one site.
#[derive(Clone, Debug)]
pub(super) struct StoreFile {
    path: PathBuf,
    /// First line.
    head: String,
}

impl StoreFile {
    pub(super) fn new(path: PathBuf, program: &str) -> Self {
        Self { path, head: format!("prongsai {program}\n") }
    }

    /// What `reading` makes of the parts; `None` if there is no file, or it is damaged or of another
    /// program.
    pub(super) fn read<T>(&self, reading: impl FnOnce(&[&[u8]]) -> Option<T>) -> Option<T> {
        fs::symlink_metadata(&self.path).ok().filter(|metadata| metadata.len() <= MAX_BYTES)?;
        let bytes = read_regular(&self.path).ok()?;
        let mut rest = bytes.strip_prefix(self.head.as_bytes())?;
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let (length, after) = rest.split_first_chunk()?;
            let (sum, after) = after.split_first_chunk()?;
            let (part, after) = after.split_at_checked(u32::from_le_bytes(*length).try_into().ok()?)?;
            (crc32fast::hash(part) == u32::from_le_bytes(*sum)).then(|| parts.push(part))?;
            rest = after;
        }
        reading(&parts)
    }

    /// Replaces the file.
    pub(super) fn write(&self, parts: impl Iterator<Item = io::Result<Vec<u8>>>) -> io::Result<()> {
        fs::create_dir_all(self.path.parent().unwrap_or(&self.path))?;
        let beside = self.path.with_extension(format!("store-{}", std::process::id()));
        let written = self.write_to(private(&beside)?, parts).and_then(|()| retry_budget::rename(&beside, &self.path));
        written.inspect_err(|_| drop(fs::remove_file(&beside)))
    }

    fn write_to(&self, file: File, parts: impl Iterator<Item = io::Result<Vec<u8>>>) -> io::Result<()> {
        let mut writer = BufWriter::new(file);
        let mut size = 0;
        writer.write_all(self.head.as_bytes())?;
        for part in parts {
            let part = part?;
            let length = u32::try_from(part.len()).map_err(io::Error::other)?;
            size += u64::from(length);
            if size > MAX_BYTES {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            writer.write_all(&length.to_le_bytes())?;
            writer.write_all(&crc32fast::hash(&part).to_le_bytes())?;
            writer.write_all(&part)?;
        }
        writer.flush()
    }
}

/// A new file that only its owner may read: drafts are among the texts.
fn private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
