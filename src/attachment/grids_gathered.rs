//! A document of tables on its way to the result, under limits for cells, text and remarks.

use super::{MAX_TEXT_BYTES, TextPosition};
use crate::attachment::grid::{Grid, GridBlock, GridDocument, Remark, RemarkKind};

/// Most cells of a document.
const MAX_CELLS: usize = 400_000;
/// Most cells of a table.
const MAX_TABLE_CELLS: usize = 200_000;
/// Most remarks.
const MAX_REMARKS: usize = 2000;
/// Most letters of the text in a remark.
const MAX_REMARK: usize = 80;

/// Tables and remarks so far, and what may still be added.
pub(super) struct GatheredGrids {
    document: GridDocument,
    cells_left: usize,
    text_left: usize,
}

impl Default for GatheredGrids {
    fn default() -> Self {
        Self::new()
    }
}

impl GatheredGrids {
    pub(super) fn new() -> Self {
        GatheredGrids { document: GridDocument::default(), cells_left: MAX_CELLS, text_left: MAX_TEXT_BYTES }
    }

    /// Adds a remark, with its text in one line and shortened.
    pub(super) fn remark(&mut self, place: Option<TextPosition>, kind: RemarkKind, text: &str) {
        match self.document.remarks.len() {
            0..MAX_REMARKS => {
                let text = shortened(text);
                self.document.remarks.push(Remark { place, kind, text });
            }
            MAX_REMARKS => self.document.remarks.push(Remark { place: None, kind: RemarkKind::TooLarge, text: String::new() }),
            _ => {}
        }
    }

    /// Cells that the next table may have.
    pub(super) fn most_cells(&self) -> usize {
        self.cells_left.min(MAX_TABLE_CELLS)
    }

    /// Takes up the room of a text; false if there is none.
    pub(super) fn takes(&mut self, bytes: usize) -> bool {
        let left = self.text_left.checked_sub(bytes);
        self.text_left = left.unwrap_or(0);
        left.is_some()
    }

    /// Adds a table.
    pub(super) fn add(&mut self, grid: Grid) {
        let cells = grid.rows.iter().map(|row| row.cells.len()).sum();
        self.cells_left = self.cells_left.saturating_sub(cells);
        self.document.blocks.push(GridBlock::Grid(grid));
    }

    /// Adds another block.
    pub(super) fn add_block(&mut self, block: GridBlock) {
        self.document.blocks.push(block);
    }

    /// The result.
    pub(super) fn into_document(self) -> GridDocument {
        self.document
    }
}

fn shortened(text: &str) -> String {
    let mut letters = text.trim().chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    let mut short: String = letters.by_ref().take(MAX_REMARK).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}
