//! A store as one file with its checksum. Without it, a wrong byte in one of four places made wrong
//! pages that nobody noticed.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use crate::{Result, sha256};

/// Written beside the old file and put in its place, so that there is always a whole one.
///
/// # Errors
/// A disk error.
pub fn write(store: &Path, bytes: &[u8]) -> Result<()> {
    let beside = store.with_extension("new");
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.write_all(&sha256(&[bytes]).0)?;
    Ok(std::fs::rename(beside, store)?)
}

/// What was written.
///
/// # Errors
/// A disk error, or other bytes than were written.
pub fn read(store: &Path) -> Result<Vec<u8>> {
    let mut bytes = std::fs::read(store)?;
    let checksum = bytes.split_off(bytes.len().saturating_sub(32));
    if sha256(&[&bytes]).0.as_slice() != checksum { Err("not the bytes that were written".into()) } else { Ok(bytes) }
}
