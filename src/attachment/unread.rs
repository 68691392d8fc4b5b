//! Why a file, or a part of it, was not read.

use std::sync::Arc;

/// A part of a document, or a file inside, that was not read to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadPart {
    /// Its name, after the names of the files around it: `a.zip/b.docx/word/footnotes.xml`.
    pub(crate) part: Arc<str>,
    pub(crate) why: WhyUnread,
}

/// Why a part was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyUnread {
    /// No program can open it without more ado.
    Fault(FileFault),
    /// This program does not read it.
    NotInspected(NotInspected),
}

/// Reason why a file cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// The content does not match the extension; the detected kind.
    Other(Option<&'static str>),
    /// Truncated.
    Cut,
    /// Corrupt.
    Damaged,
    /// Password protected.
    Locked,
}

/// Reason why a file was not inspected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
