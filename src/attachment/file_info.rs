//! What the other stages learn about a file.

use std::fmt;

/// Bytes of text that are kept of a file; what comes after is not looked at.
pub const MAX_TEXT_BYTES: usize = 4 << 20;

/// What is known about a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileInfo {
    /// In bytes.
    pub size: u64,
    /// Of its bytes; `None` if it was not read.
    pub sha256: Option<[u8; 32]>,
    /// What is in it.
    pub contents: Contents,
    /// Whether it is an office document that holds programs.
    pub has_macros: bool,
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Contents {
    /// A PDF that everybody can open.
    Pdf(Pdf),
    /// A PDF that asks for a password.
    EncryptedPdf,
    /// Called `.pdf`, and none; what it looks like instead.
    NotPdf(Option<&'static str>),
    /// A PDF that cannot be read.
    DamagedPdf,
    /// A PDF of which the end is missing. Some programs show what is left.
    CutPdf,
    /// A file of another kind that nobody can open.
    Unusable(FileFault),
    /// The cells of a spreadsheet, or the lines of a text.
    Text(Vec<Passage>),
    /// Nobody looked.
    NotInspected(NotInspected),
    /// Another kind of file: a picture, a document of an office program.
    Other,
}

/// Why nobody can open a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is not what its ending says; what it looks like instead.
    Other(Option<&'static str>),
    /// Its end is missing.
    Cut,
    /// Something inside it is wrong.
    Damaged,
    /// It asks for a password.
    Locked,
}

/// Why nobody looked into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotInspected {
    /// It is above `limits.inspect`.
    FileSize,
    /// It would be too large when unpacked.
    UnpackedSize,
    /// It can be opened, but not understood here.
    Unreadable,
}

/// A PDF.
#[derive(Clone, Debug, PartialEq)]
pub struct Pdf {
    /// How many pages it has.
    pub pages: usize,
    /// Whether any page shows text that a program can search. `None` if a page could not be read.
    pub text_layer: Option<bool>,
    /// The title in its properties.
    pub title: Option<String>,
    /// Its text, page by page.
    pub text: Vec<Passage>,
}

/// A piece of text, and where it stands in its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Where.
    pub spot: TextPosition,
    /// The text. In a PDF, a tabulator stands where the writer moved along a line, a line end where
    /// he moved to another.
    pub text: String,
}

/// A place inside an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPosition {
    /// Page of a PDF, from 1.
    Page(usize),
    /// Cell of a spreadsheet, both from 0.
    Cell {
        /// Name of the sheet.
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
    /// The text of the file, as far as it could be read.
    pub fn passages(&self) -> &[Passage] {
        match self {
            Contents::Pdf(pdf) => &pdf.text,
            Contents::Text(passages) => passages,
            _ => &[],
        }
    }
}

impl fmt::Display for TextPosition {
    /// The number alone; that of a cell as spreadsheets have it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TextPosition::Page(page) => write!(f, "{page}"),
            TextPosition::Cell { sheet, row, column } => write!(f, "{sheet}!{}{}", column_letters(*column), row + 1),
            TextPosition::Line(line) => write!(f, "{line}"),
        }
    }
}

/// A, …, Z, AA, …
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
