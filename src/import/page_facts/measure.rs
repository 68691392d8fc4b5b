//! A measure from a row.

use serde_json::Value;

use super::cadence::cadence;
use super::doubt::{DoubtKind, Doubts};
use super::draft::PageDraft;
use super::fields::Object;
use super::head::TableHead;
use super::imported_measure::ImportedMeasure;
use super::indicator::{NamedIndicator, numbers_of};
use super::item_code::code_in;
use super::list::{items, items_apart, joined, unmarked};
use super::month_columns::marked_period;
use super::people::{People, PeopleColumn};
use super::period::{PeriodCells, period};
use super::role::Role;
use super::status::{FoundStatus, StatusMark, mark};
use super::table::Entry;
use crate::attachment::grid::CellContent;

/// Roles that say something about the measure itself, apart from its title.
pub(super) const PLAN_ROLES: [Role; 9] = [
    Role::Steps,
    Role::Responsible,
    Role::Posts,
    Role::Period,
    Role::PeriodStart,
    Role::PeriodEnd,
    Role::Monitoring,
    Role::Report,
    Role::Budget,
];

/// Title of the row's measure; empty if the table has no column for it.
pub(super) fn title(entry: &Entry<'_>, head: &TableHead, draft: &mut PageDraft<'_>) -> String {
    let cells = entry.of(head, Role::Measure);
    let listed = items(&cells, &mut Doubts::default());
    let text = joined(&cells);
    if listed.iter().filter(|item| item.number.is_some()).count() > 1 {
        draft.doubts.add_taken(DoubtKind::SeveralMeasures, cells.first().map(|cell| &cell.place), &text, &text);
        return text;
    }
    unmarked(&text).to_owned()
}

/// The measure of a row, without an id.
pub(super) fn measure(
    title: String,
    entry: &Entry<'_>,
    head: &TableHead,
    named: &[NamedIndicator<'_>],
    draft: &mut PageDraft<'_>,
) -> ImportedMeasure {
    let doubts = &mut draft.doubts;
    let texts = |role, doubts: &mut _| -> Vec<String> { items(&entry.of(head, role), doubts).into_iter().map(|item| item.text).collect() };
    let steps = match has_step_rows(entry, head) {
        true => items_apart(&entry.of(head, Role::Steps), doubts).into_iter().map(|item| item.text).collect(),
        false => texts(Role::Steps, doubts),
    };
    let monitoring = texts(Role::Monitoring, doubts);
    let mut people = People::default();
    people.add(&entry.of(head, Role::Responsible), PeopleColumn::Responsible, &draft.units, doubts);
    people.add(&entry.of(head, Role::Posts), PeopleColumn::Posts, &draft.units, doubts);
    let cells = PeriodCells {
        whole: entry.of(head, Role::Period),
        first: entry.of(head, Role::PeriodStart),
        last: entry.of(head, Role::PeriodEnd),
    };
    let when = period(&cells, draft.year, doubts).or_else(|| quarters(entry, head, doubts));
    let when = when.or_else(|| marked_period(entry, head, draft.year, doubts));
    let report = unmarked(&joined(&entry.of(head, Role::Report))).to_owned();
    let (cadence, report) = match cadence(&report) {
        Some(cadence) => (cadence, String::new()),
        None => (Vec::new(), report),
    };
    ImportedMeasure {
        title,
        items: codes(&entry.of(head, Role::Indicator)),
        indicators: numbers_of(named),
        instrument: entry.instrument.filter(|_| !head.has(Role::Indicator)),
        steps,
        responsible: people.written(),
        period: when,
        monitoring,
        cadence,
        report,
        budget: joined(&entry.of(head, Role::Budget)),
        ..ImportedMeasure::default()
    }
}

/// Each row has a step of its own: the cell of the measure is merged down beside them, or each has its own time
/// or division and is no lower part of a row that a page cuts.
fn has_step_rows(entry: &Entry<'_>, head: &TableHead) -> bool {
    let count = |role| entry.of(head, role).len();
    let steps = count(Role::Steps);
    let is_merged_down = matches!(entry.key(head)[..], [cell] if cell.row_span > 1);
    let in_each = [Role::Period, Role::PeriodEnd, Role::Responsible].into_iter().any(|role| count(role) == steps);
    is_merged_down || (steps > 1 && !entry.is_cut && in_each)
}

/// Codes of checklist items, one an item of the list.
fn codes(cells: &[&CellContent]) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for code in items(cells, &mut Doubts::default()).iter().filter_map(|item| code_in(&item.text)) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Columns of quarters with marks in them; words there are kept as the wording of the period.
fn quarters(entry: &Entry<'_>, head: &TableHead, doubts: &mut Doubts) -> Option<Value> {
    let mut quarters: Vec<u32> = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for (number, cell) in quarter_cells(entry, head) {
        let text = match mark(cell, FoundStatus::Done) {
            StatusMark::Empty => continue,
            StatusMark::Tick(_, rest) => rest,
            StatusMark::Words(text) => text,
        };
        if !quarters.contains(&number) {
            quarters.push(number);
        }
        if !text.is_empty() {
            doubts.add_taken(DoubtKind::PeriodUnread, Some(&cell.place), &text, number);
            words.push(text);
        }
    }
    let mut period = Object::default();
    period.put_found("quarters", quarters);
    period.put_found("label", words.join(" "));
    (!period.is_empty()).then(|| period.into_value())
}

/// Cells in columns of quarters.
fn quarter_cells<'e, 'd>(entry: &'e Entry<'d>, head: &'e TableHead) -> impl Iterator<Item = (u32, &'d CellContent)> {
    head.columns.iter().zip(&entry.cells).flat_map(|(column, cells)| match column.role {
        Some(Role::Quarter(number)) => cells.iter().map(|cell| (number, *cell)).collect(),
        _ => Vec::new(),
    })
}

/// True if a row says something about its measure besides the title.
pub(super) fn has_plan(entry: &Entry<'_>, head: &TableHead) -> bool {
    PLAN_ROLES.into_iter().any(|role| !entry.of(head, role).is_empty()) || quarter_cells(entry, head).next().is_some()
}
