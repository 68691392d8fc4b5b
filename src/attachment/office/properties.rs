//! Properties of a document: title, author, subject, and those that its author added.

use super::super::{DocumentPart, TextPosition};
use super::gathered::Gathered;
use super::number_format::copied;
use super::xml::{Element, Then, Visitor};

/// What a person wrote, or what names one: in core, application and own properties of Office, and in
/// those of OpenDocument. The rest is from the program: numbers, dates, its own name.
const READ: [&str; 25] = [
    "title",
    "subject",
    "creator",
    "initial-creator",
    "printed-by",
    "keywords",
    "keyword",
    "description",
    "lastModifiedBy",
    "category",
    "contentStatus",
    "Company",
    "Manager",
    "HyperlinkBase",
    "lpwstr",
    "lpstr",
    "bstr",
    "i4",
    "ui4",
    "i8",
    "ui8",
    "r8",
    "decimal",
    "user-defined",
    "identifier",
];

/// Lists of the sheets and slides, which are read elsewhere.
const SKIPPED: [&str; 2] = ["TitlesOfParts", "HeadingPairs"];

/// Elements whose attribute `name` is the name that the author gave a property.
const OWN: [&str; 2] = ["property", "user-defined"];

/// Each text of a part becomes a passage.
pub(super) struct Properties<'g> {
    gathered: &'g mut Gathered,
    text: String,
}

impl<'g> Properties<'g> {
    pub(super) fn new(gathered: &'g mut Gathered) -> Self {
        Properties { gathered, text: String::new() }
    }
}

impl Visitor for Properties<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        self.text.clear();
        if OWN.contains(&name) {
            let name = element.attribute("name").map(|name| name.into_owned());
            self.gathered.add_all(name, DocumentPart::Properties);
        }
        if SKIPPED.contains(&name) { Then::Skip } else { Then::Enter }
    }

    fn end(&mut self, name: &str) {
        if READ.contains(&name) {
            self.gathered.add(&copied(&self.text), TextPosition::Part(DocumentPart::Properties));
        }
        self.text.clear();
    }

    fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn is_done(&self) -> bool {
        self.gathered.is_full()
    }
}
