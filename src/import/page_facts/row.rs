//! The rows of a table of measures: issue, measure and result of each.

use super::doubt::{DoubtKind, Doubts};
use super::draft::PageDraft;
use super::head::TableHead;
use super::imported_measure::ImportedMeasure;
use super::indicator::NamedIndicator;
use super::issue::{ImportedIssue, issue, limited};
use super::item_code::code_in;
use super::list::{items, joined, unmarked};
use super::matching::{Match, Owner};
use super::measure::{PLAN_ROLES, has_plan, measure, title};
use super::progress::{Cadence, Subject, entry as progress};
use super::question::asked;
use super::repeated::check_row_numbers;
use super::role::Role;
use super::table::{Entry, ImportedTable};
use super::topic::{ISSUE_ROLES, RowTopic, shares};
use super::wording::plain;
use crate::attachment::TextPosition;
use crate::attachment::grid::CellContent;

/// What a table of measures says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TablePurpose {
    /// The plan.
    Plan,
    /// What has become of it.
    Progress,
}

/// What a table of measures says, by its columns.
pub(super) fn purpose(head: &TableHead) -> TablePurpose {
    match head.has_status_marks() || head.has(Role::Status) || head.has(Role::Results) {
        true => TablePurpose::Progress,
        false => TablePurpose::Plan,
    }
}

/// True if rows are topics.
pub(super) fn has_issues(head: &TableHead) -> bool {
    [Role::Issue, Role::Question, Role::Finding].into_iter().any(|role| head.has(role))
}

/// Reads a table.
pub(super) fn read(table: &ImportedTable<'_>, draft: &mut PageDraft<'_>) {
    let head = &table.head;
    draft.has_status_marks |= head.has_status_marks();
    check_row_numbers(table, &mut draft.doubts);
    let mut groups: Vec<Vec<String>> = vec![Vec::new(); table.groups.len()];
    let mut open: Option<OpenIssue> = None;
    let mut above: Option<&Entry<'_>> = None;
    for entry in &table.entries {
        draft.is_by_instrument |= entry.instrument.is_some();
        let id = match has_issues(head) {
            true => with_issue(entry, above, head, &mut open, draft),
            false => row(entry, head, Vec::new(), draft),
        };
        above = Some(entry);
        if let Some(group) = entry.group.and_then(|group| groups.get_mut(group)) {
            group.extend(id);
        }
    }
    close(open, draft);
    for (heading, measures) in table.groups.iter().zip(groups).filter(|(_, measures)| !measures.is_empty()) {
        let text = joined(&[*heading]);
        let title = unmarked(&text).to_owned();
        draft.doubts.add_taken(DoubtKind::GroupAsIssue, Some(&heading.place), &text, &title);
        add_issue(Some(&heading.place), ImportedIssue { title, measures, ..ImportedIssue::default() }, draft);
    }
}

fn add_issue(place: Option<&TextPosition>, issue: ImportedIssue, draft: &mut PageDraft<'_>) {
    let id = format!("i{}", draft.issues.len() + 1);
    draft.issue_titles.see(&issue.title, place, &id, &mut draft.doubts);
    draft.issues.push(issue.written(&id));
}

/// An issue while its rows are read.
struct OpenIssue {
    issue: ImportedIssue,
    place: Option<TextPosition>,
    /// Questions of its last row.
    questions: Vec<String>,
}

/// Writes an issue, unless it says nothing: a blank cell is no issue.
fn close(open: Option<OpenIssue>, draft: &mut PageDraft<'_>) {
    if let Some(open) = open.filter(|open| !open.issue.says_nothing()) {
        add_issue(open.place.as_ref(), open.issue, draft);
    }
}

/// A row with its issue: a new one, or that of the row above.
fn with_issue(
    entry: &Entry<'_>,
    above: Option<&Entry<'_>>,
    head: &TableHead,
    open: &mut Option<OpenIssue>,
    draft: &mut PageDraft<'_>,
) -> Option<String> {
    let topic = RowTopic::of(above.filter(|_| open.as_ref().is_some_and(|open| !open.issue.says_nothing())), entry, head);
    let place = entry.key(head).first().map(|cell| cell.place.clone());
    let taken_above = above.filter(|_| topic != RowTopic::Own);
    let rest = taken_above.map(|above| entry.without_shared(above, head, &ISSUE_ROLES));
    let limited = limited(rest.as_ref().unwrap_or(entry), head, draft);
    let mut own = rest.unwrap_or_else(|| entry.clone());
    if let Some((column, cell, without)) = &limited.without
        && let Some(cells) = own.cells.get_mut(*column)
    {
        cells.truncate(*cell);
        cells.push(without);
    }
    let mut found = issue(&own, head, limited.limitations, draft);
    let asks_same = taken_above.is_some_and(|above| head.of(Role::Question).any(|column| shares(above, entry, column)));
    if let Some(open) = open.as_ref().filter(|_| asks_same && found.questions.is_empty()) {
        found.questions.clone_from(&open.questions);
    }
    let questions = found.questions.clone();
    if topic == RowTopic::Blank {
        let title = open.as_ref().map(|open| open.issue.shown()).unwrap_or_default();
        let text = own.key(head).first().map(|cell| joined(&[*cell])).unwrap_or_default();
        draft.doubts.add_taken(DoubtKind::IssueOfRowAbove, place.as_ref(), &text, title);
    }
    let id = row(&own, head, questions.clone(), draft);
    found.measures.extend(id.clone());
    match open.as_mut().filter(|_| topic != RowTopic::Own) {
        Some(open) => {
            open.issue.join(found);
            open.questions = questions;
        }
        None => close(open.replace(OpenIssue { issue: found, place, questions }), draft),
    }
    id
}

/// A row without its issue; returns the id of its measure, if it has one.
fn row(entry: &Entry<'_>, head: &TableHead, mut questions: Vec<String>, draft: &mut PageDraft<'_>) -> Option<String> {
    let title = title(entry, head, draft);
    let named = indicators(entry, head, draft);
    if questions.is_empty() && head.has(Role::Question) {
        questions = asked(&entry.of(head, Role::Question), &mut draft.doubts).0.into_iter().map(|question| question.code).collect();
    }
    let is_progress = purpose(head) == TablePurpose::Progress;
    if title.is_empty() && !has_plan(entry, head) && !is_progress {
        return None;
    }
    match is_progress {
        true => result(title, entry, head, (&named, questions), draft),
        false => Some(add_measure(title, entry, head, (&named, questions), draft)),
    }
}

fn indicators<'k>(entry: &Entry<'_>, head: &TableHead, draft: &mut PageDraft<'k>) -> Vec<NamedIndicator<'k>> {
    let cells = entry.of(head, Role::Indicator);
    let named = draft.indicators.of_cells(&cells, entry.instrument, &mut draft.doubts);
    if head.has(Role::Measure) {
        coded(&cells, draft);
    }
    // Where indicators make the rows, the table is the list of those that the page is about.
    if !head.has(Role::Measure) && !head.has(Role::Issue) {
        for indicator in &named {
            draft.scores.name(indicator);
        }
    }
    named
}

/// Words after the code of an item: the list of the year has them, or others.
fn coded(cells: &[&CellContent], draft: &mut PageDraft<'_>) {
    for item in items(cells, &mut Doubts::default()) {
        if let Some(code) = code_in(&item.text).filter(|code| plain(code) != plain(&item.text)) {
            draft.doubts.add_taken(DoubtKind::ItemCode, cells.first().map(|cell| &cell.place), &item.text, code);
        }
    }
}

fn add_measure(
    title: String,
    entry: &Entry<'_>,
    head: &TableHead,
    about: (&[NamedIndicator<'_>], Vec<String>),
    draft: &mut PageDraft<'_>,
) -> String {
    let id = new_measure(title, entry, head, about, draft);
    if let Some(measure) = draft.measures.last() {
        let (id, title) = (measure.id.clone(), measure.title.clone());
        // A plan of this document is only looked at if no other page has one.
        if draft.plan.is_of != Owner::OtherPage {
            draft.plan.add_own(&id, &title, draft.measures.len() - 1);
        }
    }
    id
}

fn new_measure(
    title: String,
    entry: &Entry<'_>,
    head: &TableHead,
    (named, questions): (&[NamedIndicator<'_>], Vec<String>),
    draft: &mut PageDraft<'_>,
) -> String {
    let id = draft.next_measure_id();
    let mut title = title;
    let key = entry.key(head);
    if title.is_empty() && named.is_empty() && questions.is_empty() && !head.has(Role::Issue) {
        title = unmarked(&joined(&key)).to_owned();
        if title.is_empty() {
            let place = entry.cells.iter().flatten().next().map(|cell| &cell.place);
            draft.doubts.add(DoubtKind::NoTitle, place, &joined(&entry.cells.iter().flatten().copied().take(2).collect::<Vec<_>>()));
        }
    }
    let place = key.first().map(|cell| &cell.place);
    draft.measure_titles.see(&title, place, &id, &mut draft.doubts);
    let measure = ImportedMeasure { id: id.clone(), questions, ..measure(title, entry, head, named, draft) };
    draft.measures.push(measure);
    id
}

/// A row of a report: its measure is one of the plan, or a new one of this page.
fn result(
    title: String,
    entry: &Entry<'_>,
    head: &TableHead,
    about: (&[NamedIndicator<'_>], Vec<String>),
    draft: &mut PageDraft<'_>,
) -> Option<String> {
    let sought = if title.is_empty() { joined(&entry.key(head)) } else { title.clone() };
    let place = entry.key(head).first().map(|cell| cell.place.clone());
    let (id, other_title) = match draft.plan.find(&sought) {
        Match::Same(id) => (id, None),
        Match::OneOf(id) => {
            draft.doubts.add_taken(DoubtKind::TitleTwice, place.as_ref(), &sought, &id);
            (id, None)
        }
        Match::Near(id) => {
            draft.doubts.add_taken(DoubtKind::TitleDiffers, place.as_ref(), &sought, &id);
            (id, Some(unmarked(&sought).to_owned()))
        }
        Match::None => {
            let is_expected = draft.plan.is_of != Owner::Nobody;
            let id = new_measure(title, entry, head, about, draft);
            draft.reported.insert(id.clone());
            if is_expected {
                draft.doubts.add_taken(DoubtKind::UnknownMeasure, place.as_ref(), &sought, &id);
            }
            let subject = Subject { id: id.clone(), title: None, takes_cadence: Cadence::ToMeasure };
            let due = progress(subject, entry, head, draft);
            if let Some(measure) = draft.measures.last_mut() {
                measure.cadence.extend(due);
            }
            return Some(id);
        }
    };
    if !draft.reported.insert(id.clone()) {
        draft.doubts.add_taken(DoubtKind::ReportedTwice, place.as_ref(), &sought, &id);
    }
    repeated_plan(&id, entry, head, draft);
    let subject = Subject { id: id.clone(), title: other_title, takes_cadence: Cadence::ToResults };
    progress(subject, entry, head, draft);
    Some(id)
}

/// Columns of the plan that a report prints again are not written twice; steps that are worded as in
/// the plan of this document are no doubt.
fn repeated_plan(id: &str, entry: &Entry<'_>, head: &TableHead, draft: &mut PageDraft<'_>) {
    for role in PLAN_ROLES {
        let cells = entry.of(head, role);
        let Some(first) = cells.first() else { continue };
        let text = joined(&cells);
        let in_plan = draft.plan.own_measure(id).and_then(|at| draft.measures.get(at));
        let is_same = role == Role::Steps && in_plan.is_some_and(|measure| same_steps(&measure.steps, &text));
        if !is_same {
            draft.doubts.add(DoubtKind::RepeatedPlan, Some(&first.place), &text);
        }
    }
}

/// The same letters; digits are list numbers as often as not.
fn same_steps(steps: &[String], text: &str) -> bool {
    let letters = |text: &str| plain(text).chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    letters(&steps.concat()) == letters(text)
}

/// Columns that this kind of table gives to front matter.
pub(super) fn is_taken(role: Role, head: &TableHead) -> bool {
    match role {
        Role::Status => !head.has_status_marks(),
        Role::Results | Role::Remark | Role::Evidence | Role::StatusMark(_) => purpose(head) == TablePurpose::Progress,
        Role::Issue | Role::Finding | Role::Question | Role::Limitations => has_issues(head),
        Role::Score => head.has(Role::Question),
        Role::Quarter(_) | Role::Month(_) => ![Role::Period, Role::PeriodStart, Role::PeriodEnd].into_iter().any(|role| head.has(role)),
        Role::Target | Role::Grade | Role::Reading => false,
        _ => true,
    }
}
