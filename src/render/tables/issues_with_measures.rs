//! Issues with their measures, as a page shows them: a measure of one issue alone stands in its row
//! and nowhere else on the page; the others are named there, with a link to their row of the plan.

use super::issues::{analysis_columns, full_title, limitations, of_each, row_with};
use super::report::contents;
use super::{Cell, CellPart, ColumnRole, ListItem, RowGroup, Table, TableContext, plan};
use crate::content::front_matter::{FrontMatter, Issue, Measure, PlanColumn};

/// The columns of a measure in the row of its issue, after its title.
const FIELDS: [PlanColumn; 5] =
    [PlanColumn::Steps, PlanColumn::Period, PlanColumn::Responsible, PlanColumn::Monitoring, PlanColumn::Budget];

/// `table#issues`; `None` without issues, or without measures on the page.
pub(super) fn table(subject: &TableContext<'_>) -> Option<Table> {
    let front_matter = subject.front_matter;
    if front_matter.issues.is_empty() || front_matter.measures.is_empty() {
        return None;
    }
    let shown = plan::fields(front_matter);
    let fields: Vec<PlanColumn> = FIELDS.into_iter().filter(|field| shown.contains(field)).collect();
    let plain = |field| subject.column(field, ColumnRole::Text);
    let of_measure = std::iter::once("title").chain(fields.iter().map(|field| field.key())).chain(["limitations"]).map(plain);
    let row = |issue: &Issue| {
        let own: Vec<&Measure> = issue.measures.iter().filter_map(|id| own_measure(front_matter, issue, &id.value)).collect();
        let content = |field: &PlanColumn| {
            of_each(&own, &|measure| contents(subject, measure, *field), &|measure| {
                subject.number(measure).unwrap_or_else(|| full_title(subject, &measure.id.value))
            })
        };
        let cells = fields.iter().map(|field| Cell::of(field.key(), content(field)));
        let limited = Cell::of("limitations", limitations(subject, issue));
        row_with(subject, issue, std::iter::once(Cell::of("title", titles(subject, issue))).chain(cells).chain([limited]))
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
    let front_matter = subject.front_matter;
    let stands_in_issue =
        |measure: &&Measure| front_matter.issues.iter().any(|issue| own_measure(front_matter, issue, &measure.id.value).is_some());
    front_matter.measures.iter().filter(|measure| !stands_in_issue(measure)).collect()
}

/// The measure, if it is of this issue alone. With a report, all measures stand in its table.
fn own_measure<'a>(front_matter: &'a FrontMatter, issue: &Issue, id: &str) -> Option<&'a Measure> {
    let has = |issue: &Issue| issue.measures.iter().any(|known| known.value == id);
    let of_issues = front_matter.issues.iter().filter(|issue| has(issue)).count();
    let is_own = front_matter.progress.is_none() && of_issues == 1 && has(issue);
    front_matter.measures.iter().find(|measure| measure.id.value == id).filter(|_| is_own)
}

/// The titles of an issue's measures: as headings with their ids where they stand here, else as
/// links.
fn titles(subject: &TableContext<'_>, issue: &Issue) -> Vec<CellPart> {
    let front_matter = subject.front_matter;
    let (own, others): (Vec<&str>, Vec<&str>) =
        issue.measures.iter().map(|id| id.value.as_str()).partition(|id| own_measure(front_matter, issue, id).is_some());
    let own = own.into_iter().flat_map(|id| heading(subject, issue, id));
    let link = |id: &str| {
        let is_here = front_matter.measures.iter().any(|measure| measure.id.value == id);
        let item = subject.title_item(id);
        ListItem { href: if is_here { Some(format!("#{id}")) } else { item.href }, ..item }
    };
    own.chain(CellPart::bullets(others.into_iter().map(link).collect())).collect()
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
