//! Typed values from nodes, with everything that is wrong reported. What a map may hold is declared
//! with [`structure!`](super::structure), which reads it with these.

use std::ops::Range;

use super::{MapKey, Node, NodeValue, Scalar, ScalarForm, Spanned, UnreadFields};
use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};

/// Where findings go while a file is read.
pub struct Context<'a> {
    pub(crate) file: &'a RelPath,
    /// What was found so far.
    pub(crate) diagnostics: &'a mut Diagnostics,
    /// What could not be read so far.
    pub(crate) unread: UnreadFields,
}

impl<'a> Context<'a> {
    /// At the beginning of a file.
    pub fn new(file: &'a RelPath, diagnostics: &'a mut Diagnostics) -> Self {
        Self { file, diagnostics, unread: UnreadFields::default() }
    }

    /// Reports `code` at `span` of this file.
    pub fn report(&mut self, code: &'static str, span: &Range<usize>) -> &mut Diagnostic {
        self.diagnostics.add(Diagnostic::new(code, SourceSpan::new(self.file, span.clone())))
    }
}

/// What can be read from a node. `None` has been reported.
pub trait FromNode: Sized {
    /// Takes the value, or reports why it is none.
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self>;
}

/// The entries of a map while a type takes its fields from them. What is no map has none;
/// [`Fields::finish`] reports it, for only then it is known which keys there should be.
pub struct Fields<'n, 'c, 'd> {
    node: &'n Node,
    entries: &'n [(MapKey, Node)],
    known: Vec<&'static str>,
    /// Required keys that are not there.
    absent: Vec<&'static str>,
    context: &'c mut Context<'d>,
}

impl<'n, 'c, 'd> Fields<'n, 'c, 'd> {
    /// The fields of a map.
    pub fn of(node: &'n Node, context: &'c mut Context<'d>) -> Self {
        Self { node, entries: node.entries().unwrap_or_default(), known: Vec::new(), absent: Vec::new(), context }
    }

    /// The value of `key`; `None` if it is absent, empty, or wrong and reported.
    pub fn optional<T: FromNode>(&mut self, key: &'static str) -> Option<T> {
        let node = self.node(key)?;
        let mark = self.context.unread.mark();
        let value = T::from_node(node, self.context);
        self.context.unread.note(key, self.node, node, value.is_some(), mark);
        value
    }

    /// The value of `key`, whose absence is reported at the map.
    pub fn required<T: FromNode>(&mut self, key: &'static str) -> Option<T> {
        if self.node(key).is_some() {
            return self.optional(key);
        }
        match self.key(key) {
            Some(typed) => drop(self.context.report("missing-field", &typed.span).set("key", key)),
            None => self.absent.push(key),
        }
        None
    }

    /// The list under `key`; empty if it is absent. Wrong entries are reported and left out.
    pub fn list<T: FromNode>(&mut self, key: &'static str) -> Vec<T> {
        self.optional::<Vec<T>>(key).unwrap_or_default()
    }

    /// The node under `key` for types that read it themselves; `None` if absent or empty.
    pub fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked_for(key);
        let (_, node) = self.entries.iter().find(|(entry, _)| entry.name == key)?;
        (node.value != NodeValue::Null).then_some(node)
    }

    /// The place of `key` if it stands in the file without a value.
    pub fn empty(&self, key: &str) -> Option<Range<usize>> {
        let (entry, _) = self.entries.iter().find(|(entry, node)| entry.name == key && node.value == NodeValue::Null)?;
        Some(entry.span.clone())
    }

    /// The place of a `~` or `null` that was typed for the value of `key`.
    pub fn null(&self, key: &str) -> Option<Range<usize>> {
        let (_, node) = self.entries.iter().find(|(entry, node)| entry.name == key && node.value == NodeValue::Null)?;
        (!node.span.is_empty()).then(|| node.span.clone())
    }

    /// Whether `key` stands in the file, be it empty.
    pub fn mentions(&mut self, key: &'static str) -> bool {
        self.asked_for(key);
        self.key(key).is_some()
    }

    /// Where findings go.
    pub fn context(&mut self) -> &mut Context<'d> {
        self.context
    }

    /// Reports every key that was not asked for, with the nearest one that was. `None` if there is
    /// no map, which is reported.
    #[must_use]
    pub fn finish(self) -> Option<()> {
        if self.node.entries().is_none() {
            expected_map(self.node, self.context).set("known", self.known.join(", "));
            return None;
        }
        let mut absent = self.absent.clone();
        for (key, _) in self.entries.iter().filter(|(key, _)| !self.known.contains(&key.name.as_str())) {
            let nearest = nearest(&key.name, self.known.iter().copied());
            // What is not there under its own name is there under this one.
            absent.retain(|absent| nearest.is_some_and(|nearest| nearest != *absent));
            self.context.unread.note_unknown(nearest, self.node);
            let report = self.context.report("unknown-key", &key.span).set("key", &key.name).set("known", self.known.join(", "));
            if let Some(nearest) = nearest {
                report.set("nearest", nearest);
            }
        }
        for key in absent {
            let span = self.node.first_key();
            self.context.report("missing-field", &span).set("key", key);
        }
        Some(())
    }

    /// Whether `key` is there with a value that could not be read, wholly or in part.
    pub fn is_unread(&self, key: &str) -> bool {
        self.context.unread.around(key, self.node.extent().start)
    }

    fn asked_for(&mut self, key: &'static str) {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
    }

    fn key(&self, name: &str) -> Option<&'n MapKey> {
        self.entries.iter().map(|(key, _)| key).find(|key| key.name == name)
    }
}

/// The known word that was probably meant, if one is near. Of very many only the first ones are
/// looked at: a list of mistakes must not take the square of its length.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    const NEAR: f64 = 0.72;
    const MOST: usize = 256;
    let word = word.to_lowercase();
    let scored = known.into_iter().take(MOST).map(|candidate| (strsim::jaro_winkler(&word, &candidate.to_lowercase()), candidate));
    scored.filter(|(score, _)| *score >= NEAR).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, candidate)| candidate)
}

/// The entries of a map whose keys are the author's own; anything else is reported.
pub fn entries<'n>(node: &'n Node, context: &mut Context<'_>) -> Option<&'n [(MapKey, Node)]> {
    if node.entries().is_none() {
        expected_map(node, context);
    }
    node.entries()
}

fn expected_map<'c>(node: &Node, context: &'c mut Context<'_>) -> &'c mut Diagnostic {
    context.report("expected-map", &node.span).set("found", node.glimpse())
}

/// What few files have, so that the others need no room for it.
impl<T: FromNode> FromNode for Box<T> {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        T::from_node(node, context).map(Box::new)
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    /// A list; a single value is taken as a list of one, as officers write it.
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        match &node.value {
            NodeValue::Seq(items) => {
                let read_one = |item| {
                    let value = T::from_node(item, context);
                    if value.is_none() {
                        context.unread.note_entry(node);
                    }
                    value
                };
                Some(items.iter().filter_map(read_one).collect())
            }
            NodeValue::Null => Some(Vec::new()),
            NodeValue::Scalar(scalar) => {
                one_or_many(scalar, &node.span, context);
                T::from_node(node, context).map(|one| vec![one])
            }
            NodeValue::Map(_) => T::from_node(node, context).map(|one| vec![one]),
        }
    }
}

/// Reports a text where a list may stand that looks like several entries.
fn one_or_many(scalar: &Scalar, span: &Range<usize>, context: &mut Context<'_>) {
    let text = scalar.text.trim();
    match scalar.form {
        ScalarForm::Marked => {}
        ScalarForm::Folded => drop(context.report("list-not-marked", span).set("lines", text)),
        ScalarForm::Plain => {
            let entries = between_commas(text);
            if entries.len() > 1 {
                context.report("list-not-marked", span).set("text", text).set("list", entries.join(", "));
            }
        }
    }
}

/// What stands between the commas of a text, but for those of numbers and those in brackets.
fn between_commas(text: &str) -> Vec<&str> {
    let mut depth = 0usize;
    let mut last = ' ';
    let mut chars = text.chars().peekable();
    text.split(|c: char| {
        chars.next();
        match c {
            '(' | '[' | '“' => depth += 1,
            ')' | ']' | '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_digit = |c: char| c.is_ascii_digit() || ('๐'..='๙').contains(&c);
        let is_in_number = is_digit(last) && chars.peek().is_some_and(|next| is_digit(*next));
        last = c;
        depth == 0 && matches!(c, ',' | ';' | '，' | '、' | '；') && !is_in_number
    })
    .map(str::trim)
    .filter(|entry| !entry.is_empty())
    .collect()
}

impl<T: FromNode> FromNode for Spanned<T> {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let is_pair = |entries: &[(MapKey, Node)]| entries.iter().any(|(key, _)| key.name == "value" || key.name == "as_written");
        let NodeValue::Map(entries) = &node.value else {
            return T::from_node(node, context).map(|value| Spanned { value, as_written: None, span: node.span.clone() });
        };
        if !is_pair(entries) {
            return T::from_node(node, context).map(|value| Spanned { value, as_written: None, span: node.span.clone() });
        }
        let mut fields = Fields::of(node, context);
        let span = fields.node("value").map_or_else(|| node.span.clone(), |value| value.span.clone());
        let value = fields.required("value");
        let as_written = fields.optional("as_written");
        fields.finish()?;
        Some(Spanned { value: value?, as_written, span })
    }
}
