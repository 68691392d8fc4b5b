//! Notes on the wording of the paper: where it differs stands a mark, and the words at the foot of
//! the page, so that a cell says what the body says.

use std::collections::HashMap;

use serde::Serialize;

use super::document::DocumentView;
use crate::render::tables::{CellPart, ListItem, TableMarkup};

/// A note at the foot of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Its number, which its marks show.
    pub(crate) number: String,
    /// The words of the paper.
    pub(crate) text: String,
}

/// Numbers the notes of a page in the order in which it shows them, and leaves in their places the
/// number alone. Equal notes have one number.
pub(super) fn at_foot(document: &mut DocumentView) -> Vec<Note> {
    let mut marker = Marker::default();
    let memo = document.memo.iter_mut();
    let terms = document.about.iter_mut().flat_map(|term| &mut term.items);
    terms.chain(&mut document.zero_report).for_each(|item| marker.mark(&mut item.note));
    document.evidence.iter_mut().for_each(|file| marker.mark(&mut file.note));
    memo.flat_map(|memo| memo.items_mut()).for_each(|item| marker.mark(&mut item.note));
    let results = document.analysis.iter_mut().flat_map(|analysis| &mut analysis.result);
    results.flat_map(|term| &mut term.items).for_each(|item| marker.mark(&mut item.note));
    let tables = [&mut document.scores, &mut document.questions, &mut document.issues, &mut document.plan, &mut document.progress];
    tables.into_iter().flatten().for_each(|table| marker.table(table));
    let source = document.source.iter_mut().flat_map(|source| source.file.iter_mut().chain(&mut source.notes));
    source.for_each(|item| marker.mark(&mut item.note));
    marker.notes
}

#[derive(Default)]
struct Marker {
    notes: Vec<Note>,
    numbers: HashMap<String, String>,
}

impl Marker {
    /// Replaces a note by its number.
    fn mark(&mut self, note: &mut Option<String>) {
        if let Some(text) = note {
            self.text(text);
        }
    }

    fn text(&mut self, text: &mut String) {
        let next = (self.notes.len() + 1).to_string();
        let number = self.numbers.entry(text.clone()).or_insert(next.clone()).clone();
        let words = std::mem::replace(text, number);
        if *text == next {
            self.notes.push(Note { number: next, text: words });
        }
    }

    fn table(&mut self, table: &mut TableMarkup) {
        let cells = table.body.iter_mut().flat_map(|group| &mut group.rows).flat_map(|row| &mut row.cells);
        for part in cells.flat_map(|cell| &mut cell.parts) {
            match part {
                CellPart::Note { text } => self.text(text),
                CellPart::List { items, .. } => items.iter_mut().for_each(|ListItem { note, .. }| self.mark(note)),
                CellPart::Text { .. } | CellPart::Number { .. } | CellPart::Mark { .. } | CellPart::Heading { .. } => {}
            }
        }
    }
}
