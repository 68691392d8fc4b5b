//! SC3: the total is the weighted mean of the indicators.

use super::figures::{Figures, each, readings};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::score::{self, Exact, Points};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    each(checked.site, |figures| mismatch(figures).into_iter().collect())
}

fn mismatch(figures: &Figures<'_>) -> Option<Diagnostic> {
    let total = figures.assessment?.total.as_ref()?;
    let computed = score::total(figures.catalogue?, &figures.scores())?;
    // Indicators and total are published rounded; together they may be off by 0.01.
    let fits = |points: Points| points.exact().distance(&computed) <= Exact::ratio(1, 100);
    let wrong = readings(total).into_iter().find(|reading| Points::of(reading.number).is_some_and(|points| !fits(points)))?;
    let finding = figures.finding("total-mismatch", &total.span).with("total", wrong.text);
    Some(finding.with("computed", computed.printed(2)).with_some("year", figures.year))
}
