//! Paragraphs, tables and sheets of OpenDocument XML. Texts, sheets and slides share their elements.

use std::collections::BTreeSet;

use super::super::{DocumentPart, TextPosition};
use super::flow::{Flow, FlowPlace, Ink};
use super::gathered::Gathered;
use super::number_format::copied;
use super::sheet::written_out;
use super::xml::{Element, Then, Visitor};

/// Elements without text that a person reads: who changed a text, number marks of notes, pictures.
const SKIPPED: [&str; 3] = ["change-info", "note-citation", "binary-data"];

/// Names with a prefix that are like those of fields: authors and days of notes.
const SKIPPED_WITH_PREFIX: [&str; 3] = ["dc:creator", "dc:date", "meta:creator-initials"];

/// Words for who does not see a picture.
const ALTERNATIVES: [&str; 2] = ["svg:desc", "svg:title"];

/// Shapes with text of their own.
const SHAPES: [&str; 11] =
    ["text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "line", "polyline", "connector", "caption"];

/// What a part holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The body: its sheets and slides have places.
    Body,
    /// The body of a workbook.
    Sheets,
    /// Text at one place.
    Beside,
}

/// An open cell.
struct OpenTextCell {
    /// Number of columns with this cell.
    columns: usize,
    /// The value, which not every program also writes as text.
    value: Option<String>,
    shows_digits: bool,
    /// Value of [`OpenText::beside`] outside a note in the cell.
    depth: usize,
}

/// Reads a part.
pub(super) struct OpenText<'g> {
    flow: Flow<'g>,
    kind: Kind,
    slides: usize,
    /// Open paragraphs; what stands outside them is the layout of the XML.
    paragraphs: usize,
    /// The last letter was a space: the next one is none.
    is_after_space: bool,
    /// The open cells, from the outermost.
    cells: Vec<OpenTextCell>,
    /// Number of open texts beside others.
    beside: usize,
    /// Names of styles whose text is not shown.
    hidden_styles: BTreeSet<String>,
    style: String,
    /// For each open `span`, whether it is hidden.
    spans: Vec<bool>,
    /// In words for who does not see a picture.
    is_in_alternative: bool,
}

impl<'g> OpenText<'g> {
    pub(super) fn new(gathered: &'g mut Gathered, place: FlowPlace, kind: Kind) -> Self {
        OpenText {
            flow: Flow::new(gathered, place),
            kind,
            slides: 0,
            paragraphs: 0,
            is_after_space: true,
            cells: Vec::new(),
            beside: 0,
            hidden_styles: BTreeSet::new(),
            style: String::new(),
            spans: Vec::new(),
            is_in_alternative: false,
        }
    }

    fn push(&mut self, text: &str) {
        let ink = if self.spans.contains(&true) { Ink::Unseen(DocumentPart::Hidden) } else { Ink::Shown };
        self.flow.push(text, ink);
        self.is_after_space = false;
        if let Some(cell) = self.cells.last_mut().filter(|cell| cell.depth == self.beside) {
            cell.shows_digits |= !text.contains("E+") && text.contains(|c: char| c.is_numeric());
        }
    }

    fn begin_cell(&mut self, element: &Element<'_>) {
        let columns = element.number("number-columns-repeated").unwrap_or(1);
        let value = ["value", "string-value"].into_iter().find_map(|name| element.attribute(name));
        self.cells.push(OpenTextCell { columns, value: value.map(|value| value.into_owned()), shows_digits: false, depth: self.beside });
    }

    /// Ends a cell. Digits in its value that are not in its text are in the file all the same.
    fn end_cell(&mut self) {
        let Some(cell) = self.cells.pop() else { return self.flow.end_cells(1) };
        if let Some(value) = cell.value.filter(|_| !cell.shows_digits) {
            let value = copied(&value);
            self.flow.end_paragraph();
            self.push(&value);
        }
        self.flow.end_cells(cell.columns);
    }

    fn begin_beside(&mut self, place: impl Into<FlowPlace>) {
        self.flow.begin_beside(place);
        self.beside += 1;
        self.is_after_space = true;
    }

    /// Begins a table, in the body of a workbook a sheet.
    fn begin_table(&mut self, element: &Element<'_>) {
        if self.is_in_sheets() && self.cells.is_empty() {
            let name = element.attribute("name").unwrap_or_default().into_owned();
            self.flow.gathered.add(&name, TextPosition::Part(DocumentPart::Properties));
            self.flow.begin_beside(FlowPlace::Sheet(name.into()));
        }
        self.flow.begin_table();
    }

    fn end_table(&mut self) {
        self.flow.end_table();
        if self.is_in_sheets() && self.cells.is_empty() {
            self.flow.end_beside();
        }
    }

    fn is_in_sheets(&self) -> bool {
        self.kind == Kind::Sheets
    }

    /// Elements within a paragraph.
    fn start_letter(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "s" => {
                /// More than that is a drawing with letters.
                const MOST: usize = 100;
                let count = element.number("c").unwrap_or(1).min(MOST);
                self.push(&" ".repeat(count));
            }
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            "span" => self.spans.push(element.attribute("style-name").is_some_and(|style| self.hidden_styles.contains(&*style))),
            "hidden-text" | "hidden-paragraph" => {
                let text = element.attribute("string-value").unwrap_or_default().into_owned();
                self.flow.push(&text, Ink::Unseen(DocumentPart::Hidden));
            }
            _ => {}
        }
    }

    /// Elements around paragraphs that have a place of their own.
    fn start_place(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "page" if self.kind == Kind::Body => {
                self.slides += 1;
                let place = FlowPlace::At(TextPosition::Slide(self.slides));
                self.begin_beside(place);
            }
            "annotation" => self.begin_beside(DocumentPart::Comment),
            "note" => self.begin_beside(DocumentPart::Note),
            "notes" => self.begin_beside(DocumentPart::SpeakerNotes),
            "tracked-changes" => self.begin_beside(DocumentPart::Change),
            "header-decl" | "footer-decl" => self.begin_beside(DocumentPart::Header),
            "spreadsheet" if self.kind == Kind::Body => self.kind = Kind::Sheets,
            // What is said to those who fill in a cell, and the values that it takes.
            "content-validations" => self.begin_beside(DocumentPart::FormField),
            // Names that the author defined, and what they stand for.
            "named-expression" | "named-range" => {
                let texts = [
                    element.attribute("name").unwrap_or_default(),
                    written_out(&element.attribute("expression").unwrap_or_default()).into(),
                ];
                self.flow.gathered.add_all(texts.map(|text| text.into_owned()), DocumentPart::Hidden);
            }
            "content-validation" => {
                let list = element.attribute("condition").filter(|condition| condition.contains("in-list"));
                self.flow.gathered.add_all(list.map(|list| list.replace(';', "\t")), DocumentPart::FormField);
            }
            _ if SHAPES.contains(&name) && self.slides == 0 => self.begin_beside(DocumentPart::TextBox),
            _ => {
                let value = element.attribute("current-value").map(|value| value.into_owned());
                self.flow.gathered.add_all(value, DocumentPart::FormField);
            }
        }
    }

    fn end_beside(&mut self) {
        self.flow.end_beside();
        self.beside = self.beside.saturating_sub(1);
    }

    fn end_place(&mut self, name: &str) {
        match name {
            "page" if self.kind == Kind::Body => self.end_beside(),
            "annotation" | "note" | "notes" | "tracked-changes" | "header-decl" | "footer-decl" | "content-validations" => {
                self.end_beside();
                self.is_after_space = false;
            }
            _ if SHAPES.contains(&name) && self.slides == 0 => self.end_beside(),
            _ => {}
        }
    }
}

impl Visitor for OpenText<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            _ if SKIPPED.contains(&name) || SKIPPED_WITH_PREFIX.contains(&element.name()) => return Then::Skip,
            _ if ALTERNATIVES.contains(&element.name()) => {
                self.is_in_alternative = true;
                self.begin_beside(DocumentPart::Hidden);
                self.paragraphs += 1;
            }
            "p" | "h" => {
                self.paragraphs += 1;
                self.is_after_space = true;
            }
            "header-decl" | "footer-decl" => {
                self.paragraphs += 1;
                self.start_place(name, element);
            }
            "style" => self.style = element.attribute("name").unwrap_or_default().into_owned(),
            "text-properties" if element.attribute("display").as_deref() == Some("none") => {
                self.hidden_styles.insert(self.style.clone());
            }
            // An instruction for the author, on the layout of slides.
            "frame" if self.kind == Kind::Beside && element.attribute("class").is_some() => return Then::Skip,
            "table" => self.begin_table(element),
            "table-row" => self.flow.begin_rows(element.number("number-rows-repeated").unwrap_or(1)),
            "table-cell" | "covered-table-cell" | "change-track-table-cell" => {
                self.begin_cell(element);
            }
            "s" | "tab" | "line-break" | "span" | "hidden-text" | "hidden-paragraph" => self.start_letter(name, element),
            _ => self.start_place(name, element),
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        match name {
            "desc" | "title" if self.is_in_alternative => {
                self.is_in_alternative = false;
                self.paragraphs = self.paragraphs.saturating_sub(1);
                self.end_beside();
                self.is_after_space = false;
            }
            "p" | "h" | "header-decl" | "footer-decl" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                self.flow.end_paragraph();
                self.end_place(name);
            }
            "span" => drop(self.spans.pop()),
            "table" => self.end_table(),
            "table-row" => self.flow.end_row(),
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "change-track-table-cell" => drop(self.cells.pop()),
            _ => self.end_place(name),
        }
    }

    fn text(&mut self, text: &str) {
        if self.paragraphs == 0 {
            return;
        }
        // Any white space is one space, and none after another.
        let mut shown = String::with_capacity(text.len());
        for letter in text.chars() {
            let is_space = matches!(letter, ' ' | '\t' | '\n' | '\r');
            if !(is_space && self.is_after_space) {
                shown.push(if is_space { ' ' } else { letter });
            }
            self.is_after_space = is_space;
        }
        let is_after_space = self.is_after_space;
        self.push(&shown);
        self.is_after_space = is_after_space;
    }

    fn is_done(&self) -> bool {
        self.flow.gathered.is_full()
    }
}
