//! Positions in an attachment.

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::Lang;
use crate::words::attachment as words;

/// Position in an attachment.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum TextPosition {
    /// Page of a PDF, from 1.
    Page(usize),
    /// Cell of a spreadsheet.
    Cell {
        /// Sheet name.
        sheet: Arc<str>,
        /// Row, from 0.
        row: u32,
        /// Column, from 0.
        column: u32,
    },
    /// Line of a text, from 1.
    Line(usize),
    /// Paragraph of the body, from 1.
    Paragraph(usize),
    /// Row of a table of the body, both from 1.
    TableRow {
        /// Number of the table.
        table: usize,
        /// Number of the row.
        row: usize,
    },
    /// Cell of a table of the body, all from 1.
    TableCell {
        /// Number of the table.
        table: usize,
        /// Number of the row.
        row: usize,
        /// Number of the column.
        column: usize,
    },
    /// Slide, from 1.
    Slide(usize),
    /// Part of a document that is not in its body.
    Part(DocumentPart),
    /// In a file within the file.
    Inside {
        /// Name of the inner file.
        file: Arc<str>,
        /// Position in it.
        place: Box<TextPosition>,
    },
}

/// Part of a document that is not in its body, where few people look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum DocumentPart {
    /// Header or footer.
    Header,
    /// Footnote or endnote.
    Note,
    /// Comment.
    Comment,
    /// Text box.
    TextBox,
    /// Notes of the speaker.
    SpeakerNotes,
    /// Hidden text, or a hidden sheet or slide.
    Hidden,
    /// Title, author and other properties.
    Properties,
    /// Bookmarks of a PDF.
    Bookmarks,
    /// Field of a form.
    FormField,
    /// Names of the files in an archive.
    FileNames,
    /// Text that a tracked change deleted; it is still in the file.
    Change,
}

impl TextPosition {
    /// Name of the position; that of a cell is in A1 notation.
    pub(crate) fn phrase(&self, lang: Lang) -> String {
        match self {
            TextPosition::Page(page) => words::page(lang, page),
            TextPosition::Cell { sheet, row, column } => format!("{sheet}!{}{}", column_letters(*column), row + 1),
            TextPosition::Line(line) => words::line(lang, line),
            TextPosition::Paragraph(paragraph) => words::paragraph(lang, paragraph),
            TextPosition::TableRow { table, row } => words::table_row(lang, table, row),
            TextPosition::TableCell { table, row, column } => words::table_cell(lang, table, row, column),
            TextPosition::Slide(slide) => words::slide(lang, slide),
            TextPosition::Part(part) => part.phrase(lang).to_owned(),
            TextPosition::Inside { file, place } => words::inside(lang, file, place.phrase(lang)),
        }
    }
}

impl DocumentPart {
    fn phrase(self, lang: Lang) -> &'static str {
        match self {
            DocumentPart::Header => words::header(lang),
            DocumentPart::Note => words::note(lang),
            DocumentPart::Comment => words::comment(lang),
            DocumentPart::TextBox => words::text_box(lang),
            DocumentPart::SpeakerNotes => words::speaker_notes(lang),
            DocumentPart::Hidden => words::hidden(lang),
            DocumentPart::Properties => words::properties(lang),
            DocumentPart::Bookmarks => words::bookmarks(lang),
            DocumentPart::FormField => words::form_field(lang),
            DocumentPart::FileNames => words::file_names(lang),
            DocumentPart::Change => words::change(lang),
        }
    }
}

/// Spreadsheet column name: A, …, Z, AA, …
pub(super) fn column_letters(column: u32) -> String {
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

    #[test]
    fn a_position_in_an_inner_file_names_both() {
        let place = TextPosition::Inside { file: "list.xlsx".into(), place: Box::new(TextPosition::Page(3)) };
        assert_eq!(place.phrase(Lang::English), "page 3 of list.xlsx inside");
        assert_eq!(place.phrase(Lang::Thai), "หน้า 3 ของ list.xlsx ที่อยู่ข้างใน");
    }
}
