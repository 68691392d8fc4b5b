//! The pack of one page (ZIP); nothing is extracted to disk.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::copy::{AccessPolicy, ExtraFiles, FileTrouble, ReadFailure, SiteCopy, drain};
use super::pack_files::{README, is_shared};
use super::report::VerifyError;
use crate::archive::ArchiveReader;
use crate::base::CHECKSUMS;
use crate::retry_budget::RetryBudget;
use crate::source::open_regular;

/// Maximum size of the checksum file of a pack, in bytes.
const MAX_SUMS_BYTES: u64 = 16 << 20;

/// An open pack.
pub(super) struct OpenPack {
    names: Vec<String>,
    reader: Mutex<ArchiveReader<BufReader<File>>>,
}

impl OpenPack {
    pub(super) fn open(path: &Path) -> Result<OpenPack, VerifyError> {
        let file = RetryBudget::default().during(|| open_regular(path)).map_err(|error| VerifyError::Open(error.into()))?;
        let reader = ArchiveReader::new(BufReader::new(file)).map_err(|error| VerifyError::NotAnArchive(error.to_string()))?;
        let mut names = reader.names();
        names.sort_unstable();
        Ok(OpenPack { names, reader: Mutex::new(reader) })
    }

    /// The folder of the packed page: that of its topmost `index.html`.
    pub(super) fn page(&self) -> String {
        let mut sums = Vec::new();
        // A page removed from the pack is still listed there.
        let _ = self.pour(CHECKSUMS, MAX_SUMS_BYTES, &mut sums);
        let sums = String::from_utf8_lossy(&sums);
        let listed = sums.lines().filter_map(|line| line.split_once("  ")).map(|(_, path)| path);
        let names = self.names.iter().map(String::as_str).chain(listed);
        let folders = names.filter_map(|name| name.strip_suffix("/index.html"));
        let page = folders.filter(|folder| !is_shared(folder)).min_by_key(|folder| folder.len());
        page.unwrap_or_default().to_owned()
    }
}

impl SiteCopy for OpenPack {
    fn pour(&self, path: &str, size: u64, into: &mut dyn Write) -> Result<(), FileTrouble> {
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let poured = reader
            .part(path, |part| drain(part, size, into))
            .map_err(|error| FileTrouble::Unread(ReadFailure::System(error.to_string())))?;
        poured.unwrap_or(match self.names.iter().any(|name| name == path) {
            true => Err(FileTrouble::NotAFile),
            false => Err(FileTrouble::Missing),
        })
    }

    fn names(&self) -> Option<Vec<String>> {
        Some(self.names.clone())
    }

    fn manner(&self) -> AccessPolicy {
        AccessPolicy { at_once: 1, most_unread: usize::MAX, beside: ExtraFiles::Only(README) }
    }
}
