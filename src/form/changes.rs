//! What a filled form changes: its cells, the values as they were, and the page as it is.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::cells::{comparable, text_of, value};
use super::columns::{ColumnKind, FormColumn, FormTable};
use super::corrected::written_under_other_title;
use super::doubt::{FormDoubt, FormDoubtKind};
use super::filled::{FilledCell, FilledForm, FilledRow, FilledTable};
use super::page_rows::{PageRow, PageRows, RowKey};

/// What a filled form changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormChanges {
    /// Cells whose value on the page is replaced.
    pub cells: Vec<CellChange>,
    /// Rows that the page does not have yet.
    pub rows: Vec<AddedRow>,
    /// What is not written, or is to be looked at.
    pub doubts: Vec<FormDoubt>,
}

/// A new value for a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellChange {
    pub(super) table: FormTable,
    /// Number of the row in the list of the file.
    pub(super) index: usize,
    /// Number of the column.
    pub(super) column: usize,
    /// `Null` if the value is taken away.
    pub(super) value: Value,
}

/// A new row.
#[derive(Clone, Debug, PartialEq)]
pub struct AddedRow {
    pub(super) table: FormTable,
    /// The entry of the list.
    pub(super) value: Value,
}

/// Compares a form with the values as they were and with the page, if there is one.
pub(super) fn changes(form: &FilledForm, page: Option<&PageRows<'_>>) -> FormChanges {
    let mut changes = FormChanges { doubts: form.doubts.clone(), ..FormChanges::default() };
    // Topics have anchors on the page as measures have.
    let issues = page.and_then(|page| page.others.get("issues")?.as_array()).into_iter().flatten();
    let issues: Vec<String> = issues.filter_map(|issue| issue.get("id")?.as_str().map(str::to_owned)).collect();
    for table in form.tables.iter().filter(|table| table.is_there) {
        let rows = page.map(|page| page.rows(table.table)).unwrap_or_default();
        let mut comparison = Comparison {
            table,
            page: rows.iter().map(|row| (&row.key, row)).collect(),
            taken: rows.iter().map(|row| row.key.ids.clone()).chain(issues.clone()).collect(),
            last_number: 0,
            met: BTreeSet::new(),
            changes: &mut changes,
        };
        comparison.all();
    }
    changes
}

struct Comparison<'a> {
    table: &'a FilledTable,
    page: BTreeMap<&'a RowKey, &'a PageRow>,
    /// Ids that a new measure cannot have.
    taken: BTreeSet<String>,
    /// The number of the newest id that was made up.
    last_number: usize,
    /// Rows of the page that an earlier import made of new rows of the form, by their numbers.
    met: BTreeSet<usize>,
    changes: &'a mut FormChanges,
}

impl<'a> Comparison<'a> {
    fn all(&mut self) {
        let table = self.table;
        let mut new = Vec::new();
        for row in &table.rows {
            match (table.base.get(&row.key), self.page.get(&row.key).copied()) {
                (Some(base), Some(page)) => self.known(row, base, page),
                (Some(base), None) if has_input(table.table, base) => self.gone(row, base),
                (Some(base), None) => self.added(row, Some(base.as_slice())),
                // Somebody made the same row on the page: what it lacks is filled in, what differs stays.
                (None, Some(page)) if !row.key.ids.is_empty() => self.known(row, &[], page),
                (None, _) => match self.written_before(row) {
                    Some(page) => self.known(row, &[], page),
                    None => {
                        let added = self.changes.rows.len();
                        self.added(row, None);
                        new.extend((self.changes.rows.len() > added).then_some(row));
                    }
                },
            }
        }
        new.into_iter().for_each(|row| self.other_title(row));
        let seen: BTreeSet<&RowKey> = table.rows.iter().map(|row| &row.key).collect();
        let missing = table.base.iter().filter(|(key, base)| !seen.contains(key) && has_input(table.table, base));
        let doubts = missing.map(|(key, _)| FormDoubt::of(FormDoubtKind::RowMissing, None).said(&key.ids));
        self.changes.doubts.extend(doubts);
    }

    /// The row of the page that an earlier import made of a new row: officers fill in a form, import
    /// it, and go on with the same form.
    fn written_before(&mut self, row: &FilledRow) -> Option<&'a PageRow> {
        let table = self.table;
        if table.table != FormTable::Measures || !row.key.ids.is_empty() {
            return None;
        }
        let inputs = || table.table.columns().iter().zip(&row.cells).filter(|(column, _)| column.is_input());
        let is_same = |page: &PageRow, (column, cell): (&FormColumn, &Option<FilledCell>)| {
            cell.as_ref().is_none_or(|cell| cell.text == comparable(&text_of(column, &page.written)))
        };
        let title = inputs().find(|(column, cell)| column.path == ["title"] && cell.as_ref().is_some_and(|cell| !cell.text.is_empty()));
        let fits = |page: &PageRow| match title {
            Some(title) => is_same(page, title),
            None => inputs().all(|input| is_same(page, input)),
        };
        let is_new = |page: &&PageRow| !table.base.contains_key(&page.key) && table.rows.iter().all(|row| row.key != page.key);
        let candidates = self.page.values().copied().filter(is_new).filter(|page| !self.met.contains(&page.index) && fits(page));
        let found = candidates.min_by_key(|page| page.index)?;
        self.met.insert(found.index);
        Some(found)
    }

    /// Says that a new row may be one that an earlier import wrote under another title.
    fn other_title(&mut self, row: &FilledRow) {
        let table = self.table;
        if table.table != FormTable::Measures || !row.key.ids.is_empty() {
            return;
        }
        let is_left = |page: &&PageRow| {
            let is_of_form = table.base.contains_key(&page.key) || table.rows.iter().any(|row| row.key == page.key);
            !is_of_form && !self.met.contains(&page.index)
        };
        let candidates = self.page.values().copied().filter(is_left);
        let Some(before) = written_under_other_title(row, table.table.columns(), candidates) else { return };
        self.met.insert(before.index);
        let title = |text: &dyn Fn(usize, &FormColumn) -> String| {
            let mut columns = table.table.columns().iter().enumerate().filter(|(_, column)| column.path == ["title"]);
            columns.next().map(|(at, column)| text(at, column)).unwrap_or_default()
        };
        let cell = |at: usize| row.cells.get(at).and_then(Option::as_ref);
        let ours = title(&|at, _| cell(at).map(|cell| cell.text.clone()).unwrap_or_default());
        let theirs = title(&|_, column| text_of(column, &before.written));
        let place = row.cells.iter().flatten().find(|cell| !cell.text.is_empty()).and_then(|cell| cell.place.clone());
        let doubt = FormDoubt::of(FormDoubtKind::OtherTitle, place).said(&ours).before_and_now(&theirs, &before.key.ids);
        self.changes.doubts.push(doubt);
    }

    /// A row that the page has.
    fn known(&mut self, row: &FilledRow, base: &[String], page: &PageRow) {
        let place = row.cells.first().and_then(|cell| cell.as_ref()?.place.clone());
        if has_input(self.table.table, base) && is_emptied(self.table.table, row) {
            self.changes.doubts.push(FormDoubt::of(FormDoubtKind::RowEmptied, place).said(&row.key.ids));
            return;
        }
        for (at, (column, cell)) in self.table.table.columns().iter().zip(&row.cells).enumerate() {
            let Some(cell) = cell else { continue };
            let base = base.get(at).map_or("", String::as_str);
            if column.is_input() {
                self.cell((at, column), cell, base, page);
            } else if column.kind == ColumnKind::Plan && cell.text != base {
                self.changes.doubts.push(FormDoubt::of(FormDoubtKind::ReadOnly, cell.place.clone()).said(&cell.text));
            }
        }
    }

    fn cell(&mut self, (at, column): (usize, &FormColumn), cell: &FilledCell, base: &str, page: &PageRow) {
        let theirs = comparable(&text_of(column, &page.written));
        let doubt = |kind| FormDoubt::of(kind, cell.place.clone()).said(&cell.text).before_and_now(base, &theirs);
        if cell.text == theirs {
            return;
        }
        if cell.text == base {
            self.changes.doubts.push(doubt(FormDoubtKind::ChangedMeanwhile));
            return;
        }
        match value(column.kind, &cell.text, cell.month) {
            // Another way of writing what the page says.
            Ok(value) if comparable(&super::cells::text(column.kind, &value)) == theirs => {}
            Ok(_) if theirs != base => self.changes.doubts.push(doubt(FormDoubtKind::Conflict)),
            Ok(value) => self.changes.cells.push(CellChange { table: self.table.table, index: page.index, column: at, value }),
            Err(fault) => self.changes.doubts.push(FormDoubt::fault(fault, cell.place.clone()).said(&cell.text)),
        }
    }

    /// A row that somebody deleted from the page.
    fn gone(&mut self, row: &FilledRow, base: &[String]) {
        let is_changed = row.cells.iter().zip(base).any(|(cell, base)| cell.as_ref().is_some_and(|cell| cell.text != *base));
        if is_changed {
            let place = row.cells.first().and_then(|cell| cell.as_ref()?.place.clone());
            self.changes.doubts.push(FormDoubt::of(FormDoubtKind::RowGone, place).said(&row.key.ids));
        }
    }

    /// A row that the page does not have. One of the plan that was not filled in is none.
    fn added(&mut self, row: &FilledRow, base: Option<&[String]>) {
        let table = self.table.table;
        if is_emptied(table, row) {
            return;
        }
        let mut entry = Map::new();
        for (at, (column, cell)) in table.columns().iter().zip(&row.cells).enumerate() {
            let Some(cell) = cell else { continue };
            match column.kind {
                ColumnKind::Key => {}
                // Words typed beside an id, or in place of one.
                ColumnKind::Plan if cell.text != base.and_then(|base| base.get(at)).map_or("", String::as_str) => {
                    self.changes.doubts.push(FormDoubt::of(FormDoubtKind::ReadOnly, cell.place.clone()).said(&cell.text));
                }
                ColumnKind::Plan => {}
                kind => match value(kind, &cell.text, cell.month) {
                    Ok(Value::Null) => {}
                    Ok(value) => put(&mut entry, column.path, value),
                    Err(fault) => self.changes.doubts.push(FormDoubt::fault(fault, cell.place.clone()).said(&cell.text)),
                },
            }
        }
        let Some((name, key)) = self.key(row) else {
            let place = row.cells.iter().flatten().find(|cell| !cell.text.is_empty()).and_then(|cell| cell.place.clone());
            self.changes.doubts.push(FormDoubt::of(FormDoubtKind::NoMeasure, place));
            return;
        };
        entry.shift_insert(0, name.to_owned(), key);
        self.changes.rows.push(AddedRow { table, value: entry.into() });
    }

    /// The first field of a new row.
    fn key(&mut self, row: &FilledRow) -> Option<(&'static str, Value)> {
        let ids: Vec<&str> = row.key.ids.split_whitespace().map(|id| id.trim_end_matches(',')).collect();
        match (self.table.table, ids.as_slice()) {
            (FormTable::Progress, []) => None,
            (FormTable::Progress, [one]) => Some(("measure", (*one).into())),
            (FormTable::Progress, several) => Some(("measures", several.iter().map(|id| Value::from(*id)).collect())),
            (FormTable::Measures, [typed]) if self.taken.insert((*typed).to_owned()) => Some(("id", (*typed).into())),
            (FormTable::Measures, typed) => {
                let number = (self.last_number + 1..).find(|number| !self.taken.contains(&format!("m{number}")))?;
                self.last_number = number;
                let id = format!("m{number}");
                if !typed.is_empty() {
                    let place = row.cells.first().and_then(|cell| cell.as_ref()?.place.clone());
                    self.changes.doubts.push(FormDoubt::of(FormDoubtKind::IdTaken, place).said(&row.key.ids).before_and_now("", &id));
                }
                Some(("id", id.into()))
            }
        }
    }
}

/// True if cells that may be changed have texts.
fn has_input(table: FormTable, texts: &[String]) -> bool {
    table.columns().iter().zip(texts).any(|(column, text)| column.is_input() && !text.is_empty())
}

fn is_emptied(table: FormTable, row: &FilledRow) -> bool {
    let is_text = |cell: &Option<FilledCell>| cell.as_ref().is_some_and(|cell| !cell.text.is_empty());
    !table.columns().iter().zip(&row.cells).any(|(column, cell)| column.is_input() && is_text(cell))
}

/// Puts a value under its keys.
pub(super) fn put(map: &mut Map<String, Value>, path: &[&str], value: Value) {
    match path {
        [] => {}
        [last] => drop(map.insert((*last).to_owned(), value)),
        [first, below @ ..] => {
            let inner = map.entry((*first).to_owned()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                put(inner, below, value);
            }
        }
    }
}
