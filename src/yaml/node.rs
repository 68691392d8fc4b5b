//! Nodes of a YAML document.

use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};

/// A value with its span.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The value.
    pub value: NodeValue,
    /// Byte range in the file.
    pub(crate) span: Range<usize>,
}

/// Value of a node. Scalars stay text until a field requires another type: `0123456`, `1.10` and
/// `no` stay as typed (P19).
#[derive(Clone, Debug, PartialEq)]
pub enum NodeValue {
    /// Empty, `~` or `null`.
    Null,
    /// A single value.
    Scalar(Scalar),
    /// A sequence.
    Seq(Vec<Node>),
    /// A mapping, in file order.
    Map(Vec<(MapKey, Node)>),
}

/// A scalar as text.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// Content without quotes and with escapes resolved.
    pub text: String,
    /// Notation.
    pub(crate) form: ScalarForm,
}

/// Notation of a scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarForm {
    /// Plain, on one line.
    Plain,
    /// Plain, continued on further lines.
    Folded,
    /// Quoted or a block scalar: explicitly one text.
    Marked,
}

impl ScalarForm {
    /// Notation of the scalar at a byte range.
    pub(super) fn of(source: &str, span: &Range<usize>) -> Self {
        let typed = source.get(span.clone()).unwrap_or_default();
        // The span of a block scalar starts in the line after its indicator.
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

/// A key of a mapping.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct MapKey {
    /// Key as typed.
    pub name: String,
    /// Byte range in the file.
    pub(crate) span: Range<usize>,
}

impl Node {
    /// Text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// Wraps a scalar in a mapping as the value of `key`; `None` for other nodes.
    pub fn as_value_of(&self, key: &str) -> Option<Node> {
        self.text()?;
        let key = MapKey { name: key.to_owned(), span: self.span.clone() };
        Some(Node { value: NodeValue::Map(vec![(key, self.clone())]), span: self.span.clone() })
    }

    /// Entries of a mapping.
    pub fn entries(&self) -> Option<&[(MapKey, Node)]> {
        match &self.value {
            NodeValue::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// True for no value, and for a mapping whose values are all blank.
    pub fn is_blank(&self) -> bool {
        match &self.value {
            NodeValue::Null => true,
            NodeValue::Map(entries) => !entries.is_empty() && entries.iter().all(|(_, value)| value.is_blank()),
            NodeValue::Scalar(_) | NodeValue::Seq(_) => false,
        }
    }

    /// Span of the first key of a mapping, for a caret, as the whole span is too long; otherwise
    /// the start of the node.
    pub fn first_key(&self) -> Range<usize> {
        let first = self.entries().and_then(<[_]>::first);
        first.map_or_else(|| self.span.start..self.span.start, |(key, _)| key.span.clone())
    }

    /// Range from the start to the end of the last nested value; the span of a sequence or mapping
    /// may cover only its first indicator.
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

    /// Short excerpt for messages: first line of a text, first entry of a sequence or mapping.
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
