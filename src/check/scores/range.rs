//! SC10: scores and percentages are 0–100 with at most two decimals.

use super::figures::{Figures, each, readings};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::score::Points;
use crate::yaml::{Decimal, Spanned};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    each(checked.site, |figures| figures_of(figures).filter_map(|given| out_of_range(figures, given)).collect())
}

fn figures_of<'a>(figures: &Figures<'a>) -> impl Iterator<Item = &'a Spanned<Decimal>> {
    let assessment = figures.assessment.into_iter().flat_map(|assessment| assessment.total.iter().chain(&assessment.target));
    let indicators = figures.indicators().filter_map(|indicator| indicator.score.as_ref());
    let questions = figures.questions().filter_map(|question| question.score.as_ref());
    let findings = figures.issues.iter().flat_map(|issue| &issue.findings).filter_map(|finding| finding.percent.as_ref());
    assessment.chain(indicators).chain(questions).chain(findings)
}

fn out_of_range(figures: &Figures<'_>, given: &Spanned<Decimal>) -> Option<Diagnostic> {
    let wrong = readings(given).into_iter().find(|reading| Points::of(reading.number).is_none())?;
    let finding = figures.finding("score-range", &given.span).with("text", &wrong.text);
    Some(match (0.0..=100.0).contains(&wrong.number.value) {
        true => finding.with("decimals", wrong.number.decimals),
        false => finding.with("outside", wrong.text),
    })
}
