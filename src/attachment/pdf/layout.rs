//! Puts letters into words, lines and columns by where they stand.

use std::rc::Rc;

/// A gap from here on parts two words, in ems.
const WORD_GAP: f64 = 0.17;
/// A gap from here on parts two columns, in ems.
const COLUMN_GAP: f64 = 0.5;
/// The same behind a blank of text that is not drawn, as OCR programs put behind each word: they place words by their ink,
/// and not exactly.
const HIDDEN_COLUMN_GAP: f64 = 0.8;
/// How far a letter may reach back over the one before; marks stand over it.
const MAX_OVERLAP: f64 = 0.25;
const MAX_MARK_OVERLAP: f64 = 1.2;
/// Letters whose base lines are this close stand in one word, in ems; marks are often raised.
const WORD_RISE: f64 = 0.4;
/// Words whose base lines are this close stand in one line, in ems.
const LINE_RISE: f64 = 0.35;
/// The same letters this close to each other are bold print, in ems.
const BOLD_SHIFT: f64 = 0.15;
/// Directions this close to a quarter turn are taken as one, in degrees.
const STRAIGHT: f64 = 5.0;

/// A letter on a page, or several that one glyph stands for.
#[derive(Clone)]
pub(super) struct PlacedLetter {
    pub text: Rc<str>,
    /// Place of the base line, upwards, in points; `end` is where the next letter is expected.
    pub x: f64,
    pub y: f64,
    pub end: (f64, f64),
    /// Height of an em in points.
    pub size: f64,
    /// Direction of the base line, in degrees, from 0 to 359.
    pub degrees: u16,
    /// True if it is not drawn.
    pub is_hidden: bool,
}

impl PlacedLetter {
    pub(super) fn is_finite(&self) -> bool {
        [self.x, self.y, self.end.0, self.end.1, self.size].iter().all(|number| number.is_finite())
    }
}

/// Direction of a base line in whole degrees; nearly straight is straight.
pub(super) fn degrees(x: f64, y: f64) -> u16 {
    let degrees = y.atan2(x).to_degrees().rem_euclid(360.0);
    let straight = (degrees / 90.0).round() * 90.0;
    let degrees = if (degrees - straight).abs() <= STRAIGHT { straight } else { degrees.round() };
    degrees as u16 % 360
}

/// A line of text, cell by cell.
pub(super) struct TextLine {
    pub cells: Vec<TextCell>,
    pub y: f64,
}

/// Words of a line that no wide gap parts.
pub(super) struct TextCell {
    pub text: String,
    pub x: f64,
    pub end: f64,
    pub size: f64,
}

/// Letters that follow on each other.
struct Chunk {
    text: String,
    x: f64,
    y: f64,
    end: f64,
    size: f64,
    /// Place and text of the last letter, without marks.
    last: (f64, f64, Rc<str>),
    is_hidden: bool,
}

/// The lines of a page, from top to bottom, those of the most usual direction first.
pub(super) fn lines(letters: &[PlacedLetter]) -> Vec<Vec<TextLine>> {
    let mut directions: Vec<(u16, Vec<&PlacedLetter>)> = Vec::new();
    for letter in letters.iter().filter(|letter| letter.is_finite()) {
        match directions.iter_mut().find(|(degrees, _)| *degrees == letter.degrees) {
            Some((_, letters)) => letters.push(letter),
            None => directions.push((letter.degrees, vec![letter])),
        }
    }
    directions.sort_by_key(|(degrees, _)| *degrees);
    directions.into_iter().map(|(degrees, letters)| upright_lines(chunks(&letters, f64::from(degrees).to_radians()))).collect()
}

fn chunks(letters: &[&PlacedLetter], angle: f64) -> Vec<Chunk> {
    let (sin, cos) = if angle == 0.0 { (0.0, 1.0) } else { angle.sin_cos() };
    let turned = |x: f64, y: f64| (x * cos + y * sin, y * cos - x * sin);
    let mut chunks: Vec<Chunk> = Vec::new();
    for letter in letters {
        let (x, y) = turned(letter.x, letter.y);
        let end = turned(letter.end.0, letter.end.1).0.max(x);
        match chunks.last_mut() {
            Some(chunk) if chunk.repeats(letter, x, y) => {}
            Some(chunk) if chunk.takes(letter, x, y) => chunk.push(letter, x, y, end),
            _ => chunks.push(Chunk::begin(letter, x, y, end)),
        }
    }
    chunks
}

impl Chunk {
    fn begin(letter: &PlacedLetter, x: f64, y: f64, end: f64) -> Self {
        let last = (x, y, Rc::clone(&letter.text));
        Chunk { text: letter.text.to_string(), x, y, end, size: letter.size, last, is_hidden: letter.is_hidden }
    }

    fn takes(&self, letter: &PlacedLetter, x: f64, y: f64) -> bool {
        let em = self.size.max(letter.size).max(0.1);
        let overlap = if letter.text.starts_with(is_mark) { MAX_MARK_OVERLAP } else { MAX_OVERLAP };
        let gap = (x - self.end) / em;
        (self.last.1 - y).abs() < WORD_RISE * em && gap < column_gap(&self.text, letter.is_hidden) && gap > -overlap
    }

    /// True if the letter is drawn again to look bold.
    fn repeats(&self, letter: &PlacedLetter, x: f64, y: f64) -> bool {
        let shift = BOLD_SHIFT * letter.size;
        let (last_x, last_y, text) = &self.last;
        *text == letter.text && (x - last_x).abs() < shift && (y - last_y).abs() < shift && letter.text.trim() != ""
    }

    fn push(&mut self, letter: &PlacedLetter, x: f64, y: f64, end: f64) {
        let em = self.size.max(letter.size).max(0.1);
        if x - self.end > WORD_GAP * em && !self.text.ends_with(' ') && !letter.text.starts_with(' ') {
            self.text.push(' ');
        }
        self.text.push_str(&letter.text);
        self.end = self.end.max(end);
        if !letter.text.starts_with(is_mark) {
            self.last = (x, y, Rc::clone(&letter.text));
        }
    }

    fn is_bold_print_of(&self, other: &Chunk) -> bool {
        let shift = BOLD_SHIFT * self.size;
        (other.x - self.x).abs() < shift && (other.end - self.end).abs() < shift && other.text.trim() == self.text.trim()
    }
}

fn upright_lines(mut chunks: Vec<Chunk>) -> Vec<TextLine> {
    // Stable: what is drawn first at one height stays first.
    chunks.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines: Vec<(f64, Vec<Chunk>)> = Vec::new();
    for chunk in chunks {
        match lines.last_mut() {
            Some((y, line)) if (*y - chunk.y).abs() <= LINE_RISE * chunk.size.max(1.0) => line.push(chunk),
            _ => lines.push((chunk.y, vec![chunk])),
        }
    }
    lines.into_iter().map(|(y, chunks)| TextLine { cells: cells(chunks), y }).filter(|line| !line.cells.is_empty()).collect()
}

fn cells(mut chunks: Vec<Chunk>) -> Vec<TextCell> {
    chunks.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut cells: Vec<TextCell> = Vec::new();
    let mut last: Option<&Chunk> = None;
    for chunk in &chunks {
        if last.is_some_and(|last| chunk.is_bold_print_of(last)) {
            continue;
        }
        last = Some(chunk);
        match cells.last_mut() {
            Some(cell) if chunk.x - cell.end <= column_gap(&cell.text, chunk.is_hidden) * chunk.size => cell.push(chunk),
            _ if chunk.text.trim().is_empty() => {}
            _ => cells.push(TextCell { text: chunk.text.clone(), x: chunk.x, end: chunk.end, size: chunk.size }),
        }
    }
    cells
}

/// The gap behind a text from which on another column begins, in ems.
fn column_gap(before: &str, is_hidden: bool) -> f64 {
    if is_hidden && before.ends_with(' ') { HIDDEN_COLUMN_GAP } else { COLUMN_GAP }
}

impl TextCell {
    fn push(&mut self, chunk: &Chunk) {
        if chunk.x - self.end > WORD_GAP * chunk.size && !self.text.ends_with(' ') && !chunk.text.starts_with(' ') {
            self.text.push(' ');
        }
        self.text.push_str(&chunk.text);
        self.end = self.end.max(chunk.end);
    }
}

/// True for a Thai mark over or under the letter before it.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}
