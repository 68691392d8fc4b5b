//! The period is in the fiscal year of its plan (YR4).

use super::subject::MeasurePage;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::{Digits, Month};
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(outside) };

fn outside(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let Some(MeasurePage { plan_year, .. }) = MeasurePage::of(checked.site, page.page) else { return Vec::new() };
    let front_matter = &page.document.front_matter;
    let periods = front_matter.measures.iter().filter_map(|measure| measure.period.as_ref());
    let measures = periods.map(|period| (period.from.as_ref(), period.to.as_ref()));
    let covers = front_matter.progress.iter().filter_map(|progress| progress.covers.as_ref());
    let covers = covers.map(|covers| (covers.from.as_ref(), covers.to.as_ref()));
    let (first, last) = (plan_year.first_month(), plan_year.last_month());
    let stray = |(from, to): (Option<&Spanned<Month>>, Option<&Spanned<Month>>)| {
        let stray = [from, to].into_iter().flatten().find(|month| month.value < first || last < month.value)?;
        let diagnostic = Diagnostic::new("period-outside-year", SourceSpan::new(&page.document.source, stray.span.clone()));
        let diagnostic = diagnostic.with("month", stray.value.short(Digits::Arabic)).with("year", plan_year);
        Some(diagnostic.with("first", first.short(Digits::Arabic)).with("last", last.short(Digits::Arabic)))
    };
    measures.chain(covers).filter_map(stray).collect()
}
