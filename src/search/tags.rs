//! The tags of an HTML page, as its text needs them.

use memchr::{memchr, memmem};

use crate::render::tables::SEARCHED_ROWS;
use crate::search::element::{SearchedElement, element};

/// What an HTML page consists of, as far as its visible text is concerned.
pub enum HtmlPiece<'a> {
    /// Characters with references.
    Text(&'a str),
    /// A start tag.
    Open(HtmlTag<'a>),
    /// An end tag.
    Close(Name<'a>),
}

/// A start tag.
pub struct HtmlTag<'a> {
    pub name: Name<'a>,
    /// What is written after the name, up to the `>`.
    attributes: &'a str,
}

/// The name of an element.
#[derive(Clone, Copy)]
pub struct Name<'a> {
    pub element: SearchedElement,
    written: &'a str,
}

impl<'a> Name<'a> {
    fn new(written: &'a str) -> Name<'a> {
        Name { element: element(written), written }
    }

    /// True if both name the same element.
    pub fn is_same_as(self, other: Name<'_>) -> bool {
        self.element == other.element && self.written.eq_ignore_ascii_case(other.written)
    }

    /// True if it is `name`, which is in lower case.
    pub fn is(self, name: &str) -> bool {
        self.written.eq_ignore_ascii_case(name)
    }
}

/// The attributes that say something about text.
#[derive(Default)]
pub struct TagAttributes<'a> {
    /// The value of `id`, with references.
    pub id: Option<&'a str>,
    /// Whether there is `hidden`.
    pub is_hidden: bool,
    /// The value of `data-search`.
    pub search: Option<&'a str>,
    /// Whether it is a row of a table about one of [`SEARCHED_ROWS`].
    pub is_searched_row: bool,
}

impl<'a> HtmlTag<'a> {
    /// Reads the attributes.
    pub fn attributes(&self) -> TagAttributes<'a> {
        let mut read = TagAttributes::default();
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_ascii_start();
            let end = rest.bytes().position(|byte| matches!(byte, b'=' | b'/' | b' ' | b'\n' | b'\r' | b'\t')).unwrap_or(rest.len());
            let Some((name, after)) = rest.split_at_checked(end) else {
                return read;
            };
            let (value, after) = match after.trim_ascii_start().strip_prefix('=') {
                Some(value) => value_and_rest(value.trim_ascii_start()),
                None => ("", after),
            };
            match name.as_bytes() {
                [b'i' | b'I', b'd' | b'D'] if read.id.is_none() => read.id = Some(value),
                [b'h' | b'H', ..] if name.eq_ignore_ascii_case("hidden") => read.is_hidden = true,
                [b'd' | b'D', ..] if name.eq_ignore_ascii_case("data-search") => read.search = Some(value),
                [b'd', ..] if name.strip_prefix("data-").is_some_and(|about| SEARCHED_ROWS.contains(&about)) => read.is_searched_row = true,
                _ => {}
            }
            // A `/` is no name: nothing was read.
            rest = if after.len() == rest.len() { after.get(1..).unwrap_or_default() } else { after };
            if rest.is_empty() {
                return read;
            }
        }
    }
}

fn value_and_rest(value: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let end = value.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(value.len());
    value.split_at_checked(end).unwrap_or((value, ""))
}

/// Reads a page from start to end.
pub struct HtmlPieces<'a> {
    rest: &'a str,
}

impl<'a> HtmlPieces<'a> {
    /// All of `html`.
    pub fn new(html: &'a str) -> HtmlPieces<'a> {
        HtmlPieces { rest: html }
    }

    /// Takes the first `length` bytes; a length within a letter takes all.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn open(&mut self, tag: &'a str) -> HtmlPiece<'a> {
        let inside = tag.trim_start_matches('<').trim_end_matches('>');
        let (name, attributes) = name_and_rest(inside);
        if name.is("script") || name.is("style") {
            self.skip_raw(name);
        }
        HtmlPiece::Open(HtmlTag { name, attributes })
    }

    /// Leaves out everything before the end tag of an element whose content is no HTML.
    fn skip_raw(&mut self, name: Name<'_>) {
        let mut from = 0;
        while let Some(at) = self.rest.get(from..).and_then(|rest| memmem::find(rest.as_bytes(), b"</")) {
            let end = from + at;
            if self.rest.get(end + 2..end + 2 + name.written.len()).is_some_and(|found| name.is_same_as(Name::new(found))) {
                self.take(end);
                return;
            }
            from = end + 2;
        }
        self.rest = "";
    }
}

impl<'a> Iterator for HtmlPieces<'a> {
    type Item = HtmlPiece<'a>;

    fn next(&mut self) -> Option<HtmlPiece<'a>> {
        loop {
            let bytes = self.rest.as_bytes();
            match bytes {
                [] => return None,
                [b'<', b'!', b'-', b'-', ..] => {
                    let end = memmem::find(bytes.get(4..)?, b"-->").map_or(bytes.len(), |at| at + 7);
                    self.take(end);
                }
                [b'<', b'!' | b'?', ..] => {
                    let end = memchr(b'>', bytes).map_or(bytes.len(), |at| at + 1);
                    self.take(end);
                }
                [b'<', b'/', first, ..] if first.is_ascii_alphabetic() => {
                    let end = memchr(b'>', bytes).map_or(bytes.len(), |at| at + 1);
                    let tag = self.take(end).trim_start_matches("</").trim_end_matches('>');
                    return Some(HtmlPiece::Close(name_and_rest(tag).0));
                }
                [b'<', first, ..] if first.is_ascii_alphabetic() => {
                    let end = tag_end(bytes);
                    let tag = self.take(end);
                    return Some(self.open(tag));
                }
                _ => {
                    // A `<` that begins no tag is text.
                    let next = bytes.get(1..).and_then(|after| memchr(b'<', after)).map_or(bytes.len(), |at| at + 1);
                    return Some(HtmlPiece::Text(self.take(next)));
                }
            }
        }
    }
}

fn name_and_rest(tag: &str) -> (Name<'_>, &str) {
    let end = tag.bytes().position(|byte| byte.is_ascii_whitespace() || byte == b'/').unwrap_or(tag.len());
    let (name, rest) = tag.split_at_checked(end).unwrap_or((tag, ""));
    (Name::new(name), rest)
}

/// Where the start tag at the start of `bytes` ends: after the first `>` that is not in a quoted value.
fn tag_end(bytes: &[u8]) -> usize {
    let mut from = 0;
    loop {
        let Some(end) = bytes.get(from..).and_then(|rest| memchr(b'>', rest)).map(|at| from + at) else {
            return bytes.len();
        };
        let Some(quoted) = bytes.get(from..end).and_then(open_quote) else {
            return end + 1;
        };
        let quote = from + quoted;
        let closes = bytes.get(quote).and_then(|&quote_sign| memchr(quote_sign, bytes.get(quote + 1..)?));
        match closes {
            Some(at) => from = quote + 1 + at + 1,
            None => return bytes.len(),
        }
    }
}

/// Where the value begins whose quotation mark is not closed in this part of a tag, which begins outside values.
fn open_quote(part: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let equals = from + memchr(b'=', part.get(from..)?)?;
        let value = equals + 1 + part.get(equals + 1..)?.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let quote = *part.get(value)?;
        from = match quote {
            b'"' | b'\'' => match memchr(quote, part.get(value + 1..)?) {
                Some(at) => value + 1 + at + 1,
                None => return Some(value),
            },
            _ => value,
        };
    }
}
