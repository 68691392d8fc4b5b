//! Who does it: divisions and posts in one cell.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::doubt::{DoubtKind, Doubts};
use super::fields::{Object, spanned};
use super::list::items_of_lines;
use super::wording::{one_line, plain};
use crate::attachment::TextPosition;
use crate::attachment::grid::CellContent;
use crate::slice::slice;
use crate::thai::{is_digit, says_something};

const UNITS: [&str; 17] =
    ["สำนัก", "กอง", "งาน", "ฝ่าย", "หน่วย", "ส่วน", "ศูนย์", "กลุ่ม", "แผนก", "สถานี", "โรงเรียน", "คณะ", "ทุก", "อบต", "เทศบาล", "องค์การ", "สถาบัน"];
const POSTS: [&str; 27] = [
    "ผอ.",
    "ผอ",
    "ผู้อำนวยการ",
    "หัวหน้า",
    "หน.",
    "นัก",
    "เจ้าพนักงาน",
    "จพง",
    "เจ้าหน้าที่",
    "จนท",
    "นิติกร",
    "ปลัด",
    "รองปลัด",
    "รองนายก",
    "นายก",
    "นายช่าง",
    "นายแพทย์",
    "นายทะเบียน",
    "นายตรวจ",
    "ผู้ช่วย",
    "วิศวกร",
    "ครู",
    "ผู้บริหาร",
    "พนักงาน",
    "บุคลากร",
    "เลขานุการ",
    "พยาบาล",
];
const TITLES: [&str; 6] = ["นางสาว", "นาง", "นาย", "น.ส.", "น.ส", "ว่าที่"];

/// Kinds of columns in which people stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PeopleColumn {
    /// ผู้รับผิดชอบ: divisions, and posts among them.
    Responsible,
    /// ผู้ที่เกี่ยวข้อง: posts, and divisions among them.
    Posts,
}

/// The divisions of the site by their plain names.
pub(super) struct KnownUnits<'k>(HashMap<String, &'k str>);

impl<'k> KnownUnits<'k> {
    pub(super) fn new(units: &'k [String]) -> Self {
        Self(units.iter().map(|unit| (plain(unit), unit.as_str())).collect())
    }

    /// A division of the site, also where converters put blanks into its name.
    fn known(&self, piece: &str) -> Option<&'k str> {
        // Bytes of a name: what is longer is not looked at, once for each of its blanks.
        const LONGEST: usize = 400;
        if piece.len() > LONGEST { None } else { self.0.get(&plain(piece)).copied() }
    }
}

/// True if a text is a person's name with its title.
pub(super) fn is_person(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['(', ' ']);
    let is_post = POSTS.iter().any(|post| text.starts_with(post));
    !is_post && TITLES.iter().any(|title| text.strip_prefix(title).is_some_and(|name| name.trim_start().chars().nth(2).is_some()))
}

/// Divisions and posts, while cells are read.
#[derive(Default)]
pub(super) struct People {
    units: Vec<Value>,
    posts: Vec<Value>,
    names: HashSet<String>,
}

impl People {
    /// Adds those of cells.
    pub(super) fn add(&mut self, cells: &[&CellContent], column: PeopleColumn, units: &KnownUnits<'_>, doubts: &mut Doubts) {
        for cell in cells {
            for piece in pieces(cell, units, doubts) {
                self.add_piece(&piece, column, units, &cell.place, doubts);
            }
        }
    }

    fn add_piece(&mut self, piece: &str, column: PeopleColumn, units: &KnownUnits<'_>, place: &TextPosition, doubts: &mut Doubts) {
        if let Some(known) = units.known(piece) {
            let typed = (known != piece).then(|| piece.to_owned());
            return self.put_unit(spanned(known.into(), typed), known, place, doubts);
        }
        if is_person(piece) {
            doubts.add_taken(DoubtKind::PersonName, Some(place), piece, piece);
            return self.put_post(piece, place, doubts);
        }
        let begins = |words: &[&str]| words.iter().any(|word| piece.starts_with(word));
        match (begins(&POSTS), begins(&UNITS), column) {
            (true, ..) | (false, false, PeopleColumn::Posts) => self.put_post(piece, place, doubts),
            (false, true, _) => self.put_unit(piece.into(), piece, place, doubts),
            (false, false, PeopleColumn::Responsible) => {
                doubts.add_taken(DoubtKind::Responsible, Some(place), piece, piece);
                self.put_unit(piece.into(), piece, place, doubts);
            }
        }
    }

    fn put_unit(&mut self, unit: Value, name: &str, place: &TextPosition, doubts: &mut Doubts) {
        if self.is_new(name, place, doubts) {
            self.units.push(unit);
        }
    }

    fn put_post(&mut self, post: &str, place: &TextPosition, doubts: &mut Doubts) {
        if self.is_new(post, place, doubts) {
            self.posts.push(post.into());
        }
    }

    /// False, with a doubt, for a name that was there before.
    fn is_new(&mut self, name: &str, place: &TextPosition, doubts: &mut Doubts) -> bool {
        let is_new = self.names.insert(plain(name));
        if !is_new {
            doubts.add(DoubtKind::PeopleTwice, Some(place), name);
        }
        is_new
    }

    /// As front matter writes them.
    pub(super) fn written(self) -> Value {
        let mut people = Object::default();
        people.put_found("units", self.units);
        people.put_found("posts", self.posts);
        people.into_value()
    }
}

/// Divisions and posts of a cell, one by one.
fn pieces(cell: &CellContent, units: &KnownUnits<'_>, doubts: &mut Doubts) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut lines: Vec<Vec<&crate::attachment::grid::CellLine>> = Vec::new();
    for line in &cell.lines {
        // A line that begins with a division, post or name stands alone; others go on.
        match lines.last_mut() {
            Some(above) if line.number.is_some() || !begins_one(&line.text, units) => above.push(line),
            _ => lines.push(vec![line]),
        }
    }
    let mut numbers = Doubts::default();
    for run in lines {
        for item in items_of_lines(run.into_iter(), Some(&cell.place), &mut numbers) {
            split(&item.text, units, &mut pieces);
        }
    }
    doubts.0.extend(numbers.0);
    pieces.retain(|piece| says_something(piece));
    pieces
}

fn begins_one(text: &str, units: &KnownUnits<'_>) -> bool {
    let text = text.trim_start();
    let first = text.split([' ', '/', ',']).next().unwrap_or_default();
    UNITS.iter().chain(&POSTS).any(|word| text.starts_with(word))
        || is_person(text)
        || units.known(first).is_some()
        || units.known(text).is_some()
}

/// Splits at `/`, `,`, `;`, blanks and `และ` where a division, post or name begins.
fn split(text: &str, units: &KnownUnits<'_>, pieces: &mut Vec<String>) {
    if units.known(text).is_some() {
        return pieces.push(text.to_owned());
    }
    let mut start = 0;
    let mut person = is_person(text);
    for (at, separator) in separators(text) {
        let after = slice(text, at + separator.len()..);
        let is_blank = separator.trim().is_empty();
        if !begins_one(after, units) || is_word_alone(after) || (is_blank && (person || is_bare(slice(text, start..at)))) {
            continue;
        }
        pieces.push(trimmed(slice(text, start..at)));
        start = at + separator.len();
        person = is_person(after);
    }
    pieces.push(trimmed(slice(text, start..)));
}

/// Places where a list may be cut.
fn separators(text: &str) -> Vec<(usize, &str)> {
    let signs = text.char_indices().filter(|(_, c)| matches!(c, '/' | ',' | ';' | ' '));
    let mut found: Vec<(usize, &str)> = signs.map(|(at, c)| (at, slice(text, at..at + c.len_utf8()))).collect();
    found.extend(text.match_indices("และ"));
    found.sort_by_key(|(at, _)| *at);
    found
}

/// `กอง` of `ทุกสำนัก/กอง` is none of its own.
fn is_word_alone(after: &str) -> bool {
    let next = after.split(['/', ',', ';']).next().unwrap_or_default().trim();
    UNITS.contains(&next)
}

/// `กอง` before a blank that a converter put into `กอง คลัง`.
fn is_bare(piece: &str) -> bool {
    let piece = piece.trim();
    UNITS.contains(&piece) || POSTS.contains(&piece) || piece.is_empty()
}

/// Without separators at its ends, and without the number of the next piece.
fn trimmed(piece: &str) -> String {
    let is_number = |word: &str| word.strip_suffix(['.', ')']).is_some_and(|digits| !digits.is_empty() && digits.chars().all(is_digit));
    let piece = match piece.trim_end().rsplit_once(char::is_whitespace) {
        Some((before, last)) if is_number(last) => before,
        _ => piece,
    };
    one_line(piece.trim_matches(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | ';' | '-')))
}
