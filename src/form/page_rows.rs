//! The lists of a page as rows, with their places in the text.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use super::cells::{text, value_at};
use super::columns::{ColumnKind, FormTable};
use crate::base::RelPath;
use crate::content::front_matter::{FrontMatter, Measure, ProgressEntry};
use crate::content::split;
use crate::diagnostics::Diagnostics;
use crate::yaml::{self, Context, Declared, FromNode, Node, NodeValue, YamlLimits};

/// A page as a form sees it.
#[derive(Debug)]
pub(super) struct PageRows<'t> {
    pub(super) text: &'t str,
    /// Byte range of the front matter.
    pub(super) range: Range<usize>,
    pub(super) tree: Node,
    /// Everything but the lists of forms.
    pub(super) others: Value,
    measures: Vec<PageRow>,
    entries: Vec<PageRow>,
}

/// An entry of a list of the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PageRow {
    pub(super) key: RowKey,
    /// Its value, as far as it could be read.
    pub(super) written: Value,
    /// Its number in the list of the file.
    pub(super) index: usize,
}

/// By what a row is known: its ids, and how many rows above it have the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RowKey {
    pub(super) ids: String,
    pub(super) before: usize,
}

/// Counts rows of the same ids.
#[derive(Default)]
pub(super) struct RowKeys(BTreeMap<String, usize>);

impl RowKeys {
    /// The key of the next row.
    pub(super) fn next(&mut self, ids: &str) -> RowKey {
        let count = self.0.entry(ids.to_owned()).or_default();
        *count += 1;
        RowKey { ids: ids.to_owned(), before: *count - 1 }
    }
}

impl<'t> PageRows<'t> {
    /// Reads a page; `None` if its front matter cannot be read.
    pub(super) fn read(file: &RelPath, text: &'t str, limits: YamlLimits) -> Option<Self> {
        let range = split(text).ok()?.front_matter?;
        let mut tree = yaml::parse(file, text, range.clone(), limits).ok()?;
        // What is wrong with the page is for `check` to say.
        let mut found = Diagnostics::new();
        let mut context = Context::new(file, &mut found);
        yaml::rejoin_numbers(&mut tree, text, &mut context);
        let mut others = FrontMatter::from_node(&tree, &mut context)?.written();
        if let Value::Object(fields) = &mut others {
            fields.shift_remove("measures");
            if let Some(Value::Object(progress)) = fields.get_mut("progress") {
                progress.shift_remove("entries");
            }
        }
        let measures = rows(&tree, FormTable::Measures, |node| Some(Measure::from_node(node, &mut context)?.written()));
        let entries = rows(&tree, FormTable::Progress, |node| Some(ProgressEntry::from_node(node, &mut context)?.written()));
        Some(Self { text, range, tree, others, measures, entries })
    }

    /// The rows of a table.
    pub(super) fn rows(&self, table: FormTable) -> &[PageRow] {
        match table {
            FormTable::Measures => &self.measures,
            FormTable::Progress => &self.entries,
        }
    }

    /// Nodes of the list of a table.
    pub(super) fn items(&self, table: FormTable) -> &[Node] {
        items(&self.tree, table)
    }
}

/// The value under a key of a mapping.
pub(super) fn child<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    node.entries()?.iter().find(|(known, _)| known.name == key).map(|(_, value)| value)
}

fn items(tree: &Node, table: FormTable) -> &[Node] {
    let list = table.list().iter().try_fold(tree, |node, key| child(node, key));
    match list {
        Some(Node { value: NodeValue::Seq(items), .. }) => items,
        // A single mapping is a list of one.
        Some(single @ Node { value: NodeValue::Map(_), .. }) => std::slice::from_ref(single),
        _ => &[],
    }
}

fn rows(tree: &Node, table: FormTable, mut read: impl FnMut(&Node) -> Option<Value>) -> Vec<PageRow> {
    let mut keys = RowKeys::default();
    let Some(key) = table.columns().first() else { return Vec::new() };
    let read = items(tree, table).iter().enumerate().filter_map(|(index, node)| Some((index, read(node)?)));
    let row = |(index, written): (usize, Value)| {
        let ids = text(ColumnKind::Key, value_at(&written, key.path));
        PageRow { key: keys.next(&ids), written, index }
    };
    read.map(row).collect()
}
