//! `section#analysis`: summary of the assessment result, above its tables. Where a paper only names
//! indicators, as S1 does, nothing is called a result.

use serde::Serialize;

use super::term::Term;
use crate::render::tables::{ListItem, TableContext};
use crate::yaml::{Decimal, Spanned};

/// The result of an assessment.
#[derive(Clone, Debug, Serialize)]
pub struct Analysis {
    /// Includes the assessed year.
    pub(crate) heading: String,
    /// Year, total, grade, target, samples.
    pub(crate) result: Vec<Term>,
}

/// The assessment result of a page; `None` if it has none.
pub fn analysis(subject: &TableContext<'_>) -> Option<Analysis> {
    let (writer, assessment) = (&subject.writer, subject.front_matter.assessment.as_ref()?);
    let year = assessment.year.as_ref().or(subject.front_matter.analysed_year.as_ref());
    let term = |field: &'static str, items: Vec<ListItem>| Term { field, label: writer.word(&format!("result_{field}")), items };
    let score = |given: &Spanned<Decimal>| {
        let text = writer.score(given.value);
        ListItem { note: writer.as_written(given, &text), ..ListItem::text(text) }
    };
    let people = |n: &Spanned<u32>| ListItem {
        note: writer.figure_note(Some(n)),
        ..ListItem::text(writer.words("people", &[("n", &writer.figure(n.value))]))
    };
    let years = assessment.year.iter().map(|year| {
        let text = writer.year(year.value);
        ListItem { note: writer.as_written(year, &text), ..ListItem::text(text) }
    });
    let samples = assessment.samples.as_ref();
    let result = [
        term("year", years.collect()),
        term("total", assessment.total.iter().map(score).collect()),
        term(
            "grade",
            assessment
                .grade
                .iter()
                .map(|grade| ListItem { note: writer.as_written(grade, grade), ..ListItem::text(&grade.value) })
                .collect(),
        ),
        term("target", assessment.target.iter().map(score).collect()),
        term("samples-iit", samples.and_then(|samples| samples.iit.as_ref()).map(people).into_iter().collect()),
        term("samples-eit", samples.and_then(|samples| samples.eit.as_ref()).map(people).into_iter().collect()),
    ];
    Some(Analysis {
        heading: match (assessment.is_stated(), year) {
            (true, Some(year)) => writer.words("analysis_of", &[("year", &writer.year(year.value))]),
            (true, None) => writer.word("analysis"),
            (false, _) => writer.word("analysis_named"),
        },
        result: result.into_iter().filter(|term| !term.items.is_empty()).collect(),
    })
}
