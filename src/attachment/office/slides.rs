//! PowerPoint presentations (`.pptx` and its relatives).

use std::collections::BTreeSet;

use super::super::nesting::Nesting;
use super::super::{Contents, DocumentPart, TextPosition};
use super::common;
use super::flow::FlowPlace;
use super::gathered::Gathered;
use super::ooxml::{RunningText, Shapes};
use super::parts::Parts;
use super::relations::Relations;
use super::xml::{Element, Then, Visitor};

const MAIN: &str = "ppt/presentation.xml";

/// Most slides that are read.
const MAX_SLIDES: usize = 10_000;

/// Parts beside the slides, by the beginning of their names, and where their text stands.
const BESIDE: [(&str, DocumentPart, Shapes); 8] = [
    ("ppt/notesslides/", DocumentPart::SpeakerNotes, Shapes::Own),
    ("ppt/comments/", DocumentPart::Comment, Shapes::Own),
    ("ppt/charts/chart", DocumentPart::TextBox, Shapes::Own),
    ("ppt/diagrams/data", DocumentPart::TextBox, Shapes::Own),
    ("ppt/slidemasters/", DocumentPart::Header, Shapes::Placeholders),
    ("ppt/slidelayouts/", DocumentPart::Header, Shapes::Placeholders),
    ("ppt/notesmasters/", DocumentPart::Header, Shapes::Placeholders),
    ("ppt/handoutmasters/", DocumentPart::Header, Shapes::Placeholders),
];

pub(super) fn read(mut parts: Parts<'_>, nesting: &Nesting<'_>) -> Contents {
    let mut gathered = Gathered::new();
    for (at, name) in in_order(&mut parts, &mut gathered).iter().enumerate() {
        let place = FlowPlace::At(TextPosition::Slide(at + 1));
        let result = parts.visit(name, &mut RunningText::new(&mut gathered, place, Shapes::Own));
        gathered.note(name, result);
    }
    for (start, place, shapes) in BESIDE {
        for name in parts.named(start, ".xml") {
            let result = parts.visit(&name, &mut RunningText::new(&mut gathered, place.into(), shapes));
            gathered.note(&name, result);
        }
    }
    common::read(&mut parts, "ppt/", nesting, &mut gathered);
    gathered.contents(MAIN)
}

/// Names of the slides in the order of the show, then any that it leaves out.
fn in_order(parts: &mut Parts<'_>, gathered: &mut Gathered) -> Vec<String> {
    let mut list = SlideList { ids: Vec::new() };
    let result = parts.visit(MAIN, &mut list);
    gathered.note(MAIN, result);
    if list.ids.len() >= MAX_SLIDES {
        gathered.note_too_many(MAIN);
    }
    let relations = Relations::of(parts, MAIN);
    let mut names: Vec<String> = list.ids.iter().filter_map(|id| relations.part(id).map(str::to_owned)).collect();
    names.retain(|name| parts.has(name));
    let known: BTreeSet<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
    names.extend(parts.named("ppt/slides/", ".xml").into_iter().filter(|name| !known.contains(&name.to_ascii_lowercase())));
    names
}

struct SlideList {
    ids: Vec<String>,
}

impl Visitor for SlideList {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        if name == "sldId" {
            self.ids.extend(element.relation().map(|id| id.into_owned()));
        }
        Then::Enter
    }

    fn is_done(&self) -> bool {
        self.ids.len() >= MAX_SLIDES
    }
}
