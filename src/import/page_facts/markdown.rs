//! What finds no place in front matter, as Markdown tables in the body.

use super::head::TableHead;
use super::list::joined;
use super::plain_markdown::plain_markdown;
use super::role::Role;
use super::table::{Entry, ImportedTable};
use super::wording::one_line;
use crate::attachment::grid::{Grid, GridCell};

/// A table as it stands. Empty if it shows nothing.
pub(super) fn grid(grid: &Grid) -> String {
    let rows = grid.rows.iter().map(|row| {
        let text = |cell: &GridCell| match cell {
            GridCell::Own(content) => one_line(&content.text()),
            _ => String::new(),
        };
        row.cells.iter().map(text).collect::<Vec<_>>()
    });
    pipes(rows.filter(|cells| cells.iter().any(|cell| !cell.is_empty())))
}

/// Columns of a table, each row with the entry that it belongs to. Empty if they show nothing.
pub(super) fn columns(table: &ImportedTable<'_>, kept: &[usize]) -> String {
    columns_of(table, kept, table.entries.iter())
}

/// The column of indicators, for the rows that name something else there.
pub(super) fn other_indicators(table: &ImportedTable<'_>) -> String {
    let kept: Vec<usize> = table.head.of(Role::Indicator).filter(|column| table.head.key() != Some(*column)).collect();
    let key: Vec<usize> = table.head.key().into_iter().filter(|_| kept.is_empty()).collect();
    let entries = table.other_indicators.iter().filter_map(|at| table.entries.get(*at));
    columns_of(table, if kept.is_empty() { &key } else { &kept }, entries)
}

fn columns_of<'t, 'd: 't>(table: &ImportedTable<'_>, kept: &[usize], entries: impl Iterator<Item = &'t Entry<'d>>) -> String {
    let key = table.head.key().filter(|key| !kept.contains(key));
    let shown = |head: &TableHead, column: usize| head.columns.get(column).map(|column| column.shown.clone()).unwrap_or_default();
    let heading = key.iter().chain(kept).map(|column| shown(&table.head, *column)).collect();
    let rows = entries.map(|entry| {
        let text = |column: &usize| entry.cells.get(*column).map(|cells| joined(cells)).unwrap_or_default();
        key.iter().chain(kept).map(text).collect::<Vec<String>>()
    });
    let filled = |cells: &Vec<String>| cells.iter().skip(key.iter().count()).any(|cell| !cell.is_empty());
    let rows: Vec<Vec<String>> = rows.filter(filled).collect();
    match rows.is_empty() {
        true => String::new(),
        false => pipes(std::iter::once(heading).chain(rows)),
    }
}

fn pipes(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut lines = Vec::new();
    for cells in rows {
        let escaped: Vec<String> = cells.iter().map(|cell| plain_markdown(cell)).collect();
        lines.push(format!("| {} |", escaped.join(" | ")));
        if lines.len() == 1 {
            lines.push(format!("|{}", " --- |".repeat(cells.len())));
        }
    }
    lines.join("\n")
}
