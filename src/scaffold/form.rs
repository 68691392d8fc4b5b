//! YAML to be filled in: declared fields in their order, each with its description as a comment. In a file
//! the values are left empty; in a snippet of an editor, each is a tab stop.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::Lang;
use crate::words::{fields as words, new};
use crate::yaml::{Choice, Shape, Structure, StructureField, write_json};

/// Values that are known already, by the keys from the outermost, separated by dots.
pub(super) type KnownValues = BTreeMap<&'static str, Value>;

/// The key of a comment above an entry of a list, in a known value.
pub(super) const NOTE: &str = "#";

/// A YAML file, or front matter, line by line.
pub(super) struct Form {
    lang: Lang,
    known: KnownValues,
    fullness: Fullness,
    blanks: Blanks,
    lines: Vec<String>,
}

/// What stands where a value is to be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Blanks {
    /// Nothing.
    Empty,
    /// A tab stop, with [`TAB_STOP`] for its number.
    TabStops,
}

/// Stands for the number of a tab stop.
pub(super) const TAB_STOP: char = '\u{E000}';

/// Which entries of lists are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fullness {
    /// Those that are valid with what is known: the reader reports an entry without what it needs.
    Valid,
    /// All, in a comment.
    Whole,
}

impl Form {
    pub(super) fn new(lang: Lang, known: KnownValues) -> Self {
        Self { lang, known, fullness: Fullness::Valid, blanks: Blanks::Empty, lines: Vec::new() }
    }

    /// A form with all fields, whose values are tab stops of an editor.
    pub(super) fn of_tab_stops(lang: Lang) -> Self {
        Self { fullness: Fullness::Whole, blanks: Blanks::TabStops, ..Self::new(lang, KnownValues::new()) }
    }

    /// A line as it stands.
    pub(super) fn line(&mut self, text: &str) {
        self.lines.push(text.to_owned());
    }

    /// An entry of a list of mappings.
    pub(super) fn entry(&mut self, list: &StructureField) {
        let lines = self.within(&(list.shape)(), list.key);
        self.lines.extend(lines);
    }

    /// A comment; each line of the text is one, and an empty one stays empty.
    pub(super) fn note(&mut self, text: &str) {
        self.lines.extend(text.lines().map(|line| if line.is_empty() { String::new() } else { commented(line) }));
    }

    /// A field to be filled in, or with what is known.
    pub(super) fn field(&mut self, structure: &Structure, key: &str) {
        if let Some(field) = structure.fields.iter().find(|field| field.key == key) {
            let lines = self.of_field(field, field.key);
            self.lines.extend(lines);
        }
    }

    /// A field that takes effect when its marks of comments are removed.
    pub(super) fn offer(&mut self, structure: &Structure, key: &str) {
        let start = self.lines.len();
        self.fullness = Fullness::Whole;
        self.field(structure, key);
        self.fullness = Fullness::Valid;
        let offered: Vec<String> = self.lines.iter().skip(start).map(|line| commented(line)).collect();
        self.lines.truncate(start);
        self.lines.extend(offered);
    }

    pub(super) fn text(self) -> String {
        self.lines.join("\n") + "\n"
    }

    fn of_field(&self, field: &StructureField, path: &str) -> Vec<String> {
        let shape = (field.shape)();
        let key = match self.blanks {
            Blanks::Empty => format!("{}:  # {}", field.key, self.about(field)),
            Blanks::TabStops => format!("{}:{}  # {}", field.key, tab_stop(field, &shape), literal(&self.about(field))),
        };
        match self.known.get(path) {
            Some(value @ Value::Array(entries)) if as_codes(entries).is_some() => of_pair(field.key, value),
            Some(value @ (Value::Array(_) | Value::Object(_))) => {
                let legend = shape.structure().map(|structure| self.legend(structure, value)).unwrap_or_default();
                [vec![key], indented(legend), indented(block_yaml(value))].concat()
            }
            Some(value) => of_pair(field.key, value),
            None => [vec![key], indented(self.within(&shape, path))].concat(),
        }
    }

    /// Fields of a mapping, or of the first entry of a list.
    fn within(&self, shape: &Shape, path: &str) -> Vec<String> {
        let (structure, is_list) = match shape {
            Shape::AsWritten(inner) => return self.within(inner, path),
            Shape::Structure(structure) => (*structure, false),
            Shape::List(inner) => match inner.structure() {
                Some(structure) => (structure, true),
                None => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        let path = |field: &StructureField| format!("{path}.{}", field.key);
        let is_known = |field: &StructureField| self.known.contains_key(path(field).as_str());
        let is_whole = structure.fields.iter().all(|field| !field.is_required || is_known(field));
        let is_valid = is_whole && (!is_list || structure.fields.iter().any(is_known));
        if !is_valid && self.fullness == Fullness::Valid {
            return Vec::new();
        }
        let lines: Vec<String> = structure.fields.iter().flat_map(|field| self.of_field(field, &path(field))).collect();
        if is_list { entry(lines) } else { lines }
    }

    /// What the empty fields of the entries mean, said once above them.
    fn legend(&self, structure: &Structure, value: &Value) -> Vec<String> {
        let first = value.as_array().and_then(|entries| entries.first()).unwrap_or(value);
        let is_empty = |field: &&StructureField| first.get(field.key).is_some_and(Value::is_null);
        structure.fields.iter().filter(is_empty).map(|field| commented(&format!("{}: {}", field.key, self.about(field)))).collect()
    }

    /// The description, and what may be written.
    fn about(&self, field: &StructureField) -> String {
        let about = field.about.in_lang(self.lang).trim_end_matches('.');
        match kind_block_yaml(&(field.shape)()) {
            Shape::OneOf(choices) => {
                let word =
                    |choice: &Choice| choice.aliases.first().map_or(choice.key.to_owned(), |word| format!("{} ({word})", choice.key));
                format!("{about}: {}", choices.iter().map(word).collect::<Vec<_>>().join(" | "))
            }
            Shape::Date => format!("{about} · {}", words::date(self.lang)),
            Shape::Month => format!("{about} · {}", words::month(self.lang)),
            Shape::Text if matches!((field.shape)(), Shape::List(_)) => format!("{about} · {}", new::several(self.lang)),
            _ => about.to_owned(),
        }
    }
}

/// What an editor lets somebody fill in, choose, or accept. An optional choice begins with a blank: the
/// editor takes the first one if nobody chooses. Of the rest, only an id that must be there is suggested.
fn tab_stop(field: &StructureField, shape: &Shape) -> String {
    let offered = match kind_block_yaml(shape) {
        Shape::Structure(_) => return String::new(),
        Shape::OneOf(choices) => {
            let blank = (!field.is_required).then_some(" ");
            let keys: Vec<&str> = blank.into_iter().chain(choices.iter().map(|choice| choice.key)).collect();
            format!("|{}|", keys.join(","))
        }
        Shape::YesNo => "|true,false|".to_owned(),
        Shape::Text if field.is_required => field.example.map(|example| format!(":{}", literal(example))).unwrap_or_default(),
        _ => String::new(),
    };
    format!(" ${{{TAB_STOP}{offered}}}")
}

/// Text that a snippet shows as it is.
fn literal(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

fn kind_block_yaml(shape: &Shape) -> Shape {
    match shape {
        Shape::AsWritten(inner) | Shape::List(inner) => kind_block_yaml(inner),
        other => other.clone(),
    }
}

/// A text without its line ends.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn commented(line: &str) -> String {
    format!("# {line}").trim_end().to_owned()
}

fn indented(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().map(|line| format!("  {line}")).collect()
}

/// Lines as an entry of a list.
fn entry(lines: Vec<String>) -> Vec<String> {
    let mark = |at: usize| if at == 0 { "- " } else { "  " };
    lines.into_iter().enumerate().map(|(at, line)| format!("{}{line}", mark(at))).collect()
}

/// Lines of a value as YAML, in blocks as people write it; what is `null` stays to be filled in.
pub(crate) fn block_yaml(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => fields.iter().flat_map(|(key, value)| of_pair(key, value)).collect(),
        Value::Array(entries) => entries.iter().flat_map(of_entry).collect(),
        scalar => write_json(scalar).lines().map(str::to_owned).collect(),
    }
}

fn of_pair(key: &str, value: &Value) -> Vec<String> {
    match value {
        Value::Null => vec![format!("{key}:")],
        Value::Array(entries) if let Some(codes) = as_codes(entries) => vec![format!("{key}: [{}]", codes.join(", "))],
        Value::Array(entries) if !entries.is_empty() => [vec![format!("{key}:")], indented(block_yaml(value))].concat(),
        Value::Object(_) => [vec![format!("{key}:")], indented(block_yaml(value))].concat(),
        // The writer would quote `no`, which older readers take for a truth value; ours takes none.
        _ => write_json(&json!({"key": value}))
            .lines()
            .map(|line| line.strip_prefix("key:").map_or(line.to_owned(), |value| format!("{key}:{value}")))
            .collect(),
    }
}

/// Entries that stand in brackets as they are: years, ids.
fn as_codes(entries: &[Value]) -> Option<Vec<String>> {
    let code = |entry: &Value| match entry {
        Value::Number(number) => Some(number.to_string()),
        // The writer puts in quotes what would be read as something else: `null`.
        Value::String(text) if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) && write_json(entry).trim_end() == text => {
            Some(text.clone())
        }
        _ => None,
    };
    entries.iter().map(code).collect()
}

fn of_entry(one: &Value) -> Vec<String> {
    let Value::Object(fields) = one else { return write_json(&json!([one])).lines().map(str::to_owned).collect() };
    let note = fields.get(NOTE).and_then(Value::as_str).map(|note| commented(&one_line(note)));
    let lines = fields.iter().filter(|(key, _)| *key != NOTE).flat_map(|(key, value)| of_pair(key, value)).collect();
    note.into_iter().chain(entry(lines)).collect()
}
