//! The tree of a YAML document.

use std::ops::Range;

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Bytes of the file.
    pub span: Range<usize>,
}

/// What a node is. Scalars are text until a field asks for more: `0123456`, `1.10` and `no` stay as typed (PROMISES P19).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// A single value.
    Scalar(Scalar),
    /// A list.
    Seq(Vec<Node>),
    /// A map, in the order of the file.
    Map(Vec<(Key, Node)>),
}

/// A single value as text.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// As typed, without quotes and with escapes resolved.
    pub text: String,
}

/// A key of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// As typed.
    pub name: String,
    /// Bytes of the file.
    pub span: Range<usize>,
}

impl Node {
    /// The text of a single value.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }
}
