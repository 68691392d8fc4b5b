//! Issues: topics with questions, findings and limitations.

use serde_json::{Value, json};

use super::doubt::DoubtKind;
use super::draft::PageDraft;
use super::fields::Object;
use super::head::TableHead;
use super::list::{items, items_of_lines, joined, unmarked};
use super::number::percentage;
use super::question::{asked, code, scored};
use super::role::Role;
use super::table::Entry;
use super::wording::plain;
use crate::attachment::grid::{CellContent, CellLine};

/// An issue.
#[derive(Default)]
pub(super) struct ImportedIssue {
    pub(super) title: String,
    pub(super) questions: Vec<String>,
    pub(super) findings: Vec<Value>,
    pub(super) limitations: Option<Vec<String>>,
    pub(super) measures: Vec<String>,
}

/// The issue of a row, if its table has topics.
pub(super) fn issue(entry: &Entry<'_>, head: &TableHead, limitations: Option<Vec<String>>, draft: &mut PageDraft<'_>) -> ImportedIssue {
    let questions = questions(entry, head, draft);
    let findings = findings(entry, head, &questions, draft);
    let title = unmarked(&joined(&entry.of(head, Role::Issue))).to_owned();
    ImportedIssue { title, questions, findings, limitations, measures: Vec::new() }
}

fn questions(entry: &Entry<'_>, head: &TableHead, draft: &mut PageDraft<'_>) -> Vec<String> {
    let cells = entry.of(head, Role::Question);
    let place = cells.first().map(|cell| &cell.place);
    let (mut questions, without_code) = asked(&cells, &mut draft.doubts);
    for text in without_code {
        draft.doubts.add(DoubtKind::QuestionWithoutCode, place, &text);
        draft.uncoded.push(text);
    }
    let scores = entry.of(head, Role::Score);
    if !scores.is_empty() {
        scored(&mut questions, &scores, &mut draft.doubts);
    }
    let codes = questions.iter().map(|question| question.code.clone()).collect();
    draft.questions.add(questions, place, &mut draft.doubts);
    codes
}

fn findings(entry: &Entry<'_>, head: &TableHead, questions: &[String], draft: &mut PageDraft<'_>) -> Vec<Value> {
    let cells = entry.of(head, Role::Finding);
    let place = cells.first().map(|cell| &cell.place);
    let found = items(&cells, &mut draft.doubts);
    let is_paired = found.len() == questions.len();
    if is_paired && found.len() > 1 {
        draft.doubts.add_taken(DoubtKind::FindingsPaired, place, &joined(&cells), questions.join(", "));
    }
    let mut written = Vec::new();
    for (at, item) in found.iter().enumerate() {
        let mut about: Vec<&String> =
            code(&item.text).iter().filter_map(|(code, _)| questions.iter().find(|question| *question == code)).collect();
        if about.is_empty() {
            match questions {
                [only] => about.push(only),
                _ if is_paired => about.extend(questions.get(at)),
                [] => {}
                _ => draft.doubts.add(DoubtKind::FindingFor, place, &item.text),
            }
        }
        let mut finding = Object::default();
        finding.put_found("for", json!(about));
        finding.put_found("percent", percentage(&item.text).map(|found| found.written(place, &mut draft.doubts)).unwrap_or(Value::Null));
        finding.put_found("text", item.text.as_str());
        written.push(finding.into_value());
    }
    written
}

impl ImportedIssue {
    /// Nothing but measures.
    pub(super) fn says_nothing(&self) -> bool {
        self.title.is_empty() && self.questions.is_empty() && self.findings.is_empty() && self.limitations.is_none()
    }

    /// What it is called in a message.
    pub(super) fn shown(&self) -> String {
        if self.title.is_empty() { self.questions.join(", ") } else { self.title.clone() }
    }

    /// Adds what another row says of the same issue.
    pub(super) fn join(&mut self, row: ImportedIssue) {
        for question in row.questions {
            if !self.questions.contains(&question) {
                self.questions.push(question);
            }
        }
        self.findings.extend(row.findings);
        if let Some(limitations) = row.limitations {
            let known = self.limitations.get_or_insert_default();
            for limitation in limitations {
                if !known.contains(&limitation) {
                    known.push(limitation);
                }
            }
        }
        for measure in row.measures {
            if !self.measures.contains(&measure) {
                self.measures.push(measure);
            }
        }
    }

    /// As front matter writes it.
    pub(super) fn written(self, id: &str) -> Value {
        let mut issue = Object::default();
        issue.put("id", id);
        issue.put_found("title", self.title);
        issue.put_found("questions", self.questions);
        issue.put_found("findings", self.findings);
        if let Some(limitations) = self.limitations {
            issue.put("limitations", limitations);
        }
        issue.put_found("measures", self.measures);
        issue.into_value()
    }
}

/// Limitations of a row: of their own column, or below a heading in the last lines of another cell.
pub(super) struct Limited {
    pub(super) limitations: Option<Vec<String>>,
    /// The column and cell where they begin, and that cell without them.
    pub(super) without: Option<(usize, usize, CellContent)>,
}

/// Finds the limitations of a row.
pub(super) fn limited(entry: &Entry<'_>, head: &TableHead, draft: &mut PageDraft<'_>) -> Limited {
    let own = entry.of(head, Role::Limitations);
    if !own.is_empty() {
        let lines = own.iter().flat_map(|cell| &cell.lines);
        return Limited { limitations: Some(texts(lines, own.first().copied(), draft)), without: None };
    }
    for (column, cells) in entry.cells.iter().enumerate() {
        let found = cells.iter().enumerate().find_map(|(at, cell)| Some((at, *cell, cell.lines.iter().position(is_heading)?)));
        let Some((first, cell, at)) = found else { continue };
        // What a page cuts goes on in the next cell.
        let mut rest = cell.lines.iter().skip(at).chain(cells.iter().skip(first + 1).flat_map(|cell| &cell.lines));
        let heading = rest.next();
        let goes_on = |line: &&CellLine| {
            heading.is_some_and(|heading| (heading.is_underlined && line.is_underlined) || (heading.is_bold && line.is_bold))
        };
        let limitations = texts(rest.skip_while(goes_on), Some(cell), draft);
        let without = CellContent { lines: cell.lines.iter().take(at).cloned().collect(), ..cell.clone() };
        return Limited { limitations: Some(limitations), without: Some((column, first, without)) };
    }
    Limited { limitations: None, without: None }
}

fn is_heading(line: &CellLine) -> bool {
    let text = plain(&line.text);
    text.starts_with("ข้อจำกัด") && text.chars().count() <= 90
}

/// Items, and an empty list for "none".
fn texts<'l>(lines: impl Iterator<Item = &'l CellLine>, cell: Option<&CellContent>, draft: &mut PageDraft<'_>) -> Vec<String> {
    let items = items_of_lines(lines, cell.map(|cell| &cell.place), &mut draft.doubts);
    let is_none = |text: &str| matches!(plain(text).as_str(), "ไม่มี" | "ไม่พบ" | "ไม่มีข้อจำกัด" | "");
    items.into_iter().map(|item| item.text).filter(|text| !is_none(text)).collect()
}
