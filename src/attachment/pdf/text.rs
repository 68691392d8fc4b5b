//! Extracts the text of pages in drawing order.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId, decode_text_string};

use super::super::file_info::MAX_TEXT_BYTES;
use super::super::{Passage, TextPosition};

/// Limit on decompressed content streams, forms and fonts per file, in bytes.
pub(super) const MAX_UNPACKED_BYTES: usize = 64 << 20;
/// Limit on nested form XObjects.
const MAX_FORM_DEPTH: usize = 8;
/// Limit on nested marked content.
const MAX_MARK_DEPTH: usize = 64;
/// Limit on the ToUnicode map of a font, in bytes; a map of 65,536 characters takes 1 MB.
const MAX_MAP_BYTES: usize = 4 << 20;
/// Horizontal move in `TJ` that reads as a space, in thousandths of the font size.
const SPACE: f32 = 250.0;

/// Extracted text of a document.
pub(super) struct PdfText {
    /// As in [`Pdf`](super::super::Pdf).
    pub text_layer: Option<bool>,
    /// One passage per page with text.
    pub passages: Vec<Passage>,
}

pub(super) fn read(document: &Document, pages: &[ObjectId]) -> PdfText {
    let mut reader = PdfTextReader {
        document,
        left: MAX_UNPACKED_BYTES,
        text_left: MAX_TEXT_BYTES,
        maps: HashMap::new(),
        shows: false,
        failed: false,
        text: String::new(),
        marked: Vec::new(),
    };
    let mut passages = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        reader.page(*page);
        let text = std::mem::take(&mut reader.text);
        if !text.trim().is_empty() {
            passages.push(Passage::at(TextPosition::Page(at + 1), text));
        }
    }
    let text_layer = match (reader.shows, reader.failed) {
        (true, _) => Some(true),
        (false, true) => None,
        (false, false) => Some(false),
    };
    PdfText { text_layer, passages }
}

struct PdfTextReader<'d> {
    document: &'d Document,
    left: usize,
    text_left: usize,
    maps: HashMap<ObjectId, Rc<FontEncoding<'d>>>,
    shows: bool,
    failed: bool,
    text: String,
    /// Stack of open marked content with its `ActualText`, if any. The outermost `ActualText`
    /// replaces all text drawn within it.
    marked: Vec<Option<String>>,
}

/// Decoding of the strings of a font.
enum FontEncoding<'d> {
    Known(Encoding<'d>),
    /// Not decodable: the text is visible but not searchable.
    Unknown,
}

/// Text position, as far as needed to detect line breaks.
struct TextCursor<'d> {
    letters: Option<Rc<FontEncoding<'d>>>,
    y: f32,
    shown_at: Option<f32>,
    moved: bool,
}

impl<'d> PdfTextReader<'d> {
    fn page(&mut self, page: ObjectId) {
        let Ok((own, ids)) = self.document.get_page_resources(page) else {
            self.failed = true;
            return;
        };
        let others = ids.iter().filter_map(|id| self.document.get_dictionary(*id).ok());
        let resources: Vec<&'d Dictionary> = own.into_iter().chain(others).collect();
        match self.document.get_page_content_with_limit(page, self.left) {
            Ok(content) => self.content(&content, &resources, 0),
            Err(_) => self.failed = true,
        }
    }

    fn content(&mut self, content: &[u8], resources: &[&'d Dictionary], depth: usize) {
        self.left = self.left.saturating_sub(content.len().max(1));
        let mut fonts: HashMap<Vec<u8>, Option<Rc<FontEncoding<'d>>>> = HashMap::new();
        let mut cursor = TextCursor { letters: None, y: 0.0, shown_at: None, moved: false };
        for operation in Content::decode_iter(content) {
            let Ok(operation) = operation else {
                self.failed = true;
                break;
            };
            if self.text_left == 0 || self.left == 0 {
                break;
            }
            match operation.operator.as_str() {
                "Tf" => {
                    let Some(name) = operation.operands.first().and_then(|name| name.as_name().ok()) else { continue };
                    let letters = fonts.entry(name.to_vec()).or_insert_with(|| self.letters(name, resources));
                    cursor.letters = letters.clone();
                }
                "Do" => self.drawing(&operation, resources, depth),
                "BMC" | "BDC" => self.begin_marked(&operation, resources),
                "EMC" => self.end_marked(&mut cursor),
                _ => self.text_operation(&operation, &mut cursor),
            }
        }
        if depth == 0 {
            self.marked.clear();
        }
        self.push('\n');
    }

    fn text_operation(&mut self, operation: &Operation, cursor: &mut TextCursor<'d>) {
        let number = |at: usize| operation.operands.get(at).and_then(|operand| operand.as_float().ok()).unwrap_or(0.0);
        match operation.operator.as_str() {
            "BT" => cursor.move_to(0.0),
            "Td" | "TD" => cursor.move_to(cursor.y + number(1)),
            "Tm" => cursor.move_to(number(5)),
            "T*" => cursor.next_line(),
            "Tj" => self.show_all(&operation.operands, cursor),
            "'" | "\"" => {
                cursor.next_line();
                self.show_all(operation.operands.last().map(std::slice::from_ref).unwrap_or_default(), cursor);
            }
            "TJ" => {
                let parts = operation.operands.first().and_then(|operand| operand.as_array().ok());
                self.show_all(parts.map(Vec::as_slice).unwrap_or_default(), cursor);
            }
            _ => {}
        }
    }

    fn show_all(&mut self, parts: &[Object], cursor: &mut TextCursor<'d>) {
        for part in parts {
            match part {
                Object::String(bytes, _) => self.show(bytes, cursor),
                other if other.as_float().is_ok_and(|move_left| move_left < -SPACE) => cursor.moved = true,
                _ => {}
            }
        }
    }

    fn show(&mut self, bytes: &[u8], cursor: &mut TextCursor<'d>) {
        let Some(letters) = &cursor.letters else { return };
        let text = match &**letters {
            FontEncoding::Known(encoding) => encoding.bytes_to_string(bytes).unwrap_or_default(),
            FontEncoding::Unknown => "\u{FFFD}".repeat(bytes.len() / 2),
        };
        if self.marked.iter().any(Option::is_some) {
            return;
        }
        self.put(&text, cursor);
    }

    fn put(&mut self, text: &str, cursor: &mut TextCursor<'d>) {
        match cursor.shown_at {
            // Line break, or horizontal move; a smaller vertical shift is a raised character.
            Some(y) if (y - cursor.y).abs() > 1.0 => self.push('\n'),
            Some(_) if cursor.moved => self.push('\t'),
            _ => {}
        }
        self.shows |= !text.trim().is_empty();
        cursor.shown_at = Some(cursor.y);
        cursor.moved = false;
        self.text_left = self.text_left.saturating_sub(text.len());
        self.text.push_str(text);
    }

    /// Marked content may carry `ActualText`; programs use it for Thai marks, which have several
    /// glyphs.
    fn begin_marked(&mut self, operation: &Operation, resources: &[&'d Dictionary]) {
        let properties = match operation.operands.get(1) {
            Some(Object::Dictionary(properties)) => Some(properties),
            Some(Object::Name(name)) => self.resource(b"Properties", name, resources).and_then(|properties| properties.as_dict().ok()),
            _ => None,
        };
        let actual = properties.and_then(|properties| decode_text_string(properties.get(b"ActualText").ok()?).ok());
        if self.marked.len() < MAX_MARK_DEPTH {
            self.marked.push(actual);
        }
    }

    fn end_marked(&mut self, cursor: &mut TextCursor<'d>) {
        if let Some(Some(actual)) = self.marked.pop()
            && self.marked.iter().all(Option::is_none)
        {
            self.put(&actual, cursor);
        }
    }

    /// Form XObjects may contain text.
    fn drawing(&mut self, operation: &Operation, resources: &[&'d Dictionary], depth: usize) {
        let drawing =
            operation.operands.first().and_then(|name| self.resource(b"XObject", name.as_name().ok()?, resources)?.as_stream().ok());
        let Some(stream) = drawing.filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form"))
        else {
            return;
        };
        if depth == MAX_FORM_DEPTH {
            self.failed = true;
            return;
        }
        let own = stream.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let inherited: Vec<&'d Dictionary> = own.map_or_else(|| resources.to_vec(), |own| vec![own]);
        match stream.get_plain_content_with_limit(self.left) {
            Ok(content) => self.content(&content, &inherited, depth + 1),
            Err(_) => self.failed = true,
        }
    }

    fn letters(&mut self, name: &[u8], resources: &[&'d Dictionary]) -> Option<Rc<FontEncoding<'d>>> {
        let id = self.resource_reference(b"Font", name, resources);
        if let Some(known) = id.and_then(|id| self.maps.get(&id)) {
            return Some(Rc::clone(known));
        }
        let font = self.resource(b"Font", name, resources)?.as_dict().ok()?;
        // Parsing a font map costs time, even if the same map is referenced many times.
        self.left = self.left.saturating_sub(1 << 10);
        let is_composite = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0");
        let letters = match font.get_font_encoding_with_limit(self.document, MAX_MAP_BYTES) {
            Ok(_) if is_composite && !font.has(b"ToUnicode") => FontEncoding::Unknown,
            Ok(encoding) => FontEncoding::Known(encoding),
            Err(_) => FontEncoding::Unknown,
        };
        let letters = Rc::new(letters);
        id.map(|id| self.maps.insert(id, Rc::clone(&letters)));
        Some(letters)
    }

    fn resource(&self, kind: &[u8], name: &[u8], resources: &[&'d Dictionary]) -> Option<&'d Object> {
        self.lists(kind, resources).find_map(|list| list.get_deref(name, self.document).ok())
    }

    fn resource_reference(&self, kind: &[u8], name: &[u8], resources: &[&'d Dictionary]) -> Option<ObjectId> {
        self.lists(kind, resources).find_map(|list| list.get(name).ok())?.as_reference().ok()
    }

    fn lists<'r>(&self, kind: &'r [u8], resources: &'r [&'d Dictionary]) -> impl Iterator<Item = &'d Dictionary> + use<'r, 'd> {
        let document = self.document;
        resources.iter().filter_map(move |resources| resources.get_deref(kind, document).and_then(Object::as_dict).ok())
    }

    fn push(&mut self, c: char) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(c);
        }
    }
}

impl TextCursor<'_> {
    fn move_to(&mut self, y: f32) {
        self.y = y;
        self.moved = true;
    }

    /// Uses a fixed leading: only the change of line matters.
    fn next_line(&mut self) {
        self.move_to(self.y - 10.0);
    }
}
