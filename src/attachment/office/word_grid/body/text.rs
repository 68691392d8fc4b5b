//! Letters of the body: what of them is shown, and how.

use std::mem;

use super::super::super::symbol_font::{self, SymbolFont};
use super::super::super::xml::Element;
use super::WordBody;
use crate::attachment::grid::RemarkKind;

impl WordBody<'_> {
    pub(super) fn take_letter(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "tab" | "ptab" => self.show("\t"),
            "br" | "cr" => self.end_line(),
            // The line of a fraction in a formula: a half is not 12.
            "den" => self.show("/"),
            "noBreakHyphen" => self.show("-"),
            "sym" => self.show_symbol(element),
            "commentReference" => {
                let text = element.attribute("id").and_then(|id| self.comments.take(&id));
                self.story.remark(RemarkKind::Comment, &text.unwrap_or_default());
            }
            "footnoteReference" | "endnoteReference" => {
                let [footnotes, endnotes] = &mut self.notes;
                let notes = if name == "footnoteReference" { footnotes } else { endnotes };
                let text = element.attribute("id").and_then(|id| notes.take(&id));
                self.story.remark(RemarkKind::Note, &text.unwrap_or_default());
            }
            "altChunk" | "subDoc" => {
                let part = element.relation().and_then(|id| self.relations.part(&id).map(str::to_owned));
                self.story.remark(RemarkKind::Unreadable, &part.unwrap_or_default());
            }
            _ => {}
        }
    }

    /// Adds text to the paragraph, or to its remarks if it is not shown.
    pub(super) fn show(&mut self, text: &str) {
        if self.fields.hide_text() && self.deletions == 0 {
            return self.fields.swallow(text);
        }
        if let Some(control) = self.boxes.last().and_then(|at| self.controls.get_mut(*at)) {
            if !mem::replace(&mut control.is_shown, true) {
                let is_checked = control.is_checked == Some(true);
                self.show_box(is_checked);
            }
            return;
        }
        if self.story.charge(text.len()).is_none() {
            return;
        }
        self.fields.note_text();
        if let Some(kind) = self.kind_left_out() {
            return self.note(kind, text);
        }
        self.note_taken(text);
        self.story.open_paragraph().show(text, &self.look);
    }

    /// Why text is left out here.
    fn kind_left_out(&self) -> Option<RemarkKind> {
        match (self.deletions, self.look.is_hidden) {
            (1.., _) => Some(RemarkKind::Deleted),
            (_, true) => Some(RemarkKind::HiddenText),
            _ => None,
        }
    }

    pub(super) fn note(&mut self, kind: RemarkKind, text: &str) {
        self.story.open_paragraph().note(kind, text);
    }

    /// Notes what is worth a remark of text that is taken.
    fn note_taken(&mut self, text: &str) {
        if self.insertions > 0 {
            self.note(RemarkKind::Inserted, text);
        }
        if self.look.is_struck {
            self.note(RemarkKind::Struck, text);
        }
    }

    /// Adds a box of a form.
    pub(super) fn show_box(&mut self, is_checked: bool) {
        self.show_sign(if is_checked { '☑' } else { '☐' });
    }

    fn show_sign(&mut self, sign: char) {
        let mut letter = [0; 4];
        let text = sign.encode_utf8(&mut letter);
        if self.story.charge(text.len()).is_none() {
            return;
        }
        if let Some(kind) = self.kind_left_out() {
            return self.note(kind, text);
        }
        self.note_taken(text);
        self.story.open_paragraph().show_sign(sign, &self.look);
    }

    /// Adds the sign of a font.
    fn show_symbol(&mut self, element: &Element<'_>) {
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(code.trim(), 16).ok());
        let Some(letter) = code.and_then(char::from_u32).filter(|letter| !letter.is_control()) else { return };
        if !self.boxes.is_empty() || self.fields.hide_text() {
            return self.show(letter.encode_utf8(&mut [0; 4]));
        }
        let name = element.attribute("font").unwrap_or_default();
        let font = SymbolFont::named(&name);
        let sign = match (font, symbol_font::code(letter)) {
            (Some(font), Some(code)) => font.sign(code),
            _ => Some(letter).filter(|letter| !symbol_font::is_private(*letter)),
        };
        if sign.is_none() && self.kind_left_out().is_none() {
            let font = font.map_or(&*name, |font| font.name());
            self.story.open_paragraph().note_unknown(font, u32::from(letter));
        }
        self.fields.note_text();
        self.show_sign(sign.unwrap_or(char::REPLACEMENT_CHARACTER));
    }

    fn end_line(&mut self) {
        if self.kind_left_out().is_some() || self.fields.hide_text() {
            return;
        }
        if self.story.charge(1).is_some() {
            self.story.open_paragraph().end_line();
        }
    }
}
