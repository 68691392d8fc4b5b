//! Scores by indicator, with one interpretation per instrument (S0, S4).

use super::{Cell, CellPart, ColumnRole, ListItem, Row, RowGroup, Table, TableContext};
use crate::content::front_matter::{IndicatorScore, InstrumentScores};

/// `table#scores`; `None` without instruments.
pub(super) fn table(subject: &TableContext<'_>) -> Option<Table> {
    let assessment = subject.front_matter.assessment.as_ref().filter(|assessment| !assessment.instruments.is_empty())?;
    let has_result = assessment.instruments.iter().any(InstrumentScores::is_stated);
    let columns =
        [("name", ColumnRole::RowHeading), ("score", ColumnRole::Number), ("claim", ColumnRole::Text), ("reading", ColumnRole::OfGroup)];
    let table = Table {
        name: "scores",
        id: "scores",
        caption: subject.writer.word(if has_result { "caption_scores" } else { "caption_indicators" }),
        columns: columns.into_iter().map(|(field, role)| subject.column(field, role)).collect(),
        groups: assessment.instruments.iter().map(|instrument| group(subject, instrument)).collect(),
    };
    Some(table.without_empty_columns())
}

fn group(subject: &TableContext<'_>, instrument: &InstrumentScores) -> RowGroup {
    if instrument.indicators.is_empty() {
        return RowGroup { heading: None, rows: vec![only_reading(subject, instrument)] };
    }
    let rows = instrument.indicators.iter().map(|indicator| row(subject, instrument, indicator));
    RowGroup { heading: Some(subject.instrument_heading(instrument.id.value.key())), rows: rows.collect() }
}

/// An instrument without indicators still has its interpretation.
fn only_reading(subject: &TableContext<'_>, instrument: &InstrumentScores) -> Row {
    let key = instrument.id.value.key();
    let name = Cell::of("name", vec![CellPart::text(subject.instrument_heading(key))]);
    let reading = Cell::of("reading", subject.text(instrument.reading.as_ref()));
    Row { id: None, about: "instrument", key: key.to_owned(), cells: vec![name, Cell::empty(), Cell::empty(), reading] }
}

fn row(subject: &TableContext<'_>, instrument: &InstrumentScores, indicator: &IndicatorScore) -> Row {
    let claim = match &indicator.claim {
        Some(given) => {
            let key = given.value.key();
            let text = subject.writer.word(&format!("claim_{key}"));
            let note = subject.writer.as_written(given, &text).map(|text| CellPart::Note { text });
            let mark = CellPart::Mark { icon: subject.writer.word(&format!("icon_{key}")), text };
            Cell::of("claim", std::iter::once(mark).chain(note).collect()).with_value("claim", key)
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
            Cell::of("reading", subject.text(instrument.reading.as_ref())),
        ],
    }
}

fn name(subject: &TableContext<'_>, instrument: &InstrumentScores, indicator: &IndicatorScore) -> Vec<CellPart> {
    let writer = &subject.writer;
    let text = match &indicator.name {
        Some(own) => format!("{} {}", writer.figure(indicator.no.value), own.value),
        None => subject.indicator(indicator.no.value),
    };
    let note = writer.notes([writer.figure_note(Some(&indicator.no)), writer.text_note(indicator.name.as_ref())]);
    let mut parts = vec![CellPart::text(text)];
    parts.extend(note.map(|text| CellPart::Note { text }));
    if instrument.lowest.as_ref().is_some_and(|lowest| lowest.value == indicator.no.value) {
        parts.extend(CellPart::bullets(vec![ListItem::text(writer.word("lowest"))]));
    }
    parts
}
