//! The bytes of one output, and how surely they are to be kept.

use crate::checksum;
use crate::error::Result;
use crate::source::Original;

/// The bytes of one output.
#[derive(Debug)]
pub enum Output {
    /// Made in memory.
    Bytes(Vec<u8>),
    /// Compiled in.
    Static(&'static [u8]),
    /// A file of the sources, copied as it is.
    Copy(Original),
}

impl Output {
    /// SHA-256 of its bytes, hexadecimal. Before each piece of a file `go_on` is asked.
    ///
    /// # Errors
    /// A source file that cannot be read, or is being changed, or that of `go_on`.
    pub fn sha256(&self, go_on: &dyn Fn() -> Result<()>) -> Result<String> {
        match self {
            Output::Bytes(bytes) => Ok(checksum::of(bytes)),
            Output::Static(bytes) => Ok(checksum::of(bytes)),
            Output::Copy(source) => Ok(source.read(&mut |_| go_on())?.sha256()),
        }
    }
}

/// Whether the site must survive a power cut right after the run (P6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// As fast as the system is: `build` can be run again.
    Cached,
    /// Everything is on the disk before the new site takes its place: `publish`.
    OnDisk,
}
