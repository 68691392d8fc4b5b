//! SC8: for a yes/no question, the score and the share of the opposite answer add up to 100.
//!
//! Checklists do not mark such questions, so the author does: `yes_no: true`.

use super::figures::{Figures, each, typed};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::Question;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::score::{Exact, Points, QuestionCode};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    each(checked.site, |figures| {
        figures.questions().filter(|question| question.yes_no).flat_map(|question| sums(figures, question)).collect()
    })
}

fn sums(figures: &Figures<'_>, question: &Question) -> Vec<Diagnostic> {
    let (code, score) = (QuestionCode::parse(&question.id.value), question.score.as_ref().and_then(|score| Points::of(score.value)));
    let (Some(code), Some(score)) = (code, score) else { return Vec::new() };
    let findings = figures.issues.iter().flat_map(|issue| &issue.findings);
    // A share over several questions is not a share of this one.
    let of_it = findings.filter(|finding| matches!(finding.about.as_slice(), [only] if QuestionCode::parse(&only.value) == Some(code)));
    let wrong = |percent: &crate::yaml::Spanned<crate::yaml::Decimal>| {
        let share = Points::of(percent.value)?;
        let sum = score.exact().plus(&share.exact());
        // Actual figures of S3 are off by up to 0.04; one respondent in a thousand would be 0.1.
        let far = sum.distance(&Exact::ratio(100, 1)) > Exact::ratio(1, 10);
        far.then(|| {
            let finding = figures.finding("yes-no-sum", &percent.span).with("code", &question.id.value).with("score", score);
            finding.with("percent", typed(percent.value)).with("sum", sum.printed(2))
        })
    };
    of_it.filter_map(|finding| finding.percent.as_ref()).filter_map(wrong).collect()
}
