//! `[จัดซื้อ 1,200 ชุด, อบรม]`: in flow collections YAML ends a value at every comma, even within a
//! number.
//!
//! A comma between two digits without a space after it is taken as part of the text. The parts are
//! rejoined and reported, because other programs read the line as YAML does.

use std::ops::Range;

use super::{Context, MapKey, Node, NodeValue, Scalar, ScalarForm};
use crate::thai::is_digit;

/// Rejoins values that were split within a number, in all sequences and mappings below `node`.
/// `text` is the whole file.
pub fn rejoin_numbers(node: &mut Node, text: &str, context: &mut Context<'_>) {
    match &mut node.value {
        NodeValue::Null | NodeValue::Scalar(_) => {}
        NodeValue::Seq(items) => {
            items.iter_mut().for_each(|item| rejoin_numbers(item, text, context));
            rejoin_items(items, text, context);
        }
        NodeValue::Map(entries) => {
            entries.iter_mut().for_each(|(_, value)| rejoin_numbers(value, text, context));
            rejoin_values(entries, text, context);
        }
    }
}

fn rejoin_items(items: &mut Vec<Node>, text: &str, context: &mut Context<'_>) {
    let is_cut = |one: &Node, other: &Node| cuts_number(&one.span, &other.span, text);
    if !items.windows(2).any(|pair| matches!(pair, [one, other] if is_cut(one, other))) {
        return;
    }
    let mut whole = Vec::with_capacity(items.len());
    for run in items.chunk_by(is_cut) {
        match run {
            [first, .., last] if is_prose(text.get(first.span.start..last.span.end)) => {
                let parts: Vec<&Range<usize>> = run.iter().map(|item| &item.span).collect();
                report(&parts, text, context);
                whole.push(scalar(first.span.start..last.span.end, text));
            }
            // `[1,2]` is a list of numbers.
            run => whole.extend_from_slice(run),
        }
    }
    *items = whole;
}

/// `{remark: งบ 1,200 บาท}`: the rest of the value has become a key without a value.
fn rejoin_values(entries: &mut Vec<(MapKey, Node)>, text: &str, context: &mut Context<'_>) {
    let is_rest =
        |value: &Node, (key, of_key): &(MapKey, Node)| of_key.value == NodeValue::Null && cuts_number(&value.span, &key.span, text);
    if !entries.windows(2).any(|pair| matches!(pair, [(_, value), rest] if is_rest(value, rest))) {
        return;
    }
    let mut whole: Vec<(MapKey, Node)> = Vec::with_capacity(entries.len());
    let mut parts: Vec<Range<usize>> = Vec::new();
    for entry in std::mem::take(entries) {
        match whole.last_mut().filter(|(_, value)| is_rest(value, &entry)) {
            Some((_, value)) => {
                parts.push(entry.0.span.clone());
                *value = scalar(value.span.start..entry.0.span.end, text);
            }
            None => {
                said(&mut parts, text, context);
                parts.push(entry.1.span.clone());
                whole.push(entry);
            }
        }
    }
    said(&mut parts, text, context);
    *entries = whole;
}

/// Reports the parts of a value and clears them. A mere number (`score: 84,94`) is left to its
/// field.
fn said(parts: &mut Vec<Range<usize>>, text: &str, context: &mut Context<'_>) {
    if let [first, .., last] = parts.as_slice()
        && is_prose(text.get(first.start..last.end))
    {
        report(&parts.iter().collect::<Vec<_>>(), text, context);
    }
    parts.clear();
}

/// True if two values are separated only by a comma within a number: `1,200`, `84,94`, also between
/// years (`2565,2566`). Not `2566,12`, a year and a day.
fn cuts_number(one: &Range<usize>, other: &Range<usize>, text: &str) -> bool {
    if one.end + 1 != other.start || text.get(one.end..other.start) != Some(",") {
        return false;
    }
    let before = text.get(one.clone()).unwrap_or_default().chars().rev().take_while(|c| is_digit(*c)).take(5).count();
    let after = text.get(other.clone()).unwrap_or_default().chars().take_while(|c| is_digit(*c)).take(5).count();
    matches!((before, after), (1..=3, 1..=3) | (4, 4))
}

/// True for prose, as opposed to a list of numbers or codes.
fn is_prose(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.contains(|c: char| c.is_whitespace() || (!c.is_ascii() && c.is_alphabetic())))
}

fn scalar(span: Range<usize>, text: &str) -> Node {
    Node { value: NodeValue::Scalar(Scalar { text: on_one_line(span.clone(), text), form: ScalarForm::Plain }), span }
}

/// Source text with line breaks folded to spaces.
fn on_one_line(span: Range<usize>, text: &str) -> String {
    let typed = text.get(span).unwrap_or_default();
    if typed.contains('\n') { typed.split_whitespace().collect::<Vec<_>>().join(" ") } else { typed.to_owned() }
}

fn report(parts: &[&Range<usize>], text: &str, context: &mut Context<'_>) {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
    let span = first.start..last.end;
    let found: Vec<String> = parts.iter().map(|part| format!("“{}”", on_one_line((*part).clone(), text))).collect();
    let typed = on_one_line(span.clone(), text);
    let quote = if typed.contains('"') { '\'' } else { '"' };
    let quoted = format!("{quote}{typed}{quote}");
    let line = line_around(&span, text).map(|(before, after)| format!("{}{quoted}{after}", before.trim_start()));
    let report = context.report("number-cut", &span).set("text", &typed).set("parts", found.join(" ")).set("quoted", quoted);
    // A longer line would be shown truncated, and could not be copied.
    if let Some(line) = line.filter(|line| line.chars().count() <= MAX_LINE_CHARS) {
        report.set("line", line.trim_end());
    }
}

/// Limit for showing the corrected line, in characters.
const MAX_LINE_CHARS: usize = 110;

/// Text before and after a value on its line; `None` if it spans several lines.
fn line_around<'t>(span: &Range<usize>, text: &'t str) -> Option<(&'t str, &'t str)> {
    let (before, after) = (text.get(..span.start)?, text.get(span.end..)?);
    let is_on_one_line = !text.get(span.clone())?.contains('\n');
    is_on_one_line.then(|| (before.rsplit('\n').next().unwrap_or_default(), after.split(['\r', '\n']).next().unwrap_or_default()))
}
