//! What has become of a measure, from a row.

use serde_json::Value;

use super::cadence::cadence;
use super::doubt::{DoubtKind, Doubts};
use super::draft::PageDraft;
use super::fields::{Object, spanned};
use super::head::TableHead;
use super::list::{items, joined};
use super::role::Role;
use super::status::{FoundStatus, Said, StatusMark, UNSTATED, mark, said};
use super::table::Entry;
use crate::slice::slice;

/// Status, mark and remarks of a row.
struct StatedStatus {
    status: Value,
    as_marked: Option<String>,
    remarks: Vec<String>,
}

/// Whose results a row gives.
pub(super) struct Subject {
    /// Id of the measure.
    pub(super) id: String,
    /// The title in the report, if it is another than in the plan.
    pub(super) title: Option<String>,
    /// What may go to the measure itself.
    pub(super) takes_cadence: Cadence,
}

/// Where an interval in front of the results goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cadence {
    /// To the measure, which is of this page.
    ToMeasure,
    /// It stays among the results: the measure is of another page.
    ToResults,
}

/// Reads the results of a row; returns the interval of reports in front of them.
pub(super) fn entry(subject: Subject, entry: &Entry<'_>, head: &TableHead, draft: &mut PageDraft<'_>) -> Vec<&'static str> {
    let mut stated = status(entry, head, &mut draft.doubts);
    if draft.entries.is_empty() && !head.has_status_marks() && !head.has(Role::Status) {
        // The paper has no column of status, which is said once.
        let first = entry.cells.iter().flatten().next();
        draft.doubts.add_taken(DoubtKind::NoStatus, first.map(|cell| &cell.place), "", UNSTATED);
    }
    let mut results: Vec<String> = items(&entry.of(head, Role::Results), &mut draft.doubts).into_iter().map(|item| item.text).collect();
    let due = match subject.takes_cadence {
        Cadence::ToMeasure => results.first().and_then(|first| cadence(first)),
        Cadence::ToResults => None,
    };
    if due.is_some() {
        results.remove(0);
    }
    stated.remarks.extend(remarks(entry, head));
    let evidence = evidence(entry, head, &mut stated.remarks, draft);
    let mut written = Object::default();
    written.put("measures", vec![subject.id]);
    written.put_found("title", subject.title);
    written.put("status", stated.status);
    written.put_found("results", results);
    written.put_found("remark", stated.remarks.into_iter().filter(|remark| !is_dash(remark)).collect::<Vec<_>>().join("\n"));
    written.put_found("evidence", evidence);
    if let Some(mark) = stated.as_marked {
        written.put("as_marked", mark);
    }
    draft.entries.push(written.into_value());
    due.unwrap_or_default()
}

/// The remarks of a row. The model has one field for them: what a column of problems says would read as any remark
/// without its heading.
fn remarks(entry: &Entry<'_>, head: &TableHead) -> Vec<String> {
    let said = |column: usize| {
        let text = joined(entry.cells.get(column)?);
        let shown = head.columns.get(column).map_or("", |column| column.shown.as_str());
        let heading = shown.find("ปัญหา").map(|at| slice(shown, at..)).filter(|_| !is_dash(&text));
        Some(heading.map_or_else(|| text.clone(), |heading| format!("{heading}: {text}")))
    };
    head.of(Role::Remark).filter_map(said).collect()
}

fn is_dash(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–'))
}

fn status(entry: &Entry<'_>, head: &TableHead, doubts: &mut Doubts) -> StatedStatus {
    if head.has_status_marks() {
        return of_marks(entry, head, doubts);
    }
    if head.has(Role::Status) {
        return of_words(entry, head, doubts);
    }
    StatedStatus { status: UNSTATED.into(), as_marked: None, remarks: Vec::new() }
}

/// A column per status: one of them must be ticked.
fn of_marks(entry: &Entry<'_>, head: &TableHead, doubts: &mut Doubts) -> StatedStatus {
    let mut ticks: Vec<(FoundStatus, String)> = Vec::new();
    let mut remarks = Vec::new();
    let mut place = None;
    for (column, cells) in head.columns.iter().zip(&entry.cells) {
        let Some(Role::StatusMark(status)) = column.role else { continue };
        for cell in cells {
            place = place.or(Some(&cell.place));
            match mark(cell, status) {
                StatusMark::Empty => {}
                StatusMark::Tick(tick, rest) => {
                    if !ticks.iter().any(|(ticked, _)| *ticked == status) {
                        ticks.push((status, tick));
                    }
                    remarks.extend((!rest.is_empty()).then_some(rest));
                }
                StatusMark::Words(words) => remarks.push(words),
            }
        }
    }
    let place = place.or_else(|| entry.cells.iter().flatten().next().map(|cell| &cell.place));
    let (status, as_marked) = match ticks.as_slice() {
        [(status, tick)] => (status.key(), Some(tick.clone())),
        [] => {
            doubts.add_taken(DoubtKind::NoStatus, place, &remarks.join(" "), UNSTATED);
            (UNSTATED, (!remarks.is_empty()).then(String::new))
        }
        several => {
            let text: Vec<String> = several.iter().map(|(status, tick)| format!("{}: {tick}", status.key())).collect();
            doubts.add_taken(DoubtKind::TwoStatuses, place, &text.join(", "), UNSTATED);
            (UNSTATED, Some(several.iter().map(|(_, tick)| tick.as_str()).collect::<Vec<_>>().join(" ")))
        }
    };
    StatedStatus { status: status.into(), as_marked, remarks }
}

/// One column with words: rows under one merged measure must say the same.
fn of_words(entry: &Entry<'_>, head: &TableHead, doubts: &mut Doubts) -> StatedStatus {
    let cells = entry.of(head, Role::Status);
    let place = cells.first().copied().or_else(|| entry.cells.iter().flatten().next().copied()).map(|cell| &cell.place);
    let mut stated: Option<(FoundStatus, Option<String>)> = None;
    let mut remarks = Vec::new();
    let mut doubt = None;
    for cell in &cells {
        match said(cell) {
            Said::Nothing => {}
            Said::Status { status, as_written, rest } => {
                if stated.as_ref().is_some_and(|(before, _)| *before != status) {
                    doubt = Some(DoubtKind::TwoStatuses);
                }
                if !rest.is_empty() {
                    doubts.add_taken(DoubtKind::StatusText, place, &cell.text(), status.key());
                    remarks.push(rest);
                }
                stated.get_or_insert((status, as_written));
            }
            Said::Several(text) => {
                doubt = Some(DoubtKind::TwoStatuses);
                remarks.push(text);
            }
            Said::Words(text) => remarks.push(text),
        }
    }
    let all = joined(&cells);
    match (stated, doubt) {
        (Some((status, as_written)), None) => StatedStatus { status: spanned(status.key().into(), as_written), as_marked: None, remarks },
        (_, doubt) => {
            let kind = doubt.unwrap_or(DoubtKind::NoStatus);
            doubts.add_taken(kind, place, &all, UNSTATED);
            let remarks = if kind == DoubtKind::TwoStatuses { vec![all] } else { remarks };
            StatedStatus { status: UNSTATED.into(), as_marked: None, remarks }
        }
    }
}

/// Addresses as evidence; other words become a remark, because evidence without an address is none.
fn evidence(entry: &Entry<'_>, head: &TableHead, remarks: &mut Vec<String>, draft: &mut PageDraft<'_>) -> Vec<String> {
    let mut ids = Vec::new();
    for cell in entry.of(head, Role::Evidence) {
        let text = joined(&[cell]);
        if is_dash(&text) {
            continue;
        }
        let (addresses, words) = addresses(&text);
        if addresses.is_empty() {
            draft.doubts.add_taken(DoubtKind::EvidenceWithoutAddress, Some(&cell.place), &text, &text);
            remarks.push(text);
            continue;
        }
        for address in addresses {
            let id = format!("e{}", draft.evidence.len() + 1);
            let mut evidence = Object::default();
            evidence.put("id", id.clone());
            evidence.put("url", address);
            evidence.put_found("title", words.as_str());
            draft.evidence.push(evidence.into_value());
            ids.push(id);
        }
    }
    ids
}

/// Web addresses in a text, and the words around them.
fn addresses(text: &str) -> (Vec<String>, String) {
    let mut found = Vec::new();
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        match ["https://", "http://", "www."].iter().filter_map(|start| word.find(start)).min() {
            Some(at) => {
                words.extend(Some(slice(word, ..at)).filter(|before| !before.is_empty()));
                let address = slice(word, at..).trim_end_matches([',', ';', ')']);
                found.push(if address.starts_with("www.") { format!("https://{address}") } else { address.to_owned() });
            }
            None => words.push(word),
        }
    }
    (found, words.join(" ").trim_matches([':', ' ', '-', '(']).to_owned())
}
