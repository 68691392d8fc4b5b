//! Totals of the body over the years.

use super::bars::{BarChart, PlainChart, PlainRow};
use crate::render::page_context::PageContext;

/// Fewer years are no course of things.
const FEWEST: usize = 2;

/// The picture below the list of years, oldest first; `None` with fewer than two totals.
pub fn totals(writer: &PageContext<'_>) -> Option<BarChart> {
    let row = |(year, result): (&crate::thai::FiscalYear, &crate::content::front_matter::Assessment)| {
        let total = result.total.as_ref()?.value;
        Some(PlainRow { label: writer.year(*year), value: writer.score(total), parts: vec![("full", total.value / 100.0)] })
    };
    let rows: Vec<PlainRow> = writer.site.assessments.iter().filter_map(row).collect();
    if rows.len() < FEWEST {
        return None;
    }
    PlainChart {
        id: "totals-chart",
        title: writer.word("chart_totals"),
        description: writer.word("chart_beside"),
        rows,
        mark: None,
        keys: Vec::new(),
    }
    .placed()
}
