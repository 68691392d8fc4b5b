//! Content of one output, and the durability of a run.

use crate::checksum;
use crate::error::Result;
use crate::source::Original;

/// Content of one output.
#[derive(Debug)]
pub enum Output {
    /// Generated in memory.
    Text(String),
    /// The same for a file that is no text.
    Bytes(Vec<u8>),
    /// Embedded in the binary.
    Static(&'static [u8]),
    /// A source file, copied unchanged.
    Copy(Original),
}

impl Output {
    /// SHA-256, hexadecimal. `go_on` is called before each chunk of a source file.
    ///
    /// # Errors
    /// A source file cannot be read or is being changed, or the error of `go_on`.
    pub fn sha256(&self, go_on: &dyn Fn() -> Result<()>) -> Result<String> {
        match self {
            Output::Text(text) => Ok(checksum::of(text.as_bytes())),
            Output::Bytes(bytes) => Ok(checksum::of(bytes)),
            Output::Static(bytes) => Ok(checksum::of(bytes)),
            Output::Copy(source) => Ok(source.read(&mut |_| go_on())?.sha256()),
        }
    }
}

/// Whether the site must survive a power failure right after the run (P6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// No sync: `build` can be repeated.
    Cached,
    /// Sync everything to disk before the swap: `publish`.
    OnDisk,
}
