//! SC5: questions exist in their year and belong to the survey of their indicators.

use super::figures::{Figures, each};
use crate::catalogue::{Attestation, Instrument};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::score::QuestionCode;
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    each(checked.site, |figures| [unknown(figures), misplaced(figures)].concat())
}

fn unknown(figures: &Figures<'_>) -> Vec<Diagnostic> {
    let of_assessment = figures.questions().map(|question| &question.id);
    let of_issues =
        figures.issues.iter().flat_map(|issue| issue.questions.iter().chain(issue.findings.iter().flat_map(|finding| &finding.about)));
    let of_measures = figures.measures.iter().flat_map(|measure| &measure.addresses.questions);
    of_assessment.chain(of_issues).chain(of_measures).filter_map(|code| unknown_code(figures, code)).collect()
}

fn unknown_code(figures: &Figures<'_>, code: &Spanned<String>) -> Option<Diagnostic> {
    let asked = |text: &str| match QuestionCode::parse(text) {
        Some(question) => figures.catalogue.and_then(|catalogue| question.is_asked(catalogue)).unwrap_or(true),
        None => false,
    };
    // Accepts “ข้อ E6” or “E6.” on paper; a scan error matches no question.
    let named = |paper: &&str| paper.split(|c: char| c.is_whitespace() || "().,:".contains(c)).any(asked);
    let paper = code.as_written.as_deref().filter(|paper| !named(paper));
    let said = (!asked(&code.value)).then_some(code.value.as_str()).or(paper)?;
    let finding = figures.finding("question-unknown", &code.span).with("code", said);
    if said != code.value {
        return Some(finding.with("meant", &code.value));
    }
    let Some(question) = QuestionCode::parse(said) else { return Some(finding) };
    let catalogue = figures.catalogue?;
    let range = catalogue.questions.iter().find(|range| range.instrument == question.instrument)?;
    let known = |number| QuestionCode { number, ..question };
    let finding = finding.with("first", known(range.first)).with("last", known(range.last)).with("year", catalogue.fiscal_year.value);
    let unconfirmed = (range.attestation > Attestation::Own).then_some(catalogue.fiscal_year.value);
    Some(finding.with_some("unconfirmed", unconfirmed))
}

/// Reports questions of issues and measures whose indicators all belong to the other survey.
/// Nothing is reported if an indicator belongs to the checklist, which has no questions: a measure
/// for it may quote any.
fn misplaced(figures: &Figures<'_>) -> Vec<Diagnostic> {
    let of_issues = figures.issues.iter().map(|issue| (&issue.questions, &issue.indicators));
    let of_measures = figures.measures.iter().map(|measure| (&measure.addresses.questions, &measure.addresses.indicators));
    let mut found = Vec::new();
    for (questions, indicators) in of_issues.chain(of_measures) {
        let Some(others) = surveys(figures, indicators) else { continue };
        for code in questions {
            let Some(question) = QuestionCode::parse(&code.value).filter(|question| !others.contains(&question.instrument)) else {
                continue;
            };
            let listed: Vec<String> = indicators.iter().map(|no| no.value.to_string()).collect();
            let finding =
                figures.finding("question-wrong-indicator", &code.span).with("code", &code.value).with("indicators", listed.join(", "));
            let (own, other) = (question.instrument.key(), others.first().map(|other| other.key()));
            found.push(finding.with("own", own).with_some("other", other));
        }
    }
    found
}

/// Surveys of the indicators; `None` if there are none, or one is unknown or belongs to the
/// checklist.
fn surveys(figures: &Figures<'_>, indicators: &[Spanned<u32>]) -> Option<Vec<Instrument>> {
    let catalogue = figures.catalogue?;
    let survey = |no: &Spanned<u32>| Some(catalogue.instrument_of(no.value)?.id).filter(|instrument| *instrument != Instrument::Oit);
    let surveys: Vec<Instrument> = indicators.iter().map(survey).collect::<Option<_>>()?;
    (!surveys.is_empty()).then_some(surveys)
}
