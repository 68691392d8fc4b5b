//! Declared shapes of values, from which explanations, the JSON Schema and forms are generated.

use serde_json::Value;

use crate::base::Lang;

/// A type of values in files: declares its shape, and can be written back.
pub trait Declared {
    /// Shape in the file.
    fn shape() -> Shape;

    /// Value as written to a file; reading it gives the same value.
    fn written(&self) -> Value;
}

/// Shape of a value.
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
    /// A closed list.
    OneOf(Vec<Choice>),
    /// A list; a single value needs no list.
    List(Box<Shape>),
    /// A mapping with arbitrary keys.
    Named(Box<Shape>),
    /// A value, or `{value: …, as_written: …}`.
    AsWritten(Box<Shape>),
    /// A mapping with known keys.
    Structure(&'static Structure),
}

/// A value of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Key in the file.
    pub(crate) key: &'static str,
    /// Aliases accepted for it.
    pub(crate) aliases: &'static [&'static str],
}

/// A mapping with known keys.
#[derive(Debug)]
pub struct Structure {
    /// Name of its Rust type, unique.
    pub name: &'static str,
    pub(crate) about: Description,
    /// Where its fields are shown.
    pub(crate) shown: Description,
    /// Field that a lone scalar stands for.
    pub(crate) short: Option<&'static str>,
    /// Fields, in the order of writing.
    pub fields: &'static [StructureField],
}

/// A field of a structure.
#[derive(Debug)]
pub struct StructureField {
    /// Key in the file.
    pub key: &'static str,
    /// Alternative key for a single value, where `key` takes a list.
    pub(crate) also: Option<&'static str>,
    /// True if the structure is invalid without it.
    pub(crate) is_required: bool,
    /// Shape of its value.
    pub shape: fn() -> Shape,
    /// Description.
    pub about: Description,
    /// Example in YAML; that of a structure is composed of those of its fields.
    pub example: Option<&'static str>,
    /// Where it is shown, if elsewhere than its structure.
    pub(crate) shown: Option<Description>,
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Description {
    /// Thai.
    pub thai: &'static str,
    /// English.
    pub english: &'static str,
}

impl Description {
    /// Text in `lang`.
    pub fn in_lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Thai => self.thai.trim(),
            Lang::English => self.english.trim(),
        }
    }
}

impl Shape {
    /// The structure itself, or that of the list items or mapping values.
    pub fn structure(&self) -> Option<&'static Structure> {
        match self {
            Shape::Structure(structure) => Some(structure),
            Shape::List(inner) | Shape::Named(inner) | Shape::AsWritten(inner) => inner.structure(),
            _ => None,
        }
    }
}
