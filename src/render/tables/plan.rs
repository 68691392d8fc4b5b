//! The plan of measures (S0, S1, S3).

use super::cells::grouped;
use super::period::{period, period_note};
use super::{Cell, CellPart, Column, ColumnRole, ListItem, Row, Table, TableContext};
use crate::content::front_matter::{FrontMatter, Measure, PlanColumn};

/// `table#plan`; `None` without measures.
pub(super) fn table(subject: &TableContext<'_>) -> Option<Table> {
    table_of(subject, subject.front_matter.measures.iter().collect())
}

/// The plan of some measures of the page; `None` without any.
pub(super) fn table_of(subject: &TableContext<'_>, measures: Vec<&Measure>) -> Option<Table> {
    if measures.is_empty() {
        return None;
    }
    let fields = fields(subject.front_matter);
    let row = |measure: &Measure| {
        let heading = subject.heading_of(Some(measure), &measure.id.value);
        let cells = fields.iter().map(|field| Cell::of(field.key(), content(subject, measure, *field))).collect();
        (heading, Row { id: Some(measure.id.value.clone()), about: "measure", key: measure.id.value.clone(), cells })
    };
    let table = Table {
        name: "measures",
        id: "plan",
        caption: subject.writer.word("caption_plan"),
        columns: fields.iter().map(|field| column(subject, *field)).collect(),
        groups: grouped(measures.into_iter().map(row).collect(), &subject.headings()),
    };
    Some(if subject.front_matter.view.columns.is_empty() { table.without_empty_columns() } else { table })
}

/// The columns that the page chooses; all if it chooses none.
pub(super) fn fields(front_matter: &FrontMatter) -> Vec<PlanColumn> {
    let chosen: Vec<PlanColumn> = front_matter.view.columns.iter().map(|given| given.value).collect();
    if chosen.is_empty() { PlanColumn::ALL.to_vec() } else { chosen }
}

fn column(subject: &TableContext<'_>, field: PlanColumn) -> Column {
    subject.column(field.key(), if field == PlanColumn::Title { ColumnRole::RowHeading } else { ColumnRole::Text })
}

/// The content of a column for a measure.
pub(super) fn content(subject: &TableContext<'_>, measure: &Measure, field: PlanColumn) -> Vec<CellPart> {
    match field {
        PlanColumn::Title => measure.title.as_ref().map(|_| subject.title_parts(&measure.id.value)).unwrap_or_default(),
        PlanColumn::Steps => CellPart::numbered(subject.items(&measure.steps)),
        PlanColumn::Responsible => CellPart::bullets(subject.items(&measure.responsible.units)),
        PlanColumn::Posts => CellPart::bullets(subject.items(&measure.responsible.posts)),
        PlanColumn::Period => period_parts(subject, measure),
        PlanColumn::Monitoring => CellPart::numbered(subject.items(&measure.monitoring)),
        PlanColumn::Report => CellPart::bullets(report(subject, measure)),
        PlanColumn::Indicators => CellPart::bullets(addresses(subject, measure)),
        PlanColumn::Budget => subject.text(measure.budget.as_ref()),
    }
}

/// The period of a measure, with a note if the paper differs.
pub(super) fn period_parts(subject: &TableContext<'_>, measure: &Measure) -> Vec<CellPart> {
    let Some(given) = &measure.period else {
        return Vec::new();
    };
    let printed = period(&subject.writer, &given.value);
    if printed.is_empty() {
        return Vec::new();
    }
    let note = subject.writer.notes([subject.writer.as_written(given, &printed), period_note(&subject.writer, &given.value)]);
    std::iter::once(CellPart::text(printed)).chain(note.map(|text| CellPart::Note { text })).collect()
}

fn report(subject: &TableContext<'_>, measure: &Measure) -> Vec<ListItem> {
    let Some(report) = &measure.report else {
        return Vec::new();
    };
    let writer = &subject.writer;
    let cadence = report.cadence.iter().map(|cadence| {
        let word = writer.word(&format!("cadence_{}", cadence.value.key()));
        ListItem { note: writer.as_written(cadence, &word), ..ListItem::text(word) }
    });
    let location = subject.items(report.location.as_slice());
    let by = report.by.iter().map(|by| {
        let text = writer.words("until_month", &[("month", &writer.month(by.value))]);
        ListItem { note: writer.month_note(Some(by)), ..ListItem::text(text) }
    });
    cadence.chain(location).chain(by).collect()
}

/// The indicators, questions and items that a measure addresses.
pub(super) fn addresses(subject: &TableContext<'_>, measure: &Measure) -> Vec<ListItem> {
    let addresses = &measure.addresses;
    let indicators = subject.indicators(&addresses.indicators);
    let questions = subject.items(&addresses.questions);
    let items = addresses.items.iter().map(|item| {
        let text = item.value.to_string();
        ListItem { note: subject.writer.as_written(item, &text), ..ListItem::text(text) }
    });
    indicators.into_iter().chain(questions).chain(items).collect()
}
