//! What comes twice in a document, and numbers of rows out of order: nothing is left out for it, but said.

use std::collections::HashMap;

use super::doubt::{DoubtKind, Doubts};
use super::head::TableHead;
use super::list::leading_number;
use super::role::Role;
use super::table::{Entry, ImportedTable, line_number};
use super::wording::plain;
use crate::attachment::TextPosition;
use crate::attachment::grid::CellContent;

/// Titles seen so far, of measures, of issues, or of whatever is told apart by its title.
#[derive(Default)]
pub(super) struct SeenTitles(HashMap<String, usize>);

impl SeenTitles {
    /// Notes a title, with a doubt if it was there before; `taken` is what is written for it.
    pub(super) fn see(&mut self, title: &str, place: Option<&TextPosition>, taken: impl ToString, doubts: &mut Doubts) {
        let plain = plain(title);
        if plain.is_empty() {
            return;
        }
        let times = self.0.entry(plain).or_default();
        *times += 1;
        if *times > 1 {
            doubts.add_taken(DoubtKind::TitleTwice, place, title, taken);
        }
    }
}

/// Numbers of rows that come twice, leave one out or do not begin at 1. Below a heading within the table they may begin again.
pub(super) fn check_row_numbers(table: &ImportedTable<'_>, doubts: &mut Doubts) {
    let mut last: Option<(&Entry<'_>, &CellContent, u32)> = None;
    let mut numbers: Vec<u32> = Vec::new();
    let mut first_wrong: Option<&TextPosition> = None;
    for entry in &table.entries {
        let Some((cell, number)) = row_number(entry, &table.head) else { continue };
        let is_expected = match last {
            None => number == 1,
            // A number over several rows is one number.
            Some((_, above, _)) if std::ptr::eq(above, cell) => continue,
            Some((above, _, before)) => number == before + 1 || (number == 1 && is_below_other_heading(above, entry)),
        };
        if !is_expected {
            first_wrong = first_wrong.or(Some(&cell.place));
        }
        numbers.push(number);
        last = Some((entry, cell, number));
    }
    // A number alone is no sequence.
    if let Some(place) = first_wrong.filter(|_| numbers.len() > 1) {
        const SHOWN: usize = 30;
        let typed: Vec<String> = numbers.iter().take(SHOWN).map(u32::to_string).collect();
        doubts.add(DoubtKind::RowNumbers, Some(place), &typed.join(", "));
    }
}

fn is_below_other_heading(above: &Entry<'_>, entry: &Entry<'_>) -> bool {
    above.group != entry.group || above.instrument != entry.instrument
}

/// The whole number of a row: of a column for it, else in front of its title.
fn row_number<'d>(entry: &Entry<'d>, head: &TableHead) -> Option<(&'d CellContent, u32)> {
    if head.has(Role::Number) {
        let cell = entry.of(head, Role::Number).into_iter().next()?;
        return Some((cell, whole_number(cell)?));
    }
    // Indicators have numbers of their own.
    let role = [Role::Measure, Role::Issue].into_iter().find(|role| head.has(*role))?;
    let cell = entry.of(head, role).into_iter().next()?;
    let mut numbered = cell.lines.iter().filter_map(line_number);
    let first = cell.lines.first().and_then(line_number)?;
    (numbered.next().is_some() && numbered.next().is_none()).then_some((cell, first))
}

/// The number of a cell that holds nothing else: `๒`, `2.`, or one that the program counts.
fn whole_number(cell: &CellContent) -> Option<u32> {
    let [line] = cell.lines.as_slice() else { return None };
    let typed = if line.text.trim().is_empty() { line.number.as_deref().unwrap_or_default() } else { line.text.trim() };
    let bare = typed.trim_matches(['(', ')', '.', ' ']);
    let arabic = crate::thai::to_arabic(bare);
    arabic.parse().ok().or_else(|| leading_number(typed).filter(|_| plain(typed).chars().all(|c| c.is_ascii_digit())))
}
