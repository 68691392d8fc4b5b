//! The edited text of a page, read again: it says what the form says, and all else as before.

use serde_json::Value;

use super::cells::{comparable, text, text_of, value_at};
use super::changes::{CellChange, FormChanges};
use super::columns::{FormColumn, FormTable};
use super::edits::edits;
use super::page_rows::{PageRow, PageRows};
use crate::base::RelPath;
use crate::rename::edited;
use crate::yaml::YamlLimits;

/// The page with the changes; `None` if its text cannot be edited so that it says exactly them.
pub(super) fn verified(file: &RelPath, page: &PageRows<'_>, changes: &FormChanges, limits: YamlLimits) -> Option<String> {
    let after_text = edited(page.text, &edits(page, changes));
    let after = PageRows::read(file, &after_text, limits)?;
    let body = |page: &PageRows<'_>| page.text.get(page.range.end..).map(str::to_owned);
    let is_right = body(page) == body(&after)
        && page.others_without_emptied() == after.others_without_emptied()
        && FormTable::ALL.into_iter().all(|table| has_all(page, &after, table, changes));
    is_right.then_some(after_text)
}

impl PageRows<'_> {
    /// Everything but the lists of forms; a block without anything else counts as absent.
    fn others_without_emptied(&self) -> Value {
        let mut others = self.others.clone();
        if let Value::Object(fields) = &mut others
            && fields.get("progress").and_then(Value::as_object).is_some_and(serde_json::Map::is_empty)
        {
            fields.shift_remove("progress");
        }
        others
    }
}

fn has_all(before: &PageRows<'_>, after: &PageRows<'_>, table: FormTable, changes: &FormChanges) -> bool {
    let (old, new) = (before.rows(table), after.rows(table));
    let added: Vec<&Value> = changes.rows.iter().filter(|row| row.table == table).map(|row| &row.value).collect();
    let mut cells: Vec<&CellChange> = changes.cells.iter().filter(|change| change.table == table).collect();
    cells.sort_by_key(|change| (change.index, change.column));
    if new.len() != old.len() + added.len() {
        return false;
    }
    let of_row = |row: &PageRow| {
        let from = cells.partition_point(|change| change.index < row.index);
        let to = cells.partition_point(|change| change.index <= row.index);
        cells.get(from..to).unwrap_or_default()
    };
    old.iter().zip(new).all(|(old, new)| says_changes(table, old, new, of_row(old)))
        && new.iter().skip(old.len()).zip(added).all(|(new, wanted)| says(table, &new.written, wanted))
}

/// An entry that was there before.
fn says_changes(table: FormTable, old: &PageRow, new: &PageRow, changes: &[&CellChange]) -> bool {
    let changed = || changes.iter().filter_map(|change| table.columns().get(change.column));
    let is_beside = |column: &FormColumn| changed().any(|changed| changed.path.first() == column.path.first());
    let is_right = |(at, column): (usize, &FormColumn)| match changes.iter().find(|change| change.column == at) {
        Some(change) => text_of(column, &new.written) == text(column.kind, &change.value),
        // Beside a change, a wording of a paper may have gone; elsewhere nothing has.
        None if is_beside(column) => raw(&new.written, column.path) == raw(&old.written, column.path),
        None => column.path.first().is_none_or(|key| new.written.get(key) == old.written.get(key)),
    };
    old.index == new.index && table.columns().iter().enumerate().all(is_right) && rest(table, &old.written) == rest(table, &new.written)
}

/// A new entry. Its key may be written in another way.
fn says(table: FormTable, written: &Value, wanted: &Value) -> bool {
    let is_right = |column: &FormColumn| {
        let wanted = if column.is_input() || table == FormTable::Measures { value_at(wanted, column.path) } else { key(wanted, column) };
        comparable(&text_of(column, written)) == comparable(&text(column.kind, wanted))
    };
    table.columns().iter().filter(|column| !column.path.is_empty()).all(is_right)
}

fn key<'v>(wanted: &'v Value, column: &FormColumn) -> &'v Value {
    wanted.get("measure").unwrap_or_else(|| value_at(wanted, column.path))
}

/// A value with the wordings of papers in it.
fn raw<'v>(written: &'v Value, path: &[&str]) -> Option<&'v Value> {
    path.iter().try_fold(written, |value, key| value.get("value").filter(|_| value.get("as_written").is_some()).unwrap_or(value).get(key))
}

/// What of an entry the form has no column for.
fn rest(table: FormTable, written: &Value) -> Value {
    let mut rest = written.clone();
    for column in table.columns() {
        remove(&mut rest, column.path);
    }
    rest
}

/// Removes a value, and mappings that it leaves empty.
fn remove(value: &mut Value, path: &[&str]) {
    if !path.is_empty() && value.get("as_written").is_some() {
        *value = value.get("value").cloned().unwrap_or_default();
    }
    let Value::Object(fields) = value else { return };
    match path {
        [] => {}
        [last] => drop(fields.shift_remove(*last)),
        [first, below @ ..] => {
            if let Some(inner) = fields.get_mut(*first) {
                remove(inner, below);
                if inner.as_object().is_some_and(serde_json::Map::is_empty) {
                    fields.shift_remove(*first);
                }
            }
        }
    }
}
