//! Word documents (`.docx` and its relatives).

use super::super::nesting::Nesting;
use super::super::{Contents, DocumentPart};
use super::common;
use super::flow::FlowPlace;
use super::gathered::Gathered;
use super::ooxml::{RunningText, Shapes};
use super::parts::Parts;

/// Parts beside the body, by the beginning of their names, and where their text stands.
const BESIDE: [(&str, DocumentPart); 8] = [
    ("word/header", DocumentPart::Header),
    ("word/footer", DocumentPart::Header),
    ("word/footnotes", DocumentPart::Note),
    ("word/endnotes", DocumentPart::Note),
    ("word/comments", DocumentPart::Comment),
    ("word/charts/chart", DocumentPart::TextBox),
    ("word/diagrams/data", DocumentPart::TextBox),
    // Pieces of text that the author kept for later.
    ("word/glossary/document", DocumentPart::Hidden),
];

pub(super) fn read(mut parts: Parts<'_>, nesting: &Nesting<'_>) -> Contents {
    let mut gathered = Gathered::new();
    let bodies = parts.named("word/document", ".xml");
    for body in &bodies {
        let result = parts.visit(body, &mut RunningText::new(&mut gathered, FlowPlace::Body, Shapes::Own));
        gathered.note(body, result);
    }
    for (start, place) in BESIDE {
        for name in parts.named(start, ".xml") {
            let result = parts.visit(&name, &mut RunningText::new(&mut gathered, place.into(), Shapes::Own));
            gathered.note(&name, result);
        }
    }
    // Pages that Word takes into the body when it opens the document.
    common::read_files(&mut parts, "word/afchunk", nesting, &mut gathered);
    common::read(&mut parts, "word/", nesting, &mut gathered);
    gathered.contents("word/document.xml")
}
