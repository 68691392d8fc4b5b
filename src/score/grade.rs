//! From a total to its grade.

use std::collections::BTreeMap;

use super::{Exact, Points};
use crate::catalogue::{Catalogue, Grade, Instrument};

/// The grades that a published total can have, best first: one, unless the table asks something of
/// each instrument (`each_min`) and not every instrument is known; then all that are still open.
/// Empty if the year has no table.
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

/// Whether each instrument reaches what the grade asks of it; `None` if that cannot be told. The
/// limit is compared with scores of two decimals, as they are published; within a hundredth of it
/// the published mean may lie on either side.
fn each_reaches(grade: &Grade, instruments: &BTreeMap<Instrument, Exact>) -> Option<bool> {
    let Some(limit) = grade.each_min.map(Exact::decimal) else { return Some(true) };
    let close = |mean: &Exact| mean.distance(&limit) < Exact::ratio(1, 100) && *mean != limit;
    if instruments.values().any(|mean| *mean < limit && !close(mean)) {
        return Some(false);
    }
    let all_clear = Instrument::ALL.iter().all(|instrument| instruments.get(instrument).is_some_and(|mean| !close(mean)));
    all_clear.then_some(true)
}
