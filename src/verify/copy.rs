//! A copy of a site: bytes by path.

use std::io::{self, ErrorKind, Read, Write};

use crate::base::Lang;
use crate::words;

/// A copy that can be asked for its files.
pub(crate) trait SiteCopy: Sync {
    /// Pours a file into `into`, no more than one byte beyond `size`.
    fn pour(&self, path: &str, size: u64, into: &mut dyn Write) -> Result<(), FileTrouble>;

    /// What is at an address that ends in `/`, poured likewise; `None` where there are no
    /// addresses.
    fn open(&self, _address: &str, _size: u64, _into: &mut dyn Write) -> Option<Result<(), FileTrouble>> {
        None
    }

    /// Every name there is, sorted; `None` where that cannot be seen.
    fn names(&self) -> Option<Vec<String>>;

    /// How it wants to be asked.
    fn manner(&self) -> AccessPolicy;
}

/// How a copy wants to be asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AccessPolicy {
    /// Files at a time.
    pub(crate) at_once: usize,
    /// After so many files that cannot be read, the rest is not asked for.
    pub(crate) most_unread: usize,
    /// What may stand beside the files of the manifest.
    pub(crate) beside: ExtraFiles,
}

/// What may stand beside the files of the manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExtraFiles {
    /// Files of other people, which `publish` carries over.
    Foreign,
    /// This one file, named in `manifest-sha256.txt`.
    Only(&'static str),
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileTrouble {
    /// It is not there.
    Missing,
    /// The host takes its settings from it, and does not give it out.
    Withheld,
    /// A link, pipe, device: what it leads to is not the copy.
    NotAFile,
    /// It may be there.
    Unread(ReadFailure),
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFailure {
    /// In the words of the system or the network.
    System(String),
    /// It did not arrive in time.
    Slow,
    /// Another status than 200 and 404.
    Status(u16),
    /// The server leads to another one.
    Elsewhere(String),
}

impl ReadFailure {
    /// In one language.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            ReadFailure::System(reason) => reason.clone(),
            ReadFailure::Slow => words::copy::too_slow(lang).to_owned(),
            ReadFailure::Status(status) => format!("HTTP {status}"),
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

/// Pours at most one byte more than `size`: enough to see that there is more.
pub(super) fn drain(from: impl Read, size: u64, mut into: &mut dyn Write) -> Result<(), FileTrouble> {
    io::copy(&mut from.take(size.saturating_add(1)), &mut into)?;
    Ok(())
}

/// All bytes of a file of at most `most`; one that is longer comes with one byte more.
pub(crate) fn read_all(copy: &dyn SiteCopy, path: &str, most: u64) -> Result<Vec<u8>, FileTrouble> {
    let mut bytes = Vec::new();
    copy.pour(path, most, &mut bytes)?;
    Ok(bytes)
}
