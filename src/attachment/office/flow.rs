//! Paragraphs and tables of a document become passages.

use std::mem;
use std::sync::Arc;

use super::super::{DocumentPart, MAX_TEXT_BYTES, TextPosition};
use super::gathered::Gathered;
use crate::thai::has_no_width;

/// Where the text of a level of [`Flow`] stands.
#[derive(Clone, Debug)]
pub(super) enum FlowPlace {
    /// In the body of a text: each paragraph and table row has a number.
    Body,
    /// All at one place.
    At(TextPosition),
    /// In a sheet: each cell has a place.
    Sheet(Arc<str>),
}

impl From<DocumentPart> for FlowPlace {
    fn from(part: DocumentPart) -> Self {
        FlowPlace::At(TextPosition::Part(part))
    }
}

/// How a reader sees a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Shown,
    /// In the file, but not on the page.
    Unseen(DocumentPart),
}

/// Text of a document in reading order. Text that stands beside it (a text box, a note) is a level
/// of its own, so that it does not cut the paragraph to which it is anchored.
pub(super) struct Flow<'g> {
    pub(super) gathered: &'g mut Gathered,
    levels: Vec<Level>,
    paragraphs: usize,
    tables: usize,
}

struct Level {
    place: FlowPlace,
    /// The paragraph, or the row so far.
    text: String,
    /// Text in the same paragraph or row that is not shown.
    unseen: Vec<(DocumentPart, String)>,
    row: Option<FlowRow>,
    /// Number and rows so far of the tables that are open in this level, from 1.
    open_tables: Vec<(usize, usize)>,
}

/// A table row, cell by cell.
struct FlowRow {
    table: usize,
    /// From 1.
    row: usize,
    /// From 0.
    column: u32,
    /// Text of the open cell.
    cell: String,
    /// A paragraph of the cell has ended: whatever comes is on a new line.
    is_new_line: bool,
    /// Where cells with text begin, and their columns.
    cells: Vec<(usize, u32)>,
}

impl Level {
    fn at(place: FlowPlace) -> Self {
        Level { place, text: String::new(), unseen: Vec::new(), row: None, open_tables: Vec::new() }
    }

    fn is_full(&self) -> bool {
        self.text.len() + self.row.as_ref().map_or(0, |row| row.cell.len()) > MAX_TEXT_BYTES
    }

    fn push(&mut self, text: &str) {
        let Some(row) = &mut self.row else { return self.text.push_str(text) };
        if mem::take(&mut row.is_new_line) && !row.cell.is_empty() {
            row.cell.push('\n');
        }
        match self.place {
            FlowPlace::Sheet(_) => row.cell.push_str(&text.replace('\t', " ")),
            _ => row.cell.push_str(text),
        }
    }

    /// Ends a cell that is shown in `number` columns.
    fn end_cells(&mut self, number: usize) {
        /// Equal digits stand side by side in a form; more equal cells than that are decoration.
        const MOST_SHOWN: usize = 64;
        let is_full = self.is_full();
        let Some(row) = &mut self.row else { return };
        row.is_new_line = false;
        let cell = mem::take(&mut row.cell);
        let cell = cell.trim_matches([' ', '\u{A0}']);
        let shown = match self.place {
            // Far cells have no thousands of tabs between them: their columns are known.
            FlowPlace::Sheet(_) if cell.trim().is_empty() => 0,
            _ if is_full => 1,
            _ => number.clamp(1, MOST_SHOWN),
        };
        for column in (row.column..).take(shown) {
            row.cells.push((self.text.len(), column));
            self.text.push_str(cell);
            self.text.push('\t');
        }
        row.column = row.column.saturating_add(u32::try_from(number).unwrap_or(u32::MAX));
    }

    /// Places of the parts of a row.
    fn places(&self, row: &FlowRow) -> Vec<(usize, TextPosition)> {
        match &self.place {
            FlowPlace::Body => vec![(0, TextPosition::TableRow { table: row.table, row: row.row })],
            FlowPlace::At(position) => vec![(0, position.clone())],
            FlowPlace::Sheet(sheet) => {
                let number = u32::try_from(row.row.saturating_sub(1)).unwrap_or(u32::MAX);
                let place = |column| TextPosition::Cell { sheet: Arc::clone(sheet), row: number, column };
                row.cells.iter().map(|(at, column)| (*at, place(*column))).collect()
            }
        }
    }
}

impl<'g> Flow<'g> {
    pub(super) fn new(gathered: &'g mut Gathered, place: FlowPlace) -> Self {
        Flow { gathered, levels: vec![Level::at(place)], paragraphs: 0, tables: 0 }
    }

    /// Adds text to the paragraph.
    pub(super) fn push(&mut self, text: &str, ink: Ink) {
        let Some(level) = self.levels.last_mut() else { return };
        if level.is_full() {
            return self.gathered.stop();
        }
        match ink {
            // Places where a word may be parted, not letters.
            Ink::Shown => text.split(|c| c == '\u{ad}' || has_no_width(c)).for_each(|text| level.push(text)),
            Ink::Unseen(part) => match level.unseen.last_mut() {
                Some((last, before)) if *last == part => before.push_str(text),
                _ => level.unseen.push((part, text.to_owned())),
            },
        }
    }

    /// Ends a paragraph.
    pub(super) fn end_paragraph(&mut self) {
        let Some(level) = self.levels.last_mut() else { return };
        if let Some(row) = &mut level.row {
            row.is_new_line = true;
            return;
        }
        let position = match &level.place {
            FlowPlace::Body => {
                self.paragraphs += 1;
                TextPosition::Paragraph(self.paragraphs)
            }
            FlowPlace::At(position) => position.clone(),
            FlowPlace::Sheet(_) => TextPosition::Part(DocumentPart::TextBox),
        };
        let text = mem::take(&mut level.text);
        self.gathered.add(&text, position);
        self.end_unseen();
    }

    /// Begins text that stands beside the paragraph.
    pub(super) fn begin_beside(&mut self, place: impl Into<FlowPlace>) {
        self.levels.push(Level::at(place.into()));
    }

    /// Ends what [`begin_beside`](Flow::begin_beside) began.
    pub(super) fn end_beside(&mut self) {
        self.end_paragraph();
        if self.levels.len() > 1 {
            self.levels.pop();
        }
    }

    pub(super) fn begin_table(&mut self) {
        self.tables += 1;
        if let Some(level) = self.levels.last_mut() {
            level.open_tables.push((self.tables, 0));
        }
    }

    pub(super) fn end_table(&mut self) {
        self.levels.last_mut().and_then(|level| level.open_tables.pop());
    }

    /// Begins a row; `number` of them are alike.
    pub(super) fn begin_rows(&mut self, number: usize) {
        let Some(level) = self.levels.last_mut() else { return };
        let Some((table, rows)) = level.open_tables.last_mut() else { return };
        let row =
            FlowRow { table: *table, row: rows.saturating_add(1), column: 0, cell: String::new(), is_new_line: false, cells: Vec::new() };
        *rows = rows.saturating_add(number);
        let level = Level { row: Some(row), ..Level::at(level.place.clone()) };
        self.levels.push(level);
    }

    /// Ends a cell that is shown in `number` columns.
    pub(super) fn end_cells(&mut self, number: usize) {
        if let Some(level) = self.levels.last_mut() {
            level.end_cells(number);
        }
    }

    pub(super) fn end_row(&mut self) {
        if self.levels.last().is_none_or(|level| level.row.is_none()) {
            return;
        }
        self.end_unseen();
        let Some(mut level) = self.levels.pop() else { return };
        if let Some(row) = &level.row {
            // Of a cell that has no end.
            level.text.push_str(&row.cell);
            self.gathered.add_parts(&level.text, level.places(row));
        }
    }

    fn end_unseen(&mut self) {
        let Some(level) = self.levels.last_mut() else { return };
        for (part, text) in mem::take(&mut level.unseen) {
            self.gathered.add(&text, TextPosition::Part(part));
        }
    }
}
