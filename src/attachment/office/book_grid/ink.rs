//! How letters of a cell are drawn, and its text on the way to lines.

use std::mem;

use super::super::raised::{Raised, RaisedLetter};
use super::super::symbol_font::SymbolFont;
use super::super::xml::Element;
use crate::attachment::grid::CellLine;
use crate::thai::shows_nothing;

/// What a font adds to its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CellInk {
    pub(super) is_bold: bool,
    pub(super) is_underlined: bool,
    pub(super) is_struck: bool,
    pub(super) raised: Option<Raised>,
    /// Set if its letters are signs.
    pub(super) symbols: Option<SymbolFont>,
}

impl CellInk {
    /// Acts on a property of a font or run of SpreadsheetML.
    pub(super) fn apply(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "b" => self.is_bold = element.is_on(),
            "u" => self.is_underlined = element.attribute("val").as_deref() != Some("none"),
            "strike" => self.is_struck = element.is_on(),
            "vertAlign" => self.raised = element.attribute("val").and_then(|word| Raised::named(&word)),
            "rFont" | "name" => self.symbols = element.attribute("val").and_then(|name| SymbolFont::named(&name)),
            _ => {}
        }
    }
}

/// Text of a cell; ended lines and the one that is open.
#[derive(Clone, Debug, Default)]
pub(super) struct CellText {
    lines: Vec<CellLine>,
    open: String,
    /// Bold and underlined as far as the open line goes; `None` before its first letter.
    ink: Option<CellInk>,
    /// Some of it is struck through.
    pub(super) is_struck: bool,
    /// Letters above or below the line that have no such form.
    pub(super) raised: String,
    /// First letter of a symbol font that is not known.
    pub(super) unknown: Option<(SymbolFont, char)>,
}

impl CellText {
    /// The text in one ink.
    pub(super) fn of(text: &str, ink: CellInk) -> Self {
        let mut cell = CellText::default();
        cell.push(text, ink);
        cell
    }

    /// Adds text; a line feed ends a line.
    pub(super) fn push(&mut self, text: &str, ink: CellInk) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.end_line();
            }
            self.push_piece(line.trim_end_matches('\r'), ink);
        }
    }

    fn push_piece(&mut self, piece: &str, ink: CellInk) {
        match ink.symbols {
            Some(font) => {
                for letter in piece.chars() {
                    let sign = font.shown(letter);
                    self.open.push(sign.unwrap_or(char::REPLACEMENT_CHARACTER));
                    if sign.is_none() && self.unknown.is_none() {
                        self.unknown = Some((font, letter));
                    }
                }
            }
            None => match ink.raised {
                Some(raised) => self.push_raised(piece, raised),
                None => self.open.push_str(piece),
            },
        }
        if shows_nothing(piece) {
            return;
        }
        self.is_struck |= ink.is_struck;
        let before = self.ink.unwrap_or(ink);
        let (is_bold, is_underlined) = (before.is_bold && ink.is_bold, before.is_underlined && ink.is_underlined);
        self.ink = Some(CellInk { is_bold, is_underlined, ..CellInk::default() });
    }

    fn push_raised(&mut self, piece: &str, raised: Raised) {
        for letter in piece.chars() {
            match raised.letter(letter) {
                RaisedLetter::Said(sign) => self.open.push(sign),
                RaisedLetter::Near(near) => {
                    self.open.push(near);
                    self.raised.push(letter);
                }
            }
        }
    }

    /// Ends the open line; one that shows nothing is dropped.
    pub(super) fn end_line(&mut self) {
        let text = mem::take(&mut self.open);
        let ink = self.ink.take().unwrap_or_default();
        if !shows_nothing(&text) {
            let (is_bold, is_underlined) = (ink.is_bold, ink.is_underlined);
            self.lines.push(CellLine { number: None, text: text.trim_end().to_owned(), is_bold, is_underlined });
        }
    }

    /// True if no line shows anything so far.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty() && shows_nothing(&self.open)
    }

    /// All lines.
    pub(super) fn into_lines(mut self) -> Vec<CellLine> {
        self.end_line();
        self.lines
    }
}
