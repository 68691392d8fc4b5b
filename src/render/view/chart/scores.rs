//! Scores of indicators against the target.

use super::bars::{BarChart, PlainChart, PlainRow};
use crate::content::front_matter::IndicatorScore;
use crate::render::tables::TableContext;

/// The picture below the table of scores; `None` without scores.
pub fn scores(subject: &TableContext<'_>) -> Option<BarChart> {
    let (writer, assessment) = (&subject.writer, subject.front_matter.assessment.as_deref()?);
    let target = assessment.target.as_ref().map(|target| target.value);
    let row = |indicator: &IndicatorScore| {
        let score = indicator.score.as_ref()?.value;
        let is_reached = target.is_none_or(|target| score.value >= target.value);
        Some(PlainRow {
            label: subject.indicator(indicator.no.value),
            value: writer.score(score),
            parts: vec![(if is_reached { "full" } else { "open" }, score.value / 100.0)],
        })
    };
    let rows = assessment.instruments.iter().flat_map(|instrument| &instrument.indicators).filter_map(row).collect();
    let label = target.map(|target| writer.words("chart_target", &[("target", &writer.figure(target.value))]));
    PlainChart {
        id: "scores-chart",
        title: writer.word("caption_scores"),
        description: writer.word("chart_beside"),
        rows,
        // The line of the target says what the open bars are.
        keys: Vec::new(),
        mark: target.map(|target| target.value / 100.0).zip(label),
    }
    .placed()
}
