//! Issues with their questions, findings and measures, under a two-row heading (S3).

use super::plan::{content, period_parts};
use super::{Cell, CellPart, Column, ColumnRole, ListItem, Row, RowGroup, Table, TableContext};
use crate::content::front_matter::{Finding, Issue, Measure, PlanColumn};

/// `table#issues`; `None` without issues.
pub(super) fn table(subject: &TableContext<'_>) -> Option<Table> {
    let issues = Some(&subject.front_matter.issues).filter(|issues| !issues.is_empty())?;
    let plain = |field| subject.column(field, ColumnRole::Text);
    let of_measures = ["title", "steps", "period", "responsible", "monitoring", "budget", "limitations"].map(plain);
    let columns = analysis_columns(subject).into_iter().chain(of_measures).collect();
    let table = Table {
        name: "issues",
        id: "issues",
        caption: subject.writer.word("caption_issues"),
        columns,
        groups: vec![RowGroup { heading: None, rows: issues.iter().map(|issue| row(subject, issue)).collect() }],
    };
    Some(table.without_empty_columns())
}

/// What an issue is, and what was found of it.
pub(super) fn analysis_columns(subject: &TableContext<'_>) -> [Column; 3] {
    let over = subject.writer.word("column_over_analysis");
    let under = |field| Column { under: Some(over.clone()), ..subject.column(field, ColumnRole::Text) };
    [subject.column("issue", ColumnRole::RowHeading), under("questions"), under("findings")]
}

/// The cells of the [`analysis_columns`].
pub(super) fn analysis_cells(subject: &TableContext<'_>, issue: &Issue) -> [Cell; 3] {
    [
        Cell::of("issue", title(subject, issue)),
        Cell::of("questions", CellPart::bullets(questions(subject, issue))),
        Cell::of("findings", CellPart::bullets(issue.findings.iter().map(|finding| found(subject, finding)).collect())),
    ]
}

/// The row of an issue, with the cells after those of its analysis.
pub(super) fn row_with(subject: &TableContext<'_>, issue: &Issue, cells: impl IntoIterator<Item = Cell>) -> Row {
    Row {
        id: Some(issue.id.value.clone()),
        about: "issue",
        key: issue.id.value.clone(),
        cells: analysis_cells(subject, issue).into_iter().chain(cells).collect(),
    }
}

fn row(subject: &TableContext<'_>, issue: &Issue) -> Row {
    let measures: Vec<&Measure> = issue.measures.iter().filter_map(|id| subject.measure(&id.value)).collect();
    let of_each =
        |content: &dyn Fn(&Measure) -> Vec<CellPart>| of_each(&measures, content, &|measure| full_title(subject, &measure.id.value));
    // A page whose measures are elsewhere names them there.
    let own = |id: &str| subject.front_matter.measures.iter().any(|measure| measure.id.value == id);
    let titles = issue.measures.iter().filter(|id| own(&id.value)).map(|id| ListItem { code: None, ..subject.title_item(&id.value) });
    let followed = of_each(&|measure| {
        let report = content(subject, measure, PlanColumn::Report);
        content(subject, measure, PlanColumn::Monitoring).into_iter().chain(report).collect()
    });
    let cells = [
        Cell::of("title", CellPart::bullets(titles.collect())),
        Cell::of("steps", of_each(&|measure| CellPart::numbered(subject.items(&measure.steps)))),
        Cell::of("period", of_each(&|measure| period_parts(subject, measure))),
        Cell::of("responsible", responsible(subject, &measures)),
        Cell::of("monitoring", followed),
        Cell::of("budget", of_each(&|measure| content(subject, measure, PlanColumn::Budget))),
        Cell::of("limitations", limitations(subject, issue)),
    ];
    row_with(subject, issue, cells)
}

/// The title and the indicators of an issue.
fn title(subject: &TableContext<'_>, issue: &Issue) -> Vec<CellPart> {
    let title = subject.text(issue.title.as_ref());
    title.into_iter().chain(CellPart::bullets(subject.indicators(&issue.indicators))).collect()
}

/// The content for each measure, below a heading if they differ.
pub(super) fn of_each(
    measures: &[&Measure],
    content: &dyn Fn(&Measure) -> Vec<CellPart>,
    heading: &dyn Fn(&Measure) -> String,
) -> Vec<CellPart> {
    let mut contents: Vec<(String, Vec<CellPart>)> = Vec::new();
    for measure in measures {
        let parts = content(measure);
        if !parts.is_empty() && !contents.iter().any(|(_, known)| *known == parts) {
            contents.push((heading(measure), parts));
        }
    }
    let titled = contents.len() > 1;
    let with_title = |(text, parts): (String, Vec<CellPart>)| titled.then_some(CellPart::heading(text)).into_iter().chain(parts);
    contents.into_iter().flat_map(with_title).collect()
}

/// The title of a measure with its number.
pub(super) fn full_title(subject: &TableContext<'_>, id: &str) -> String {
    let title = subject.title_item(id);
    title.code.map_or_else(|| title.text.clone(), |number| format!("{number} {}", title.text))
}

/// Units and posts of all measures, without duplicates.
fn responsible(subject: &TableContext<'_>, measures: &[&Measure]) -> Vec<CellPart> {
    let all = measures.iter().flat_map(|measure| {
        let responsible = &measure.responsible;
        subject.items(&responsible.units).into_iter().chain(subject.items(&responsible.posts))
    });
    let mut each_once: Vec<ListItem> = Vec::new();
    for item in all {
        if !each_once.contains(&item) {
            each_once.push(item);
        }
    }
    CellPart::bullets(each_once)
}

/// Code, wording and score; the last two from the page's assessment.
fn questions(subject: &TableContext<'_>, issue: &Issue) -> Vec<ListItem> {
    let assessment = subject.front_matter.assessment.as_ref();
    let item = |code: &crate::yaml::Spanned<String>| {
        let known = assessment.and_then(|assessment| assessment.questions.iter().find(|question| question.id.value == code.value));
        let text = known.and_then(|question| question.text.as_ref());
        let score = known.and_then(|question| question.score.as_ref());
        let note = [
            subject.writer.text_note(Some(code)),
            known.and_then(|question| subject.writer.text_note(Some(&question.id))),
            subject.writer.text_note(text),
            score.and_then(|score| subject.writer.as_written(score, &subject.writer.score(score.value))),
        ];
        ListItem {
            code: Some(code.value.clone()),
            text: text.map_or_else(String::new, |text| text.value.clone()),
            value: score.map(|score| subject.writer.score(score.value)),
            href: None,
            note: subject.writer.notes(note),
        }
    };
    issue.questions.iter().map(item).collect()
}

/// A finding with its questions and the share of respondents.
fn found(subject: &TableContext<'_>, finding: &Finding) -> ListItem {
    let writer = &subject.writer;
    let codes: Vec<&str> = finding.about.iter().map(|code| code.value.as_str()).collect();
    let percent = finding.percent.as_ref().map(|percent| (percent, writer.score(percent.value)));
    let base = finding.base.as_ref().map(|base| writer.words("respondents", &[("n", &writer.figure(base.value))]));
    let codes_notes = finding.about.iter().map(|code| writer.text_note(Some(code)));
    let figures = [
        percent.as_ref().and_then(|(percent, printed)| writer.as_written(percent, printed)),
        writer.figure_note(finding.base.as_ref()),
        writer.text_note(finding.text.as_ref()),
    ];
    let note = writer.notes(codes_notes.chain(figures));
    let share = percent.as_ref().map(|(_, printed)| writer.words("percent", &[("n", printed)]));
    let value: Vec<String> = [share, base].into_iter().flatten().collect();
    ListItem {
        code: (!codes.is_empty()).then(|| codes.join(", ")),
        text: finding.text.as_ref().map_or_else(String::new, |text| text.value.clone()),
        value: (!value.is_empty()).then(|| value.join(" ")),
        href: None,
        note,
    }
}

/// An empty list in the file states that there are none; without a list nothing is printed.
pub(super) fn limitations(subject: &TableContext<'_>, issue: &Issue) -> Vec<CellPart> {
    match issue.limitations.as_ref().is_some_and(Vec::is_empty) {
        true => vec![CellPart::text(subject.writer.word("no_limitations"))],
        false => CellPart::numbered(subject.items(issue.limitations())),
    }
}
