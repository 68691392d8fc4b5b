//! Parses text into nodes with `serde-saphyr`.
//!
//! Read untyped, the library converts plain scalars to numbers and booleans (`0123456` → 123456),
//! so their text is taken from the source by span. Anchors, aliases, tags and merge keys are
//! rejected: officers do not need them, and they allow small documents to expand to large ones.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::{Error, MessageFormatter, Spanned};

use super::cause::{SyntaxCause, cause, slip};
use super::mistaken::mistaken;
use super::repair::Repair;
use super::{MapKey, Node, NodeValue, Scalar, ScalarForm};
use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::source::conflict_mark;
use crate::thai::is_forbidden;

/// Size limits of a YAML document.
#[derive(Clone, Copy, Debug)]
pub struct YamlLimits {
    /// Size of the document in bytes.
    pub bytes: usize,
    /// Nesting depth.
    pub depth: usize,
}

/// Parses the YAML in `text[range]`. An empty document is an empty mapping.
pub fn parse(file: &RelPath, text: &str, range: Range<usize>, limits: YamlLimits) -> Result<Node, Box<Diagnostic>> {
    let source = text.get(range.clone()).unwrap_or_default();
    let at = |span: Range<usize>| SourceSpan::new(file, range.start + span.start..range.start + span.end);
    if source.len() > limits.bytes {
        let diagnostic = Diagnostic::new("yaml-too-large", at(0..0)).with("size", source.len()).with("limit", limits.bytes);
        return Err(Box::new(diagnostic));
    }
    if let Some(mark) = conflict_mark(source) {
        let shown = source.get(mark.clone()).unwrap_or_default();
        return Err(Box::new(Diagnostic::new("conflict-marks", at(mark)).with("text", shown)));
    }
    if let Some(span) = control_character(source) {
        return Err(Box::new(
            Diagnostic::new("control-character", at(span.clone())).with("character", source.get(span).unwrap_or_default()),
        ));
    }
    if source.lines().all(|line| line.trim_start().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Node { value: NodeValue::Map(Vec::new()), span: range.start..range.start });
    }
    let raw = read(source, limits).map_err(|error| Box::new(explain(&error, source, limits, at)))?;
    let tree = node(raw, source, range.start);
    if let Some(span) = first_tag(&tree, text) {
        return Err(Box::new(Diagnostic::new("yaml-feature", SourceSpan::new(file, span))));
    }
    let cause = match tree.value {
        NodeValue::Scalar(_) => cause(source, usize::MAX, &|text| stops(text, limits)),
        _ => mistaken(&tree, text, range.start).and_then(|byte| slip(source, byte)),
    };
    match cause {
        Some(cause) => Err(Box::new(caused("yaml-syntax", cause, at))),
        None => Ok(tree),
    }
}

fn read(source: &str, limits: YamlLimits) -> Result<Spanned<RawNode>, Error> {
    serde_saphyr::from_str_with_options(source, options(limits))
}

/// Line at which the parser stops. A document that is neither a sequence nor a mapping counts as
/// stopped at line 0.
fn stops(text: &str, limits: YamlLimits) -> Option<usize> {
    match read(text, limits) {
        Ok(raw) => matches!(raw.value, RawNode::Plain | RawNode::Text(_) | RawNode::Null).then_some(0),
        Err(error) => Some(error_line(&error, text)),
    }
}

fn error_line(error: &Error, source: &str) -> usize {
    let at = error.location().map_or(0, |location| error_range(&location, source).start);
    source.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

fn caused(code: &'static str, cause: SyntaxCause, at: impl Fn(Range<usize>) -> SourceSpan) -> Diagnostic {
    let Repair { name, shown, line, .. } = cause.repair;
    Diagnostic::new(code, at(cause.span)).with(name, shown).with("line", line.trim())
}

fn options(limits: YamlLimits) -> serde_saphyr::Options {
    let budget = serde_saphyr::budget! {
        max_depth: limits.depth,
        max_aliases: 0,
        max_anchors: 0,
        max_merge_keys: 0,
        max_documents: 1,
        max_nodes: limits.bytes.clamp(100_000, 4_000_000),
        max_events: limits.bytes.saturating_mul(4).clamp(400_000, 16_000_000),
    };
    serde_saphyr::options! {
        budget: budget,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        reject_unsupported_tags: true,
        with_snippet: false,
    }
}

fn control_character(source: &str) -> Option<Range<usize>> {
    let bad = first_control(source)?;
    source.find(bad).map(|at| at..at + bad.len_utf8())
}

/// First character that is forbidden in sources, and hence in pages, feeds and terminal output.
pub(crate) fn first_control(text: &str) -> Option<char> {
    // Fast path: the UTF-8 encoding of every forbidden character contains one of these bytes, which
    // are rare, and the test is vectorised.
    let is_suspect = |byte: u8| (byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t')) || matches!(byte, 0x7F | 0xC2 | 0xEF..);
    let is_suspicious = text.bytes().fold(false, |any, byte| any | is_suspect(byte));
    is_suspicious.then(|| text.chars().find(|c| is_forbidden(*c)))?
}

/// Node of the library, before the texts of plain scalars are taken from the source.
enum RawNode {
    Null,
    Plain,
    Text(String),
    Seq(Vec<Spanned<RawNode>>),
    Map(Vec<(Spanned<String>, Spanned<RawNode>)>),
}

impl<'de> Deserialize<'de> for RawNode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = RawNode;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<RawNode, E> {
        Ok(RawNode::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<RawNode, E> {
        Ok(RawNode::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<RawNode, E> {
        Ok(RawNode::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<RawNode, E> {
        Ok(RawNode::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<RawNode, E> {
        Ok(RawNode::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<RawNode, E> {
        Ok(RawNode::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<RawNode, E> {
        Ok(RawNode::Plain)
    }

    fn visit_str<E>(self, text: &str) -> Result<RawNode, E> {
        Ok(RawNode::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<RawNode, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(RawNode::Seq(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<RawNode, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = access.next_key()? {
            entries.push((key, access.next_value()?));
        }
        Ok(RawNode::Map(entries))
    }
}

fn node(raw: Spanned<RawNode>, source: &str, start: usize) -> Node {
    let span = byte_range(&raw.referenced, source);
    let value = match raw.value {
        RawNode::Null => NodeValue::Null,
        RawNode::Plain => {
            let text = source.get(span.clone()).unwrap_or_default().trim().to_owned();
            NodeValue::Scalar(Scalar { text, form: ScalarForm::Plain })
        }
        RawNode::Text(text) => NodeValue::Scalar(Scalar { text, form: ScalarForm::of(source, &span) }),
        RawNode::Seq(items) => NodeValue::Seq(items.into_iter().map(|item| node(item, source, start)).collect()),
        RawNode::Map(entries) => {
            let key = |key: Spanned<String>| {
                let span = byte_range(&key.referenced, source);
                MapKey { name: key.value, span: start + span.start..start + span.end }
            };
            NodeValue::Map(entries.into_iter().map(|(k, value)| (key(k), node(value, source, start))).collect())
        }
    };
    Node { value, span: start + span.start..start + span.end }
}

/// Span of the first `!tag` before a value: the library applies some of them (`!!binary`), and none
/// is needed.
fn first_tag(tree: &Node, text: &str) -> Option<Range<usize>> {
    let before = text.get(..tree.span.start)?.trim_end_matches(' ');
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, ',' | '[' | '{')).next().unwrap_or(before);
    if word.starts_with('!') {
        return Some(before.len() - word.len()..before.len());
    }
    match &tree.value {
        NodeValue::Seq(items) => items.iter().find_map(|item| first_tag(item, text)),
        NodeValue::Map(entries) => entries.iter().find_map(|(_, value)| first_tag(value, text)),
        NodeValue::Null | NodeValue::Scalar(_) => None,
    }
}

/// Byte range of a location; empty if the library gives none.
fn byte_range(location: &serde_saphyr::Location, source: &str) -> Range<usize> {
    let span = location.span();
    let start = span.byte_offset().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
    let len = span.byte_len().and_then(|len| usize::try_from(len).ok()).unwrap_or(0);
    match source.get(start..start.saturating_add(len)) {
        Some(text) => start..start + text.trim_end().len(),
        None => 0..0,
    }
}

/// Translates errors of the library into diagnostics.
fn explain(error: &Error, source: &str, limits: YamlLimits, at: impl Fn(Range<usize>) -> SourceSpan) -> Diagnostic {
    let error = error.without_snippet();
    let span = error.location().map_or(0..0, |location| error_range(&location, source));
    let place = at(span.clone());
    let shown = source.get(span.clone()).unwrap_or_default().trim();
    let found = || cause(source, error_line(error, source), &|text| stops(text, limits));
    let feature = |span: Range<usize>| match found() {
        Some(cause) if cause.repair.name == "first_sign" => caused("yaml-feature", cause, &at),
        Some(cause) if cause.repair.name == "bullet" => caused("yaml-syntax", cause, &at),
        _ => Diagnostic::new("yaml-feature", at(sign_before(source, span))),
    };
    match error {
        Error::DuplicateMappingKey { key, .. } => {
            let entry = found().filter(|cause| cause.repair.name == "no_dash").map(|cause| cause.repair.line.trim().to_owned());
            Diagnostic::new("duplicate-key", place).with("key", key.as_deref().unwrap_or(shown)).with_some("entry", entry)
        }
        Error::MultipleDocuments { .. } => Diagnostic::new("yaml-two-documents", place),
        Error::UnsupportedTag { .. }
        | Error::TaggedScalarCannotDeserializeIntoString { .. }
        | Error::UnknownAnchor { .. }
        | Error::MergeKeyNotAllowed { .. } => feature(span),
        Error::Budget { breach, .. } => match breach {
            BudgetBreach::Documents { .. } => Diagnostic::new("yaml-two-documents", place),
            BudgetBreach::Depth { .. } => Diagnostic::new("yaml-too-deep", place).with("limit", limits.depth),
            BudgetBreach::Aliases { .. } | BudgetBreach::Anchors { .. } | BudgetBreach::MergeKeys { .. } => feature(span),
            _ => Diagnostic::new("yaml-too-large", place).with("size", source.len()).with("limit", limits.bytes),
        },
        other => {
            if let Some(cause) = found() {
                return caused("yaml-syntax", cause, at);
            }
            let reason = serde_saphyr::UserMessageFormatter.format_message(other).into_owned();
            Diagnostic::new("yaml-syntax", place).with("reason", reason)
        }
    }
}

/// The library reports the position of the value; the rejected indicator (`&name`, `!tag`) is
/// before it, if on the same line.
fn sign_before(source: &str, span: Range<usize>) -> Range<usize> {
    let before = source.get(..span.start).unwrap_or_default();
    let on_the_line = before.rsplit('\n').next().unwrap_or(before);
    match on_the_line.rfind(['&', '!', '*']).map(|at| before.len() - on_the_line.len() + at) {
        Some(at) => at..span.end.max(at + 1),
        None => span,
    }
}

/// Range from an error position to the end of the word, for the caret.
fn error_range(location: &serde_saphyr::Location, source: &str) -> Range<usize> {
    let range = byte_range(location, source);
    if range.start != 0 || range.end != 0 {
        return range;
    }
    let line = usize::try_from(location.line()).unwrap_or(1).saturating_sub(1);
    let column = usize::try_from(location.column()).unwrap_or(1).saturating_sub(1);
    let line_start: usize = source.split_inclusive('\n').take(line).map(str::len).sum();
    let from_line = source.get(line_start..).unwrap_or_default();
    let start = line_start + from_line.char_indices().nth(column).map_or(0, |(at, _)| at);
    let word = source.get(start..).and_then(|rest| rest.split(char::is_whitespace).next()).unwrap_or_default();
    start..start + word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The program counts positions in bytes, some errors of the library in characters.
    #[test]
    fn letters_of_every_length_stand_anywhere() {
        let file = RelPath::new("content/x.md").unwrap();
        let limits = YamlLimits { bytes: 1 << 20, depth: 32 };
        let spaces = ('\0'..=char::MAX).filter(|c| c.is_whitespace() && !is_forbidden(*c));
        for letter in spaces.chain("aéก😀“：•–\u{ad}\u{200b}\u{200d}\u{2060}\u{feff}\u{202e}\u{f0b7}".chars()) {
            for text in ["title: ก\nunits:\n  - [ข, {ค: ง}]\n  - !x จ\n", "a: &b \"c\"\nd: *b\n", "ก: ข: ค\n\t- 'ง\n", "ก: [ข\n😀: é\n"]
            {
                for (at, _) in text.char_indices() {
                    let (before, after) = text.split_at(at);
                    let text = format!("😀{before}{letter}{after}😀");
                    let range = "😀".len()..text.len() - "😀".len();
                    if let Err(found) = parse(&file, &text, range, limits) {
                        assert!(text.get(found.place.span.clone()).is_some(), "{:?} in {text:?}", found.place.span);
                    }
                }
            }
        }
    }

    #[test]
    fn every_forbidden_character_is_found_and_no_other() {
        let mut text = String::new();
        for c in '\0'..=char::MAX {
            text.clear();
            text.extend(['ก', c, 'a']);
            assert_eq!(first_control(&text), is_forbidden(c).then_some(c), "{:x}", u32::from(c));
        }
    }
}
