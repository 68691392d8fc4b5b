//! Comments, footnotes and endnotes: not part of the text, but whoever reads a table should know of them.

use std::collections::BTreeMap;

use super::super::xml::{Element, Then, Visitor};
use super::remarks::{push_break, push_shortened};

/// Most notes that are kept.
const MOST: usize = 10_000;

/// Beginnings of notes, by number.
#[derive(Debug, Default)]
pub(super) struct Notes {
    texts: BTreeMap<String, String>,
    id: Option<String>,
    text: String,
    is_in_text: bool,
}

impl Notes {
    /// Takes the note of this number out; `None` if it is not there, or was taken before.
    pub(super) fn take(&mut self, id: &str) -> Option<String> {
        self.texts.remove(id)
    }

    /// The notes that nothing has taken.
    pub(super) fn into_rest(self) -> impl Iterator<Item = String> {
        self.texts.into_values()
    }
}

impl Visitor for Notes {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            // Lines between text and notes are stored as notes.
            "comment" | "footnote" | "endnote" => {
                let is_line = !matches!(element.attribute("type").as_deref(), None | Some("normal"));
                self.id = element.attribute("id").filter(|_| !is_line).map(|id| id.into_owned());
                self.text.clear();
            }
            "t" => self.is_in_text = true,
            "p" | "br" | "cr" | "tab" => push_break(&mut self.text),
            "del" | "moveFrom" | "Fallback" | "pPr" | "rPr" => return Then::Skip,
            _ => {}
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.is_in_text = false,
            "comment" | "footnote" | "endnote" => {
                if let Some(id) = self.id.take() {
                    self.texts.insert(id, self.text.trim().to_owned());
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_in_text {
            push_shortened(&mut self.text, text);
        }
    }

    fn is_done(&self) -> bool {
        self.texts.len() >= MOST
    }
}
