//! What a document has besides its pages: bookmarks, properties, embedded files.

use std::collections::HashSet;

use hayro_syntax::Pdf;
use hayro_syntax::object::{self, Array, Dict, ObjRef, ObjectIdentifier, Stream};
use hayro_syntax::xref::XRef;

use super::super::{DocumentPart, MAX_TEXT_BYTES, Passage, TextPosition};
use super::lists;
use super::strings::decoded;
use super::unpack::Unpacker;

/// Reads an embedded file: its name, and its data unless it cannot be unpacked.
pub(super) type Inside<'i> = dyn FnMut(&str, Option<&[u8]>) -> Vec<Passage> + 'i;

/// Limit on bookmarks, and on nodes of the tree of embedded files.
const MAX_NODES: usize = 50_000;
/// Limit on the name of an embedded file, in bytes.
const MAX_NAME_BYTES: usize = 1024;
/// Limit on embedded files.
const MAX_FILES: usize = 1_000;

/// The passages of all parts.
pub(super) fn read<'a>(
    pdf: &'a Pdf,
    catalog: &Dict<'a>,
    attached: Vec<Dict<'a>>,
    unpacker: &mut Unpacker,
    inside: &mut Inside<'_>,
) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut add = |part, lines: Vec<String>| {
        let text = lines.join("\n");
        let text = text.get(..text.floor_char_boundary(MAX_TEXT_BYTES)).unwrap_or_default().to_owned();
        if !text.trim().is_empty() {
            passages.push(Passage { text, places: vec![(0, TextPosition::Part(part))] });
        }
    };
    add(DocumentPart::Properties, properties(pdf));
    add(DocumentPart::Bookmarks, bookmarks(catalog, pdf.xref()));
    let files = embedded(pdf, catalog, attached);
    add(DocumentPart::FileNames, files.iter().map(|(name, _)| name.clone()).collect());
    for (name, file) in files {
        let bytes = file.and_then(|file| unpacker.data(&file));
        passages.extend(inside(&name, bytes.as_deref()));
    }
    passages
}

/// True if the pages are but the cover of the files embedded in the document.
pub(super) fn is_portfolio(catalog: &Dict<'_>) -> bool {
    catalog.contains_key("Collection")
}

/// The title in the document information.
pub(super) fn title(pdf: &Pdf) -> Option<String> {
    let title = decoded(pdf.metadata().title.as_deref()?);
    (!title.trim().is_empty()).then(|| title.trim().to_owned())
}

fn properties(pdf: &Pdf) -> Vec<String> {
    let about = pdf.metadata();
    [&about.title, &about.author, &about.subject, &about.keywords].into_iter().flatten().map(|text| decoded(text)).collect()
}

fn bookmarks(catalog: &Dict<'_>, xref: &XRef) -> Vec<String> {
    let mut titles = Vec::new();
    let mut seen: HashSet<ObjRef> = HashSet::new();
    let mut waiting: Vec<ObjRef> = catalog.get::<Dict<'_>>("Outlines").and_then(|all| all.get_ref("First")).into_iter().collect();
    let mut size = 0;
    while let Some(place) = waiting.pop() {
        // Bookmarks may name each other in a circle, or the same long title.
        if titles.len() == MAX_NODES || size > MAX_TEXT_BYTES || !seen.insert(place) {
            continue;
        }
        // Asked anew for each: an object that another one has got keeps a list of all before it.
        let Some(bookmark) = xref.get::<Dict<'_>>(place.into()) else { continue };
        let title = bookmark.get::<object::String<'_>>("Title").map(|title| decoded(&title)).unwrap_or_default();
        size += title.len();
        titles.push(title);
        waiting.extend(["Next", "First"].iter().filter_map(|key| bookmark.get_ref(key)));
    }
    titles.retain(|title| !title.trim().is_empty());
    titles
}

type EmbeddedFile<'a> = (String, Option<Stream<'a>>);

/// Embedded files, and those attached to a place on a page.
fn embedded<'a>(pdf: &'a Pdf, catalog: &Dict<'a>, attached: Vec<Dict<'a>>) -> Vec<EmbeddedFile<'a>> {
    let tree = catalog.get::<Dict<'_>>("Names").and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles"));
    let mut specifications = tree.map(|tree| tree_values(tree, pdf.xref())).unwrap_or_default();
    specifications.extend(attached);
    let mut seen = HashSet::new();
    let mut files: Vec<EmbeddedFile<'a>> = specifications.iter().filter_map(file).collect();
    files.retain(|(_, file)| file.as_ref().is_none_or(|file| seen.insert(file.obj_id())));
    files.truncate(MAX_FILES);
    files
}

fn tree_values<'a>(root: Dict<'a>, xref: &'a XRef) -> Vec<Dict<'a>> {
    let mut values = Vec::new();
    let mut seen: HashSet<ObjectIdentifier> = HashSet::new();
    let mut waiting = vec![root];
    while let Some(node) = waiting.pop() {
        if values.len() >= MAX_NODES || !node.obj_id().is_none_or(|id| seen.insert(id)) {
            continue;
        }
        if let Some(pairs) = node.get::<Array<'_>>("Names") {
            // Names and files by turns.
            values.extend(lists::dictionaries(&pairs, MAX_NODES, xref));
        }
        waiting.extend(node.get::<Array<'_>>("Kids").iter().flat_map(|kids| lists::dictionaries(kids, MAX_NODES, xref)));
    }
    values
}

/// The name and data of a file; `None` for a file that is elsewhere.
fn file<'a>(specification: &Dict<'a>) -> Option<EmbeddedFile<'a>> {
    let name = ["UF", "F", "Unix", "DOS", "Mac"].iter().find_map(|key| specification.get::<object::String<'_>>(key))?;
    let data = specification.get::<Dict<'_>>("EF")?;
    let stream = ["UF", "F", "Unix", "DOS", "Mac"].iter().find_map(|key| data.get::<Stream<'_>>(key));
    Some((decoded(name.get(..MAX_NAME_BYTES).unwrap_or(&name)), stream))
}
