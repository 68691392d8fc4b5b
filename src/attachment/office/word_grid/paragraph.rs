//! A paragraph while it is read.

use std::mem;

use super::super::raised::RaisedLetter;
use super::super::symbol_font;
use super::remarks::push_shortened;
use super::run_format::{Look, RunFormat, StyleFormats};
use super::styles::ListOf;
use crate::attachment::grid::{CellLine, RemarkKind};
use crate::thai::shows_nothing;

/// A paragraph that is open.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Name of its style.
    pub(super) style: Option<String>,
    /// What it says of its list.
    pub(super) list: ListOf,
    /// What styles say about its runs.
    pub(super) formats: StyleFormats,
    /// The look of its end.
    pub(super) end: RunFormat,
    /// Its end is deleted.
    pub(super) is_end_deleted: bool,
    lines: Vec<CellLine>,
    line: Line,
    noted: Vec<(RemarkKind, String)>,
}

/// A line that is open.
#[derive(Debug, Default)]
struct Line {
    text: String,
    /// `None` until a letter is shown.
    bold: Option<bool>,
    underlined: Option<bool>,
}

impl Paragraph {
    /// A paragraph without text.
    pub(super) fn new(formats: StyleFormats) -> Self {
        Paragraph { formats, ..Paragraph::default() }
    }

    /// Goes on with a paragraph whose end is deleted.
    pub(super) fn go_on(&mut self, before: Paragraph) {
        (self.lines, self.line, self.noted) = (before.lines, before.line, before.noted);
    }

    /// Adds text that is shown.
    pub(super) fn show(&mut self, text: &str, look: &Look) {
        for letter in text.chars().filter(|letter| *letter != '\u{AD}') {
            let font = look.symbol_font(letter);
            let code = symbol_font::code(letter);
            let sign = match (font, code) {
                (Some(font), Some(code)) => font.sign(code),
                (None, Some(_)) if symbol_font::is_private(letter) => None,
                _ => Some(letter),
            };
            if sign.is_none() {
                self.note_unknown(font.map_or("", |font| font.name()), u32::from(letter));
            }
            let sign = sign.unwrap_or(char::REPLACEMENT_CHARACTER);
            let sign = match look.raised.filter(|_| font.is_none()).map(|raised| raised.letter(sign)) {
                None => sign,
                Some(RaisedLetter::Said(sign)) => sign,
                Some(RaisedLetter::Near(near)) => {
                    self.note(RemarkKind::Raised, sign.encode_utf8(&mut [0; 4]));
                    near
                }
            };
            self.push(sign, look.is_bold(letter), look.is_underlined);
        }
    }

    /// Adds a sign as such, whatever the font is.
    pub(super) fn show_sign(&mut self, sign: char, look: &Look) {
        self.push(sign, look.is_bold(sign), look.is_underlined);
    }

    /// Notes a sign that is not known.
    pub(super) fn note_unknown(&mut self, font: &str, code: u32) {
        self.note(RemarkKind::Symbol, format!("{font} U+{code:04X} ").trim_start());
    }

    fn push(&mut self, sign: char, is_bold: bool, is_underlined: bool) {
        if !sign.is_whitespace() {
            self.line.bold = Some(self.line.bold.unwrap_or(true) && is_bold);
            self.line.underlined = Some(self.line.underlined.unwrap_or(true) && is_underlined);
        }
        self.line.text.push(sign);
    }

    /// Ends a line.
    pub(super) fn end_line(&mut self) {
        let line = mem::take(&mut self.line);
        // The first line stays for the number.
        if self.lines.is_empty() || !shows_nothing(&line.text) {
            self.lines.push(CellLine {
                number: None,
                text: if shows_nothing(&line.text) { String::new() } else { line.text },
                is_bold: line.bold == Some(true),
                is_underlined: line.underlined == Some(true),
            });
        }
    }

    /// Adds to a remark of this paragraph.
    pub(super) fn note(&mut self, kind: RemarkKind, text: &str) {
        match self.noted.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, noted)) => push_shortened(noted, text),
            None => {
                let mut noted = String::new();
                push_shortened(&mut noted, text);
                self.noted.push((kind, noted));
            }
        }
    }

    /// True if its end does not end it: nothing of it is shown.
    pub(super) fn is_unseen(&self) -> bool {
        let has_text = self.lines.iter().any(|line| !line.text.is_empty());
        !has_text && (self.is_end_deleted || Look::of(self.end, &self.formats).is_hidden)
    }

    /// Its remarks.
    pub(super) fn take_noted(&mut self) -> Vec<(RemarkKind, String)> {
        mem::take(&mut self.noted)
    }

    /// Its lines that show something, with `number` before the first.
    pub(super) fn into_lines(self, number: Option<String>) -> impl Iterator<Item = CellLine> {
        let mut number = number;
        let numbered = move |line: CellLine| CellLine { number: number.take(), ..line };
        self.lines.into_iter().map(numbered).filter(|line| line.number.is_some() || !line.text.is_empty())
    }
}
