//! Issues with their measures, as a page shows them: a measure of one issue alone stands in its row
//! and nowhere else on the page; the others are named there, with a link to their row of the plan.

use std::collections::BTreeMap;

use super::issues::{analysis_columns, full_title, limitations, of_each, row_with};
use super::report::contents;
use super::{Cell, CellPart, ColumnRole, ListItem, RowGroup, Table, TableContext, plan};
use crate::content::front_matter::{Issue, Measure, PlanColumn};

/// The columns of a measure in the row of its issue, after its title.
const FIELDS: [PlanColumn; 5] =
    [PlanColumn::Steps, PlanColumn::Period, PlanColumn::Responsible, PlanColumn::Monitoring, PlanColumn::Budget];

/// `table#issues`; `None` without issues, or without measures on the page.
pub(super) fn table(subject: &TableContext<'_>) -> Option<Table> {
    let front_matter = subject.front_matter;
    if front_matter.issues.is_empty() || front_matter.measures.is_empty() {
        return None;
    }
    let own = own_measures(subject);
    let shown = plan::fields(front_matter);
    let fields: Vec<PlanColumn> = FIELDS.into_iter().filter(|field| shown.contains(field)).collect();
    let plain = |field| subject.column(field, ColumnRole::Text);
    let of_measure = std::iter::once("title").chain(fields.iter().map(|field| field.key())).chain(["limitations"]).map(plain);
    let row = |issue: &Issue| {
        let measures: Vec<&Measure> = issue.measures.iter().filter_map(|id| own.get(id.value.as_str()).copied()).collect();
        let content = |field: &PlanColumn| {
            of_each(&measures, &|measure| contents(subject, measure, *field), &|measure| {
                subject.number(measure).unwrap_or_else(|| full_title(subject, &measure.id.value))
            })
        };
        let cells = fields.iter().map(|field| Cell::of(field.key(), content(field)));
        let limited = Cell::of("limitations", limitations(subject, issue));
        row_with(subject, issue, std::iter::once(Cell::of("title", titles(subject, issue, &own))).chain(cells).chain([limited]))
    };
    let table = Table {
        name: "issues",
        id: "issues",
        caption: subject.writer.word("caption_issues"),
        columns: analysis_columns(subject).into_iter().chain(of_measure).collect(),
        groups: vec![RowGroup { heading: None, rows: front_matter.issues.iter().map(row).collect() }],
    };
    Some(table.without_empty_columns())
}

/// The measures that stand in the rows of the plan, since no issue or several have them.
pub(super) fn others<'a>(subject: &TableContext<'a>) -> Vec<&'a Measure> {
    let own = own_measures(subject);
    subject.front_matter.measures.iter().filter(|measure| !own.contains_key(measure.id.value.as_str())).collect()
}

/// The measures of the page that one issue has, and no other, by their ids. With a report there are
/// none: all measures stand in its table.
fn own_measures<'a>(subject: &TableContext<'a>) -> BTreeMap<&'a str, &'a Measure> {
    let front_matter = subject.front_matter;
    if front_matter.progress.is_some() {
        return BTreeMap::new();
    }
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for id in front_matter.issues.iter().flat_map(|issue| &issue.measures) {
        *uses.entry(&id.value).or_default() += 1;
    }
    let by_id = front_matter.measures.iter().map(|measure| (measure.id.value.as_str(), measure));
    by_id.filter(|(id, _)| uses.get(id) == Some(&1)).collect()
}

/// The titles of an issue's measures: as headings with their ids where they stand here, else as
/// links.
fn titles(subject: &TableContext<'_>, issue: &Issue, own: &BTreeMap<&str, &Measure>) -> Vec<CellPart> {
    let (here, others): (Vec<&str>, Vec<&str>) = issue.measures.iter().map(|id| id.value.as_str()).partition(|id| own.contains_key(id));
    let here = here.into_iter().flat_map(|id| heading(subject, issue, id));
    let link = |id: &str| {
        let is_of_page = subject.front_matter.measures.iter().any(|measure| measure.id.value == id);
        let item = subject.title_item(id);
        ListItem { href: if is_of_page { Some(format!("#{id}")) } else { item.href }, ..item }
    };
    here.chain(CellPart::bullets(others.into_iter().map(link).collect())).collect()
}

/// The title of a measure, its note, and what it answers besides the indicators and questions of
/// its issue.
fn heading(subject: &TableContext<'_>, issue: &Issue, id: &str) -> Vec<CellPart> {
    let heading = CellPart::Heading { text: full_title(subject, id), id: Some(id.to_owned()) };
    let note = subject.title_item(id).note.map(|text| CellPart::Note { text });
    let of_issue: Vec<String> = subject.indicators(&issue.indicators).into_iter().map(|indicator| indicator.text).collect();
    let is_new = |item: &ListItem| {
        item.note.is_some() || !of_issue.contains(&item.text) && !issue.questions.iter().any(|question| question.value == item.text)
    };
    let shown = plan::fields(subject.front_matter).contains(&PlanColumn::Indicators);
    let measure = subject.measure(id).filter(|_| shown);
    let answers = measure.into_iter().flat_map(|measure| plan::addresses(subject, measure)).filter(is_new).collect();
    [heading].into_iter().chain(note).chain(CellPart::named(PlanColumn::Indicators.key(), CellPart::bullets(answers))).collect()
}
