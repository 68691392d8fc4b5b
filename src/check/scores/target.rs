//! SC1: a score called passed reaches the target, one called failed does not.

use super::figures::{Figures, each, readings, typed};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{IndicatorScore, PassClaim};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    each(checked.site, |figures| figures.indicators().filter_map(|indicator| contradiction(figures, indicator)).collect())
}

fn contradiction(figures: &Figures<'_>, indicator: &IndicatorScore) -> Option<Diagnostic> {
    let (score, claim) = (indicator.score.as_ref()?, indicator.claim.as_ref()?);
    let (target, target_text) = target_of(figures)?;
    let meant = (claim.value, words_of(claim.value));
    let paper = claim.as_written.as_deref().and_then(|text| Some((named(text)?, text)));
    let pairs = readings(score)
        .into_iter()
        .flat_map(|score| [Some(meant), paper].into_iter().flatten().map(move |claim| (score.text.clone(), score.number.value, claim)));
    let wrong = |(_, score, (claim, _)): &(String, f64, (PassClaim, &str))| (*claim == PassClaim::Pass) != (*score >= target);
    let (score, value, (_, said)) = pairs.into_iter().find(wrong)?;
    let finding = figures.finding("claim-against-target", &claim.span).with("no", indicator.no.value).with("score", score);
    let finding = finding.with("claim", said).with("target", target_text);
    Some(match value >= target {
        true => finding.with("reached", words_of(PassClaim::Pass)),
        false => finding.with("below", words_of(PassClaim::Fail)),
    })
}

/// What the data and the paper claim.
pub(super) fn claims_of(claim: &Spanned<PassClaim>) -> Vec<PassClaim> {
    claim.as_written.as_deref().and_then(named).into_iter().chain([claim.value]).collect()
}

fn named(text: &str) -> Option<PassClaim> {
    PassClaim::named(text.trim())
}

/// Target of the page, else of the assessed year, with its text.
pub(super) fn target_of(figures: &Figures<'_>) -> Option<(f64, String)> {
    let stated = figures.assessment.and_then(|assessment| assessment.target.as_ref()).map(|target| target.value);
    let of_year = || figures.catalogue.and_then(|catalogue| catalogue.pass_target);
    stated.map(|target| (target.value, typed(target))).or_else(|| of_year().map(|target| (target, target.to_string())))
}

/// Thai word for a claim in a message.
pub(super) fn words_of(claim: PassClaim) -> &'static str {
    match claim {
        PassClaim::Pass => "ผ่าน",
        PassClaim::Fail => "ไม่ผ่าน",
    }
}
