//! Files in files in files.

use std::cell::Cell;

use super::{Contents, NotInspected};

/// Most files that a file is in.
const MAX_DEPTH: usize = 3;

/// What a file shares with the files inside it.
pub(super) struct Nesting<'n> {
    /// How many files the file is in.
    pub(super) depth: usize,
    /// Bytes that may still be unpacked.
    pub(super) unpacked: &'n Cell<u64>,
    /// Reads a file by its extension, in lower case.
    pub(super) read: &'n dyn Fn(&str, &[u8], &Nesting<'_>) -> Contents,
}

impl Nesting<'_> {
    /// Reads a file inside this one, by the extension of its name.
    pub(super) fn read(&self, name: &str, bytes: &[u8]) -> Contents {
        self.read_kind(&name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase(), bytes)
    }

    /// Reads a file inside this one, by an extension in lower case.
    pub(super) fn read_kind(&self, extension: &str, bytes: &[u8]) -> Contents {
        match self.depth < MAX_DEPTH {
            true => (self.read)(extension, bytes, &Nesting { depth: self.depth + 1, ..*self }),
            false => Contents::NotInspected(NotInspected::UnpackedSize),
        }
    }
}
