//! Inspection results for the later stages.

use std::fmt;

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
    /// Cells of a spreadsheet, or lines of a text.
    Text(Vec<Passage>),
    /// Not inspected.
    NotInspected(NotInspected),
    /// Any other kind, such as a picture or an office document.
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
}

/// Content of a PDF.
#[derive(Clone, Debug, PartialEq)]
pub struct Pdf {
    pub(crate) pages: usize,
    /// True if any page has searchable text; `None` if undecided because a page could not be read.
    pub(crate) text_layer: Option<bool>,
    /// Title in the document information.
    pub(crate) title: Option<String>,
    pub(crate) text: Vec<Passage>,
}

/// A text passage and its position in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Position in the file.
    pub(crate) spot: TextPosition,
    /// The text. In a PDF, a tab marks a horizontal move within a line, a line feed a move to
    /// another line.
    pub(crate) text: String,
}

/// Position in an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPosition {
    /// Page of a PDF, from 1.
    Page(usize),
    /// Cell of a spreadsheet.
    Cell {
        /// Sheet name.
        sheet: String,
        /// Row, from 0.
        row: u32,
        /// Column, from 0.
        column: u32,
    },
    /// Line of a text, from 1.
    Line(usize),
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

impl fmt::Display for TextPosition {
    /// The number alone; a cell in A1 notation.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TextPosition::Page(page) => write!(f, "{page}"),
            TextPosition::Cell { sheet, row, column } => write!(f, "{sheet}!{}{}", column_letters(*column), row + 1),
            TextPosition::Line(line) => write!(f, "{line}"),
        }
    }
}

/// Spreadsheet column name: A, …, Z, AA, …
fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + (rest % 26) as u8));
        if rest < 26 {
            return letters.into_iter().rev().collect();
        }
        rest = rest / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702, 16_383].into_iter().map(column_letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }
}
