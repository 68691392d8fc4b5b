//! SC4: checklist items score 100 or 0, so an indicator of the checklist has a finite set of
//! possible scores.

use super::figures::{Figures, each, readings};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::IndicatorScore;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::score::{Points, asked, invert};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    each(checked.site, |figures| figures.indicators().filter_map(|indicator| unattainable(figures, indicator)).collect())
}

fn unattainable(figures: &Figures<'_>, scored: &IndicatorScore) -> Option<Diagnostic> {
    // Item counts without a source could reject correct scores.
    let catalogue = figures.catalogue.filter(|catalogue| catalogue.item_counts_attested)?;
    let indicator = catalogue.indicators.iter().find(|indicator| indicator.no == scored.no.value)?;
    let score = scored.score.as_ref()?;
    let counts = asked(indicator);
    let numbers: Vec<u32> = counts.iter().map(|(_, count)| *count).collect();
    let never = |points: Points| invert(&numbers, points).is_attainable() == Some(false);
    let wrong = readings(score).into_iter().find(|reading| Points::of(reading.number).is_some_and(never))?;
    let listed: Vec<String> = counts.iter().map(|(sub, count)| format!("{} = {count}", sub.number)).collect();
    let finding = figures.finding("score-not-attainable", &score.span).with("no", scored.no.value).with("score", wrong.text);
    Some(finding.with("year", catalogue.fiscal_year.value).with("counts", listed.join(", ")))
}
