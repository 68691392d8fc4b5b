//! Columns of months with marks or colours in them: a chart of bars made in a table.

use serde_json::Value;

use super::doubt::{DoubtKind, Doubts};
use super::fields::Object;
use super::head::{HeadColumn, TableHead};
use super::period_reading::full_year;
use super::role::Role;
use super::status::{FoundStatus, StatusMark, mark};
use super::table::Entry;
use crate::attachment::grid::CellContent;
use crate::thai::{FiscalYear, Month, to_arabic};

/// The months that a row marks, from the first to the last.
struct MarkedMonths<'d> {
    months: Vec<Month>,
    /// Their headings, as shown.
    headings: Vec<String>,
    /// What else the cells say.
    words: Vec<String>,
    first: Option<&'d CellContent>,
    /// Some cells are only coloured.
    by_colour: bool,
}

/// The period of a row by its columns of months; `year` is for headings without a year.
pub(super) fn marked_period(entry: &Entry<'_>, head: &TableHead, year: Option<FiscalYear>, doubts: &mut Doubts) -> Option<Value> {
    if !head.has_months() {
        return None;
    }
    let marked = MarkedMonths::of(entry, head, year);
    let (Some(from), Some(to)) = (marked.months.iter().min(), marked.months.iter().max()) else {
        // What is drawn is not among the words of a cell.
        let key = entry.key(head);
        let place = marked.first.or(key.first().copied()).map(|cell| &cell.place);
        doubts.add(DoubtKind::MonthsUnmarked, place, &marked.headings.join(", "));
        return None;
    };
    let mut shown = marked.headings.join(", ");
    if !marked.words.is_empty() {
        shown = format!("{shown} ({})", marked.words.join(" "));
    }
    let kind = if marked.by_colour { DoubtKind::MonthsColoured } else { DoubtKind::MonthsMarked };
    doubts.add_taken(kind, marked.first.map(|cell| &cell.place), &shown, format!("{from} – {to}"));
    let ordinal = |month: &Month| month.buddhist_year() * 12 + i32::from(month.number());
    let covered = (ordinal(from)..=ordinal(to)).filter(|at| marked.months.iter().any(|month| ordinal(month) == *at)).count();
    let has_gap = i32::try_from(covered) != Ok(ordinal(to) - ordinal(from) + 1);
    let mut period = Object::default();
    period.put("from", from.to_string());
    period.put("to", to.to_string());
    if has_gap || !marked.words.is_empty() {
        period.put("label", shown);
    }
    Some(period.into_value())
}

impl<'d> MarkedMonths<'d> {
    fn of(entry: &Entry<'d>, head: &TableHead, year: Option<FiscalYear>) -> Self {
        let mut marked = MarkedMonths { months: Vec::new(), headings: Vec::new(), words: Vec::new(), first: None, by_colour: false };
        let ground = entry.key(head).first().and_then(|cell| cell.fill.clone());
        for (at, (column, cells)) in head.columns.iter().zip(&entry.cells).enumerate() {
            let Some(Role::Month(_)) = column.role else { continue };
            for cell in cells {
                let words = match mark(cell, FoundStatus::Done) {
                    // The colour of a whole row is no mark.
                    StatusMark::Empty if cell.fill.is_some() && cell.fill != ground => {
                        marked.by_colour = true;
                        String::new()
                    }
                    StatusMark::Empty => continue,
                    StatusMark::Tick(_, rest) => rest,
                    StatusMark::Words(text) if is_line(&text) => String::new(),
                    StatusMark::Words(text) => text,
                };
                marked.first = marked.first.or(Some(cell));
                marked.words.extend((!words.is_empty()).then_some(words));
                // A cell merged over several months marks them all.
                for covered in head.columns.iter().skip(at).take(cell.column_span.max(1)) {
                    let Some(Role::Month(number)) = covered.role else { break };
                    marked.months.extend(month_of(covered, number, year));
                    marked.headings.push(covered.shown.clone());
                }
            }
        }
        marked
    }
}

/// A typed line or arrow.
fn is_line(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '–' | '—' | '_' | '=' | '<' | '>' | '←' | '→' | '↔' | '◄' | '►' | '⟷' | '█' | '▬' | ' '))
}

/// The month of a column: of the year in its headings, else of the fiscal year.
fn month_of(column: &HeadColumn, number: u8, year: Option<FiscalYear>) -> Option<Month> {
    let arabic = to_arabic(&column.shown);
    let numbers = arabic.split(|c: char| !c.is_ascii_digit()).filter(|digits| matches!(digits.len(), 2 | 4));
    let written = numbers.rev().find_map(|digits| full_year(digits.parse().ok()?, digits.len()));
    let is_fiscal = column.shown.contains("งบ");
    let in_fiscal = |year: i32| year - i32::from(number >= 10);
    let year = match written {
        Some(year) if is_fiscal => in_fiscal(year),
        Some(year) => year,
        None => in_fiscal(i32::from(year?.number())),
    };
    Some(Month::of_buddhist_year(year, number))
}
