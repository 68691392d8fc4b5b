//! Draws the content of pages as far as text and pictures go.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_font::kurbo::{Affine, Point};
use hayro_syntax::content::{Instruction, UntypedIter};
use hayro_syntax::object::{self, Dict, Name, Object, Stream};
use hayro_syntax::page::Resources;

use super::coverage::Coverage;
use super::fonts::{PdfFont, PdfFonts};
use super::layout::{self, PlacedLetter, degrees};
use super::strings::decoded;
use super::unpack::{self, Unpacker};

/// Limit on operators and letters per file.
const MAX_STEPS: usize = 10_000_000;
/// What the look-up of a form or image costs, in steps.
const OBJECT_STEPS: usize = 10;
/// Limit on letters per page.
const MAX_LETTERS: usize = 300_000;
/// Limit on nested marked content.
const MAX_MARKS: usize = 10_000;
/// Limit on nested form XObjects.
const MAX_FORM_DEPTH: usize = 12;
/// Limit on saved states.
const MAX_SAVED: usize = 512;
/// Mode of text that is not drawn.
const HIDDEN: f64 = 3.0;
/// Stands for a letter that is visible, but not searchable.
const UNKNOWN: &str = "\u{FFFD}";
/// An operator put behind the content: if it is not met, the content was left before its end.
const END: &[u8] = b"\nEndOfContent";

/// Reads contents one by one, for all pages of a file.
pub(super) struct ContentReader<'a> {
    pub unpacker: Unpacker,
    fonts: PdfFonts<'a>,
    steps_left: usize,
}

/// What is drawn on a page.
pub(super) struct Drawing {
    pub letters: Vec<PlacedLetter>,
    pub coverage: Coverage,
    /// True if something could not be read.
    pub is_partial: bool,
    /// Open marked content: text that replaces the letters from an index on, if any.
    marked: Vec<Option<(String, usize)>>,
}

impl Drawing {
    pub(super) fn new(coverage: Coverage) -> Self {
        Self { letters: Vec::new(), coverage, is_partial: false, marked: Vec::new() }
    }
}

#[derive(Clone)]
struct GraphicsState<'a> {
    to_page: Affine,
    font: Option<Rc<PdfFont<'a>>>,
    font_size: f64,
    letter_space: f64,
    word_space: f64,
    /// Horizontal scale; 1 is normal.
    stretch: f64,
    leading: f64,
    rise: f64,
    is_hidden: bool,
}

impl GraphicsState<'_> {
    fn new(to_page: Affine) -> Self {
        Self {
            to_page,
            font: None,
            font_size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_hidden: false,
        }
    }
}

/// Where in a content stream the reader is.
struct Cursor<'a, 'r> {
    state: GraphicsState<'a>,
    saved: Vec<GraphicsState<'a>>,
    text: Affine,
    line: Affine,
    resources: &'r Resources<'a>,
    fonts: HashMap<Vec<u8>, Rc<PdfFont<'a>>>,
    depth: usize,
}

impl<'a> ContentReader<'a> {
    pub(super) fn new(unpacker: Unpacker) -> Self {
        Self { unpacker, fonts: PdfFonts::new(), steps_left: MAX_STEPS }
    }

    /// Resources by kind; `None` if there is no time for them.
    pub(super) fn resources(&mut self, resources: &Dict<'a>) -> Option<Resources<'a>> {
        if !self.unpacker.spend(1) {
            return None;
        }
        let resources = Resources::new(resources.clone());
        let lists = [&resources.fonts, &resources.x_objects, &resources.properties, &resources.ext_g_states, &resources.color_spaces];
        let size: usize = lists.iter().map(|list| list.data().len()).sum();
        // Reading takes longer than unpacking.
        self.unpacker.spend(2 * size).then_some(resources)
    }

    /// Draws a content with its place on the page.
    pub(super) fn content(&mut self, mut content: Vec<u8>, resources: &Resources<'a>, to_page: Affine, drawing: &mut Drawing) {
        content.extend_from_slice(END);
        self.nested(&content, resources, GraphicsState::new(to_page), 0, drawing);
        drawing.marked.clear();
    }

    fn nested(&mut self, content: &[u8], resources: &Resources<'a>, state: GraphicsState<'a>, depth: usize, drawing: &mut Drawing) {
        let mut cursor =
            Cursor { state, saved: Vec::new(), text: Affine::IDENTITY, line: Affine::IDENTITY, resources, fonts: HashMap::new(), depth };
        let mut operations = UntypedIter::new(content);
        while let Some(operation) = operations.next() {
            if self.steps_left == 0 || drawing.letters.len() > MAX_LETTERS {
                break;
            }
            self.steps_left -= 1;
            match &**operation.operator {
                b"Do" => self.external(&operation, &cursor, drawing),
                b"Tf" => self.select_font(&operation, &mut cursor),
                b"EndOfContent" => return,
                b"BMC" | b"BDC" if drawing.marked.len() >= MAX_MARKS => drawing.is_partial = true,
                b"BMC" => drawing.marked.push(None),
                b"BDC" => {
                    let actual = cursor.actual_text(&operation);
                    self.steps_left = self.steps_left.saturating_sub(actual.as_ref().map_or(0, String::len));
                    drawing.marked.push(actual.map(|text| (text, drawing.letters.len())));
                }
                operator if operator.starts_with(b"T") || matches!(operator, b"'" | b"\"") => {
                    self.text_operation(operator, &operation, &mut cursor, drawing);
                }
                operator => cursor.graphics_operation(operator, &operation, drawing),
            }
        }
        drawing.is_partial = true;
    }

    fn text_operation(&mut self, operator: &[u8], operation: &Instruction<'_, '_>, cursor: &mut Cursor<'a, '_>, drawing: &mut Drawing) {
        let number = |at| number(operation, at);
        match operator {
            b"Tm" => {
                cursor.line = matrix(operation);
                cursor.text = cursor.line;
            }
            b"Td" => cursor.next_line(number(0), number(1)),
            b"TD" => {
                cursor.state.leading = -number(1);
                cursor.next_line(number(0), number(1));
            }
            b"T*" => cursor.next_line(0.0, -cursor.state.leading),
            b"Tc" => cursor.state.letter_space = number(0),
            b"Tw" => cursor.state.word_space = number(0),
            b"Tz" => cursor.state.stretch = number(0) / 100.0,
            b"TL" => cursor.state.leading = number(0),
            b"Ts" => cursor.state.rise = number(0),
            b"Tr" => cursor.state.is_hidden = number(0) == HIDDEN,
            b"TJ" | b"Tj" => self.show_all(operation, cursor, drawing),
            b"'" | b"\"" => {
                if operator == b"\"" {
                    (cursor.state.word_space, cursor.state.letter_space) = (number(0), number(1));
                }
                cursor.next_line(0.0, -cursor.state.leading);
                self.show_all(operation, cursor, drawing);
            }
            _ => {}
        }
    }

    fn show_all(&mut self, operation: &Instruction<'_, '_>, cursor: &mut Cursor<'a, '_>, drawing: &mut Drawing) {
        match operation.operands().last() {
            Some(Object::String(text)) => self.show(text, cursor, drawing),
            Some(Object::Array(parts)) => {
                for part in parts.iter::<Object<'_>>() {
                    match part {
                        Object::String(text) => self.show(&text, cursor, drawing),
                        Object::Number(back) => cursor.advance(-back.as_f64() / 1000.0 * cursor.state.font_size, 0.0),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn show(&mut self, mut string: &[u8], cursor: &mut Cursor<'a, '_>, drawing: &mut Drawing) {
        let font = cursor.state.font.get_or_insert_with(|| self.fonts.standard()).clone();
        let mut has_meaning_of_next = false;
        while let Some((letter, size)) = font.letter(string) {
            let is_blank_code = size == 1 && string.first() == Some(&b' ');
            string = string.get(size..).unwrap_or_default();
            self.steps_left = self.steps_left.saturating_sub(1);
            let start = cursor.text;
            let state = &cursor.state;
            let spaces = state.letter_space + if is_blank_code { state.word_space } else { 0.0 };
            let width = letter.advance.x / 1000.0 * state.font_size;
            let height = letter.advance.y / 1000.0 * state.font_size;
            match letter.text {
                Some(text) => {
                    has_meaning_of_next = stands_for_cluster(&text);
                    cursor.place(text, start, width, drawing);
                }
                None if has_meaning_of_next => cursor.extend_last(start, width, drawing),
                None => cursor.place(UNKNOWN.into(), start, width, drawing),
            }
            match font.is_horizontal() {
                true => cursor.advance(width + spaces, 0.0),
                false => cursor.advance(0.0, height + spaces),
            }
        }
    }

    fn select_font(&mut self, operation: &Instruction<'_, '_>, cursor: &mut Cursor<'a, '_>) {
        let mut operands = operation.operands();
        let Some(Object::Name(name)) = operands.next() else { return };
        cursor.state.font_size = number(operation, 1);
        let resources = cursor.resources;
        let font = cursor.fonts.entry(name.to_vec()).or_insert_with(|| {
            let Some(dictionary) = resources.get_font(name) else { return self.fonts.standard() };
            self.fonts.font(&dictionary, &mut self.unpacker)
        });
        cursor.state.font = Some(Rc::clone(font));
    }

    /// Draws a form, or marks the place of an image.
    fn external(&mut self, operation: &Instruction<'_, '_>, cursor: &Cursor<'a, '_>, drawing: &mut Drawing) {
        let Some(Object::Name(name)) = operation.operands().next() else { return };
        self.steps_left = self.steps_left.saturating_sub(OBJECT_STEPS);
        let Some(stream) = cursor.resources.get_x_object(name) else { return };
        match stream.dict().get::<Name<'_>>("Subtype").as_deref() {
            Some(b"Image") => drawing.coverage.image(cursor.state.to_page),
            Some(b"Form") if cursor.depth < MAX_FORM_DEPTH => {
                self.form(&stream, cursor.resources, cursor.state.clone(), cursor.depth, drawing)
            }
            Some(b"Form") => drawing.is_partial = true,
            _ => {}
        }
    }

    fn form(&mut self, stream: &Stream<'a>, outer: &Resources<'a>, mut state: GraphicsState<'a>, depth: usize, drawing: &mut Drawing) {
        let Some(content) = self.unpacker.data(stream) else {
            drawing.is_partial = true;
            return;
        };
        drawing.is_partial |= unpack::is_broken(stream);
        let own = stream.dict().get::<Dict<'_>>("Resources").and_then(|own| self.resources(&own));
        if let Some(matrix) = stream.dict().get::<[f64; 6]>("Matrix") {
            state.to_page *= Affine::new(matrix);
        }
        let content = [&*content, END].concat();
        self.nested(&content, own.as_ref().unwrap_or(outer), state, depth + 1, drawing);
    }

    /// Draws the appearance of a note or field.
    pub(super) fn appearance(&mut self, stream: &Stream<'a>, resources: &Resources<'a>, to_page: Affine, drawing: &mut Drawing) {
        self.form(stream, resources, GraphicsState::new(to_page), 0, drawing);
        drawing.marked.clear();
    }
}

impl Cursor<'_, '_> {
    fn graphics_operation(&mut self, operator: &[u8], operation: &Instruction<'_, '_>, drawing: &mut Drawing) {
        match operator {
            b"q" if self.saved.len() < MAX_SAVED => self.saved.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => self.state.to_page *= matrix(operation),
            b"BT" => (self.text, self.line) = (Affine::IDENTITY, Affine::IDENTITY),
            b"EMC" => drawing.end_marked(),
            b"BI" => drawing.coverage.image(self.state.to_page),
            b"c" | b"v" | b"y" => drawing.coverage.curve(),
            _ => {}
        }
    }

    /// Marked content may carry `ActualText`: what its glyphs mean together.
    fn actual_text(&self, operation: &Instruction<'_, '_>) -> Option<String> {
        let named;
        let properties = match operation.operands().nth(1)? {
            Object::Dict(properties) => properties,
            Object::Name(name) => {
                named = self.resources.properties.get::<Dict<'_>>(name)?;
                &named
            }
            _ => return None,
        };
        let text = decoded(&properties.get::<object::String<'_>>("ActualText")?);
        Some(text.replace(char::is_control, " "))
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.text = self.line;
    }

    fn advance(&mut self, x: f64, y: f64) {
        self.text *= Affine::translate((x * self.state.stretch, y));
    }

    /// Where the letter at `start` stands on the page.
    fn place_of(&self, start: Affine) -> Affine {
        self.state.to_page * start * Affine::new([self.state.stretch, 0.0, 0.0, 1.0, 0.0, self.state.rise])
    }

    fn place(&self, text: Rc<str>, start: Affine, width: f64, drawing: &mut Drawing) {
        if text.is_empty() {
            return;
        }
        let place = self.place_of(start);
        let [a, b, c, d, x, y] = place.as_coeffs();
        let font_size = self.state.font_size;
        let direction = if font_size < 0.0 { degrees(-a, -b) } else { degrees(a, b) };
        let size = c.hypot(d) * font_size.abs();
        let end = (place * Point::new(width, 0.0)).into();
        drawing.letters.push(PlacedLetter { text, x, y, end, size, degrees: direction, is_hidden: self.state.is_hidden });
    }

    /// Lets the last letter stand for one more glyph.
    fn extend_last(&self, start: Affine, width: f64, drawing: &mut Drawing) {
        if let Some(last) = drawing.letters.last_mut() {
            last.end = (self.place_of(start) * Point::new(width, 0.0)).into();
        }
    }
}

impl Drawing {
    /// Puts the text in place of the letters.
    fn end_marked(&mut self) {
        let Some(Some((text, from))) = self.marked.pop() else { return };
        let Some(first) = self.letters.get(from).cloned() else { return };
        let end = self.letters.last().map_or(first.end, |last| last.end);
        self.letters.truncate(from);
        if !text.trim().is_empty() {
            self.letters.push(PlacedLetter { text: text.as_str().into(), end, ..first });
        }
    }
}

/// Programs give the meaning of several glyphs to the first of them, the other ones have none.
fn stands_for_cluster(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first == 'ำ' || layout::is_mark(first)) || letters.next().is_some()
}

fn number(operation: &Instruction<'_, '_>, at: usize) -> f64 {
    match operation.operands().nth(at) {
        Some(Object::Number(number)) => number.as_f64(),
        _ => 0.0,
    }
}

fn matrix(operation: &Instruction<'_, '_>) -> Affine {
    Affine::new(std::array::from_fn(|at| number(operation, at)))
}
