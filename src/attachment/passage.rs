//! Text of an attachment, with the position of each part.

use borsh::{BorshDeserialize, BorshSerialize};

use super::TextPosition;

/// Ends a line within a cell.
pub(crate) const CELL_LINE_END: char = '\u{B}';

/// A page, a row, a paragraph or a line.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Passage {
    /// The text. A tab separates cells, a line feed separates lines; where a number is wrapped in a
    /// cell, the row comes once more, with [`CELL_LINE_END`] in the number.
    pub text: String,
    /// Byte offset where each part begins, ascending from 0, with its position in the file.
    pub places: Vec<(usize, TextPosition)>,
}

impl Passage {
    /// A text that stands in one place.
    pub(crate) fn at(place: TextPosition, text: String) -> Self {
        Self { text, places: vec![(0, place)] }
    }

    /// Position of the text at a byte offset; `None` only if there are no places.
    pub(crate) fn place_of(&self, offset: usize) -> Option<&TextPosition> {
        let after = self.places.partition_point(|(start, _)| *start <= offset);
        self.places.get(after.saturating_sub(1)).map(|(_, place)| place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_by_its_offset() {
        let passage = Passage { text: "ก\tข".to_owned(), places: vec![(0, TextPosition::Line(1)), (4, TextPosition::Line(2))] };
        let lines: Vec<_> = [0, 3, 4, 6].into_iter().map(|offset| passage.place_of(offset).cloned()).collect();
        assert_eq!(lines, [1, 1, 2, 2].map(|line| Some(TextPosition::Line(line))));
    }
}
