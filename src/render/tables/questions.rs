//! Scores by question, where no issue quotes the questions (S3 has them in its issues).

use super::{Cell, Part, Role, Row, RowGroup, Subject, Table};

/// `table#questions`; none without questions, and none beside issues.
pub(super) fn table(subject: &Subject<'_>) -> Option<Table> {
    let front_matter = subject.front_matter;
    let assessment = front_matter.assessment.as_ref().filter(|_| front_matter.issues.is_empty())?;
    let row = |question: &crate::content::front_matter::Question| Row {
        id: None,
        about: "question",
        key: question.id.value.clone(),
        cells: vec![
            Cell::of("code", vec![Part::text(&question.id.value)]),
            Cell::of("text", subject.text(question.text.as_ref())),
            Cell::of("score", subject.score(question.score.as_ref())),
        ],
    };
    let columns = [("code", Role::RowHeading), ("text", Role::Text), ("score", Role::Number)];
    let table = Table {
        name: "questions",
        id: "questions",
        caption: subject.writer.word("caption_questions"),
        columns: columns.into_iter().map(|(field, role)| subject.column(field, role)).collect(),
        groups: vec![RowGroup { heading: None, rows: assessment.questions.iter().map(row).collect() }],
    };
    Some(table.without_empty_columns())
}
