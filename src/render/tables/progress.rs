//! Progress of measures (S1, S2, S4): the status as text, or as a mark in one of several columns.

use super::cells::grouped;
use super::{Cell, CellPart, Column, ColumnRole, ListItem, Row, Table, TableContext, plan};
use crate::content::front_matter::{Measure, PlanColumn, Progress, ProgressEntry, Status, StatusColumns};
use crate::render::view::files;

/// `table#progress`; `None` without a report.
pub(super) fn table(subject: &TableContext<'_>) -> Option<Table> {
    let progress = subject.front_matter.progress.as_ref()?;
    let row = |entry: &ProgressEntry| {
        let first = entry.measures.first().map_or("", |id| id.value.as_str());
        (subject.heading_of(subject.measure(first), first), row(subject, entry, progress))
    };
    let table = Table {
        name: "progress",
        id: "progress",
        caption: subject.writer.word("caption_progress"),
        columns: columns(subject, progress),
        groups: grouped(progress.entries.iter().map(row).collect(), &subject.headings()),
    };
    Some(table.without_empty_columns_but(&["status"]))
}

/// The three statuses of the official form, and others in use.
fn statuses(progress: &Progress) -> Vec<Status> {
    let is_official = |status: &Status| matches!(status, Status::NotStarted | Status::InProgress | Status::Done);
    let used = |status: &Status| progress.entries.iter().any(|entry| entry.status.as_ref().is_some_and(|given| given.value == *status));
    Status::ALL.iter().copied().filter(|status| is_official(status) || used(status)).collect()
}

fn columns(subject: &TableContext<'_>, progress: &Progress) -> Vec<Column> {
    let plain = |field| subject.column(field, ColumnRole::Text);
    let before = [subject.column("title", ColumnRole::RowHeading), plain("steps")];
    let planned = planned(subject).into_iter().map(|field| plain(field.key()));
    before.into_iter().chain(planned).chain(status_columns(subject, progress)).chain(AFTER.map(plain)).collect()
}

/// Columns of the plan, which a page without measures of its own takes from another page: no other data file there has them.
fn planned(subject: &TableContext<'_>) -> Vec<PlanColumn> {
    if !subject.front_matter.measures.is_empty() {
        return Vec::new();
    }
    let stands_before = |field: &PlanColumn| matches!(field, PlanColumn::Title | PlanColumn::Steps);
    plan::fields(subject.front_matter).into_iter().filter(|field| !stands_before(field)).collect()
}

/// The contents of a column of the plan for several measures, each once.
fn of_plan(subject: &TableContext<'_>, measures: &[&Measure], field: PlanColumn) -> Cell {
    let mut parts: Vec<CellPart> = Vec::new();
    for part in measures.iter().flat_map(|measure| plan::content(subject, measure, field)) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    Cell::of(field.key(), parts)
}

/// One column of the status, or one for each status.
pub(super) fn status_columns(subject: &TableContext<'_>, progress: &Progress) -> Vec<Column> {
    let over = subject.writer.word("column_status");
    let column = |status: &Status| Column {
        field: "status",
        label: subject.writer.word(&format!("status_{}", status.key())),
        under: Some(over.clone()),
        role: ColumnRole::Text,
    };
    match subject.front_matter.view.status_columns {
        StatusColumns::Single => vec![subject.column("status", ColumnRole::Text)],
        StatusColumns::Split => statuses(progress).iter().map(column).collect(),
    }
}

fn row(subject: &TableContext<'_>, entry: &ProgressEntry, progress: &Progress) -> Row {
    let measures: Vec<&Measure> = entry.measures.iter().filter_map(|id| subject.measure(&id.value)).collect();
    let steps: Vec<ListItem> = measures.iter().flat_map(|measure| subject.items(&measure.steps)).collect();
    let before = [Cell::of("title", titles(subject, entry)), Cell::of("steps", CellPart::numbered(steps))];
    let planned = planned(subject).into_iter().map(|field| of_plan(subject, &measures, field));
    let reported = status_cells(subject, Some(entry), progress).into_iter().chain(after(subject, Some(entry)));
    let ids: Vec<&str> = entry.measures.iter().map(|id| id.value.as_str()).collect();
    Row { id: None, about: "measure", key: ids.join(" "), cells: before.into_iter().chain(planned).chain(reported).collect() }
}

/// The cells of the [`status_columns`]; nothing is said of a measure without an entry.
pub(super) fn status_cells(subject: &TableContext<'_>, entry: Option<&ProgressEntry>, progress: &Progress) -> Vec<Cell> {
    let given = entry.map_or_else(|| Cell::of("status", Vec::new()), |entry| status(subject, entry));
    let own = entry.and_then(|entry| entry.status.as_ref()).map(|given| given.value);
    let cell = |known: &Status| if own == Some(*known) { given.clone() } else { Cell::empty() };
    match subject.front_matter.view.status_columns {
        StatusColumns::Single => vec![given],
        StatusColumns::Split => statuses(progress).iter().map(cell).collect(),
    }
}

/// The columns after the status.
pub(super) const AFTER: [&str; 3] = ["results", "remark", "evidence"];

/// The cells of the columns [`AFTER`] the status.
pub(super) fn after(subject: &TableContext<'_>, entry: Option<&ProgressEntry>) -> [Cell; 3] {
    let of = |content: &dyn Fn(&ProgressEntry) -> Vec<CellPart>| entry.map(content).unwrap_or_default();
    let contents = [
        of(&|entry| CellPart::numbered(subject.items(&entry.results))),
        of(&|entry| subject.text(entry.remark.as_ref())),
        of(&|entry| CellPart::bullets(evidence(subject, entry))),
    ];
    let mut fields = AFTER.into_iter();
    contents.map(|parts| Cell { field: fields.next(), parts, ..Cell::default() })
}

/// The titles of a row's measures; the id for an unknown measure.
pub(super) fn titles(subject: &TableContext<'_>, entry: &ProgressEntry) -> Vec<CellPart> {
    match entry.measures.as_slice() {
        [one] => subject.title_parts(&one.value).into_iter().chain(own_words(subject, entry, one)).collect(),
        several => CellPart::bullets(several.iter().map(|id| subject.title_item(&id.value)).collect()),
    }
}

/// Note with the title used in this report, if the plan has another.
fn own_words(subject: &TableContext<'_>, entry: &ProgressEntry, id: &crate::yaml::Spanned<String>) -> Option<CellPart> {
    let own = entry.title.as_ref()?;
    let planned = subject.measure(&id.value).and_then(|measure| measure.title.as_ref());
    let differs = planned.is_none_or(|planned| planned.value != own.value);
    differs.then(|| CellPart::Note { text: subject.writer.words("as_written", &[("text", &own.value)]) })
}

fn status(subject: &TableContext<'_>, entry: &ProgressEntry) -> Cell {
    let Some(given) = &entry.status else {
        return Cell::of("status", Vec::new());
    };
    let key = given.value.key();
    let text = subject.writer.word(&format!("status_{key}"));
    let note = subject.writer.as_written(given, &text).map(|text| CellPart::Note { text });
    let mark = CellPart::Mark { icon: subject.writer.word(&format!("icon_{key}")), text };
    Cell::of("status", std::iter::once(mark).chain(note).collect()).with_value("status", key)
}

fn evidence(subject: &TableContext<'_>, entry: &ProgressEntry) -> Vec<ListItem> {
    let Some(page) = subject.located.page else {
        return Vec::new();
    };
    let item = |id: &crate::yaml::Spanned<String>| {
        let known = page.document.front_matter.evidence.iter().find(|known| known.id.as_ref().is_some_and(|own| own.value == id.value));
        let file = known.map(|evidence| files::evidence(&subject.writer, page, evidence));
        let text = file.as_ref().map_or_else(|| id.value.clone(), |file| file.title.clone());
        ListItem { href: file.and_then(|file| file.href), ..ListItem::text(text) }
    };
    entry.evidence.iter().map(item).collect()
}
