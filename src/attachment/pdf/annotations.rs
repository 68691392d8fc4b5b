//! Notes and form fields on a page: their appearance is text of the page; what has none is read
//! from their entries.

use hayro_font::kurbo::Affine;
use hayro_syntax::object::{self, Array, Dict, Name, Object, Stream};
use hayro_syntax::page::Resources;
use hayro_syntax::xref::XRef;

use super::super::{DocumentPart, Passage, TextPosition};
use super::content::{ContentReader, Drawing};
use super::lists;
use super::strings::decoded;
use super::tree::{PdfPage, rect};

/// Limit on notes and fields per page.
const MAX_ANNOTATIONS: usize = 20_000;
/// What a text costs, in what may be unpacked.
const TEXT_COST: usize = 16;
/// Limit on fields within fields.
const MAX_FIELD_DEPTH: usize = 16;

pub(super) fn list<'a>(page: &PdfPage<'a>, xref: &'a XRef) -> Vec<Dict<'a>> {
    let list = page.dictionary.get::<Array<'_>>("Annots");
    list.map(|list| lists::dictionaries(&list, MAX_ANNOTATIONS, xref).collect()).unwrap_or_default()
}

/// Draws notes and fields, and returns the text of those that do not show it.
pub(super) fn read<'a>(
    annotations: &[Dict<'a>],
    resources: &Resources<'a>,
    to_page: Affine,
    reader: &mut ContentReader<'a>,
    drawing: &mut Drawing,
) -> Vec<Passage> {
    let mut passages = Vec::new();
    for annotation in annotations {
        let from = drawing.letters.len();
        if let Some(stream) = appearance(annotation) {
            let place = placed(annotation, stream.dict()).unwrap_or(Affine::IDENTITY);
            reader.appearance(&stream, resources, to_page * place, drawing);
        }
        let shown: String = drawing.letters.iter().skip(from).map(|letter| &*letter.text).collect();
        for (part, text) in entries(annotation) {
            // Many may name the same long text.
            if !reader.unpacker.spend(text.len() * TEXT_COST) {
                drawing.is_partial = true;
                return passages;
            }
            if !squeezed(&shown).contains(&squeezed(&text)) {
                passages.push(Passage { text, places: vec![(0, TextPosition::Part(part))] });
            }
        }
    }
    passages
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

/// The normal appearance, or that of the present state.
fn appearance<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    match annotation.get::<Dict<'_>>("AP")?.get::<Object<'_>>("N")? {
        Object::Stream(stream) => Some(stream),
        Object::Dict(states) => states.get::<Stream<'_>>(annotation.get::<Name<'_>>("AS")?),
        _ => None,
    }
}

/// Moves the box of an appearance to the place of its note.
fn placed(annotation: &Dict<'_>, appearance: &Dict<'_>) -> Option<Affine> {
    let matrix = appearance.get::<[f64; 6]>("Matrix").map_or(Affine::IDENTITY, Affine::new);
    let from = matrix.transform_rect_bbox(rect(appearance, "BBox")?);
    let to = rect(annotation, "Rect")?;
    let scale = |to: f64, from: f64| if from > 0.0 && to > 0.0 { to / from } else { 1.0 };
    let (x, y) = (scale(to.width(), from.width()), scale(to.height(), from.height()));
    Some(Affine::new([x, 0.0, 0.0, y, to.x0 - x * from.x0, to.y0 - y * from.y0]))
}

/// The value of a field, or the text of a note.
fn entries(annotation: &Dict<'_>) -> Vec<(DocumentPart, String)> {
    let mut entries = Vec::new();
    let mut field = Some(annotation.clone());
    for _ in 0..MAX_FIELD_DEPTH {
        let Some(level) = field else { break };
        if let Some(value) = level.get::<Object<'_>>("V") {
            entries.extend(values(&value).into_iter().map(|value| (DocumentPart::FormField, value)));
            break;
        }
        field = level.get::<Dict<'_>>("Parent");
    }
    entries.extend(annotation.get::<object::String<'_>>("Contents").map(|text| (DocumentPart::Comment, decoded(&text))));
    entries.retain(|(_, text)| !text.trim().is_empty());
    entries
}

/// A value, or those of a list from which several are chosen.
fn values(value: &Object<'_>) -> Vec<String> {
    match value {
        Object::String(text) => vec![decoded(text)],
        Object::Array(list) => list.iter::<object::String<'_>>().map(|text| decoded(&text)).collect(),
        _ => Vec::new(),
    }
}
