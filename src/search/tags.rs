//! The tags of an HTML page, as its text needs them.

use memchr::{memchr, memmem};

/// What an HTML page consists of, as far as its visible text is concerned.
pub enum HtmlPiece<'a> {
    /// Characters with references.
    Text(&'a str),
    Open(HtmlTag<'a>),
    Close(Name<'a>),
}

/// A start tag.
pub struct HtmlTag<'a> {
    pub name: Name<'a>,
    attributes: &'a str,
}

/// The name of an element as it is written.
#[derive(Clone, Copy)]
pub struct Name<'a>(&'a str);

impl Name<'_> {
    /// True if it is `name`, which is in lower case.
    pub fn is(self, name: &str) -> bool {
        self.0.eq_ignore_ascii_case(name)
    }

    /// True if it is one of `names`, which are in lower case.
    pub fn is_one_of(self, names: &[&str]) -> bool {
        names.iter().any(|name| self.is(name))
    }

    /// True if both name the same element.
    pub fn is_same_as(self, other: Name<'_>) -> bool {
        self.is(other.0)
    }
}

impl<'a> HtmlTag<'a> {
    /// The value of an attribute as it is written, with references; empty if it has none.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        if self.attributes.len() < name.len() {
            return None;
        }
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
            let (found, after) = (rest.get(..end)?, rest.get(end..)?);
            let (value, after) = match after.trim_start().strip_prefix('=') {
                Some(value) => unquoted(value.trim_start()),
                None => ("", after),
            };
            if found.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            if after.is_empty() {
                return None;
            }
            // A stray `=`: nothing was read.
            rest = if after.len() == rest.len() { after.get(1..).unwrap_or_default() } else { after };
        }
    }
}

fn unquoted(value: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    value.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((value, ""))
}

/// Reads a page from start to end.
pub struct HtmlPieces<'a> {
    rest: &'a str,
}

/// Elements whose content is no HTML.
const RAW: &[&str] = &["script", "style"];

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
        let end = inside.bytes().position(|byte| byte.is_ascii_whitespace() || byte == b'/').unwrap_or(inside.len());
        let (name, attributes) = inside.split_at_checked(end).unwrap_or((inside, ""));
        let name = Name(name);
        if name.is_one_of(RAW) {
            self.skip_raw(name);
        }
        HtmlPiece::Open(HtmlTag { name, attributes })
    }

    /// Leaves out everything before the end tag.
    fn skip_raw(&mut self, name: Name<'_>) {
        let mut from = 0;
        while let Some(at) = self.rest.get(from..).and_then(|rest| memmem::find(rest.as_bytes(), b"</")) {
            let end = from + at;
            if self.rest.get(end + 2..end + 2 + name.0.len()).is_some_and(|found| name.is_same_as(Name(found))) {
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
                    let name = tag.split_once(|c: char| c.is_ascii_whitespace() || c == '/').map_or(tag, |(name, _)| name);
                    return Some(HtmlPiece::Close(Name(name)));
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

/// Where the start tag at the start of `bytes` ends: after the first `>` that is not in a quoted value.
fn tag_end(bytes: &[u8]) -> usize {
    let mut quote = 0;
    let mut before = b' ';
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            _ if quote != 0 => {
                if byte == quote {
                    quote = 0;
                    before = byte;
                }
            }
            b'>' => return at + 1,
            b'"' | b'\'' if before == b'=' => quote = byte,
            b' ' | b'\n' | b'\r' | b'\t' => {}
            _ => before = byte,
        }
    }
    bytes.len()
}
