//! Texts of SpreadsheetML with runs of fonts: shared ones, and those within cells.

use std::collections::BTreeMap;

use super::super::strings::{SharedStrings, unescaped};
use super::super::xml::{Element, Then, Visitor};
use super::ink::{CellInk, CellText};

/// Where a run ends in its text, and its font; `None` for that of the cell.
type RunEnd = (usize, Option<CellInk>);

/// A text that is being read. Its letters come in elements `t`, in runs `r` with properties `rPr`.
#[derive(Debug, Default)]
pub(super) struct RichText {
    text: String,
    runs: Vec<RunEnd>,
    ink: Option<CellInk>,
    /// The open `t`.
    piece: Option<String>,
    is_in_properties: bool,
}

impl RichText {
    pub(super) fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            // How a Japanese text is pronounced.
            "rPh" => return Then::Skip,
            "t" => self.piece = Some(String::new()),
            "r" => self.ink = None,
            "rPr" => (self.ink, self.is_in_properties) = (Some(CellInk::default()), true),
            _ if self.is_in_properties => {
                if let Some(ink) = &mut self.ink {
                    ink.apply(name, element);
                }
            }
            _ => {}
        }
        Then::Enter
    }

    pub(super) fn end(&mut self, name: &str) {
        match name {
            "t" => {
                let piece = self.piece.take().unwrap_or_default();
                self.text.push_str(&unescaped(&piece));
                match self.runs.last_mut() {
                    Some(last) if last.1 == self.ink => last.0 = self.text.len(),
                    _ => self.runs.push((self.text.len(), self.ink)),
                }
            }
            "r" => self.ink = None,
            "rPr" => self.is_in_properties = false,
            _ => {}
        }
    }

    pub(super) fn push(&mut self, text: &str) {
        if let Some(piece) = &mut self.piece {
            piece.push_str(text);
        }
    }

    /// The text in a cell of this font.
    pub(super) fn in_cell(&self, ink: CellInk) -> CellText {
        in_cell(&self.text, &self.runs, ink)
    }
}

fn in_cell(text: &str, runs: &[RunEnd], ink: CellInk) -> CellText {
    let mut cell = CellText::default();
    let mut begin = 0;
    for (end, run) in runs {
        cell.push(text.get(begin..*end).unwrap_or_default(), run.unwrap_or(ink));
        begin = *end;
    }
    cell.push(text.get(begin..).unwrap_or_default(), ink);
    cell
}

/// The shared texts of a workbook.
#[derive(Default)]
pub(super) struct RichStrings {
    strings: SharedStrings,
    /// Runs of the texts that have several fonts, by number.
    runs: BTreeMap<usize, Vec<RunEnd>>,
    count: usize,
    open: RichText,
}

impl RichStrings {
    /// Adds a text in pieces of one font.
    pub(super) fn add(&mut self, pieces: &[(String, Option<CellInk>)]) {
        let mut end = 0;
        let mut runs = Vec::new();
        for (piece, ink) in pieces {
            self.strings.push(piece);
            end += piece.len();
            runs.push((end, *ink));
        }
        self.end(runs);
    }

    fn end(&mut self, runs: Vec<RunEnd>) {
        self.strings.end();
        if runs.iter().any(|(_, ink)| ink.is_some()) {
            self.runs.insert(self.count, runs);
        }
        self.count += 1;
    }

    /// A text by its number in a cell of this font.
    pub(super) fn in_cell(&self, number: usize, ink: CellInk) -> CellText {
        let runs = self.runs.get(&number).map(Vec::as_slice).unwrap_or_default();
        in_cell(self.strings.get(number), runs, ink)
    }
}

impl Visitor for RichStrings {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        self.open.start(name, element)
    }

    fn end(&mut self, name: &str) {
        self.open.end(name);
        if name == "si" {
            let text = std::mem::take(&mut self.open);
            self.strings.push(&text.text);
            RichStrings::end(self, text.runs);
        }
    }

    fn text(&mut self, text: &str) {
        self.open.push(text);
    }
}
