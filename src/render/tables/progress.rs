//! Progress of measures (S1, S2, S4): the status as text, or as a mark in one of several columns.

use super::cells::grouped;
use super::{Cell, CellPart, Column, ColumnRole, ListItem, Row, Table, TableContext};
use crate::content::front_matter::{Measure, Progress, ProgressEntry, Status, StatusColumns};
use crate::render::view::files;

/// `table#progress`; `None` without a report.
pub(super) fn table(subject: &TableContext<'_>) -> Option<Table> {
    let progress = subject.front_matter.progress.as_ref()?;
    let statuses = statuses(progress);
    let row = |entry: &ProgressEntry| {
        let first = entry.measures.first().map_or("", |id| id.value.as_str());
        (subject.heading_of(subject.measure(first), first), row(subject, entry, &statuses))
    };
    let table = Table {
        name: "progress",
        id: "progress",
        caption: subject.writer.word("caption_progress"),
        columns: columns(subject, &statuses),
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

fn columns(subject: &TableContext<'_>, statuses: &[Status]) -> Vec<Column> {
    let plain = |field| subject.column(field, ColumnRole::Text);
    let status = match subject.front_matter.view.status_columns {
        StatusColumns::Single => vec![plain("status")],
        StatusColumns::Split => {
            let over = subject.writer.word("column_status");
            let column = |status: &Status| Column {
                field: "status",
                label: subject.writer.word(&format!("status_{}", status.key())),
                under: Some(over.clone()),
                role: ColumnRole::Text,
            };
            statuses.iter().map(column).collect()
        }
    };
    let before = [subject.column("title", ColumnRole::RowHeading), plain("steps")];
    let after = [plain("results"), plain("remark"), plain("evidence")];
    before.into_iter().chain(status).chain(after).collect()
}

fn row(subject: &TableContext<'_>, entry: &ProgressEntry, statuses: &[Status]) -> Row {
    let measures: Vec<&Measure> = entry.measures.iter().filter_map(|id| subject.measure(&id.value)).collect();
    let steps: Vec<ListItem> = measures.iter().flat_map(|measure| subject.items(&measure.steps)).collect();
    let status = match subject.front_matter.view.status_columns {
        StatusColumns::Single => vec![status(subject, entry)],
        StatusColumns::Split => {
            let own = entry.status.as_ref().map(|given| given.value);
            let cell = |known: &Status| if own == Some(*known) { status(subject, entry) } else { Cell::empty() };
            statuses.iter().map(cell).collect()
        }
    };
    let before = [Cell::of("title", titles(subject, entry)), Cell::of("steps", CellPart::numbered(steps))];
    let after = [
        Cell::of("results", CellPart::numbered(subject.items(&entry.results))),
        Cell::of("remark", subject.text(entry.remark.as_ref())),
        Cell::of("evidence", CellPart::bullets(evidence(subject, entry))),
    ];
    let ids: Vec<&str> = entry.measures.iter().map(|id| id.value.as_str()).collect();
    Row { id: None, about: "measure", key: ids.join(" "), cells: before.into_iter().chain(status).chain(after).collect() }
}

/// The titles of a row's measures; the id for an unknown measure.
fn titles(subject: &TableContext<'_>, entry: &ProgressEntry) -> Vec<CellPart> {
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
