//! Parts of a document that are neither its text nor its layout: slicers, pivot tables, queries,
//! scripts of choices, XML of other programs. Their words are in attributes, or in all elements.

use super::super::{DocumentPart, NotInspected, WhyUnread};
use super::gathered::Gathered;
use super::little_endian::utf16;
use super::number_format::copied;
use super::parts::Parts;
use super::xml::{Element, Then, Visitor};

/// Parts of a workbook by the beginning of their names, and the attributes that a person typed or
/// sees.
const OF_WORKBOOK: [(&str, &[&str]); 8] = [
    ("xl/slicers/", &["caption", "name"]),
    ("xl/slicercaches/", &["sourceName", "n", "c"]),
    ("xl/timelines/", &["caption", "name"]),
    ("xl/pivottables/", &["caption", "n", "name", "rowHeaderCaption", "colHeaderCaption", "grandTotalCaption", "dataCaption"]),
    ("xl/tables/", &["comment", "altText", "altTextSummary", "totalsRowLabel"]),
    ("xl/connections", &["name", "description", "connection", "command", "url"]),
    ("xl/querytables/", &["name"]),
    // Choices of the lists of form controls.
    ("xl/ctrlprops/", &["val"]),
];

/// Reads the parts of a workbook that have words in attributes, and the labels of older controls.
pub(super) fn read_of_workbook(parts: &mut Parts<'_>, gathered: &mut Gathered) {
    for (start, attributes) in OF_WORKBOOK {
        for name in parts.named(start, ".xml") {
            let mut reader = WordedPart { attributes, ..WordedPart::new(gathered) };
            let result = parts.visit(&name, &mut reader);
            gathered.note(&name, result);
        }
    }
    for name in parts.named("xl/drawings/", ".vml") {
        let mut reader = WordedPart { attributes: &["alt"], within: Some("textbox"), ..WordedPart::new(gathered) };
        let result = parts.visit_mended(&name, closed, &mut reader);
        gathered.note(&name, result);
    }
}

/// Reads XML of other programs that is kept in a document, such as the properties of a library of
/// documents, or the sources that a text cites.
pub(super) fn read_foreign(parts: &mut Parts<'_>, gathered: &mut Gathered) {
    let is_text = |name: &String| !name.to_ascii_lowercase().starts_with("customxml/itemprops");
    for name in parts.named("customxml/item", ".xml").into_iter().filter(is_text) {
        let mut reader = WordedPart { is_all_text: true, ..WordedPart::new(gathered) };
        let result = parts.visit_mended(&name, decoded, &mut reader);
        gathered.note(&name, result);
    }
}

/// Excel writes line breaks in labels as HTML.
fn closed(bytes: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&bytes);
    match text.contains("<br>") {
        true => text.replace("<br>", " ").into_bytes(),
        false => bytes,
    }
}

/// Excel keeps its queries in UTF-16.
fn decoded(bytes: Vec<u8>) -> Vec<u8> {
    match bytes.strip_prefix(&[0xFF, 0xFE]) {
        Some(wide) => utf16(wide).into_bytes(),
        None => bytes,
    }
}

/// Adds each text of a part as a hidden one.
struct WordedPart<'g> {
    gathered: &'g mut Gathered,
    /// Attributes that are read of any element.
    attributes: &'static [&'static str],
    /// True if the texts of all elements are read.
    is_all_text: bool,
    /// The element whose text is read.
    within: Option<&'static str>,
    /// Open elements of that name.
    open: usize,
    text: String,
}

impl<'g> WordedPart<'g> {
    fn new(gathered: &'g mut Gathered) -> Self {
        WordedPart { gathered, attributes: &[], is_all_text: false, within: None, open: 0, text: String::new() }
    }

    fn end_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.gathered.add_all([copied(text.trim()).into_owned()], DocumentPart::Hidden);
    }
}

impl Visitor for WordedPart<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        if self.is_all_text {
            self.end_text();
        }
        match name {
            // Queries of Excel, packed as letters.
            "DataMashup" => {
                self.gathered.note("DataMashup", Err(WhyUnread::NotInspected(NotInspected::Format)));
                return Then::Skip;
            }
            // What a library of documents asks of each.
            "contentTypeSchema" => return Then::Skip,
            _ => {}
        }
        self.open += usize::from(self.within == Some(name));
        let values = self.attributes.iter().filter_map(|name| element.attribute(name));
        self.gathered.add_all(values.map(|value| copied(&value).into_owned()), DocumentPart::Hidden);
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        let is_whole = self.within == Some(name);
        self.open = self.open.saturating_sub(usize::from(is_whole));
        if self.is_all_text || is_whole {
            self.end_text();
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_all_text || self.open > 0 {
            self.text.push_str(text);
        }
    }

    fn is_done(&self) -> bool {
        self.gathered.is_full()
    }
}
