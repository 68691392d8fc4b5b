//! Inspection results for the later stages.

use super::Passage;

/// Limit on the extracted text per file, in bytes; the rest is ignored.
pub const MAX_TEXT_BYTES: usize = 4 << 20;

/// Inspection result of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileInfo {
    /// Size in bytes.
    pub(crate) size: u64,
    /// SHA-256; `None` if the file was not read.
    pub(crate) sha256: Option<[u8; 32]>,
    pub(crate) contents: Contents,
    /// True for an office document with macros.
    pub(crate) has_macros: bool,
}

/// Kind and content of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Contents {
    /// A PDF that opens without a password.
    Pdf(Pdf),
    /// A PDF that requires a password or certificate.
    EncryptedPdf,
    /// Named `.pdf` but not a PDF; the detected kind.
    NotPdf(Option<&'static str>),
    /// A PDF that cannot be parsed.
    DamagedPdf,
    /// A truncated PDF. Some viewers show the rest.
    CutPdf,
    /// A file of another kind that cannot be opened.
    Unusable(FileFault),
    /// Rows of a spreadsheet, paragraphs of a document, or lines of a text.
    Text(Vec<Passage>),
    /// Not inspected.
    NotInspected(NotInspected),
    /// A picture, sound or film, or an empty file: nothing to read.
    Other,
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

/// Content of a PDF.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pdf {
    pub(crate) pages: usize,
    /// Numbers, from 1, of the pages that show a picture and no text that can be searched.
    pub(crate) pictures: Vec<usize>,
    /// Numbers, from 1, of the pages that were not read, or only in part.
    pub(crate) unread: Vec<usize>,
    /// True for a portfolio: a cover page, and other files inside.
    pub(crate) is_portfolio: bool,
    /// Title in the document information.
    pub(crate) title: Option<String>,
    pub(crate) text: Vec<Passage>,
}

impl Contents {
    /// The extracted text; empty for other kinds.
    pub fn passages(&self) -> &[Passage] {
        match self {
            Contents::Pdf(pdf) => &pdf.text,
            Contents::Text(passages) => passages,
            _ => &[],
        }
    }
}
