//! Lines of the answers.

use crate::base::Lang;
use crate::catalogue::{Catalogue, Indicator};
use crate::score::{Exact, Forecast, Inversion, Points};
use crate::site::Year;
use crate::thai::FiscalYear;
use crate::words::score;

/// `invert` found no solution.
pub(super) fn no_solution(value: Points, no: u32, year: FiscalYear, inversion: &Inversion, lang: Lang) -> String {
    match inversion.complete {
        true => score::no_solution(lang, value, no, year),
        false => score::no_solution_known(lang, no, year, value),
    }
}

/// Heading of the solutions.
pub(super) fn solutions(value: Points, indicator: &Indicator, year: FiscalYear, inversion: &Inversion, lang: Lang) -> String {
    let (no, title) = (indicator.no, &indicator.title);
    match (inversion.complete, inversion.solutions.len()) {
        (true, 1) => score::one_solution(lang, year, no, title, value),
        (true, count) => score::solutions(lang, year, no, title, value, count),
        (false, count) => score::some_solutions(lang, year, no, title, value, count),
    }
}

/// Note: no source confirms the number of items of the year.
pub(super) fn counts_note(catalogue: &Catalogue, lang: Lang) -> Option<String> {
    (!catalogue.item_counts_attested).then(|| score::counts_unconfirmed(lang, catalogue.fiscal_year.value))
}

/// Note: what is unconfirmed or cannot be computed from the checklist of the year.
pub(super) fn forecast_note(catalogue: &Catalogue, lang: Lang) -> Option<String> {
    let notes: Vec<String> = [counts_note(catalogue, lang), weights_note(catalogue, lang)].into_iter().flatten().collect();
    (!notes.is_empty()).then(|| notes.join(score::between_notes(lang)))
}

/// Note: the weights of the year are unconfirmed or unknown.
pub(super) fn weights_note(catalogue: &Catalogue, lang: Lang) -> Option<String> {
    let year = catalogue.fiscal_year.value;
    match (catalogue.weights.is_some(), catalogue.weights_attested) {
        (true, true) => None,
        (true, false) => Some(score::weights_unconfirmed(lang, year)),
        (false, _) => Some(score::weights_unknown(lang, year)),
    }
}

/// Note: no source confirms the table of grades of the year.
pub(super) fn grades_note(catalogue: &Catalogue, lang: Lang) -> Option<String> {
    (!catalogue.grades_attested).then(|| score::grades_unconfirmed(lang, catalogue.fiscal_year.value))
}

/// First line of a forecast.
pub(super) fn forecast_heading(year: &Year, forecast: &Forecast, lang: Lang) -> String {
    let (fiscal_year, oit) = (year.fiscal_year, forecast.oit.printed(2));
    let (passing, all) = (forecast.items.iter().filter(|item| item.passes).count(), forecast.items.len());
    let weight = year.catalogue.weights.as_ref().map(|weights| Exact::decimal(weights.oit).printed(2)).unwrap_or_default();
    match &forecast.points {
        Some(points) => score::forecast_with_points(lang, fiscal_year, passing, all, oit, points.printed(2), weight),
        None => score::forecast(lang, fiscal_year, passing, all, oit),
    }
}

/// Published total and computed total.
pub(super) fn total_line(total: Option<Points>, computed: Option<&Exact>, catalogue: &Catalogue, lang: Lang) -> String {
    let published = total.map_or_else(|| "–".to_owned(), |total| total.to_string());
    match computed {
        Some(computed) => score::total_computed(lang, published, computed.printed(2)),
        None if catalogue.weights.is_none() => score::total_without_weights(lang, published),
        None => score::total_without_all(lang, published),
    }
}

/// Grade as published and by the table; `None` if there is neither.
pub(super) fn grade_line(written: Option<&str>, possible: &[&str], lang: Lang) -> Option<String> {
    match (written, possible) {
        (None, []) => None,
        (Some(written), []) => Some(score::grade_without_table(lang, written)),
        (written, possible) => Some(score::grade_by_table(lang, written.unwrap_or("–"), possible.join(" / "))),
    }
}

/// An indicator of the checklist and the number of combinations that give its score.
pub(super) fn indicator_line(no: u32, value: Points, inversion: &Inversion, lang: Lang) -> String {
    match (inversion.is_attainable(), inversion.complete, inversion.solutions.len()) {
        (Some(false), _, _) => score::indicator_impossible(lang, no, value),
        (None, _, _) => score::indicator_too_large(lang, no, value),
        (Some(true), true, 1) => score::indicator_one(lang, no, value),
        (Some(true), true, count) => score::indicator_many(lang, no, value, count),
        (Some(true), false, count) => score::indicator_at_least(lang, no, value, count),
    }
}
