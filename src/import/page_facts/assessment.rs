//! Scores by indicator: tables of an assessment.

use serde_json::Value;

use super::doubt::{DoubtKind, Doubts};
use super::draft::PageDraft;
use super::fields::Object;
use super::head::TableHead;
use super::indicator::{NamedIndicator, with_score};
use super::known::KnownInstrument;
use super::list::{FoundItem, items, joined};
use super::number::score;
use super::role::Role;
use super::scores::ScoreReading;
use super::table::{Entry, ImportedTable};
use super::wording::plain;
use crate::attachment::grid::CellContent;

const TOTAL: [&str; 6] = ["คะแนนรวม", "รวมคะแนน", "คะแนนเฉลี่ย", "คะแนนภาพรวม", "ภาพรวม", "ผลรวม"];

/// Letters of a grade.
const LONGEST_GRADE: usize = 30;

/// Reads a table of scores.
pub(super) fn read(table: &ImportedTable<'_>, draft: &mut PageDraft<'_>) {
    for entry in &table.entries {
        row(entry, &table.head, draft);
    }
}

fn row(entry: &Entry<'_>, head: &TableHead, draft: &mut PageDraft<'_>) {
    let key = entry.key(head);
    let place = key.first().map(|cell| &cell.place);
    let column: Vec<&CellContent> = entry.of(head, Role::Score);
    let text = plain(&joined(&key));
    if TOTAL.iter().any(|word| text.starts_with(word) || text.contains(word) && text.chars().count() < 60) || text == "รวม" {
        return total(&key, &column, entry, head, draft);
    }
    let listed = items(&key, &mut Doubts::default());
    if listed.is_empty() {
        let roles = [Role::Score, Role::Grade, Role::Target, Role::Reading];
        for cell in roles.into_iter().flat_map(|role| entry.of(head, role)) {
            draft.doubts.add(DoubtKind::UnplacedScore, Some(&cell.place), &cell.text());
        }
    }
    let is_single = listed.len() == 1;
    for item in listed {
        let (name, in_text) = with_score(&item.text);
        let of_name = in_text.map(|found| found.written(place, &mut draft.doubts));
        let points = match (of_name, column.as_slice()) {
            (None, [cell]) if is_single => score(cell, &mut draft.doubts),
            (of_name, cells) => {
                unplaced(cells, of_name.as_ref(), &mut draft.doubts);
                of_name
            }
        };
        let item = FoundItem { text: name, ..item };
        match draft.indicators.named(&item, entry.instrument, place, &mut draft.doubts) {
            Some(named) => put(&named, points, entry, head, draft),
            None => {
                let lost = points.map(|points| format!("{} {points}", item.text));
                let grades = [Role::Grade, Role::Target].into_iter().flat_map(|role| entry.of(head, role)).map(CellContent::text);
                for text in lost.into_iter().chain(grades) {
                    draft.doubts.add(DoubtKind::UnplacedScore, place, &text);
                }
                reading(&item.text, entry.instrument, entry, head, draft);
            }
        }
    }
}

/// Scores of a column that cannot be told apart, or that differ from the one beside the name.
fn unplaced(cells: &[&CellContent], beside_name: Option<&Value>, doubts: &mut Doubts) {
    for cell in cells {
        if beside_name.is_none() || score(cell, &mut Doubts::default()).as_ref() != beside_name {
            doubts.add(DoubtKind::UnplacedScore, Some(&cell.place), &cell.text());
        }
    }
}

fn put(named: &NamedIndicator<'_>, points: Option<Value>, entry: &Entry<'_>, head: &TableHead, draft: &mut PageDraft<'_>) {
    let mut indicator = Object::default();
    named.put(&mut indicator);
    indicator.put_found("score", points);
    for cell in entry.of(head, Role::Grade) {
        match plain(&cell.text()).as_str() {
            "ผ่าน" | "ผ่านเกณฑ์" => indicator.put("claim", "pass"),
            "ไม่ผ่าน" | "ไม่ผ่านเกณฑ์" => indicator.put("claim", "fail"),
            _ => draft.doubts.add(DoubtKind::UnplacedScore, Some(&cell.place), &cell.text()),
        }
    }
    for cell in entry.of(head, Role::Target) {
        let target = score(cell, &mut draft.doubts);
        match &draft.scores.target {
            None => draft.scores.target = target,
            Some(first) if target.is_none() || target.as_ref() == Some(first) => {}
            Some(_) => draft.doubts.add(DoubtKind::UnplacedScore, Some(&cell.place), &cell.text()),
        }
    }
    let instrument = named.instrument.or(entry.instrument);
    if let Some(instrument) = instrument {
        let place = entry.key(head).first().map(|cell| &cell.place);
        draft.scores.numbers.see(&format!("ตัวชี้วัดที่ {}", named.no), place, named.no, &mut draft.doubts);
        draft.scores.of(instrument).indicators.push(indicator.into_value());
    }
    let name = plain_name(entry, head);
    reading(&name, instrument, entry, head, draft);
}

fn plain_name(entry: &Entry<'_>, head: &TableHead) -> String {
    with_score(&joined(&entry.key(head))).0
}

fn reading(name: &str, instrument: Option<KnownInstrument>, entry: &Entry<'_>, head: &TableHead, draft: &mut PageDraft<'_>) {
    for cell in entry.of(head, Role::Reading) {
        let Some(instrument) = instrument else {
            draft.doubts.add(DoubtKind::UnplacedScore, Some(&cell.place), &cell.text());
            continue;
        };
        let readings = &mut draft.scores.of(instrument).readings;
        match readings.last_mut() {
            Some(last) if std::ptr::eq(last.cell, cell) => last.about.push(name.to_owned()),
            _ => readings.push(ScoreReading { about: vec![name.to_owned()], text: joined(&[cell]), cell }),
        }
    }
}

/// The row of the whole body: its score, and `ระดับ B`.
fn total(key: &[&CellContent], column: &[&CellContent], entry: &Entry<'_>, head: &TableHead, draft: &mut PageDraft<'_>) {
    let text = joined(key);
    let (_, found) = with_score(&text);
    let place = key.first().map(|cell| &cell.place);
    let points = match (found, column) {
        (Some(found), cells) => {
            let points = found.written(place, &mut draft.doubts);
            unplaced(cells, Some(&points), &mut draft.doubts);
            Some(points)
        }
        (None, [cell, ..]) => score(cell, &mut draft.doubts),
        (None, []) => None,
    };
    let cells = entry.of(head, Role::Grade);
    let in_words = text.split_once("ระดับ").map(|(_, grade)| grade.trim().to_owned());
    let grade = cells.first().map(|cell| joined(&[*cell])).or(in_words).filter(|grade| !grade.is_empty());
    let is_first = draft.scores.total.is_none() && draft.scores.grade.is_none();
    let is_grade = grade.as_ref().is_none_or(|grade| grade.chars().count() < LONGEST_GRADE);
    match is_first && is_grade {
        true => (draft.scores.total, draft.scores.grade) = (points, grade),
        false => {
            let all: Vec<&CellContent> = entry.cells.iter().flatten().copied().collect();
            draft.doubts.add(DoubtKind::UnplacedScore, place, &joined(&all));
        }
    }
    for cell in entry.of(head, Role::Target) {
        draft.doubts.add(DoubtKind::UnplacedScore, Some(&cell.place), &cell.text());
    }
    reading(&text, None, entry, head, draft);
}
