//! Access to a copy of a site: bytes by path.

use std::io::{self, ErrorKind, Read, Write};

use crate::base::Lang;
use crate::words;

/// A copy whose files can be read.
pub(crate) trait SiteCopy: Sync {
    /// Writes a file to `into`, at most one byte beyond `size`.
    fn pour(&self, path: &str, size: u64, into: &mut dyn Write) -> Result<(), FileTrouble>;

    /// The same for an address that ends in `/`; `None` if the copy has no addresses.
    fn open(&self, _address: &str, _size: u64, _into: &mut dyn Write) -> Option<Result<(), FileTrouble>> {
        None
    }

    /// All file names, sorted; `None` if they cannot be listed.
    fn names(&self) -> Option<Vec<String>>;

    /// Limits for reading this copy.
    fn manner(&self) -> AccessPolicy;
}

/// Limits for reading a copy.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AccessPolicy {
    /// Number of parallel reads.
    pub(crate) at_once: usize,
    /// Number of unreadable files after which the rest is skipped.
    pub(crate) most_unread: usize,
    /// Files allowed beside those of the manifest.
    pub(crate) beside: ExtraFiles,
}

/// Files allowed beside those of the manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExtraFiles {
    /// Files not created by this program, which `publish` carries over.
    Foreign,
    /// This one file, which `manifest-sha256.txt` lists.
    Only(&'static str),
}

/// Reason why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileTrouble {
    /// Does not exist.
    Missing,
    /// A configuration file of the host, which it does not serve.
    Withheld,
    /// A link, pipe or device: its target is not part of the copy.
    NotAFile,
    /// Read error; the file may exist.
    Unread(ReadFailure),
}

/// Cause of a read error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFailure {
    /// Message from the system or the network.
    System(String),
    /// Timeout.
    Slow,
    /// An unexpected status code.
    Status(u16),
    /// The server packs the file in a way that is not read, although its bytes were asked for.
    Packed(String),
    /// A redirect to another server, or more redirects than are followed.
    Elsewhere(String),
}

impl ReadFailure {
    /// Message in one language.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            ReadFailure::System(reason) => reason.clone(),
            ReadFailure::Slow => words::copy::too_slow(lang).to_owned(),
            ReadFailure::Status(status) => format!("HTTP {status}"),
            ReadFailure::Packed(coding) => words::copy::server_packs(lang, coding),
            ReadFailure::Elsewhere(to) => words::copy::server_leads_elsewhere(lang, to),
        }
    }
}

impl From<io::Error> for FileTrouble {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => FileTrouble::Missing,
            ErrorKind::TimedOut | ErrorKind::WouldBlock => FileTrouble::Unread(ReadFailure::Slow),
            _ => FileTrouble::Unread(ReadFailure::System(error.to_string())),
        }
    }
}

/// Copies at most one byte more than `size`: enough to detect excess data.
pub(super) fn drain(from: impl Read, size: u64, mut into: &mut dyn Write) -> Result<(), FileTrouble> {
    io::copy(&mut from.take(size.saturating_add(1)), &mut into)?;
    Ok(())
}

/// Reads a file of at most `most` bytes; a longer one is cut one byte after that.
pub(crate) fn read_all(copy: &dyn SiteCopy, path: &str, most: u64) -> Result<Vec<u8>, FileTrouble> {
    let mut bytes = Vec::new();
    copy.pour(path, most, &mut bytes)?;
    Ok(bytes)
}
