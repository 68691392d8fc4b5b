//! Typed values from nodes; every error is reported. Maps are declared with
//! [`structure!`](super::structure), which uses these functions.

use std::ops::Range;

use super::{MapKey, Node, NodeValue, Scalar, ScalarForm, Spanned, UnreadFields};
use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};

/// Collects diagnostics while a file is read.
pub struct Context<'a> {
    pub(crate) file: &'a RelPath,
    /// Diagnostics so far.
    pub(crate) diagnostics: &'a mut Diagnostics,
    /// Unreadable fields so far.
    pub(crate) unread: UnreadFields,
}

impl<'a> Context<'a> {
    /// Creates the context of a file.
    pub fn new(file: &'a RelPath, diagnostics: &'a mut Diagnostics) -> Self {
        Self { file, diagnostics, unread: UnreadFields::default() }
    }

    /// Reports `code` at `span` of this file.
    pub fn report(&mut self, code: &'static str, span: &Range<usize>) -> &mut Diagnostic {
        self.diagnostics.add(Diagnostic::new(code, SourceSpan::new(self.file, span.clone())))
    }
}

/// A type readable from a node. After `None` the reason has been reported.
pub trait FromNode: Sized {
    /// Reads the value, or reports why it is invalid.
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self>;
}

/// The entries of a map while a type reads its fields. Any other node has none; [`Fields::finish`]
/// reports it, because only then are all keys known.
pub struct Fields<'n, 'c, 'd> {
    node: &'n Node,
    entries: &'n [(MapKey, Node)],
    known: Vec<&'static str>,
    /// Required keys that are absent.
    absent: Vec<&'static str>,
    context: &'c mut Context<'d>,
}

impl<'n, 'c, 'd> Fields<'n, 'c, 'd> {
    /// Fields of a map.
    pub fn of(node: &'n Node, context: &'c mut Context<'d>) -> Self {
        Self { node, entries: node.entries().unwrap_or_default(), known: Vec::new(), absent: Vec::new(), context }
    }

    /// Value of `key`; `None` if it is absent, empty, a mapping whose fields are all empty, or
    /// invalid and reported.
    pub fn optional<T: FromNode>(&mut self, key: &'static str) -> Option<T> {
        let node = self.node(key)?;
        let mark = self.context.unread.mark();
        let value = T::from_node(node, self.context);
        self.context.unread.note(key, self.node, node, value.is_some(), mark);
        // A form that is not filled in states nothing.
        value.filter(|_| !node.is_blank())
    }

    /// Value of `key`; reports its absence, at the key if it has no value.
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

    /// List under `key`; empty if absent. Invalid entries are reported and omitted.
    pub fn list<T: FromNode>(&mut self, key: &'static str) -> Vec<T> {
        self.optional::<Vec<T>>(key).unwrap_or_default()
    }

    /// Node under `key`, for custom readers; `None` if absent or empty.
    pub fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked_for(key);
        let (_, node) = self.entries.iter().find(|(entry, _)| entry.name == key)?;
        (node.value != NodeValue::Null).then_some(node)
    }

    /// Span of `key` if it has no value.
    pub fn empty(&self, key: &str) -> Option<Range<usize>> {
        let (entry, _) = self.entries.iter().find(|(entry, node)| entry.name == key && node.value == NodeValue::Null)?;
        Some(entry.span.clone())
    }

    /// True if `key` is present, even without a value.
    pub fn mentions(&mut self, key: &'static str) -> bool {
        self.asked_for(key);
        self.key(key).is_some()
    }

    /// The context for diagnostics.
    pub fn context(&mut self) -> &mut Context<'d> {
        self.context
    }

    /// Reports every key that was not requested, with the nearest requested one, and absent
    /// required keys. `None` after reporting that the node is no map.
    #[must_use]
    pub fn finish(self) -> Option<()> {
        if self.node.entries().is_none() {
            expected_map(self.node, self.context).set("known", self.known.join(", "));
            return None;
        }
        let mut absent = self.absent.clone();
        for (key, _) in self.entries.iter().filter(|(key, _)| !self.known.contains(&key.name.as_str())) {
            let nearest = nearest(&key.name, self.known.iter().copied());
            // A misspelt required key is reported as unknown, not also as absent.
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

    /// True if the value of `key` is present but wholly or partly unreadable.
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

/// Nearest known word, if similar enough. Considers only the first 256, so that many unknown keys
/// do not take quadratic time.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    const NEAR: f64 = 0.72;
    const MOST: usize = 256;
    let word = word.to_lowercase();
    let scored = known.into_iter().take(MOST).map(|candidate| (strsim::jaro_winkler(&word, &candidate.to_lowercase()), candidate));
    scored.filter(|(score, _)| *score >= NEAR).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, candidate)| candidate)
}

/// Entries of a map with arbitrary keys; other nodes are reported.
pub fn entries<'n>(node: &'n Node, context: &mut Context<'_>) -> Option<&'n [(MapKey, Node)]> {
    if node.entries().is_none() {
        expected_map(node, context);
    }
    node.entries()
}

fn expected_map<'c>(node: &Node, context: &'c mut Context<'_>) -> &'c mut Diagnostic {
    context.report("expected-map", &node.span).set("found", node.glimpse())
}

/// Boxed fields are absent from most files and save memory there.
impl<T: FromNode> FromNode for Box<T> {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        T::from_node(node, context).map(Box::new)
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    /// Reads a list; a single value counts as a list of one.
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

/// Reports a single text that looks like several list entries.
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

/// Splits a text at its commas, except those in numbers and brackets.
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
