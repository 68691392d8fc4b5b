//! Inspection results for the later stages.

use borsh::{BorshDeserialize, BorshSerialize};

use super::unread::{unnamed, without_name};
use super::{FileFault, NotInspected, Passage, UnreadPart};

/// Limit on the extracted text per file, in bytes; the rest is ignored.
pub const MAX_TEXT_BYTES: usize = 8 << 20;

/// Inspection result of a file.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct FileInfo {
    /// Size in bytes.
    pub(crate) size: u64,
    /// SHA-256; `None` if the file was not read.
    pub(crate) sha256: Option<[u8; 32]>,
    pub(crate) contents: Contents,
    /// True for an office document with macros.
    pub(crate) has_macros: bool,
    /// Names of the files in a ZIP file that would be refused beside it; the first few.
    pub(crate) active: Vec<String>,
    /// Name of the encoding of a text that is neither UTF-8 nor marked as UTF-16.
    #[borsh(serialize_with = "unnamed", deserialize_with = "without_name")]
    pub(crate) encoding: Option<&'static str>,
}

/// Kind and content of a file.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Contents {
    /// A PDF that opens without a password.
    Pdf(Pdf),
    /// A PDF that requires a password or certificate.
    EncryptedPdf,
    /// Named `.pdf` but not a PDF; the detected kind.
    NotPdf(#[borsh(serialize_with = "unnamed", deserialize_with = "without_name")] Option<&'static str>),
    /// A PDF that cannot be parsed.
    DamagedPdf,
    /// A truncated PDF. Some viewers show the rest.
    CutPdf,
    /// A file of another kind that cannot be opened.
    Unusable(FileFault),
    /// Rows of a spreadsheet, paragraphs of a document, or lines of a text.
    Text(Vec<Passage>),
    /// The text of a file of which some parts were not read.
    Partly {
        /// Text of the other parts.
        text: Vec<Passage>,
        /// At least one part.
        unread: Vec<UnreadPart>,
    },
    /// Not inspected.
    NotInspected(NotInspected),
    /// A picture, sound or film, or an empty file: nothing to read.
    Other,
}

/// Content of a PDF.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Pdf {
    pub(crate) pages: usize,
    /// Numbers, from 1, of the pages that show a picture and no text that can be searched.
    pub(crate) pictures: Vec<usize>,
    /// Numbers, from 1, of the pages that were not read, or only in part.
    pub(crate) unread: Vec<usize>,
    /// Embedded files that were not read, or only in part.
    pub(crate) unread_files: Vec<UnreadPart>,
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
            Contents::Text(text) | Contents::Partly { text, .. } => text,
            _ => &[],
        }
    }
}
