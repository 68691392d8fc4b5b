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

/// A broken number.
pub(super) struct WrappedNumber {
    /// The number, with line ends of a cell where it is broken, and before it the other cells of its rows: they say what
    /// it is.
    pub text: String,
    /// Cells of its parts.
    places: Vec<Place>,
}

impl WrappedNumber {
    /// Rows behind which the number does not go on, though digits end the row and begin the next one: where its last part
    /// ends a row, and above its first part, if that is further right than a line of text would begin.
    pub(super) fn ends(&self, lines: &[TextLine]) -> impl Iterator<Item = usize> {
        let is_row_end = |(row, at): &Place| lines.get(*row).is_some_and(|line| line.cells.len() == at + 1);
        let after = self.places.iter().skip(1).filter(move |(row, at)| is_row_end(&(*row, *at)) && !self.places.contains(&(row + 1, 0)));
        let is_right = |row: &usize| {
            let [upper, lower] = [*row, row + 1].map(|row| lines.get(row).and_then(|line| line.cells.first()));
            upper.zip(lower).is_some_and(|(upper, lower)| lower.x > upper.x + SAME_COLUMN * upper.size)
        };
        let first = self.places.first().filter(|(_, at)| *at == 0).and_then(|(row, _)| row.checked_sub(1)).filter(is_right);
        after.map(|(row, _)| *row).chain(first)
    }
}

/// The broken numbers of a page.
pub(super) fn numbers(lines: &[TextLine]) -> Vec<WrappedNumber> {
    let mut found = Vec::new();
    let mut parts: HashSet<Place> = HashSet::new();
    for (row, line) in lines.iter().enumerate() {
        for (at, cell) in line.cells.iter().enumerate() {
            if let Some(start) = last_number(&cell.text)
                && !parts.contains(&(row, at))
                && let Some((number, more)) = continued(lines, (row, at), start)
            {
                let text = labelled(lines, (row, at), start, &more) + &number;
                parts.extend(&more);
                found.push(WrappedNumber { text, places: [&[(row, at)], more.as_slice()].concat() });
            }
        }
    }
    found
}

/// The number that begins with `start` in a cell, and the cells in which it goes on.
fn continued(lines: &[TextLine], cell: Place, start: &str) -> Option<(String, Vec<Place>)> {
    let (mut place, mut part) = (cell, start);
    let mut parts = vec![(place, part)];
    let mut total = digits(start);
    while parts.len() <= MAX_LINES {
        let Some((below, next)) = next_part(lines, place, part) else { break };
        total += digits(next);
        if total > *DIGITS.end() {
            total -= digits(next);
            break;
        }
        parts.push((below, next));
        (place, part) = (below, next);
    }
    while parts.len() > 1 && !(DIGITS.contains(&total) && is_one_row(lines, &parts)) {
        total -= parts.pop().map_or(0, |(_, last)| digits(last));
    }
    if parts.len() < 2 {
        return None;
    }
    let texts: Vec<&str> = parts.iter().map(|(_, text)| *text).collect();
    Some((texts.join(&CELL_LINE_END.to_string()), parts.iter().skip(1).map(|(place, _)| *place).collect()))
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
    (is_near && are_parts(number, part, next)).then_some(((below, at), next))
}

/// False if the lines are two rows of a table, or lines of a paragraph: more than one has a cell in the
/// first column that is more than a part of the number, or none has another cell.
fn is_one_row(lines: &[TextLine], parts: &[(Place, &str)]) -> bool {
    let (Some(((first, _), _)), Some(((last, _), _))) = (parts.first(), parts.last()) else { return false };
    let rows = || (*first..).zip(lines.get(*first..=*last).unwrap_or_default());
    let starts = || rows().filter_map(|(_, line)| line.cells.first());
    let margin = starts().map(|cell| cell.x).fold(f64::INFINITY, f64::min);
    let is_only_part = |row: usize, line: &TextLine| {
        let is_part = |text: &str| parts.iter().any(|((other, _), part)| *other == row && *part == text.trim());
        matches!(line.cells.as_slice(), [cell] if is_part(&cell.text))
    };
    let others = || rows().filter(|(row, line)| !is_only_part(*row, line)).map(|(_, line)| line);
    let is_full = |line: &&TextLine| line.cells.first().is_some_and(|cell| cell.x <= margin + SAME_COLUMN * cell.size);
    others().next().is_some() && others().filter(is_full).count() < 2
}

/// A broken number fills its column: what follows in a cell is no longer, unless it is broken at a
/// hyphen, or is written as on an identity card.
fn are_parts(cell: &str, upper: &str, lower: &str) -> bool {
    let length = |text: &str| text.chars().filter(|c| !is_mark(*c)).count();
    let is_longer = || digits(upper) >= digits(lower) || length(cell.trim()) >= length(lower);
    upper.ends_with(is_hyphen) || lower.starts_with(is_hyphen) || is_longer() || is_card(upper, lower)
}

/// True if the groups of digits of two parts are those of an identity card.
fn is_card(upper: &str, lower: &str) -> bool {
    const GROUPS: [usize; 5] = [1, 4, 5, 2, 1];
    let groups = [upper, lower].into_iter().flat_map(|part| part.split(|c| !is_digit(c))).map(|group| group.chars().count());
    groups.filter(|size| *size > 0).eq(GROUPS)
}

/// True for a letter that stands over or under another one.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
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
    // A hyphen at the end of a line may have come to the next one.
    let is_start = number.starts_with(is_digit)
        || (number.matches(is_hyphen).count() > 1 && number.strip_prefix(is_hyphen).is_some_and(|rest| rest.starts_with(is_digit)));
    (is_start && !touches).then_some(number)
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
