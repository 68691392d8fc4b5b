//! Where values stand in the text of YAML: with their brackets, and without what follows.

use crate::yaml::{Node, NodeValue};

/// Whether values are written in lines of their own or between brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YamlStyle {
    /// By lines and indentation.
    Block,
    /// In `{…}` or `[…]`.
    Flow,
}

impl YamlStyle {
    /// Style of what stands in `node`, which stands in something of style `self`.
    pub(super) fn within(self, text: &str, node: &Node) -> YamlStyle {
        match (self, &node.value) {
            (YamlStyle::Flow, _) => YamlStyle::Flow,
            (_, NodeValue::Seq(_) | NodeValue::Map(_)) if at(text, node.span.start).starts_with(['[', '{']) => YamlStyle::Flow,
            _ => YamlStyle::Block,
        }
    }
}

/// The text from an offset.
pub(super) fn at(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}

/// The text up to an offset.
pub(super) fn before(text: &str, to: usize) -> &str {
    text.get(..to).unwrap_or_default()
}

/// Start of a value: of a block scalar, that of its indicator, which its span leaves out.
pub(super) fn start(text: &str, node: &Node) -> usize {
    let span = node.span.start;
    if !matches!(node.value, NodeValue::Scalar(_)) || at(text, span).starts_with(['"', '\'']) {
        return span;
    }
    let above = before(text, span).trim_end();
    let sign = above.rsplit(char::is_whitespace).next().unwrap_or_default();
    if sign.starts_with(['|', '>']) && sign.len() <= 3 { above.len() - sign.len() } else { span }
}

/// End of a value, behind its closing bracket.
pub(super) fn end(text: &str, node: &Node) -> usize {
    let is_flow = YamlStyle::Block.within(text, node) == YamlStyle::Flow;
    let inner = match &node.value {
        NodeValue::Null | NodeValue::Scalar(_) => return node.span.end,
        NodeValue::Seq(items) => items.last().map(|last| end(text, last)),
        NodeValue::Map(entries) => entries.last().map(|(key, last)| end(text, last).max(key.span.end)),
    };
    match is_flow {
        true => closed(text, inner.unwrap_or(node.span.start + 1)),
        false => inner.unwrap_or(node.span.end),
    }
}

/// Offset behind the next closing bracket, across commas, comments and the colon of an empty value.
fn closed(text: &str, from: usize) -> usize {
    let mut rest = at(text, from);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':'));
        match rest.strip_prefix('#') {
            Some(comment) => rest = comment.split_once('\n').map_or("", |(_, after)| after),
            None => return text.len() - rest.strip_prefix([']', '}']).unwrap_or(rest).len(),
        }
    }
}

/// Offset of the line after the one that contains `offset`.
pub(super) fn next_line(text: &str, offset: usize) -> usize {
    offset + at(text, offset).find('\n').map_or(at(text, offset).len(), |end| end + 1)
}

/// Offset of the line that contains `offset`.
pub(super) fn line_start(text: &str, offset: usize) -> usize {
    before(text, offset).rfind('\n').map_or(0, |end| end + 1)
}

/// Column of an offset: dashes before a first key count as spaces.
pub(super) fn indent(text: &str, offset: usize) -> usize {
    text.get(line_start(text, offset)..offset).map_or(0, |lead| lead.chars().count())
}

/// Offset of the dash before an entry of a block sequence.
pub(super) fn dash(text: &str, item: &Node) -> Option<usize> {
    let start = match item.value {
        NodeValue::Map(_) => item.first_key().start.min(item.span.start),
        _ => start(text, item),
    };
    let above = before(text, start).trim_end_matches([' ', '\t']);
    above.ends_with('-').then(|| above.len() - 1)
}
