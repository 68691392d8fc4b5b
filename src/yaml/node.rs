//! The tree of a YAML document.

use std::ops::Range;

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub value: NodeValue,
    /// Bytes of the file.
    pub(crate) span: Range<usize>,
}

/// What a node is. Scalars are text until a field asks for more: `0123456`, `1.10` and `no` stay as
/// typed (P19).
#[derive(Clone, Debug, PartialEq)]
pub enum NodeValue {
    /// Nothing, `~` or `null`.
    Null,
    /// A single value.
    Scalar(Scalar),
    /// A list.
    Seq(Vec<Node>),
    /// A map, in the order of the file.
    Map(Vec<(MapKey, Node)>),
}

/// A single value as text.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// As typed, without quotes and with escapes resolved.
    pub text: String,
    /// How it is marked as one text.
    pub(crate) form: ScalarForm,
}

/// How a text is marked as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarForm {
    /// Not at all.
    Plain,
    /// Not at all, and it goes on in the next line.
    Folded,
    /// With quotes, or as a block of lines: it is one text because its author says so.
    Marked,
}

impl ScalarForm {
    /// The form of the text at some bytes of a file.
    pub(super) fn of(source: &str, span: &Range<usize>) -> Self {
        let typed = source.get(span.clone()).unwrap_or_default();
        // What is marked by `|` or `>` begins in the line below the sign.
        let before = source.get(..span.start).unwrap_or_default().trim_end();
        let sign = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_block = sign.starts_with(['|', '>']) && sign.len() <= 3;
        match typed.contains('\n') {
            _ if is_block || typed.starts_with(['"', '\'']) => Self::Marked,
            true => Self::Folded,
            false => Self::Plain,
        }
    }
}

/// A key of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapKey {
    /// As typed.
    pub name: String,
    /// Bytes of the file.
    pub(crate) span: Range<usize>,
}

impl Node {
    /// The text of a single value.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// A map in which a text alone stands under `key`; `None` of what is no text.
    pub fn as_value_of(&self, key: &str) -> Option<Node> {
        self.text()?;
        let key = MapKey { name: key.to_owned(), span: self.span.clone() };
        Some(Node { value: NodeValue::Map(vec![(key, self.clone())]), span: self.span.clone() })
    }

    /// The entries of a map.
    pub fn entries(&self) -> Option<&[(MapKey, Node)]> {
        match &self.value {
            NodeValue::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// Bytes of the first key of a map, which as a whole is too long for a caret; the beginning of
    /// anything else.
    pub fn first_key(&self) -> Range<usize> {
        let first = self.entries().and_then(<[_]>::first);
        first.map_or_else(|| self.span.start..self.span.start, |(key, _)| key.span.clone())
    }

    /// Bytes from its beginning to the end of the last value in it: the span of a list or map may
    /// be that of its first sign only.
    pub fn extent(&self) -> Range<usize> {
        match &self.value {
            NodeValue::Null | NodeValue::Scalar(_) => self.span.clone(),
            NodeValue::Seq(items) => {
                let ends = items.first().map(Node::extent).zip(items.last().map(Node::extent));
                ends.map_or_else(|| self.span.clone(), |(first, last)| first.start..last.end)
            }
            NodeValue::Map(entries) => match (entries.first(), entries.last()) {
                (Some((first, _)), Some((key, last))) => first.span.start..last.extent().end.max(key.span.end),
                _ => self.span.clone(),
            },
        }
    }

    /// So much of it that its author knows it again: the first line of a text, the first entry of a
    /// list or map.
    pub fn glimpse(&self) -> String {
        let more = |count: usize| if count > 1 { ", …" } else { "" };
        match &self.value {
            NodeValue::Null => "null".to_owned(),
            NodeValue::Scalar(scalar) => {
                let text = scalar.text.trim();
                let first = text.lines().next().unwrap_or_default();
                if first.len() == text.len() { first.to_owned() } else { format!("{first} …") }
            }
            NodeValue::Seq(items) => format!("[{}{}]", items.first().map(Node::glimpse).unwrap_or_default(), more(items.len())),
            NodeValue::Map(entries) => {
                let first = entries.first().map(|(key, value)| format!("{}: {}", key.name, value.glimpse()));
                format!("{{{}{}}}", first.unwrap_or_default(), more(entries.len()))
            }
        }
    }
}
