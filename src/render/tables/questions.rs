//! Scores by question, unless the page has issues, which quote them (S3).

use super::{Cell, ColumnRole, Row, RowGroup, Table, TableContext};
use crate::content::front_matter::{Assessment, Question};

/// `table#questions`; `None` without questions or with issues.
pub(super) fn table(subject: &TableContext<'_>) -> Option<Table> {
    let front_matter = subject.front_matter;
    let has_own_table = |assessment: &&Assessment| front_matter.issues.is_empty() && !assessment.questions.is_empty();
    let assessment = front_matter.assessment.as_deref().filter(has_own_table)?;
    let row = |question: &Question| Row {
        id: None,
        about: "question",
        key: question.id.value.clone(),
        cells: vec![
            Cell::of("code", subject.text(Some(&question.id))),
            Cell::of("text", subject.text(question.text.as_ref())),
            Cell::of("score", subject.score(question.score.as_ref())),
        ],
    };
    let columns = [("code", ColumnRole::RowHeading), ("text", ColumnRole::Text), ("score", ColumnRole::Number)];
    let table = Table {
        name: "questions",
        id: "questions",
        caption: subject.writer.word("caption_questions"),
        columns: columns.into_iter().map(|(field, role)| subject.column(field, role)).collect(),
        groups: vec![RowGroup { heading: None, rows: assessment.questions.iter().map(row).collect() }],
    };
    Some(table.without_empty_columns())
}
