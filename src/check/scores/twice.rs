//! SC9: figures quoted twice are equal.

use std::collections::BTreeMap;

use super::figures::{Figures, each, typed};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::Issue;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::score::QuestionCode;
use crate::yaml::{Decimal, Spanned};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    each(checked.site, |figures| {
        let scores = figures.questions().filter_map(|question| Some((QuestionCode::parse(&question.id.value)?, question.score.as_ref()?)));
        let shares = figures.issues.iter().flat_map(only_share_of_each);
        [contradictions(figures, scores), contradictions(figures, shares)].concat()
    })
}

/// Percentage of each question for which the issue gives exactly one; several are shares of
/// different answers.
fn only_share_of_each(issue: &Issue) -> BTreeMap<QuestionCode, &Spanned<Decimal>> {
    let mut shares: BTreeMap<QuestionCode, Vec<&Spanned<Decimal>>> = BTreeMap::new();
    for finding in &issue.findings {
        if let ([code], Some(percent)) = (finding.about.as_slice(), &finding.percent)
            && let Some(code) = QuestionCode::parse(&code.value)
        {
            shares.entry(code).or_default().push(percent);
        }
    }
    let single = shares.into_iter().filter(|(_, shares)| shares.len() == 1);
    single.filter_map(|(code, shares)| Some((code, *shares.first()?))).collect()
}

fn contradictions<'a>(figures: &Figures<'_>, quoted: impl Iterator<Item = (QuestionCode, &'a Spanned<Decimal>)>) -> Vec<Diagnostic> {
    let mut first: BTreeMap<QuestionCode, &Spanned<Decimal>> = BTreeMap::new();
    let mut found = Vec::new();
    for (code, figure) in quoted {
        let known = *first.entry(code).or_insert(figure);
        if known.value.value.total_cmp(&figure.value.value).is_ne() {
            let finding = figures.finding("question-twice", &figure.span).with("code", code);
            found.push(finding.with("here", typed(figure.value)).with("there", typed(known.value)));
        }
    }
    found
}
