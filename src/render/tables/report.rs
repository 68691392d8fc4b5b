//! Plan and progress in one table, as a report on paper has them: what was planned, its status and
//! its result. A page of progress takes the plan from the page that it reports on.

use std::collections::BTreeMap;

use super::cells::grouped;
use super::plan::{self, content};
use super::progress::{self, after, status_cells, status_columns, titles};
use super::{Cell, CellPart, Column, ColumnRole, Row, Table, TableContext};
use crate::content::front_matter::{Measure, PlanColumn, Progress, ProgressEntry};

/// Measures with what is reported on them.
struct ReportedMeasures<'a> {
    /// Ids of the measures: one, but for an entry on several.
    measures: Vec<&'a str>,
    entry: Option<&'a ProgressEntry>,
}

/// The table: `#plan` if the page has measures of its own, else `#progress`. `None` without a
/// report, and if a measure of the page is reported on twice or together with others, so that no
/// row could have its status.
pub(super) fn table(subject: &TableContext<'_>) -> Option<Table> {
    let progress = subject.front_matter.progress.as_ref()?;
    let has_plan = !subject.front_matter.measures.is_empty();
    let lines = lines(&subject.front_matter.measures, progress)?;
    let fields = fields(subject);
    let chosen = subject.front_matter.view.columns.iter().map(|given| given.value.key());
    let kept: Vec<&str> = chosen.chain(["status"]).collect();
    let row = |line: &ReportedMeasures<'_>| {
        let first = line.measures.first().copied().unwrap_or_default();
        (subject.heading_of(subject.measure(first), first), row(subject, line, &fields, progress))
    };
    let table = Table {
        name: "progress",
        id: if has_plan { "plan" } else { "progress" },
        caption: subject.writer.word("caption_progress"),
        columns: columns(subject, &fields, progress),
        groups: grouped(lines.iter().map(row).collect(), &subject.headings()),
    };
    Some(table.without_empty_columns_but(&kept))
}

/// The measures of the page in their order, then the entries on measures of another page.
fn lines<'a>(own: &'a [Measure], progress: &'a Progress) -> Option<Vec<ReportedMeasures<'a>>> {
    let mut planned: Vec<ReportedMeasures<'_>> =
        own.iter().map(|measure| ReportedMeasures { measures: vec![&measure.id.value], entry: None }).collect();
    let row_of: BTreeMap<&str, usize> = own.iter().enumerate().map(|(at, measure)| (measure.id.value.as_str(), at)).collect();
    for entry in &progress.entries {
        let measures: Vec<&str> = entry.measures.iter().map(|id| id.value.as_str()).collect();
        let own: Vec<usize> = measures.iter().filter_map(|id| row_of.get(id).copied()).collect();
        match (own.as_slice(), measures.len()) {
            ([], _) => planned.push(ReportedMeasures { measures, entry: Some(entry) }),
            ([at], 1) => {
                let row = planned.get_mut(*at).filter(|row| row.entry.is_none())?;
                row.entry = Some(entry);
            }
            _ => return None,
        }
    }
    Some(planned)
}

/// The columns of the plan but the title, which is the heading of the row.
fn fields(subject: &TableContext<'_>) -> Vec<PlanColumn> {
    let all = plan::fields(subject.front_matter);
    let stands_alone = |field: &PlanColumn| !PlanColumn::ALL.iter().any(|other| all.contains(other) && beside(*other) == Some(*field));
    all.iter().copied().filter(|field| *field != PlanColumn::Title && *field != PlanColumn::Indicators && stands_alone(field)).collect()
}

/// What stands in the same cell: paper has no room for a column of each.
fn beside(field: PlanColumn) -> Option<PlanColumn> {
    match field {
        PlanColumn::Responsible => Some(PlanColumn::Posts),
        PlanColumn::Monitoring => Some(PlanColumn::Report),
        _ => None,
    }
}

/// The content of a column of the plan together with what stands beside it.
pub(super) fn contents(subject: &TableContext<'_>, measure: &Measure, field: PlanColumn) -> Vec<CellPart> {
    let shown = plan::fields(subject.front_matter);
    let beside = beside(field).filter(|other| shown.contains(other));
    let besides = beside.into_iter().flat_map(|other| CellPart::named(other.key(), content(subject, measure, other)));
    content(subject, measure, field).into_iter().chain(besides).collect()
}

fn columns(subject: &TableContext<'_>, fields: &[PlanColumn], progress: &Progress) -> Vec<Column> {
    let plain = |field| subject.column(field, ColumnRole::Text);
    let planned = fields.iter().map(|field| plain(field.key()));
    let title = subject.column("title", ColumnRole::RowHeading);
    let reported = status_columns(subject, progress).into_iter().chain(progress::AFTER.map(plain));
    std::iter::once(title).chain(planned).chain(reported).collect()
}

fn row(subject: &TableContext<'_>, line: &ReportedMeasures<'_>, fields: &[PlanColumn], progress: &Progress) -> Row {
    let measures: Vec<&Measure> = line.measures.iter().filter_map(|id| subject.measure(id)).collect();
    let planned = fields.iter().map(|field| Cell::of(field.key(), of_all(subject, &measures, *field)));
    let reported = status_cells(subject, line.entry, progress).into_iter().chain(after(subject, line.entry));
    let own = line.measures.iter().find(|id| subject.front_matter.measures.iter().any(|measure| measure.id.value == **id));
    Row {
        id: own.map(|id| (*id).to_owned()),
        about: "measure",
        key: line.measures.join(" "),
        cells: std::iter::once(title(subject, line, &measures)).chain(planned).chain(reported).collect(),
    }
}

/// The title, with the indicators that the measure answers.
fn title(subject: &TableContext<'_>, line: &ReportedMeasures<'_>, measures: &[&Measure]) -> Cell {
    let title = match (line.entry, line.measures.first()) {
        (Some(entry), _) => titles(subject, entry),
        (None, Some(id)) => subject.title_parts(id),
        (None, None) => Vec::new(),
    };
    let is_shown = plan::fields(subject.front_matter).contains(&PlanColumn::Indicators);
    let answers = if is_shown { of_all(subject, measures, PlanColumn::Indicators) } else { Vec::new() };
    Cell::of("title", title.into_iter().chain(CellPart::named(PlanColumn::Indicators.key(), answers)).collect())
}

/// The contents of several measures, each once.
fn of_all(subject: &TableContext<'_>, measures: &[&Measure], field: PlanColumn) -> Vec<CellPart> {
    let mut parts: Vec<CellPart> = Vec::new();
    for part in measures.iter().flat_map(|measure| contents(subject, measure, field)) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}
