//! Progress of measures, by the divisions that are responsible and by the quarters of their time.

use std::collections::BTreeMap;

use super::bars::{BarChart, PlainChart, PlainRow};
use crate::content::front_matter::{Measure, Status};
use crate::render::tables::TableContext;
use crate::thai::FiscalYear;

/// One row is no comparison.
const FEWEST: usize = 2;

/// The pictures below the table of progress: measures by division, then by quarter. The first one
/// says what the fillings mean.
pub fn progress(subject: &TableContext<'_>) -> Vec<BarChart> {
    let mut charts: Vec<PlainChart> = [by_unit(subject), by_quarter(subject)].into_iter().flatten().collect();
    charts.iter_mut().skip(1).for_each(|chart| chart.keys.clear());
    charts.into_iter().filter_map(PlainChart::placed).collect()
}

/// Divisions in the order of the report. A measure of several divisions counts for each.
fn by_unit(subject: &TableContext<'_>) -> Option<PlainChart> {
    let mut order: Vec<&str> = Vec::new();
    let mut units: BTreeMap<&str, Vec<Status>> = BTreeMap::new();
    for (measure, status) in reported(subject) {
        for unit in &measure.responsible.units {
            let known = units.entry(&unit.value).or_default();
            if known.is_empty() {
                order.push(&unit.value);
            }
            known.push(status);
        }
    }
    let rows = order.into_iter().map(|unit| (unit.to_owned(), units.remove(unit).unwrap_or_default())).collect();
    chart(subject, "progress-by-unit", "chart_by_unit", rows)
}

/// A measure of several quarters counts for each, one without a time for none.
fn by_quarter(subject: &TableContext<'_>) -> Option<PlainChart> {
    let year = subject.located.year.map(|year| year.fiscal_year);
    let mut quarters: BTreeMap<u32, Vec<Status>> = BTreeMap::new();
    for (measure, status) in reported(subject) {
        for quarter in quarters_of(measure, year) {
            quarters.entry(quarter).or_default().push(status);
        }
    }
    let name = |quarter: u32| subject.writer.words("quarters", &[("quarters", &subject.writer.figure(quarter))]);
    let rows = quarters.into_iter().map(|(quarter, statuses)| (name(quarter), statuses)).collect();
    chart(subject, "progress-by-quarter", "chart_by_quarter", rows)
}

/// The measures on which the page reports, with their statuses.
fn reported<'a>(subject: &'a TableContext<'a>) -> impl Iterator<Item = (&'a Measure, Status)> + 'a {
    let entries = subject.front_matter.progress.iter().flat_map(|progress| &progress.entries);
    let known = entries.filter_map(|entry| Some((entry, entry.status.as_ref()?.value)));
    known.flat_map(move |(entry, status)| entry.measures.iter().filter_map(move |id| Some((subject.measure(&id.value)?, status))))
}

/// The quarters in which a measure is carried out: as stated, or those of its months.
fn quarters_of(measure: &Measure, year: Option<FiscalYear>) -> Vec<u32> {
    let Some(period) = measure.period.as_ref().map(|period| &period.value) else { return Vec::new() };
    if !period.quarters.is_empty() {
        let mut stated: Vec<u32> = period.quarters.iter().map(|quarter| quarter.value).collect();
        stated.sort_unstable();
        stated.dedup();
        return stated;
    }
    let (Some(from), Some(to), Some(year)) = (&period.from, &period.to, year) else { return Vec::new() };
    // Months since the first one of the fiscal year.
    let place = |month: crate::thai::Month| {
        let first = year.first_month();
        let years = i64::from(month.buddhist_year()) - i64::from(first.buddhist_year());
        years * 12 + i64::from(month.number()) - i64::from(first.number())
    };
    let (from, to) = (place(from.value), place(to.value));
    (0..4_u32).filter(|quarter| from < i64::from(quarter * 3 + 3) && to >= i64::from(quarter * 3)).map(|quarter| quarter + 1).collect()
}

fn chart(subject: &TableContext<'_>, id: &'static str, title: &str, rows: Vec<(String, Vec<Status>)>) -> Option<PlainChart> {
    let writer = &subject.writer;
    let most = rows.iter().map(|(_, statuses)| statuses.len()).max()?;
    if rows.len() < FEWEST {
        return None;
    }
    let used = |status: &&Status| rows.iter().any(|(_, statuses)| statuses.contains(status));
    let order = [Status::Done, Status::InProgress, Status::NotStarted, Status::Cancelled, Status::Unstated];
    let keys: Vec<(&'static str, String)> =
        order.iter().filter(used).map(|status| (fill(*status), writer.word(&format!("status_{}", status.key())))).collect();
    let row = |(label, statuses): (String, Vec<Status>)| {
        let share = |status: &Status| statuses.iter().filter(|own| *own == status).count() as f64 / most as f64;
        PlainRow { label, value: writer.figure(statuses.len()), parts: order.iter().map(|status| (fill(*status), share(status))).collect() }
    };
    let chart = PlainChart {
        id,
        title: writer.word(title),
        description: writer.word("chart_beside"),
        rows: rows.into_iter().map(row).collect(),
        mark: None,
        keys,
    };
    Some(chart)
}

/// The more has been done, the fuller.
fn fill(status: Status) -> &'static str {
    match status {
        Status::Done => "full",
        Status::InProgress => "half",
        Status::NotStarted => "open",
        Status::Unstated => "dashed",
        Status::Cancelled => "crossed",
    }
}
