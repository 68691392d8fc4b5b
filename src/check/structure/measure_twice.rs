//! A measure typed twice under two ids: a row copied and never changed.

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::Measure;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::canonical;
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(copies) };

fn copies(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let measures = &page.document.front_matter.measures;
    let place = |span: &Spanned<String>| SourceSpan::new(&page.document.source, span.span.clone());
    let report = |(at, copy): (usize, &Measure)| {
        let title = copy.title.as_ref()?;
        let first = measures.get(..at)?.iter().find(|first| is_copy(first, copy))?;
        let finding = Diagnostic::new("measure-twice", place(title)).with("title", &title.value).with("id", &copy.id.value);
        Some(finding.with("first", &first.id.value).with("other", checked.line_of(&place(&first.id))))
    };
    measures.iter().enumerate().filter_map(report).collect()
}

/// True if nothing but the id tells the measures apart. A plan may have one title for several
/// measures with other steps, times or indicators, and a measure of which not all could be read may
/// be another one.
fn is_copy(one: &Measure, other: &Measure) -> bool {
    let title = |measure: &Measure| measure.title.as_ref().map(|title| canonical(&title.value));
    let is_whole = !one.steps.is_empty() && one.period.is_some() && !one.responsible.units.is_empty();
    is_whole
        && title(one).is_some_and(|text| title(other) == Some(text))
        && texts(&one.steps) == texts(&other.steps)
        && texts(&one.monitoring) == texts(&other.monitoring)
        && texts(&one.responsible.units) == texts(&other.responsible.units)
        && texts(&one.responsible.posts) == texts(&other.responsible.posts)
        && one.budget.as_ref().map(|budget| &budget.value) == other.budget.as_ref().map(|budget| &budget.value)
        && months(one) == months(other)
        && targets(one) == targets(other)
}

fn texts(list: &[Spanned<String>]) -> Vec<String> {
    list.iter().map(|text| canonical(&text.value)).collect()
}

fn months(measure: &Measure) -> String {
    let Some(period) = &measure.period else { return String::new() };
    let quarters = period.quarters.iter().map(|quarter| quarter.value).collect::<Vec<_>>();
    let month = |month: &Option<Spanned<crate::thai::Month>>| month.as_ref().map(|month| month.value);
    format!("{:?} {:?} {quarters:?} {:?}", month(&period.from), month(&period.to), period.label.as_ref().map(|label| &label.value))
}

fn targets(measure: &Measure) -> String {
    let addressed = &measure.addresses;
    let indicators = addressed.indicators.iter().map(|no| no.value.to_string());
    let questions = addressed.questions.iter().map(|question| question.value.clone());
    let items = addressed.items.iter().map(|item| item.value.to_string());
    indicators.chain(questions).chain(items).collect::<Vec<_>>().join(" ")
}
