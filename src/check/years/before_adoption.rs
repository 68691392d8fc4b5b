//! A measure does not start before its adoption (YR5).

use std::ops::Range;

use super::subject::MeasurePage;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{Measure, Period};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::{Date, Digits, FiscalYear, Month};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(early) };

fn early(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let front_matter = &page.document.front_matter;
    let adopted = front_matter.adopted.as_ref().and_then(|adopted| adopted.date.as_ref());
    let (Some(adopted), Some(MeasurePage { plan_year, .. })) = (adopted, MeasurePage::of(checked.site, page.page)) else {
        return Vec::new();
    };
    let fault = |measure: &Measure| {
        let period = measure.period.as_ref().filter(|period| !is_whole_year(period, plan_year))?;
        let (start, span) = start(period, plan_year)?;
        let middle = Date::parse(&format!("{start}-15")).ok()?.date;
        // Adoption by the 15th of the month in which the measure starts is in time.
        if adopted.value <= middle {
            return None;
        }
        let diagnostic = Diagnostic::new("measure-before-adoption", SourceSpan::new(&page.document.source, span));
        let diagnostic = diagnostic.with("measure", &measure.id.value).with("start", start.short(Digits::Arabic));
        Some(diagnostic.with("adopted", adopted.value.long(Digits::Arabic)))
    };
    front_matter.measures.iter().filter_map(fault).collect()
}

/// A measure for the whole year is typically adopted within it.
fn is_whole_year(period: &Period, year: FiscalYear) -> bool {
    let months = period.from.as_ref().is_some_and(|from| from.value <= year.first_month())
        && period.to.as_ref().is_none_or(|to| to.value >= year.last_month());
    let label = period.label.as_ref().is_some_and(|label| ["ตลอด", "ทั้งปี", "ต่อเนื่อง"].iter().any(|word| label.contains(word)));
    months || label || (1..=4).all(|quarter| period.quarters.iter().any(|given| given.value == quarter))
}

fn start(period: &Period, year: FiscalYear) -> Option<(Month, Range<usize>)> {
    if let Some(from) = &period.from {
        return Some((from.value, from.span.clone()));
    }
    let quarter = period.quarters.iter().filter(|quarter| (1..=4).contains(&quarter.value)).min_by_key(|quarter| quarter.value)?;
    let year = i32::from(year.number());
    let month = match quarter.value {
        1 => Month::of_buddhist_year(year - 1, 10),
        2 => Month::of_buddhist_year(year, 1),
        3 => Month::of_buddhist_year(year, 4),
        _ => Month::of_buddhist_year(year, 7),
    };
    Some((month, quarter.span.clone()))
}
