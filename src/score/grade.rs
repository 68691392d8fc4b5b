//! Grade lookup for a total.

use std::collections::BTreeMap;

use super::{Exact, Points};
use crate::catalogue::{Catalogue, Grade, Instrument};

/// Possible grades of a published total, best first. Exactly one, unless the grade table sets a
/// minimum per instrument (`each_min`) and some instrument is unknown; then every grade still
/// possible. Empty if the year has no grade table.
pub fn possible_grades<'c>(catalogue: &'c Catalogue, total: Points, instruments: &BTreeMap<Instrument, Exact>) -> Vec<&'c Grade> {
    let mut possible = Vec::new();
    for grade in catalogue.grades.iter().filter(|grade| total.exact() >= Exact::decimal(grade.min)) {
        match each_reaches(grade, instruments) {
            Some(false) => {}
            None => possible.push(grade),
            Some(true) => {
                possible.push(grade);
                break;
            }
        }
    }
    possible
}

/// True if every instrument reaches the minimum of the grade; `None` if undecidable. The limit is
/// compared with published means of two decimals, so a mean within 0.01 of it may lie on either
/// side.
fn each_reaches(grade: &Grade, instruments: &BTreeMap<Instrument, Exact>) -> Option<bool> {
    let Some(limit) = grade.each_min.map(Exact::decimal) else { return Some(true) };
    let close = |mean: &Exact| mean.distance(&limit) < Exact::ratio(1, 100) && *mean != limit;
    if instruments.values().any(|mean| *mean < limit && !close(mean)) {
        return Some(false);
    }
    let all_clear = Instrument::ALL.iter().all(|instrument| instruments.get(instrument).is_some_and(|mean| !close(mean)));
    all_clear.then_some(true)
}
