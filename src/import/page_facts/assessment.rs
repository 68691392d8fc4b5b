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
use super::paragraph::ImportedParagraph;
use super::role::Role;
use super::table::{Entry, ImportedTable};
use super::wording::plain;
use crate::attachment::grid::CellContent;

/// What tables of scores gave.
#[derive(Default)]
pub(super) struct FoundScores {
    iit: OfInstrument,
    eit: OfInstrument,
    oit: OfInstrument,
    total: Option<Value>,
    grade: Option<String>,
    target: Option<Value>,
}

/// What a sentence says of an indicator.
pub(super) struct Stated {
    pub(super) points: Value,
    pub(super) claim: Option<&'static str>,
    pub(super) is_lowest: bool,
}

/// What is said of one instrument.
#[derive(Default)]
struct OfInstrument {
    lowest: Option<u32>,
    indicators: Vec<Value>,
    readings: Vec<ScoreReading>,
}

/// A text on an indicator, or on those over which its cell is merged.
struct ScoreReading {
    /// Names of the indicators.
    about: Vec<String>,
    text: String,
    cell: *const CellContent,
}

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

impl FoundScores {
    fn of(&mut self, instrument: KnownInstrument) -> &mut OfInstrument {
        match instrument {
            KnownInstrument::Iit => &mut self.iit,
            KnownInstrument::Eit => &mut self.eit,
            KnownInstrument::Oit => &mut self.oit,
        }
    }

    /// Adds a score that a sentence states; false if a table gave the indicator.
    pub(super) fn state(&mut self, named: &NamedIndicator<'_>, stated: Stated) -> bool {
        let Some(instrument) = named.instrument else { return false };
        let mut indicator = Object::default();
        named.put(&mut indicator);
        indicator.put("score", stated.points);
        indicator.put_found("claim", stated.claim);
        let indicator = indicator.into_value();
        let of = self.of(instrument);
        if of.indicators.iter().any(|other| number(other) == number(&indicator)) {
            return false;
        }
        of.indicators.push(indicator);
        if stated.is_lowest {
            of.lowest = of.lowest.or(Some(named.no));
        }
        true
    }

    /// Takes the target that a sentence states.
    pub(super) fn aim(&mut self, target: Value, paragraph: &ImportedParagraph, doubts: &mut Doubts) {
        match &self.target {
            None => self.target = Some(target),
            Some(first) if *first == target => {}
            Some(_) => doubts.add(DoubtKind::UnplacedScore, Some(&paragraph.place), &target.to_string()),
        }
    }

    /// Takes the score of the whole body from a sentence; false if there is one.
    pub(super) fn state_total(&mut self, points: Value, grade: String) -> bool {
        if self.total.is_some() || self.grade.is_some() {
            return false;
        }
        (self.total, self.grade) = (Some(points), Some(grade));
        true
    }

    /// Adds an indicator that a table only names.
    pub(super) fn name(&mut self, named: &NamedIndicator<'_>) {
        let Some(instrument) = named.instrument else { return };
        let mut indicator = Object::default();
        named.put(&mut indicator);
        let indicator = indicator.into_value();
        let indicators = &mut self.of(instrument).indicators;
        let is_new = indicators.iter().all(|other| number(other) != number(&indicator));
        if is_new && indicators.len() < 100 {
            indicators.push(indicator);
        }
    }

    /// Puts what was found, in the order of front matter.
    pub(super) fn put(self, assessment: &mut Object) {
        assessment.put_found("total", self.total);
        assessment.put_found("grade", self.grade);
        assessment.put_found("target", self.target);
        let found = [(KnownInstrument::Iit, self.iit), (KnownInstrument::Eit, self.eit), (KnownInstrument::Oit, self.oit)];
        let is_said = |of: &OfInstrument| !of.indicators.is_empty() || !of.readings.is_empty();
        let write = |(instrument, of): (KnownInstrument, OfInstrument)| {
            let mut object = Object::default();
            object.put("id", instrument.id());
            object.put_found("lowest", of.lowest);
            object.put_found("indicators", of.indicators);
            object.put_found("reading", text_of(&of.readings));
            object.into_value()
        };
        assessment.put_found("instruments", found.into_iter().filter(|(_, of)| is_said(of)).map(write).collect::<Value>());
    }
}

fn number(indicator: &Value) -> Option<&Value> {
    indicator.get("no").map(|no| no.get("value").unwrap_or(no))
}

/// One text for the instrument; several texts with the names that they are about.
fn text_of(readings: &[ScoreReading]) -> String {
    match readings {
        [only] => only.text.clone(),
        several => several.iter().map(|reading| format!("{}: {}", reading.about.join(", "), reading.text)).collect::<Vec<_>>().join("\n"),
    }
}
