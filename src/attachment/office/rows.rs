//! Cells that come one by one become passages of a row each.

use std::mem;
use std::sync::Arc;

use super::super::{DocumentPart, MAX_TEXT_BYTES, TextPosition};
use super::gathered::Gathered;

/// Cells of one sheet, row by row. The last row ends when the value is dropped.
pub(super) struct Rows<'g> {
    gathered: &'g mut Gathered,
    sheet: Arc<str>,
    row: u32,
    text: String,
    places: Vec<(usize, TextPosition)>,
}

impl<'g> Rows<'g> {
    pub(super) fn new(gathered: &'g mut Gathered, sheet: Arc<str>) -> Self {
        Rows { gathered, sheet, row: 0, text: String::new(), places: Vec::new() }
    }

    /// Adds a cell; row and column from 0. Empty cells between two are left out: their columns tell.
    pub(super) fn cell(&mut self, row: u32, column: u32, text: &str) {
        if row != self.row {
            self.end();
            self.row = row;
        }
        let text = text.trim_matches([' ', '\u{A0}']);
        if text.trim().is_empty() {
            return;
        }
        // A short row may refer many times to a long string.
        if self.text.len() > MAX_TEXT_BYTES {
            return self.gathered.stop();
        }
        if !self.text.is_empty() {
            self.text.push('\t');
        }
        self.places.push((self.text.len(), TextPosition::Cell { sheet: Arc::clone(&self.sheet), row, column }));
        self.text.push_str(&text.replace('\t', " "));
    }

    /// Adds text that is not in a cell.
    pub(super) fn beside(&mut self, text: &str, part: DocumentPart) {
        self.end();
        self.gathered.add(text, TextPosition::Part(part));
    }

    pub(super) fn is_full(&self) -> bool {
        self.gathered.is_full()
    }

    fn end(&mut self) {
        self.gathered.add_parts(&mem::take(&mut self.text), mem::take(&mut self.places));
    }
}

impl Drop for Rows<'_> {
    fn drop(&mut self) {
        self.end();
    }
}
