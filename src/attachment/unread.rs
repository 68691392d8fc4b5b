//! Why a file, or a part of it, was not read.

use std::io::{self, Write};
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

/// A part of a document, or a file inside, that was not read to its end.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct UnreadPart {
    /// Its name, after the names of the files around it: `a.zip/b.docx/word/footnotes.xml`.
    pub(crate) part: Arc<str>,
    pub(crate) why: WhyUnread,
}

/// Why a part was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum WhyUnread {
    /// No program can open it without more ado.
    Fault(FileFault),
    /// This program does not read it.
    NotInspected(NotInspected),
}

/// Reason why a file cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum FileFault {
    /// The content does not match the extension; the detected kind.
    Other(#[borsh(serialize_with = "unnamed", deserialize_with = "without_name")] Option<&'static str>),
    /// Truncated.
    Cut,
    /// Corrupt.
    Damaged,
    /// Password protected.
    Locked,
}

/// Reason why a file was not inspected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum NotInspected {
    /// Larger than `limits.inspect`.
    FileSize,
    /// Too large when decompressed.
    UnpackedSize,
    /// Not parseable by this program, although other programs may open it.
    Unreadable,
    /// A format that is never read.
    Format,
}

/// Refuses names that only the program knows: what is said of such a file is not stored.
pub(super) fn unnamed<W: Write>(name: &Option<&'static str>, _: &mut W) -> io::Result<()> {
    if name.is_some() { Err(io::ErrorKind::Unsupported.into()) } else { Ok(()) }
}

/// What [`unnamed`] wrote.
pub(super) fn without_name<R>(_: &mut R) -> io::Result<Option<&'static str>> {
    Ok(None)
}
