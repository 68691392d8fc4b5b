//! SC7: percentages of answers are shares of a whole number of people.

use super::figures::{Figures, each, typed};
use crate::catalogue::Instrument;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{Finding, Issue};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::score::{QuestionCode, is_share_of, odd_one_out};
use crate::yaml::{Decimal, Spanned};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

/// Assumed maximum sample size of a survey of one body.
const MAX_PEOPLE: u32 = 2000;

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    each(checked.site, |figures| {
        let surveys = [Instrument::Iit, Instrument::Eit];
        surveys.into_iter().flat_map(|instrument| of_survey(figures, instrument)).collect()
    })
}

fn of_survey(figures: &Figures<'_>, instrument: Instrument) -> Vec<Diagnostic> {
    let findings = figures.issues.iter().flat_map(|issue| issue.findings.iter().map(move |finding| (issue, finding)));
    let asked: Vec<_> = findings.filter(|(issue, finding)| survey_of(issue, finding) == Some(instrument)).collect();
    let stated = sample(figures, instrument);
    let (mut found, mut without) = (Vec::new(), Vec::new());
    for (_, finding) in asked {
        let Some(percent) = finding.percent.as_ref().filter(|percent| in_range(percent.value)) else { continue };
        match finding.base.as_ref().map(|base| base.value).or(stated) {
            Some(people) if !is_share_of(percent.value, people) => {
                let diagnostic = figures.finding("percent-no-sample", &percent.span).with("percent", typed(percent.value));
                found.push(diagnostic.with("people", people));
            }
            Some(_) => {}
            None => without.push(percent),
        }
    }
    found.extend(no_common_sample(figures, instrument, &without));
    found
}

/// Reports the first percentage that fits no sample size together with those before it.
fn no_common_sample(figures: &Figures<'_>, instrument: Instrument, percents: &[&Spanned<Decimal>]) -> Option<Diagnostic> {
    let numbers: Vec<Decimal> = percents.iter().map(|percent| percent.value).collect();
    let at = odd_one_out(&numbers, MAX_PEOPLE)?;
    let (before, odd) = (&numbers[..at], percents.get(at)?);
    let finding = figures.finding("percent-no-sample", &odd.span).with("percent", typed(odd.value)).with("survey", instrument.key());
    let others: Vec<String> = before.iter().map(|number| typed(*number)).collect();
    Some(finding.with("most", MAX_PEOPLE).with_some("others", (!others.is_empty()).then(|| others.join(", "))))
}

/// Survey of a finding, from its questions or else those of its issue; `None` if mixed or unknown.
fn survey_of(issue: &Issue, finding: &Finding) -> Option<Instrument> {
    let codes = if finding.about.is_empty() { &issue.questions } else { &finding.about };
    let surveys: Vec<Instrument> = codes.iter().map(|code| Some(QuestionCode::parse(&code.value)?.instrument)).collect::<Option<_>>()?;
    let first = *surveys.first()?;
    surveys.iter().all(|survey| *survey == first).then_some(first)
}

fn sample(figures: &Figures<'_>, instrument: Instrument) -> Option<u32> {
    let samples = figures.assessment?.samples.as_ref()?;
    let stated = match instrument {
        Instrument::Iit => &samples.iit,
        Instrument::Eit => &samples.eit,
        Instrument::Oit => &None,
    };
    stated.as_ref().map(|people| people.value)
}

/// Percentages out of range are reported by `range`.
fn in_range(percent: Decimal) -> bool {
    percent.decimals <= 2 && (0.0..=100.0).contains(&percent.value)
}
