//! Reads the pages of a document, one by one.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_font::kurbo::Rect;
use hayro_syntax::object::{Dict, Object, Stream};
use hayro_syntax::xref::XRef;

use super::super::{MAX_TEXT_BYTES, Passage, TextPosition};
use super::annotations;
use super::content::{ContentReader, Drawing};
use super::coverage::Coverage;
use super::layout::{self, TextLine};
use super::lists;
use super::tree::{PageEntry, PdfPage};
use super::unpack;
use super::wrapped::{self, WrappedNumber};

/// Limit on the streams of one page.
const MAX_STREAMS: usize = 10_000;

/// What the pages of a document have; numbers are from 1.
pub(super) struct PageTexts<'a> {
    pub passages: Vec<Passage>,
    pub pictures: Vec<usize>,
    pub unread: Vec<usize>,
    /// Files attached to places on pages.
    pub files: Vec<Dict<'a>>,
}

pub(super) fn read<'a>(pages: &[PageEntry<'a>], xref: &'a XRef, reader: &mut ContentReader<'a>) -> PageTexts<'a> {
    let mut texts = PageTexts { passages: Vec::new(), pictures: Vec::new(), unread: Vec::new(), files: Vec::new() };
    let mut text_left = MAX_TEXT_BYTES;
    for (number, page) in (1..).zip(pages) {
        let read = || page_text(&page.read(xref)?, number, xref, reader);
        // A page that the parser fails on hides no other.
        let read = (text_left > 0).then(|| catch_unwind(AssertUnwindSafe(read)).ok()).flatten().flatten();
        let Some(read) = read else {
            texts.unread.push(number);
            continue;
        };
        let size: usize = read.passages.iter().map(|passage| passage.text.len()).sum();
        if read.is_partial || size > text_left {
            texts.unread.push(number);
        } else if read.is_picture {
            texts.pictures.push(number);
        }
        for mut passage in read.passages {
            let kept = passage.text.floor_char_boundary(text_left);
            if kept < passage.text.len() {
                passage.text = passage.text.get(..kept).unwrap_or_default().to_owned();
            }
            text_left -= kept;
            texts.passages.push(passage);
        }
        texts.files.extend(read.files);
    }
    texts
}

struct PdfPageText<'a> {
    passages: Vec<Passage>,
    files: Vec<Dict<'a>>,
    is_picture: bool,
    is_partial: bool,
}

fn page_text<'a>(page: &PdfPage<'a>, number: usize, xref: &'a XRef, reader: &mut ContentReader<'a>) -> Option<PdfPageText<'a>> {
    let mut drawing = Drawing::new(Coverage::new(Rect::new(0.0, 0.0, page.width, page.height)));
    let content = content(page, xref, reader, &mut drawing);
    let resources = reader.resources(&page.resources)?;
    reader.content(content, &resources, page.upright, &mut drawing);
    let annotations = annotations::list(page, xref);
    let notes = annotations::read(&annotations, &resources, page.upright, reader, &mut drawing);
    let directions = layout::lines(&drawing.letters);
    let directions: Vec<_> = directions.into_iter().map(|lines| (wrapped::numbers(&lines), lines)).collect();
    let text = text(&directions);
    let is_picture = drawing.coverage.is_picture(&drawing.letters, &text);
    let numbers = directions.into_iter().flat_map(|(numbers, _)| numbers).map(|number| number.text);
    let texts = std::iter::once(text).filter(|text| !text.is_empty()).chain(numbers);
    let mut passages: Vec<Passage> = texts.map(|text| Passage { text, places: vec![(0, TextPosition::Page(number))] }).collect();
    passages.extend(notes);
    let files = annotations.iter().filter_map(|annotation| annotation.get::<Dict<'_>>("FS")).collect();
    Some(PdfPageText { passages, files, is_picture, is_partial: drawing.is_partial })
}

/// The content streams one behind the other: an operation may begin in one and end in the next.
fn content<'a>(page: &PdfPage<'a>, xref: &'a XRef, reader: &mut ContentReader<'a>, drawing: &mut Drawing) -> Vec<u8> {
    let page = &page.dictionary;
    let mut content = Vec::new();
    let mut add = |stream: Option<Stream<'a>>| {
        let data = stream.as_ref().and_then(|stream| reader.unpacker.data(stream));
        drawing.is_partial |= data.is_none() || stream.is_some_and(|stream| unpack::is_broken(&stream));
        content.extend_from_slice(&data.unwrap_or_default());
        content.push(b'\n');
    };
    match page.get::<Object<'_>>("Contents") {
        Some(Object::Stream(stream)) => add(Some(stream)),
        Some(Object::Array(streams)) => lists::streams(&streams, MAX_STREAMS, xref).for_each(add),
        Some(Object::Null(_)) => {}
        None if !page.contains_key("Contents") => {}
        _ => add(None),
    }
    content
}

/// Lines of text; an empty one where a number in a cell ends above another one, as they are not one number.
fn text(directions: &[(Vec<WrappedNumber>, Vec<TextLine>)]) -> String {
    let mut text = String::new();
    for (numbers, lines) in directions {
        let ends: HashSet<usize> = numbers.iter().flat_map(|number| number.ends(lines)).collect();
        for (row, line) in lines.iter().enumerate() {
            for (at, cell) in line.cells.iter().enumerate() {
                if at > 0 {
                    text.push('\t');
                }
                text.push_str(cell.text.trim());
            }
            text.push('\n');
            if ends.contains(&row) {
                text.push('\n');
            }
        }
    }
    text.trim_end().to_owned()
}
