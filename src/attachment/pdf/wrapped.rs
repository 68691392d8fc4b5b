//! Numbers that are broken at the end of a table cell, and go on in the line below.

use std::collections::HashSet;

use super::super::passage::CELL_LINE_END;
use super::layout::TextLine;

/// A line further down than this is no continuation, in ems.
const MAX_LINE_HEIGHT: f64 = 2.5;
/// Cells that start this close to each other are in one column, in ems.
const SAME_COLUMN: f64 = 0.5;
/// A number goes on over this many lines at most.
const MAX_LINES: usize = 4;
/// A cell stands above this many cells at most.
const MAX_CELLS: usize = 8;
/// Telephone, account and ID numbers have this many digits.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=16;

/// Row, and place in the row, of a cell.
type Place = (usize, usize);

/// Broken numbers, each with line ends of a cell where it is broken, and before it the other cells of
/// its rows: they say what it is.
pub(super) fn numbers(lines: &[TextLine]) -> Vec<String> {
    let mut found = Vec::new();
    let mut parts: HashSet<Place> = HashSet::new();
    for (row, line) in lines.iter().enumerate() {
        for (at, cell) in line.cells.iter().enumerate() {
            if let Some(start) = last_number(&cell.text)
                && !parts.contains(&(row, at))
                && let Some((number, more)) = continued(lines, (row, at), start)
            {
                found.push(labelled(lines, (row, at), start, &more) + &number);
                parts.extend(more);
            }
        }
    }
    found
}

/// The number that begins with `start` in a cell, and the cells in which it goes on.
fn continued(lines: &[TextLine], cell: Place, start: &str) -> Option<(String, Vec<Place>)> {
    let mut number = start.to_owned();
    let (mut place, mut part) = (cell, start);
    let mut parts = Vec::new();
    while parts.len() < MAX_LINES {
        let Some((below, next)) = next_part(lines, place, part) else { break };
        if digits(&number) + digits(next) > *DIGITS.end() {
            break;
        }
        number.push(CELL_LINE_END);
        number.push_str(next);
        parts.push(below);
        (place, part) = (below, next);
    }
    (!parts.is_empty() && DIGITS.contains(&digits(&number))).then_some((number, parts))
}

/// The other cells of the rows of a number, and what is before it in its own, each with a tab.
fn labelled(lines: &[TextLine], (row, at): Place, start: &str, more: &[Place]) -> String {
    let last = more.last().map_or(row, |(last, _)| *last);
    let mut label = String::new();
    for (number, line) in (row..=last).zip(lines.get(row..=last).unwrap_or_default()) {
        for (column, cell) in line.cells.iter().enumerate() {
            let text = match (number, column) == (row, at) {
                true => cell.text.trim_end().strip_suffix(start).unwrap_or_default(),
                false if more.contains(&(number, column)) => "",
                false => cell.text.as_str(),
            };
            if !text.trim().is_empty() {
                label.push_str(text.trim());
                label.push('\t');
            }
        }
    }
    label
}

/// The number that the nearest cell below begins with, if it can be a part of the one above.
fn next_part<'l>(lines: &'l [TextLine], (row, at): Place, part: &str) -> Option<(Place, &'l str)> {
    let upper = lines.get(row)?;
    let cell = upper.cells.get(at)?;
    let number = cell.text.trim_end();
    if !number.ends_with(part) {
        return None;
    }
    let in_column = |line: &TextLine| {
        let end = line.cells.partition_point(|other| other.x < cell.end);
        (end.saturating_sub(MAX_CELLS)..end).find(|at| line.cells.get(*at).is_some_and(|other| other.end > cell.x))
    };
    let (below, at) = (row + 1..lines.len()).take(MAX_LINES).find_map(|row| Some((row, in_column(lines.get(row)?)?)))?;
    let lower = lines.get(below)?;
    let next = lower.cells.get(at)?;
    let is_near = upper.y - lower.y <= MAX_LINE_HEIGHT * cell.size.max(next.size);
    let next = first_number(&next.text)?;
    (is_near && are_parts(part, next) && is_one_row(lines, row, below)).then_some(((below, at), next))
}

/// False if both lines start with a cell of the first column: two rows, or two lines of a paragraph.
fn is_one_row(lines: &[TextLine], upper: usize, lower: usize) -> bool {
    let starts = || lines.get(upper..=lower).unwrap_or_default().iter().filter_map(|line| line.cells.first());
    let margin = starts().map(|cell| cell.x).fold(f64::INFINITY, f64::min);
    let is_full = |row: usize| {
        let first = lines.get(row).and_then(|line| line.cells.first());
        first.is_some_and(|cell| cell.x <= margin + SAME_COLUMN * cell.size)
    };
    !(is_full(upper) && is_full(lower))
}

/// A broken number fills its column: what follows is no longer, unless it is broken at a hyphen.
fn are_parts(upper: &str, lower: &str) -> bool {
    upper.ends_with(is_hyphen) || digits(upper) >= digits(lower)
}

/// The number at the end of a text, if it is not part of an amount or date.
fn last_number(text: &str) -> Option<&str> {
    let text = text.trim();
    let before = text.trim_end_matches(is_number_part);
    let number = text.strip_prefix(before)?.trim_start();
    let touches = before.chars().next_back().is_some_and(|c| matches!(c, ',' | '/' | ':' | '(' | '+') || c.is_ascii_alphanumeric());
    (digits(number) > 0 && !touches).then_some(number)
}

fn first_number(text: &str) -> Option<&str> {
    let text = text.trim();
    let after = text.trim_start_matches(is_number_part);
    let number = text.strip_suffix(after)?.trim_end();
    let touches = after.chars().next().is_some_and(|c| matches!(c, ',' | '/' | ':' | '%') || c.is_ascii_alphanumeric());
    (number.starts_with(is_digit) && !touches).then_some(number)
}

fn digits(text: &str) -> usize {
    text.chars().filter(|c| is_digit(*c)).count()
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('๐'..='๙').contains(&c)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{AD}')
}

fn is_number_part(c: char) -> bool {
    is_digit(c) || is_hyphen(c) || matches!(c, '.' | ' ' | '\u{A0}')
}
