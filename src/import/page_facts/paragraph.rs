//! Running text: paragraphs, and the rows above the heading of a table.

use super::wording::one_line;
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellLine, Grid, GridParagraph};

/// A paragraph.
#[derive(Clone, Debug)]
pub(super) struct ImportedParagraph {
    pub(super) place: TextPosition,
    /// Its text with its number.
    pub(super) text: String,
    pub(super) is_bold: bool,
    /// It went to front matter, and is no part of the body.
    pub(super) is_taken: bool,
    /// Before the first table, or after it.
    pub(super) side: Side,
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Above all tables.
    Above,
    /// After the first table.
    Below,
}

/// Letters of a line that can be a heading.
const LONGEST_HEADING: usize = 200;

impl ImportedParagraph {
    pub(super) fn of(paragraph: &GridParagraph, side: Side) -> Self {
        Self::of_line(&paragraph.line, &paragraph.place, side)
    }

    fn of_line(line: &CellLine, place: &TextPosition, side: Side) -> Self {
        let text = match line.number.as_deref() {
            Some(number) => format!("{number} {}", line.text.trim()),
            None => line.text.trim().to_owned(),
        };
        Self { place: place.clone(), text, is_bold: line.is_bold, is_taken: false, side }
    }

    /// The lines of the first rows of a table.
    pub(super) fn of_rows(grid: &Grid, rows: std::ops::Range<usize>, side: Side) -> Vec<Self> {
        let rows = grid.rows.get(rows).unwrap_or_default();
        let contents = rows.iter().flat_map(super::head::own);
        contents.flat_map(|content| content.lines.iter().map(|line| Self::of_line(line, &content.place, side))).collect()
    }

    /// It stands after a table.
    pub(super) fn is_below(&self) -> bool {
        self.side == Side::Below
    }

    /// Its text on one line.
    pub(super) fn line(&self) -> String {
        one_line(&self.text)
    }

    /// Short enough to be a heading.
    pub(super) fn is_short(&self) -> bool {
        self.text.chars().count() <= LONGEST_HEADING
    }
}
