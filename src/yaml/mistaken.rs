//! Detects valid YAML that was surely not meant: `-อบรม` under a key and `key:value` are plain
//! scalars.

use super::repair::{glued, is_bullet, is_name, is_other_colon, is_other_space, is_unseen, number};
use super::{MapKey, Node, NodeValue, Scalar, ScalarForm};

/// Offset from `start` of the first misread key or scalar.
pub(super) fn mistaken(tree: &Node, text: &str, start: usize) -> Option<usize> {
    let source = MistakenSource { text };
    source.in_node(tree).map(|byte| byte.saturating_sub(start))
}

struct MistakenSource<'t> {
    text: &'t str,
}

impl MistakenSource<'_> {
    fn in_node(&self, node: &Node) -> Option<usize> {
        match &node.value {
            NodeValue::Seq(items) => items.iter().find_map(|item| self.in_node(item)),
            NodeValue::Map(entries) => entries.iter().find_map(|(key, value)| self.in_key(key, value).or_else(|| self.in_node(value))),
            NodeValue::Scalar(scalar) => self.in_scalar(node, scalar),
            NodeValue::Null => None,
        }
    }

    fn in_key(&self, key: &MapKey, value: &Node) -> Option<usize> {
        let is_strange = |c: char| is_other_space(c) || is_unseen(c);
        let is_lead = |c: char| is_strange(c) || c == '-';
        let is_indented =
            key.name.starts_with(is_strange) && key.name.trim_start_matches(is_lead).starts_with(|c: char| c.is_ascii_lowercase());
        let is_spoilt = key.name.contains(is_strange) && key.name.chars().all(|c| c.is_ascii() || is_strange(c));
        // `{id:m1}`: a key without a value.
        let is_pair = value.value == NodeValue::Null && (glued(&key.name).is_some() || key.name.contains(is_other_colon));
        (is_indented || is_spoilt || is_pair).then_some(key.span.start)
    }

    fn in_scalar(&self, node: &Node, scalar: &Scalar) -> Option<usize> {
        let typed = self.text.get(node.span.clone())?;
        if scalar.form == ScalarForm::Marked {
            return is_spoilt_path(typed).then_some(node.span.start);
        }
        if typed.starts_with(|c| is_other_space(c) || is_unseen(c)) {
            return Some(node.span.start);
        }
        let is_pair = || glued(typed).is_some() || typed.split_once(is_other_colon).is_some_and(|(key, _)| is_name(key.trim_end()));
        if self.stands_alone(node.span.start) && (is_entry(typed) || is_pair()) {
            return Some(node.span.start);
        }
        self.entry_within(node.span.start, typed)
    }

    /// Offset of a continuation line that looks like a list entry.
    fn entry_within(&self, start: usize, typed: &str) -> Option<usize> {
        if !typed.contains('\n') {
            return None;
        }
        let mut at = start;
        for line in typed.split_inclusive('\n') {
            if at > start && is_entry(line.trim_start()) {
                return Some(at);
            }
            at += line.len();
        }
        None
    }

    /// True if only blanks precede it on its line.
    fn stands_alone(&self, start: usize) -> bool {
        // Scans only the blanks: scanning to the start of the line would take quadratic time for a
        // long flow sequence.
        let before = self.text.get(..start).unwrap_or_default().trim_end_matches(|c: char| c.is_whitespace() && c != '\n');
        before.is_empty() || before.ends_with('\n')
    }
}

/// True if a line begins like a list entry. A sign before a digit is a negative or telephone
/// number.
fn is_entry(line: &str) -> bool {
    let mut chars = line.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    match first {
        '-' => !second.is_ascii_digit(),
        '+' => second == ' ',
        _ => is_bullet(first) || number(line).is_some(),
    }
}

/// `"C:\new"`: between double quotes `\n` begins a line.
fn is_spoilt_path(typed: &str) -> bool {
    let Some(inner) = typed.strip_prefix('"').filter(|inner| inner.contains('\\')) else { return false };
    let ends_as_file =
        inner.trim_end_matches('"').rsplit_once('.').is_some_and(|(_, end)| matches!(end.len(), 2..=4) && !end.contains(' '));
    let is_path = inner.contains(":\\") || inner.starts_with("\\\\") || ends_as_file;
    is_path && inner.replace("\\\\", "").replace("\\\"", "").contains('\\')
}
