//! Excel workbooks (`.xlsx` and its relatives). Cells are streamed, so that two distant ones do not
//! make a rectangle.

use std::sync::Arc;

use super::super::nesting::Nesting;
use super::super::{Contents, DocumentPart, TextPosition};
use super::common;
use super::gathered::Gathered;
use super::number_format::{NumberFormats, copied};
use super::ooxml::{RunningText, Shapes};
use super::parts::Parts;
use super::relations::Relations;
use super::sheet::{SheetParts, SheetReader, written_out};
use super::strings::SharedStrings;
use super::worded_parts;
use super::xml::{Element, Then, Visitor};

const MAIN: &str = "xl/workbook.xml";

/// Most sheets that are read.
const MAX_SHEETS: usize = 10_000;

/// Parts beside the sheets, by the beginning of their names, and where their text stands.
const BESIDE: [(&str, DocumentPart); 7] = [
    ("xl/comments", DocumentPart::Comment),
    ("xl/threadedcomments/", DocumentPart::Comment),
    ("xl/drawings/drawing", DocumentPart::TextBox),
    ("xl/charts/chart", DocumentPart::TextBox),
    ("xl/diagrams/data", DocumentPart::TextBox),
    // What was typed into a shared workbook, also where it was typed over.
    ("xl/revisions/revisionlog", DocumentPart::Change),
    ("xl/richdata/rdrichvalue", DocumentPart::Hidden),
];

pub(super) fn read(mut parts: Parts<'_>, nesting: &Nesting<'_>) -> Contents {
    let mut gathered = Gathered::new();
    let main = parts.named("xl/workbook", ".xml").into_iter().next().unwrap_or_else(|| MAIN.to_owned());
    let mut book = SheetIndex { sheets: Vec::new(), formats: NumberFormats::default() };
    let result = parts.visit(&main, &mut WorkbookReader { book: &mut book, gathered: &mut gathered, formula: None });
    gathered.note(&main, result);
    let mut strings = SharedStringsPart::default();
    let result = parts.visit("xl/sharedStrings.xml", &mut strings);
    gathered.note("xl/sharedStrings.xml", result);
    let result = parts.visit("xl/styles.xml", &mut Styles { formats: &mut book.formats, is_in_cells: false });
    gathered.note("xl/styles.xml", result);
    read_sheets(&mut parts, &main, book, &strings.strings, &mut gathered);
    read_beside(&mut parts, &mut gathered);
    common::read(&mut parts, "xl/", nesting, &mut gathered);
    gathered.contents(MAIN)
}

fn read_sheets(parts: &mut Parts<'_>, main: &str, mut book: SheetIndex, strings: &SharedStrings, gathered: &mut Gathered) {
    let relations = Relations::of(parts, main);
    if book.sheets.len() >= MAX_SHEETS {
        gathered.note_too_many(main);
    }
    for (name, id) in book.sheets {
        gathered.add(&name, TextPosition::Part(DocumentPart::Properties));
        let Some(part) = relations.part(&id).filter(|part| parts.has(part)).map(str::to_owned) else {
            gathered.note_unreadable(&name);
            continue;
        };
        let sheet = SheetParts { name: Arc::from(name), strings, formats: &mut book.formats };
        let result = parts.visit(&part, &mut SheetReader::new(gathered, sheet));
        gathered.note(&part, result);
    }
}

/// Reads what stands beside the sheets; the same parts in a binary workbook.
pub(super) fn read_beside(parts: &mut Parts<'_>, gathered: &mut Gathered) {
    for (start, place) in BESIDE {
        for name in parts.named(start, ".xml") {
            let result = parts.visit(&name, &mut RunningText::new(gathered, place.into(), Shapes::Own));
            gathered.note(&name, result);
        }
    }
    // Copies of other data, kept for pivot tables and for formulas that refer to other files.
    for start in ["xl/pivotcache/pivotcache", "xl/externallinks/externallink"] {
        for name in parts.named(start, ".xml") {
            let result = parts.visit(&name, &mut Copies { gathered, text: None });
            gathered.note(&name, result);
        }
    }
    worded_parts::read_of_workbook(parts, gathered);
}

/// Names of the sheets and ids of their parts.
struct SheetIndex {
    sheets: Vec<(String, String)>,
    formats: NumberFormats,
}

/// Reads the list of sheets, and the names that the author defined: of cells, formulas or values.
struct WorkbookReader<'b> {
    book: &'b mut SheetIndex,
    gathered: &'b mut Gathered,
    /// What the open name stands for.
    formula: Option<String>,
}

impl Visitor for WorkbookReader<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            "sheet" => {
                let attributes = (element.attribute("name"), element.relation());
                let text = |value: Option<std::borrow::Cow<'_, str>>| value.unwrap_or_default().into_owned();
                self.book.sheets.push((text(attributes.0), text(attributes.1)));
            }
            "workbookPr" if matches!(element.attribute("date1904").as_deref(), Some("1" | "true")) => {
                self.book.formats.count_from_1904();
            }
            "definedName" => {
                // The names that programs give are those of areas to print and to filter.
                let own = element.attribute("name").filter(|name| !name.starts_with('_'));
                let said = ["comment", "description", "help"].into_iter().filter_map(|name| element.attribute(name));
                self.gathered.add_all(own.into_iter().chain(said).map(|text| text.into_owned()), DocumentPart::Hidden);
                self.formula = Some(String::new());
            }
            _ => {}
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        if name == "definedName" {
            self.gathered.add_all(self.formula.take().map(|formula| written_out(&formula)), DocumentPart::Hidden);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(formula) = &mut self.formula {
            formula.push_str(text);
        }
    }

    fn is_done(&self) -> bool {
        self.book.sheets.len() >= MAX_SHEETS || self.gathered.is_full()
    }
}

#[derive(Default)]
struct SharedStringsPart {
    strings: SharedStrings,
    is_text: bool,
}

impl Visitor for SharedStringsPart {
    fn start(&mut self, name: &str, _element: &Element<'_>) -> Then {
        match name {
            // How a Japanese text is pronounced.
            "rPh" => return Then::Skip,
            "t" => self.is_text = true,
            _ => {}
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.is_text = false,
            "si" => self.strings.end(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_text {
            self.strings.push(text);
        }
    }
}

/// Number formats, and which cell style has which.
struct Styles<'f> {
    formats: &'f mut NumberFormats,
    is_in_cells: bool,
}

impl Visitor for Styles<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        let number = |local| element.number(local).and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
        match name {
            "numFmt" => self.formats.define(number("numFmtId"), &element.attribute("formatCode").unwrap_or_default()),
            "cellXfs" => self.is_in_cells = true,
            "xf" if self.is_in_cells => self.formats.add_style(number("numFmtId")),
            // Formats for conditions.
            "dxfs" => return Then::Skip,
            _ => {}
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        if name == "cellXfs" {
            self.is_in_cells = false;
        }
    }
}

/// Values in attributes `v` of `s` and `n`, and in elements `v`.
struct Copies<'g> {
    gathered: &'g mut Gathered,
    text: Option<String>,
}

impl Copies<'_> {
    fn add(&mut self, element: &Element<'_>, names: &[&str]) {
        let values = names.iter().filter_map(|name| element.attribute(name));
        self.gathered.add_all(values.map(|value| copied(&value).into_owned()), DocumentPart::Hidden);
    }
}

impl Visitor for Copies<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            "s" | "n" => self.add(element, &["v"]),
            // Heads of the columns that were copied, and sheets and names of the other file.
            "cacheField" => self.add(element, &["name", "caption"]),
            "sheetName" => self.add(element, &["val"]),
            "definedName" => self.add(element, &["name"]),
            "v" => self.text = Some(String::new()),
            _ => {}
        }
        Then::Enter
    }

    fn end(&mut self, _name: &str) {
        self.gathered.add_all(self.text.take().map(|value| copied(&value).into_owned()), DocumentPart::Hidden);
    }

    fn text(&mut self, text: &str) {
        if let Some(value) = &mut self.text {
            value.push_str(text);
        }
    }

    fn is_done(&self) -> bool {
        self.gathered.is_full()
    }
}
