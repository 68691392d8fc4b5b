//! Edits of byte ranges that write the changes of a form into a page.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::{Map, Value};

use super::cells::comparable;
use super::changes::{FormChanges, put};
use super::columns::{FormTable, below};
use super::page_rows::{PageRows, child};
use super::places::{YamlStyle, at, before, dash, end, indent, line_start, next_line, start};
use super::yaml_text::{entries, flow, lines, scalar};
use crate::content::front_matter::FrontMatter;
use crate::rename::Edit;
use crate::yaml::{Declared, MapKey, Node, NodeValue, Structure};

/// The edits, none of which overlap. What cannot be edited is left out; whoever reads the page again sees
/// that it is missing.
pub(super) fn edits(page: &PageRows<'_>, changes: &FormChanges) -> Vec<Edit> {
    let line_end = if page.text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut writer = EditWriter { text: page.text, range: page.range.clone(), line_end, edits: Vec::new(), inserts: BTreeMap::new() };
    let root = YamlStyle::Block.within(page.text, &page.tree);
    for table in FormTable::ALL {
        let Some(structure) = table.structure() else { continue };
        let style = table.list().iter().try_fold((&page.tree, root), |(node, style), key| {
            let node = child(node, key)?;
            Some((node, style.within(page.text, node)))
        });
        let style = style.map_or(root, |(_, style)| style);
        for (item, wanted) in wanted(page, table, changes) {
            writer.merge(item, structure, style, &wanted);
        }
    }
    for table in FormTable::ALL {
        let rows: Vec<Value> = changes.rows.iter().filter(|row| row.table == table).map(|row| row.value.clone()).collect();
        if !rows.is_empty() {
            writer.append(page, table, rows, root);
        }
    }
    writer.done()
}

/// The changed values of each entry, by their keys.
fn wanted<'p>(page: &'p PageRows<'_>, table: FormTable, changes: &FormChanges) -> Vec<(&'p Node, Map<String, Value>)> {
    let mut by_row: BTreeMap<usize, Map<String, Value>> = BTreeMap::new();
    for change in changes.cells.iter().filter(|change| change.table == table) {
        if let Some(column) = table.columns().get(change.column) {
            put(by_row.entry(change.index).or_default(), column.path, change.value.clone());
        }
    }
    by_row.into_iter().filter_map(|(index, wanted)| Some((page.items(table).get(index)?, wanted))).collect()
}

struct EditWriter<'t> {
    text: &'t str,
    range: Range<usize>,
    line_end: &'static str,
    edits: Vec<Edit>,
    /// Texts inserted at an offset, with their indentation: the deeper ones come first.
    inserts: BTreeMap<usize, Vec<(usize, String)>>,
}

impl EditWriter<'_> {
    fn done(self) -> Vec<Edit> {
        let Self { mut edits, inserts, .. } = self;
        for (offset, mut texts) in inserts {
            texts.sort_by_key(|(indent, _)| std::cmp::Reverse(*indent));
            edits.push(Edit::new(offset..offset, texts.into_iter().map(|(_, text)| text).collect::<String>()));
        }
        edits
    }

    fn insert(&mut self, offset: usize, indent: usize, text: String) {
        self.inserts.entry(offset).or_default().push((indent, text));
    }

    /// Inserts lines before the line at an offset.
    fn insert_lines(&mut self, offset: usize, indent: usize, lines: &[String]) {
        let text: String = lines.iter().map(|line| format!("{:indent$}{line}{}", "", self.line_end)).collect();
        self.insert(offset, indent, text);
    }

    /// Writes values into a mapping that stands in something of a style; `Null` takes a value away.
    fn merge(&mut self, map: &Node, structure: &'static Structure, outer: YamlStyle, wanted: &Map<String, Value>) {
        let style = outer.within(self.text, map);
        // The wording of a paper belongs to the value that it had: the changed value stands alone.
        if let (Some(inner), Some(_)) = (child(map, "value"), child(map, "as_written")) {
            let (outside, inside) = (start(self.text, map)..end(self.text, map), start(self.text, inner)..end(self.text, inner));
            self.edits.push(Edit::new(outside.start..inside.start, ""));
            self.edits.push(Edit::new(inside.end..outside.end, ""));
            return self.merge(inner, structure, style, wanted);
        }
        let Some(entries) = map.entries() else { return };
        for field in structure.fields {
            let Some(value) = wanted.get(field.key) else { continue };
            let Some((key, node)) = entries.iter().find(|(key, _)| key.name == field.key) else {
                self.add(map, structure, style, field.key, value);
                continue;
            };
            match (value, below(structure, field.key), &node.value) {
                (_, _, NodeValue::Null) => self.fill(map, key, node, style, value),
                (Value::Object(inner), Some(structure), NodeValue::Map(_)) => self.merge(node, structure, style, inner),
                (Value::Array(items), _, NodeValue::Seq(old)) if !old.is_empty() => self.list(key, node, old, style, items),
                _ => self.replace(key, node, style, value),
            }
        }
    }

    /// Adds a key after the last one that is declared before it, or after all.
    fn add(&mut self, map: &Node, structure: &Structure, style: YamlStyle, key: &str, value: &Value) {
        let Some(value) = stated(value) else { return };
        let entries = map.entries().unwrap_or_default();
        let earlier = structure.fields.iter().take_while(|field| field.key != key).filter_map(|field| {
            let is_it = |known: &&(MapKey, Node)| known.0.name == field.key || field.also == Some(known.0.name.as_str());
            entries.iter().find(is_it)
        });
        let Some((known, node)) = earlier.last().or_else(|| entries.last()) else {
            return self.add_first(map, style, key, &value);
        };
        let offset = self.end_of(known, node);
        match style {
            YamlStyle::Flow => self.insert(offset, 0, format!(", {key}: {}", flow(&value))),
            YamlStyle::Block => {
                let column = entries.first().map_or(0, |(first, _)| indent(self.text, first.span.start));
                self.insert_lines(next_line(self.text, offset), column, &lines(key, &value));
            }
        }
    }

    /// Adds a key to a mapping without any.
    fn add_first(&mut self, map: &Node, style: YamlStyle, key: &str, value: &Value) {
        match style {
            YamlStyle::Flow => self.insert(map.span.start + 1, 0, format!("{key}: {}", flow(value))),
            // Only front matter as a whole: an empty mapping has brackets elsewhere.
            YamlStyle::Block => self.insert_lines(self.range.end, 0, &lines(key, value)),
        }
    }

    /// Gives a value to a key that has none.
    fn fill(&mut self, map: &Node, key: &MapKey, node: &Node, style: YamlStyle, value: &Value) {
        let Some(value) = stated(value) else { return };
        let colon = self.colon(key);
        // `~` and `null` are replaced.
        let null = if node.span.start >= colon { node.span.clone() } else { colon..colon };
        let in_lines = lines(&key.name, &value);
        if style == YamlStyle::Block && in_lines.len() > 1 {
            if !null.is_empty() {
                self.edits.push(Edit::new(null, ""));
            }
            let column = map.entries().and_then(<[_]>::first).map_or(0, |(first, _)| indent(self.text, first.span.start));
            let below: Vec<String> = in_lines.into_iter().skip(1).collect();
            return self.insert_lines(next_line(self.text, colon), column, &below);
        }
        let text = if style == YamlStyle::Flow || !is_single(&value) { flow(&value) } else { scalar(&value, "", style) };
        let lead = if before(self.text, null.start).ends_with(' ') { "" } else { " " };
        self.edits.push(Edit::new(null, format!("{lead}{text}")));
    }

    /// Replaces a value as a whole.
    fn replace(&mut self, key: &MapKey, node: &Node, style: YamlStyle, value: &Value) {
        let span = start(self.text, node)..end(self.text, node);
        let Some(value) = stated(value) else { return self.take_away(key, span, style) };
        let typed = if is_single(&value) { self.text.get(span.clone()).unwrap_or_default() } else { "" };
        let text = if is_single(&value) { scalar(&value, typed, style) } else { flow(&value) };
        self.edits.push(Edit::new(span, text));
    }

    /// Leaves the key, with its comment, and no value.
    fn take_away(&mut self, key: &MapKey, span: Range<usize>, style: YamlStyle) {
        let colon = self.colon(key);
        let between = self.text.get(colon..span.start).unwrap_or_default();
        match style {
            YamlStyle::Flow => self.edits.push(Edit::new(span, "null")),
            YamlStyle::Block if between.trim().is_empty() => self.edits.push(Edit::new(colon..span.end, "")),
            YamlStyle::Block => self.edits.push(Edit::new(span, "null")),
        }
    }

    /// Changes a list: entries that stay are not touched.
    fn list(&mut self, key: &MapKey, node: &Node, old: &[Node], style: YamlStyle, new: &[Value]) {
        let style = style.within(self.text, node);
        let says = |node: &Node, value: &Value| said(node) == value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let same = |pairs: &mut dyn Iterator<Item = (&Node, &Value)>| pairs.take_while(|(old, new)| says(old, new)).count();
        let head = same(&mut old.iter().zip(new));
        let most = old.len().min(new.len()) - head;
        let tail = same(&mut old.iter().rev().zip(new.iter().rev()).take(most));
        let (Some(gone), Some(come)) = (old.get(head..old.len() - tail), new.get(head..new.len() - tail)) else { return };
        for (item, value) in gone.iter().zip(come) {
            let span = start(self.text, item)..end(self.text, item);
            let typed = self.text.get(span.clone()).unwrap_or_default().to_owned();
            self.edits.push(Edit::new(span, scalar(value, &typed, style)));
        }
        if new.is_empty() {
            return self.take_away(key, start(self.text, node)..end(self.text, node), style);
        }
        let kept = gone.len().min(come.len());
        let (surplus, more) = (gone.get(kept..).unwrap_or_default(), come.get(kept..).unwrap_or_default());
        if !more.is_empty() {
            self.insert_items(old, head + kept, style, more);
        }
        if !surplus.is_empty() {
            self.remove_items(old, head + kept, surplus.len(), style);
        }
    }

    /// Inserts entries before the one with this number, or after all.
    fn insert_items(&mut self, old: &[Node], number: usize, style: YamlStyle, more: &[Value]) {
        let above = number.checked_sub(1).and_then(|number| old.get(number));
        let texts: Vec<String> = more.iter().map(flow).collect();
        match (style, above, old.get(number)) {
            (YamlStyle::Block, Some(above), _) => {
                let Some(dash) = dash(self.text, above) else { return };
                self.insert_lines(next_line(self.text, end(self.text, above)), indent(self.text, dash), &entries(more));
            }
            (YamlStyle::Block, None, Some(first)) => {
                let Some(dash) = dash(self.text, first) else { return };
                self.insert_lines(line_start(self.text, dash), indent(self.text, dash), &entries(more));
            }
            (YamlStyle::Flow, Some(above), _) => self.insert(end(self.text, above), 0, format!(", {}", texts.join(", "))),
            (YamlStyle::Flow, None, Some(first)) => self.insert(start(self.text, first), 0, format!("{}, ", texts.join(", "))),
            (_, None, None) => {}
        }
    }

    /// Removes entries, with their lines or commas.
    fn remove_items(&mut self, old: &[Node], first: usize, count: usize, style: YamlStyle) {
        let (Some(one), Some(last)) = (old.get(first), old.get(first + count - 1)) else { return };
        let span = match (style, first.checked_sub(1).and_then(|above| old.get(above)), old.get(first + count)) {
            (YamlStyle::Block, _, _) => {
                let Some(dash) = dash(self.text, one) else { return };
                line_start(self.text, dash)..next_line(self.text, end(self.text, last))
            }
            (YamlStyle::Flow, Some(above), _) => end(self.text, above)..end(self.text, last),
            (YamlStyle::Flow, None, Some(after)) => start(self.text, one)..start(self.text, after),
            (YamlStyle::Flow, None, None) => start(self.text, one)..end(self.text, last),
        };
        self.edits.push(Edit::new(span, ""));
    }

    /// Appends new entries to a list of a page.
    fn append(&mut self, page: &PageRows<'_>, table: FormTable, rows: Vec<Value>, root: YamlStyle) {
        let list = table.list().iter().try_fold((&page.tree, root), |(node, style), key| {
            let node = child(node, key)?;
            Some((node, style.within(self.text, node)))
        });
        if let Some((Node { value: NodeValue::Seq(old), .. }, style)) = list
            && !old.is_empty()
        {
            return match style {
                YamlStyle::Block => self.append_block(old, &rows),
                YamlStyle::Flow => self.insert_items(old, old.len(), style, &rows),
            };
        }
        let mut wanted = Map::new();
        put(&mut wanted, table.list(), rows.into());
        if let Some(structure) = FrontMatter::shape().structure() {
            self.merge(&page.tree, structure, YamlStyle::Block, &wanted);
        }
    }

    fn append_block(&mut self, old: &[Node], rows: &[Value]) {
        let Some((last, dash)) = old.last().and_then(|last| Some((last, dash(self.text, last)?))) else { return };
        self.insert_lines(next_line(self.text, end(self.text, last)), indent(self.text, dash), &entries(rows));
    }

    fn end_of(&self, key: &MapKey, node: &Node) -> usize {
        end(self.text, node).max(self.colon(key))
    }

    /// Offset behind the colon of a key.
    fn colon(&self, key: &MapKey) -> usize {
        key.span.end + at(self.text, key.span.end).find(':').map_or(0, |colon| colon + 1)
    }
}

/// What of a value is stated; none if all of it is taken away.
fn stated(value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Object(fields) => {
            let fields: Map<String, Value> = fields.iter().filter_map(|(key, value)| Some((key.clone(), stated(value)?))).collect();
            (!fields.is_empty()).then_some(Value::Object(fields))
        }
        other => Some(other.clone()),
    }
}

fn is_single(value: &Value) -> bool {
    !value.is_array() && !value.is_object()
}

/// The text of an entry of a list, without the wording of a paper; as cells show it.
fn said(node: &Node) -> String {
    let text = child(node, "value").unwrap_or(node).text().unwrap_or_default();
    comparable(text).replace('\n', " ")
}
