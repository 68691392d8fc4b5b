//! Scores by indicator, with one reading for each instrument (S0, S4).

use super::{Cell, Item, Part, Role, Row, RowGroup, Subject, Table};
use crate::content::front_matter::{IndicatorScore, InstrumentScores};

/// `table#scores`; none without instruments.
pub(super) fn table(subject: &Subject<'_>) -> Option<Table> {
    let assessment = subject.front_matter.assessment.as_ref().filter(|assessment| !assessment.instruments.is_empty())?;
    let columns = [("name", Role::RowHeading), ("score", Role::Number), ("claim", Role::Text), ("reading", Role::Text)];
    let table = Table {
        name: "scores",
        id: "scores",
        caption: subject.writer.word("caption_scores"),
        columns: columns.into_iter().map(|(field, role)| subject.column(field, role)).collect(),
        groups: assessment.instruments.iter().map(|instrument| group(subject, instrument)).collect(),
    };
    Some(table.without_empty_columns())
}

fn group(subject: &Subject<'_>, instrument: &InstrumentScores) -> RowGroup {
    let rows = instrument.indicators.iter().enumerate().map(|(at, indicator)| {
        let reading = match at {
            0 => Cell::of("reading", subject.text(instrument.reading.as_ref())).over(instrument.indicators.len()),
            _ => Cell::covered(),
        };
        row(subject, instrument, indicator, reading)
    });
    RowGroup { heading: Some(subject.instrument_heading(instrument.id.value.key())), rows: rows.collect() }
}

fn row(subject: &Subject<'_>, instrument: &InstrumentScores, indicator: &IndicatorScore, reading: Cell) -> Row {
    let claim = match &indicator.claim {
        Some(claim) => {
            let word = subject.writer.word(&format!("claim_{}", claim.value.key()));
            Cell::of("claim", subject.printed(claim, word)).with_value("claim", claim.value.key())
        }
        None => Cell::of("claim", Vec::new()),
    };
    Row {
        id: None,
        about: "indicator",
        key: indicator.no.value.to_string(),
        cells: vec![
            Cell::of("name", name(subject, instrument, indicator)),
            Cell::of("score", subject.score(indicator.score.as_ref())),
            claim,
            reading,
        ],
    }
}

fn name(subject: &Subject<'_>, instrument: &InstrumentScores, indicator: &IndicatorScore) -> Vec<Part> {
    let mut parts = match &indicator.name {
        Some(own) => subject.printed(own, format!("{} {}", subject.writer.figure(indicator.no.value), own.value)),
        None => vec![Part::text(subject.indicator(indicator.no.value))],
    };
    if instrument.lowest.as_ref().is_some_and(|lowest| lowest.value == indicator.no.value) {
        parts.extend(Part::bullets(vec![Item::text(subject.writer.word("lowest"))]));
    }
    parts
}
