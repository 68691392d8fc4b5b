//! SC6: an indicator of a survey is the mean of its questions.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::{Figures, each, question_scores};
use crate::catalogue::Catalogue;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::IndicatorScore;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::score::{Exact, Points, QuestionCode};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    each(checked.site, |figures| {
        let questions = questions_by_indicator(figures);
        figures.indicators().filter_map(|indicator| mismatch(figures, indicator, questions.get(&indicator.no.value)?)).collect()
    })
}

/// Questions by indicator, from issues with exactly one indicator; with several, the assignment is
/// unknown.
fn questions_by_indicator(figures: &Figures<'_>) -> BTreeMap<u32, BTreeSet<QuestionCode>> {
    let mut questions: BTreeMap<u32, BTreeSet<QuestionCode>> = BTreeMap::new();
    for issue in figures.issues {
        if let [indicator] = issue.indicators.as_slice() {
            let codes = issue.questions.iter().filter_map(|code| QuestionCode::parse(&code.value));
            questions.entry(indicator.value).or_default().extend(codes);
        }
    }
    questions
}

fn mismatch(figures: &Figures<'_>, indicator: &IndicatorScore, questions: &BTreeSet<QuestionCode>) -> Option<Diagnostic> {
    let score = indicator.score.as_ref()?;
    let points = Points::of(score.value)?;
    if asked_of_each(figures.catalogue?, indicator.no.value)? != questions.len() {
        return None;
    }
    let known = question_scores(figures);
    let scores: Vec<Exact> = questions.iter().map(|code| known.get(code).map(|points| points.exact())).collect::<Option<_>>()?;
    let mean = Exact::mean(scores)?;
    // Questions and indicators are published rounded.
    if mean.distance(&points.exact()) <= Exact::ratio(1, 100) {
        return None;
    }
    let codes: Vec<String> = questions.iter().map(ToString::to_string).collect();
    let finding = figures.finding("indicator-not-mean", &score.span).with("no", indicator.no.value).with("score", points);
    Some(finding.with("mean", mean.printed(2)).with("questions", codes.join(", ")))
}

/// Number of questions of a survey indicator: the checklist lists the questions of the survey,
/// shared evenly among its indicators (S3: E6–E10 make indicator 7). `None` if not listed or not
/// evenly divisible, as completeness is unknown then.
fn asked_of_each(catalogue: &Catalogue, no: u32) -> Option<usize> {
    let instrument = catalogue.instrument_of(no)?;
    let range = catalogue.questions.iter().find(|range| range.instrument == instrument.id)?;
    let all = usize::try_from(range.last.checked_sub(range.first)?).ok()?.checked_add(1)?;
    let indicators = instrument.indicators.len();
    (indicators > 0 && all.is_multiple_of(indicators)).then(|| all / indicators)
}
