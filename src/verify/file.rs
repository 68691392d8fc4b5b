//! Compares one file of a copy.

use super::copy::{FileTrouble, SiteCopy};
use super::line_ends;
use crate::checksum::{self, Hashing};
use crate::output::ManifestEntry;

/// Bytes beyond twice its listed size up to which a file is read: it may be of a later publication.
pub(super) const SPARE: u64 = 64 << 10;

/// Difference between a file and the manifest.
pub(super) enum FileDifference {
    Bytes(ChangedFile),
    Trouble(FileTrouble),
}

/// A file with different content.
pub(super) struct ChangedFile {
    pub(super) sha256: String,
    pub(super) way: ChangeKind,
}

pub(super) enum ChangeKind {
    /// Only the line ends differ.
    LineEnds,
    /// Binary, with another size.
    Resized,
    Other,
}

pub(super) fn file(copy: &dyn SiteCopy, entry: &ManifestEntry) -> Result<(), FileDifference> {
    file_at(entry, |size, into| copy.pour(&entry.path, size, into))
}

/// Compares what `pour` writes with a manifest entry. More than the listed size is read, to
/// classify the change.
pub(super) fn file_at(
    entry: &ManifestEntry,
    pour: impl FnOnce(u64, &mut dyn std::io::Write) -> Result<(), FileTrouble>,
) -> Result<(), FileDifference> {
    let (sha256, size, way) = if entry.size > line_ends::MAX_BYTES {
        let mut hashing = Hashing::default();
        pour(entry.size, &mut hashing).map_err(FileDifference::Trouble)?;
        let size = hashing.size();
        (hashing.finish(), size, ChangeKind::Resized)
    } else {
        let mut bytes = Vec::new();
        pour(entry.size * 2 + SPARE, &mut bytes).map_err(FileDifference::Trouble)?;
        let sha256 = checksum::of(&bytes);
        let way = match std::str::from_utf8(&bytes) {
            _ if sha256 != entry.sha256 && line_ends::differ(&bytes, &entry.sha256) => ChangeKind::LineEnds,
            Err(_) => ChangeKind::Resized,
            Ok(_) => ChangeKind::Other,
        };
        (sha256, bytes.len() as u64, way)
    };
    match (size == entry.size, sha256 == entry.sha256, way) {
        (true, true, _) => Ok(()),
        (true, false, ChangeKind::Resized) => Err(FileDifference::Bytes(ChangedFile { sha256, way: ChangeKind::Other })),
        (_, _, way) => Err(FileDifference::Bytes(ChangedFile { sha256, way })),
    }
}
