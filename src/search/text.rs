//! The text of one page in about one byte a letter, until the shard of its year is made.

use crate::search::{
    kind::{file_kind, own_first, rank},
    normalised::normalised,
    searched::{SearchedKind, SearchedPage},
};

/// What the shard needs of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchText {
    /// Fiscal year, the shard.
    pub fiscal_year: Option<u16>,
    /// Path below the base URL.
    pub url: Box<str>,
    /// Code of its item, as shown.
    pub item: Option<Box<str>>,
    /// Name of its indicator.
    pub indicator: Option<Box<str>>,
    /// Its units.
    pub units: Box<[Box<str>]>,
    /// Where its passages stand, in the order of the text: parted by tabs, anchors, for files path and part with a unit separator
    /// between; empty path: that of the passage before.
    pub places: Box<str>,
    /// Its letters, see [`Letter`].
    letters: Box<[u8]>,
}

/// A sign of a searched text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The begin of a passage, one more than its [rank] (0 is the title), or a [letter](near_letter).
    Near(u8),
    /// Another letter.
    Far(char),
}

/// The letter of a byte of a text: ASCII or Thai; `None` if a passage begins with it.
pub fn near_letter(byte: u8) -> Option<char> {
    match byte {
        ..0x20 => None,
        0x20..0x80 => Some(char::from(byte)),
        _ => char::from_u32(u32::from(byte) + THAI),
    }
}

/// Between the path and the part of a file.
const UNIT_SEPARATOR: char = '\u{1F}';
/// After this byte, three bytes are a letter beyond ASCII and Thai.
const FAR: u8 = 0x10;
/// Thai letters stand at this distance from their code point.
const THAI: u32 = 0xE00 - 0x80;

impl SearchText {
    /// The text of a page, normalised: the title, its own passages, those of its files.
    pub fn new(page: &SearchedPage) -> SearchText {
        let size: usize = page.passages.iter().map(|passage| passage.text.len() / 3 + 1).sum();
        let mut letters = Vec::with_capacity(size + page.title.len() / 3 + 1);
        let mut places = String::new();
        let mut file_before = "";
        put(&mut letters, 0, &normalised(&page.title));
        let mut is_first = true;
        for passage in own_first(page) {
            let text = &*passage.text;
            if text.is_empty() {
                continue;
            }
            put(&mut letters, rank(&passage.kind), text);
            if !is_first {
                places.push('\t');
            }
            is_first = false;
            match &passage.kind {
                SearchedKind::File { path, part } => {
                    if path != file_before {
                        places.extend(path.chars().map(plain));
                    }
                    file_before = path;
                    places.push(UNIT_SEPARATOR);
                    places.extend(part.chars().map(plain));
                }
                SearchedKind::Measure | SearchedKind::Heading | SearchedKind::Text => places.extend(passage.anchor.chars().map(plain)),
            }
        }
        SearchText {
            fiscal_year: page.fiscal_year,
            url: page.url.as_str().into(),
            item: page.item.as_deref().map(Into::into),
            indicator: page.indicator.as_deref().map(Into::into),
            units: page.units.iter().map(|unit| unit.as_str().into()).collect(),
            places: places.into(),
            letters: letters.into(),
        }
    }

    /// The signs of the text, one after the other.
    pub fn each_sign(&self, mut sign: impl FnMut(Sign)) {
        let mut rest = &*self.letters;
        while let Some(at) = memchr::memchr(FAR, rest) {
            rest.iter().take(at).for_each(|byte| sign(Sign::Near(*byte)));
            let [_, a, b, c, ..] = &rest[at..] else { return };
            sign(Sign::Far(char::from_u32(u32::from_be_bytes([0, *a, *b, *c])).unwrap_or(char::REPLACEMENT_CHARACTER)));
            rest = &rest[at + 4..];
        }
        rest.iter().for_each(|byte| sign(Sign::Near(*byte)));
    }

    /// The extensions of the files whose text it has, in lower case, each once.
    pub fn file_kinds(&self) -> Vec<String> {
        let mut kinds = Vec::new();
        for (path, _) in self.places.split('\t').filter_map(|place| place.split_once(UNIT_SEPARATOR)) {
            let kind = file_kind(path);
            if !kind.is_empty() && !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        kinds
    }
}

fn put(letters: &mut Vec<u8>, rank: u8, text: &str) {
    letters.push(rank + 1);
    let mut rest = text.as_bytes();
    loop {
        rest = match *rest {
            [ascii @ 0x20..=0x7E, ref after @ ..] => {
                letters.push(ascii);
                after
            }
            // Thai in UTF-8: two blocks of 64 letters.
            [0xE0, block @ (0xB8 | 0xB9), last, ref after @ ..] => {
                letters.push(0x80 | (block & 1) << 6 | (last & 0x3F));
                after
            }
            _ => {
                let Some(c) = text.get(text.len() - rest.len()..).and_then(|text| text.chars().next()) else { return };
                let [_, a, b, d] = u32::from(c).to_be_bytes();
                letters.extend([FAR, a, b, d]);
                &rest[c.len_utf8()..]
            }
        };
    }
}

/// No letter that parts places.
fn plain(c: char) -> char {
    if c.is_control() { ' ' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::searched::SearchedPassage;

    #[test]
    fn texts_of_files_come_last() {
        let passage = |kind, anchor: &str, text: &str| SearchedPassage { kind, anchor: anchor.into(), text: text.into() };
        let file = |part: &str| SearchedKind::File { path: "2569/o1/a.PDF".into(), part: part.into() };
        let page = SearchedPage {
            url: "2569/o1/".into(),
            title: "ก".into(),
            fiscal_year: Some(2569),
            item: None,
            indicator: None,
            units: Vec::new(),
            passages: vec![
                passage(SearchedKind::Text, "t", "ข😀"),
                passage(file("1"), "", "ค"),
                passage(file("2"), "", "ง"),
                passage(SearchedKind::Measure, "m1", "A"),
            ],
        };
        let text = SearchText::new(&page);
        let mut signs = String::new();
        text.each_sign(|sign| {
            signs.push(match sign {
                Sign::Near(byte) => near_letter(byte).unwrap_or_else(|| char::from(b'0' + byte - 1)),
                Sign::Far(c) => c,
            });
        });
        assert_eq!(signs, "0ก3ข😀1A4ค4ง");
        assert_eq!(&*text.places, "t\tm1\t2569/o1/a.PDF\u{1f}1\t\u{1f}2");
        assert_eq!(text.file_kinds(), ["pdf"]);
    }
}
