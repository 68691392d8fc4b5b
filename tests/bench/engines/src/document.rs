//! Stage one: a text, understood on its own.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Bytes of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "values-borsh", derive(borsh::BorshSerialize, borsh::BorshDeserialize))]
#[cfg_attr(feature = "values-serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

/// A line of the front matter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "values-borsh", derive(borsh::BorshSerialize, borsh::BorshDeserialize))]
#[cfg_attr(feature = "values-serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Field {
    pub key: String,
    pub value: String,
    pub span: Span,
}

/// A heading of the body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "values-borsh", derive(borsh::BorshSerialize, borsh::BorshDeserialize))]
#[cfg_attr(feature = "values-serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Heading {
    pub level: u8,
    pub id: String,
    pub text: String,
    pub span: Span,
}

/// A link to another page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "values-borsh", derive(borsh::BorshSerialize, borsh::BorshDeserialize))]
#[cfg_attr(feature = "values-serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Link {
    pub address: String,
    pub anchor: String,
    pub span: Span,
}

/// A file without its text, which the later stages read beside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "values-borsh", derive(borsh::BorshSerialize, borsh::BorshDeserialize))]
#[cfg_attr(feature = "values-serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Document {
    pub address: String,
    pub fields: Vec<Field>,
    pub body: Span,
    pub headings: Vec<Heading>,
    pub links: Vec<Link>,
}

impl Span {
    pub(crate) fn of(range: Range<usize>) -> Self {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: number(range.start), end: number(range.end) }
    }

    /// What stands there.
    pub(crate) fn read(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// The same span in a text that starts earlier.
    fn after(self, start: usize) -> Self {
        Self::of(self.start as usize + start..self.end as usize + start)
    }
}

impl Document {
    /// Reads a text.
    pub fn read(address: &str, text: &str) -> Self {
        let (fields, start) = fields(text);
        let body = Span::of(start..text.len());
        let (headings, links) = outline(body.read(text), start);
        Self { address: address.to_owned(), fields, body, headings, links }
    }

    /// The value of a field of the front matter.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// The options of both readings of the Markdown.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES
}

/// The fields between two lines of `---`, and where the body starts.
fn fields(text: &str) -> (Vec<Field>, usize) {
    let mut fields = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let here = at;
        at += line.len();
        match line.trim_end() {
            "---" if here == 0 => {}
            "---" => break,
            line => {
                let Some((key, value)) = line.split_once(": ") else { continue };
                let start = here + key.len() + 2;
                fields.push(Field { key: key.to_owned(), value: value.to_owned(), span: Span::of(start..start + value.len()) });
            }
        }
    }
    (fields, at)
}

fn outline(body: &str, start: usize) -> (Vec<Heading>, Vec<Link>) {
    let (mut headings, mut links, mut open) = (Vec::new(), Vec::new(), None);
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        let span = Span::of(range).after(start);
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                let id = id.map(|id| id.to_string()).unwrap_or_default();
                open = Some(Heading { level: number(level), id, text: String::new(), span });
            }
            Event::End(TagEnd::Heading(_)) => headings.extend(open.take()),
            Event::Text(text) => open.iter_mut().for_each(|heading| heading.text.push_str(&text)),
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with('/') => {
                let (address, anchor) = dest_url.split_once('#').unwrap_or((&dest_url, ""));
                links.push(Link { address: address.to_owned(), anchor: anchor.to_owned(), span });
            }
            _ => {}
        }
    }
    (headings, links)
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}
