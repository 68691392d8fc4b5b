//! One file of a copy.

use super::copy::{SiteCopy, Trouble};
use super::line_ends;
use crate::checksum::{self, Hashing};
use crate::output::ManifestEntry;

/// Bytes that a file may have beyond twice its size to be read to its end: it may be of a later publication.
pub(super) const SPARE: u64 = 64 << 10;

/// How a file is not as it was published.
pub(super) enum Difference {
    Bytes(Found),
    Trouble(Trouble),
}

/// A file with other bytes.
pub(super) struct Found {
    pub(super) sha256: String,
    pub(super) way: Way,
}

pub(super) enum Way {
    /// Its line ends alone are others.
    LineEnds,
    /// It is no text and has another size.
    Resized,
    Other,
}

pub(super) fn file(copy: &dyn SiteCopy, entry: &ManifestEntry) -> Result<(), Difference> {
    file_at(entry, |size, into| copy.pour(&entry.path, size, into))
}

/// Compares what is poured with a file. More than its size is taken, to see what became of it.
pub(super) fn file_at(
    entry: &ManifestEntry,
    pour: impl FnOnce(u64, &mut dyn std::io::Write) -> Result<(), Trouble>,
) -> Result<(), Difference> {
    let (sha256, size, way) = if entry.size > line_ends::LARGEST {
        let mut hashing = Hashing::default();
        pour(entry.size, &mut hashing).map_err(Difference::Trouble)?;
        let size = hashing.size();
        (hashing.finish(), size, Way::Resized)
    } else {
        let mut bytes = Vec::new();
        pour(entry.size * 2 + SPARE, &mut bytes).map_err(Difference::Trouble)?;
        let sha256 = checksum::of(&bytes);
        let way = match std::str::from_utf8(&bytes) {
            _ if sha256 != entry.sha256 && line_ends::differ(&bytes, &entry.sha256) => Way::LineEnds,
            Err(_) => Way::Resized,
            Ok(_) => Way::Other,
        };
        (sha256, bytes.len() as u64, way)
    };
    match (size == entry.size, sha256 == entry.sha256, way) {
        (true, true, _) => Ok(()),
        (true, false, Way::Resized) => Err(Difference::Bytes(Found { sha256, way: Way::Other })),
        (_, _, way) => Err(Difference::Bytes(Found { sha256, way })),
    }
}
