//! What a value of a file may be, as data: explanations, the JSON Schema and forms are made from it.

use serde_json::Value;

use crate::base::Lang;

/// A type of values that a file may hold: it says what it looks like, and gives itself back.
pub trait Declared {
    /// What is allowed in the file.
    fn shape() -> Shape;

    /// The value as it is written into a file: reading it again gives the same.
    fn written(&self) -> Value;
}

/// What is allowed in the place of a value.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Any text.
    Text,
    /// `true` or `false`.
    YesNo,
    /// A number with decimals.
    Decimal,
    /// A number without decimals.
    Whole,
    /// A year of the Buddhist era.
    FiscalYear,
    /// A day.
    Date,
    /// A month of a year.
    Month,
    /// The code of an item.
    ItemCode,
    /// One of some words.
    OneOf(Vec<Choice>),
    /// Several of the same; one alone needs no list.
    List(Box<Shape>),
    /// A map whose keys are the author's own.
    Named(Box<Shape>),
    /// A value, or `{value: …, as_written: …}`.
    AsWritten(Box<Shape>),
    /// A map of known keys.
    Structure(&'static Structure),
}

/// One of the words of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What stands in the file.
    pub(crate) key: &'static str,
    /// Other words for it that are read as well.
    pub(crate) aliases: &'static [&'static str],
}

/// A map of known keys.
#[derive(Debug)]
pub struct Structure {
    /// Its type in the program, unique.
    pub name: &'static str,
    pub(crate) about: Description,
    /// Where its fields are shown.
    pub(crate) shown: Description,
    /// The field that a text alone stands for.
    pub(crate) short: Option<&'static str>,
    /// Its fields, in the order in which they are written.
    pub fields: &'static [StructureField],
}

/// A key of a structure.
#[derive(Debug)]
pub struct StructureField {
    /// What stands in the file.
    pub key: &'static str,
    /// Another key for the same, for one value where `key` takes a list.
    pub(crate) also: Option<&'static str>,
    /// Whether the structure is nothing without it.
    pub(crate) is_required: bool,
    /// What its value may be.
    pub shape: fn() -> Shape,
    /// What it is.
    pub about: Description,
    /// A value in YAML; a structure is composed of the examples of its fields.
    pub example: Option<&'static str>,
    /// Where it is shown, if not with the rest of its structure.
    pub(crate) shown: Option<Description>,
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Description {
    /// ไทย
    pub thai: &'static str,
    /// English
    pub english: &'static str,
}

impl Description {
    /// The text in `lang`.
    pub fn in_lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Thai => self.thai.trim(),
            Lang::English => self.english.trim(),
        }
    }
}

impl Shape {
    /// The structure that it is, is a list of, or holds under the author's own keys.
    pub fn structure(&self) -> Option<&'static Structure> {
        match self {
            Shape::Structure(structure) => Some(structure),
            Shape::List(inner) | Shape::Named(inner) | Shape::AsWritten(inner) => inner.structure(),
            _ => None,
        }
    }
}
