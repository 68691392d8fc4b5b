//! Text of the parts of Word, PowerPoint and Excel that hold running text: the body, headers, notes,
//! slides, drawings, charts. WordprocessingML and DrawingML name paragraphs, runs and tables alike.

use super::super::DocumentPart;
use super::flow::{Flow, FlowPlace, Ink};
use super::gathered::Gathered;
use super::number_format::copied;
use super::xml::{Element, Then, Visitor};

/// Elements without text that a person reads: tab stops, codes of fields, former formats, the copy
/// of a drawing for older programs, pictures.
const SKIPPED: [&str; 8] = ["tabs", "tabLst", "instrText", "delInstrText", "rPrChange", "pPrChange", "Fallback", "binData"];

/// Reads running text.
pub(super) struct RunningText<'g> {
    flow: Flow<'g>,
    /// Open `t` and similar.
    texts: usize,
    /// In a value of a chart.
    is_in_value: bool,
    /// Open runs.
    runs: usize,
    /// The run, or what is around it, is not shown.
    is_hidden: bool,
    /// Open tracked deletions.
    deletions: usize,
    shapes: Shapes,
    /// In a shape that stands for text of the slides.
    is_in_placeholder: bool,
    /// In the settings of a content control.
    is_in_settings: bool,
}

/// Whether shapes of a slide show their own text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shapes {
    /// Each shape shows its text.
    Own,
    /// A layout of slides: the text of a placeholder is an instruction for the author.
    Placeholders,
}

impl<'g> RunningText<'g> {
    pub(super) fn new(gathered: &'g mut Gathered, place: FlowPlace, shapes: Shapes) -> Self {
        RunningText {
            flow: Flow::new(gathered, place),
            texts: 0,
            is_in_value: false,
            runs: 0,
            is_hidden: false,
            deletions: 0,
            shapes,
            is_in_placeholder: false,
            is_in_settings: false,
        }
    }

    fn push(&mut self, text: &str) {
        let ink = match (self.is_hidden, self.deletions) {
            (_, 1..) => Ink::Unseen(DocumentPart::Change),
            (true, _) => Ink::Unseen(DocumentPart::Hidden),
            _ => Ink::Shown,
        };
        if self.shapes == Shapes::Own || !self.is_in_placeholder {
            self.flow.push(text, ink);
        }
    }

    /// Adds attributes with text that a program shows where it is pointed at, or reads aloud.
    fn push_beside(&mut self, element: &Element<'_>, names: &[&str], part: DocumentPart) {
        for text in names.iter().filter_map(|name| element.attribute(name)).filter(|text| !text.trim().is_empty()) {
            self.flow.begin_beside(part);
            self.flow.push(&text, Ink::Shown);
            self.flow.end_beside();
        }
    }

    fn start_letter(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "tab" | "ptab" if self.runs > 0 => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("\u{2011}"),
            "sym" => self.push(symbol(element).encode_utf8(&mut [0; 4])),
            "vanish" if self.runs > 0 => self.is_hidden = element.is_on(),
            _ => {}
        }
    }
}

impl Visitor for RunningText<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            _ if SKIPPED.contains(&name) => return Then::Skip,
            "alias" if self.is_in_settings => self.push_beside(element, &["val"], DocumentPart::FormField),
            "listItem" if self.is_in_settings => self.push_beside(element, &["displayText"], DocumentPart::FormField),
            _ if self.is_in_settings => {}
            "sdtPr" => self.is_in_settings = true,
            // Words for who does not see a picture, and words beside the pointer.
            "docPr" | "cNvPr" => self.push_beside(element, &["title", "descr"], DocumentPart::Hidden),
            "hyperlink" | "hlinkClick" => self.push_beside(element, &["tooltip"], DocumentPart::Hidden),
            "t" | "delText" | "text" => self.texts += 1,
            "v" => (self.texts, self.is_in_value) = (self.texts + 1, true),
            "r" => (self.runs, self.is_hidden) = (self.runs + 1, false),
            "del" | "moveFrom" => self.deletions += 1,
            "tbl" => self.flow.begin_table(),
            "tr" => self.flow.begin_rows(1),
            "txbxContent" => self.flow.begin_beside(DocumentPart::TextBox),
            // Text as a drawing, such as a watermark.
            "textpath" => {
                self.flow.begin_beside(DocumentPart::TextBox);
                self.push(&element.attribute("string").unwrap_or_default());
                self.flow.end_beside();
            }
            "sp" => self.is_in_placeholder = false,
            "ph" => self.is_in_placeholder = true,
            _ => self.start_letter(name, element),
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        match name {
            "sdtPr" => self.is_in_settings = false,
            _ if self.is_in_settings => {}
            "t" | "delText" => self.texts = self.texts.saturating_sub(1),
            // A comment of older PowerPoint; a value of a chart.
            "text" | "v" => {
                (self.texts, self.is_in_value) = (self.texts.saturating_sub(1), false);
                self.flow.end_paragraph();
            }
            "r" => (self.runs, self.is_hidden) = (self.runs.saturating_sub(1), false),
            "del" | "moveFrom" => self.deletions = self.deletions.saturating_sub(1),
            // `is` is a text typed into a shared workbook.
            "p" | "is" => self.flow.end_paragraph(),
            "tc" => self.flow.end_cells(1),
            "tr" => self.flow.end_row(),
            "tbl" => self.flow.end_table(),
            "txbxContent" => self.flow.end_beside(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.texts == 0 {
            return;
        }
        match text.contains(['\n', '\r']) {
            true => self.push(&text.replace(['\n', '\r'], " ")),
            false if self.is_in_value => self.push(&copied(text)),
            false => self.push(text),
        }
    }

    fn is_done(&self) -> bool {
        self.flow.gathered.is_full()
    }
}

/// Letter of a symbol font. Those have their letters at U+F020 to U+F0FF; figures look as usual in
/// most of them.
fn symbol(element: &Element<'_>) -> char {
    let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok()).unwrap_or(0);
    let is_letters = element.attribute("font").is_none_or(|font| !font.contains("dings"));
    match char::from_u32(code) {
        Some('\u{F020}'..='\u{F07E}') if is_letters => char::from_u32(code - 0xF000).unwrap_or(' '),
        Some('\u{E000}'..='\u{F8FF}') | None | Some('\0') => '□',
        Some(letter) => letter,
    }
}
