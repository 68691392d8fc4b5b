//! Reads the body of a document, element by element.

mod properties;
mod text;

use std::mem;

use super::super::relations::Relations;
use super::super::xml::{Element, Then, Visitor};
use super::beside::Notes;
use super::fields::{FormResult, WordFields};
use super::remarks::{Remarks, push_break, push_shortened};
use super::run_format::{Look, RunFormat};
use super::story::Story;
use crate::attachment::grid::{GridBlock, RemarkKind};

/// Elements without text that is shown: former looks, codes of fields, the copy of a drawing for older
/// programs, the small letters over a ruby text, the grid of a table, settings.
const SKIPPED: [&str; 18] = [
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "tblPrExChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "tblGrid",
    "tblPrEx",
    "sectPr",
    "sdtEndPr",
    "instrText",
    "delInstrText",
    "Fallback",
    "rt",
    "rubyPr",
    "ctrlPr",
    "binData",
];

/// An element that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OpenMark {
    /// What is in it stands where it stands itself.
    Through,
    Paragraph,
    ParagraphProperties,
    /// Look of the end of a paragraph.
    EndProperties,
    Run,
    RunProperties,
    Text,
    DeletedText,
    Inserted,
    Deleted,
    Table,
    TableProperties,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    Control,
    ControlProperties,
    FieldCharacter,
    Drawing,
    /// A text box, and the elements in it.
    TextBox,
    InTextBox,
    TextInTextBox,
}

/// A content control.
#[derive(Clone, Copy, Debug, Default)]
struct Control {
    /// It is a box, ticked or not.
    is_checked: Option<bool>,
    is_shown: bool,
}

/// Reads a body.
pub(super) struct WordBody<'s> {
    story: Story<'s>,
    relations: &'s Relations,
    comments: &'s mut Notes,
    notes: [&'s mut Notes; 2],
    open: Vec<OpenMark>,
    fields: WordFields,
    controls: Vec<Control>,
    /// Places in `controls` of those that are boxes.
    boxes: Vec<usize>,
    insertions: usize,
    deletions: usize,
    direct: RunFormat,
    /// Name of the style of the run.
    character: Option<String>,
    look: Look,
    /// Text of the open text box.
    text_box: String,
    drawing: DrawingParts,
}

/// What the open drawing has.
#[derive(Clone, Copy, Debug, Default)]
struct DrawingParts {
    /// Lines, arrows, boxes.
    shapes: usize,
    /// What has a remark of its own.
    told: usize,
}

/// Shapes, as both generations of Word name them.
const SHAPES: [&str; 11] = ["wsp", "cxnSp", "sp", "line", "shape", "rect", "roundrect", "oval", "polyline", "arc", "curve"];

/// Parts of a document beside its body.
pub(super) struct Beside<'s> {
    pub(super) relations: &'s Relations,
    pub(super) comments: &'s mut Notes,
    pub(super) footnotes: &'s mut Notes,
    pub(super) endnotes: &'s mut Notes,
}

impl<'s> WordBody<'s> {
    pub(super) fn new(story: Story<'s>, beside: Beside<'s>) -> Self {
        WordBody {
            story,
            relations: beside.relations,
            comments: beside.comments,
            notes: [beside.footnotes, beside.endnotes],
            open: Vec::new(),
            fields: WordFields::default(),
            controls: Vec::new(),
            boxes: Vec::new(),
            insertions: 0,
            deletions: 0,
            direct: RunFormat::default(),
            character: None,
            look: Look::default(),
            text_box: String::new(),
            drawing: DrawingParts::default(),
        }
    }

    /// What was read.
    pub(super) fn finish(mut self) -> (Vec<GridBlock>, Remarks) {
        self.end_paragraph();
        self.story.finish()
    }

    /// How an element is read; `None` if it is not.
    fn opened(&mut self, name: &str, element: &Element<'_>) -> Option<OpenMark> {
        if SKIPPED.contains(&name) {
            return None;
        }
        match self.open.last().copied().unwrap_or(OpenMark::Through) {
            OpenMark::ParagraphProperties => self.paragraph_property(name, element),
            OpenMark::EndProperties => self.end_property(name, element),
            OpenMark::RunProperties => self.run_property(name, element),
            OpenMark::TableProperties => self.table_property(name, element),
            OpenMark::RowProperties => self.row_property(name, element),
            OpenMark::CellProperties => self.cell_property(name, element),
            OpenMark::ControlProperties => self.control_property(name, element),
            OpenMark::FieldCharacter => {
                self.fields.take_form(name, element);
                Some(OpenMark::FieldCharacter)
            }
            OpenMark::Drawing => self.drawn(name, element),
            OpenMark::TextBox | OpenMark::InTextBox | OpenMark::TextInTextBox => self.in_text_box(name),
            _ => self.in_flow(name, element),
        }
    }

    fn in_flow(&mut self, name: &str, element: &Element<'_>) -> Option<OpenMark> {
        match name {
            "p" | "tbl" => Some(self.begin_block(name)),
            "tr" => {
                self.story.end_row();
                self.story.table()?.begin_row();
                Some(OpenMark::Row)
            }
            "tc" => {
                self.story.end_cell();
                self.story.table()?.begin_cell();
                Some(OpenMark::Cell)
            }
            "pPr" => Some(OpenMark::ParagraphProperties),
            "tblPr" => Some(OpenMark::TableProperties),
            "trPr" => Some(OpenMark::RowProperties),
            "tcPr" => Some(OpenMark::CellProperties),
            "sdt" => {
                self.controls.push(Control::default());
                Some(OpenMark::Control)
            }
            "sdtPr" => Some(OpenMark::ControlProperties),
            "ins" | "moveTo" => {
                self.insertions += 1;
                Some(OpenMark::Inserted)
            }
            "del" | "moveFrom" => {
                self.deletions += 1;
                Some(OpenMark::Deleted)
            }
            _ => self.in_paragraph(name, element),
        }
    }

    fn begin_block(&mut self, name: &str) -> OpenMark {
        if name == "p" {
            self.story.begin_paragraph();
            return OpenMark::Paragraph;
        }
        self.story.begin_table();
        OpenMark::Table
    }

    fn in_paragraph(&mut self, name: &str, element: &Element<'_>) -> Option<OpenMark> {
        match name {
            "r" => {
                (self.direct, self.character) = (RunFormat::default(), None);
                self.look = self.story.look(self.direct, None);
                Some(OpenMark::Run)
            }
            "rPr" if self.open.last() == Some(&OpenMark::Run) => Some(OpenMark::RunProperties),
            "rPr" => None,
            "t" => Some(OpenMark::Text),
            "delText" => Some(OpenMark::DeletedText),
            "drawing" | "pict" | "object" => Some(OpenMark::Drawing),
            "txbxContent" => Some(OpenMark::TextBox),
            "fldChar" => {
                match self.fields.take(element) {
                    Some(FormResult::CheckBox(is_checked)) => self.show_box(is_checked),
                    Some(FormResult::Entry(entry)) => self.show(&entry),
                    None => {}
                }
                Some(OpenMark::FieldCharacter)
            }
            _ => {
                self.take_letter(name, element);
                Some(OpenMark::Through)
            }
        }
    }

    /// An element in a drawing: its shapes are no text, but for text boxes and pictures.
    fn drawn(&mut self, name: &str, element: &Element<'_>) -> Option<OpenMark> {
        match name {
            "txbxContent" => return Some(OpenMark::TextBox),
            // The last two: charts, and diagrams.
            "blip" | "imagedata" | "chart" | "relIds" => {
                self.drawing.told += 1;
                self.story.remark(RemarkKind::Picture, "");
            }
            "textpath" => {
                let text = element.attribute("string").unwrap_or_default();
                self.drawing.told += 1;
                self.story.remark(RemarkKind::TextBox, &text);
            }
            _ if SHAPES.contains(&name) => self.drawing.shapes += 1,
            _ => {}
        }
        Some(OpenMark::Drawing)
    }

    /// Ends an element of a drawing; at its end, lines and other shapes without text are told.
    fn end_drawing(&mut self) {
        if self.open.contains(&OpenMark::Drawing) {
            return;
        }
        let DrawingParts { shapes, told } = mem::take(&mut self.drawing);
        if shapes > told {
            self.story.remark(RemarkKind::Drawing, "");
        }
    }

    fn in_text_box(&mut self, name: &str) -> Option<OpenMark> {
        match name {
            "t" => return Some(OpenMark::TextInTextBox),
            "blip" | "imagedata" => self.story.remark(RemarkKind::Picture, ""),
            "p" | "br" | "cr" | "tab" => push_break(&mut self.text_box),
            "pPr" | "rPr" | "tblPr" | "trPr" | "tcPr" | "sdtPr" | "del" | "moveFrom" => return None,
            _ => {}
        }
        Some(OpenMark::InTextBox)
    }

    /// Ends a content control. An empty box is shown, too.
    fn end_control(&mut self) {
        let Some(control) = self.controls.pop() else { return };
        if control.is_checked.is_some() {
            self.boxes.pop();
        }
        if let (Some(is_checked), false) = (control.is_checked, control.is_shown) {
            self.show_box(is_checked);
        }
    }

    /// Ends the paragraph, and the fields that are left open in it.
    fn end_paragraph(&mut self) {
        if let Some(text) = self.fields.end_paragraph() {
            self.note(RemarkKind::Unreadable, &text);
        }
        self.story.end_paragraph();
    }

    fn end_text_box(&mut self) {
        let text = mem::take(&mut self.text_box);
        if !text.trim().is_empty() {
            self.drawing.told += 1;
            self.story.remark(RemarkKind::TextBox, &text);
        }
    }

    fn end_block(&mut self, open: OpenMark) {
        match open {
            OpenMark::Paragraph => self.end_paragraph(),
            OpenMark::Cell => self.story.end_cell(),
            OpenMark::Row => self.story.end_row(),
            OpenMark::Table => self.story.end_table(),
            _ => {}
        }
    }
}

impl Visitor for WordBody<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match self.opened(name, element) {
            Some(open) => {
                self.open.push(open);
                Then::Enter
            }
            None => Then::Skip,
        }
    }

    fn end(&mut self, _name: &str) {
        match self.open.pop().unwrap_or(OpenMark::Through) {
            OpenMark::RunProperties => self.look = self.story.look(self.direct, self.character.as_deref()),
            OpenMark::Inserted => self.insertions = self.insertions.saturating_sub(1),
            OpenMark::Deleted => self.deletions = self.deletions.saturating_sub(1),
            OpenMark::Control => self.end_control(),
            OpenMark::TextBox => self.end_text_box(),
            OpenMark::Drawing => self.end_drawing(),
            open => self.end_block(open),
        }
    }

    fn text(&mut self, text: &str) {
        match self.open.last() {
            Some(OpenMark::Text) => self.show(&text.replace(['\n', '\r', '\t'], " ")),
            Some(OpenMark::DeletedText) => self.note(RemarkKind::Deleted, text),
            Some(OpenMark::TextInTextBox) => push_shortened(&mut self.text_box, text),
            _ => {}
        }
    }

    fn is_done(&self) -> bool {
        self.story.is_full
    }
}
