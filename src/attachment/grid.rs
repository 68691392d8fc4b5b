//! A document as tables and paragraphs, in reading order: what `import` reads.

use std::sync::Arc;

use super::TextPosition;
use crate::thai::{Date, Month};

/// What was read of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridDocument {
    /// Paragraphs and tables of the body, in reading order; of a workbook, a table per visible sheet.
    pub blocks: Vec<GridBlock>,
    /// What was left out, or may be meant otherwise.
    pub remarks: Vec<Remark>,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq)]
pub enum GridBlock {
    /// A paragraph with text.
    Paragraph(GridParagraph),
    /// A table.
    Grid(Grid),
}

/// A paragraph outside tables.
#[derive(Clone, Debug, PartialEq)]
pub struct GridParagraph {
    /// Where it stands.
    pub place: TextPosition,
    /// Its text, with an automatic number in front of it.
    pub line: CellLine,
}

/// A table. All rows have the same number of cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Name of the sheet.
    pub name: Option<String>,
    /// Its rows, without hidden ones.
    pub rows: Vec<GridRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridRow {
    /// True if the document declares it a heading that is repeated on each page.
    pub is_heading: bool,
    /// A cell for each column.
    pub cells: Vec<GridCell>,
}

/// A cell of the rectangle.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum GridCell {
    /// The row does not reach here, or the cell is left out before it.
    #[default]
    Missing,
    /// A cell, or the first of merged cells.
    Own(CellContent),
    /// Part of merged cells that begin at this row and column of the table, from 0.
    Covered {
        /// Row of the first cell.
        row: usize,
        /// Column of the first cell.
        column: usize,
    },
}

/// Content of a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellContent {
    /// Where it stands.
    pub place: TextPosition,
    /// Rows that it covers, at least 1.
    pub row_span: usize,
    /// Columns that it covers, at least 1.
    pub column_span: usize,
    /// Its text as shown, by paragraph or typed line; without lines that show nothing.
    pub lines: Vec<CellLine>,
    /// What a spreadsheet stores.
    pub value: CellValue,
    /// Its own background if it is not white, in the words of the file: only good to be compared.
    pub fill: Option<Arc<str>>,
}

/// A line of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellLine {
    /// The number or bullet that the program puts before it, as shown: `๑.`, `(ก)`, `•`. What the author
    /// typed is in the text.
    pub number: Option<String>,
    /// The text as shown. Letters of symbol fonts are the signs that they show: `✓ ✗ ☑ ☒ ☐`; unknown ones
    /// are U+FFFD, with a remark.
    pub text: String,
    /// All of it is bold.
    pub is_bold: bool,
    /// All of it is underlined.
    pub is_underlined: bool,
}

/// Value of a cell of a spreadsheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CellValue {
    /// Text, or a cell of a document.
    #[default]
    Text,
    /// A number. A percentage is stored as a fraction: 68.16 % is 0.6816.
    Number {
        /// The stored value.
        value: f64,
        /// Shown with a percent sign.
        is_percent: bool,
    },
    /// A day.
    Date(Date),
    /// A day that is shown without its day of the month.
    Month(Month),
    /// Another part of a day, a moment or a duration: no day.
    Moment,
    /// True or false.
    Boolean(bool),
}

/// What was left out, or may be meant otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Where; `None` for the whole document.
    pub place: Option<TextPosition>,
    /// What.
    pub kind: RemarkKind,
    /// The text in question, shortened to some 80 letters; empty if there is none.
    pub text: String,
}

/// Kinds of remarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// Left out: a hidden row.
    HiddenRow,
    /// Left out: a hidden column.
    HiddenColumn,
    /// Left out: a hidden sheet.
    HiddenSheet,
    /// Left out: hidden text.
    HiddenText,
    /// Taken: a tracked insertion.
    Inserted,
    /// Left out: a tracked deletion.
    Deleted,
    /// Left out: a comment.
    Comment,
    /// Left out: a text box.
    TextBox,
    /// Left out: a footnote or endnote.
    Note,
    /// Taken as lines of its cell: a table in a table.
    NestedTable,
    /// Left out: a picture, in or beside the text, which may be a scanned table.
    Picture,
    /// Left out: a line, an arrow or another shape without text. The text names its last cell, where the file does.
    Drawing,
    /// A letter of a symbol font that is not known; the text names font and code.
    Symbol,
    /// A formula without a stored result, or an error such as `#REF!`.
    Formula,
    /// A day in a Gregorian year from 2400 on: taken as a Buddhist-era year.
    BuddhistYear,
    /// A whole number that looks like a year is formatted as a day of 1905–1908: taken as the number.
    YearAsDay,
    /// The text was decoded from this encoding, which is not UTF-8.
    Encoding,
    /// Merged cells overlap: taken as single cells.
    OverlappingCells,
    /// Struck-through text was taken.
    Struck,
    /// Letters above or below the line that have no such form in text: taken in another one.
    Raised,
    /// A part could not be read.
    Unreadable,
    /// More than can be read: the rest was left out.
    TooLarge,
}

/// Why nothing was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridFault {
    /// A password is needed.
    Locked,
    /// Damaged.
    Unreadable,
    /// Of another kind than can be read.
    Format,
    /// Beyond the limits.
    Size,
}

impl Grid {
    /// The content at a row and column, also where a merged cell covers it.
    pub fn content(&self, row: usize, column: usize) -> Option<&CellContent> {
        match self.rows.get(row)?.cells.get(column)? {
            GridCell::Own(content) => Some(content),
            GridCell::Covered { row, column } => match self.rows.get(*row)?.cells.get(*column)? {
                GridCell::Own(content) => Some(content),
                _ => None,
            },
            GridCell::Missing => None,
        }
    }
}

impl CellContent {
    /// Its text with a line feed between lines.
    pub fn text(&self) -> String {
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
    }
}
