//! Plan and date that a page of measures refers to.

use crate::base::ItemCode;
use crate::catalogue::{DataYear, Kind};
use crate::content::Route;
use crate::content::front_matter::ProgressOf;
use crate::site::{Page, Site};
use crate::thai::{Date, FiscalYear};
use crate::yaml::Spanned;

/// A page of measures, or of the progress of measures.
#[derive(Clone, Copy, Debug)]
pub(super) struct MeasurePage {
    /// Measures or progress.
    pub kind: Kind,
    /// Fiscal year whose checklist requires the page.
    pub page_year: FiscalYear,
    /// Fiscal year of the measures; an earlier one if the checklist requires the report on the
    /// previous year's plan.
    pub plan_year: FiscalYear,
}

impl MeasurePage {
    /// `None` for other pages. A child page counts only by its own `kind`: child pages hold
    /// documents of all kinds.
    pub(super) fn of(site: &Site, page: &Page) -> Option<Self> {
        let front_matter = &page.document.front_matter;
        let page_year = page.document.home.fiscal_year()?;
        let item = asked(site, page);
        let kind = front_matter.kind.as_ref().map(|kind| kind.value).or(item.map(|(kind, _)| kind))?;
        let plan_year = match kind {
            Kind::Evidence => return None,
            Kind::Measures => page_year,
            Kind::Progress => {
                let of = front_matter.progress.as_ref().and_then(|progress| plan_named(progress.of.as_ref()?));
                let previous = matches!(item, Some((_, Some(DataYear::Previous))));
                of.or(if previous { page_year.previous() } else { None }).unwrap_or(page_year)
            }
        };
        Some(Self { kind, page_year, plan_year })
    }
}

/// Kind and data year in the checklist; `None` for child pages.
fn asked(site: &Site, page: &Page) -> Option<(Kind, Option<DataYear>)> {
    let Route::Item { fiscal_year, item } = &page.document.home else { return None };
    let item = catalogue_item(site, *fiscal_year, item)?;
    Some((item.kind, item.data_year))
}

/// Returns an item of the checklist of a year.
pub(super) fn catalogue_item<'s>(site: &'s Site, year: FiscalYear, code: &ItemCode) -> Option<&'s crate::catalogue::Item> {
    Some(site.year(year)?.catalogue.item(code)?.item)
}

fn plan_named(of: &ProgressOf) -> Option<FiscalYear> {
    let of_page = |page: &Spanned<String>| FiscalYear::parse(page.trim_start_matches('/').split('/').next()?);
    of.fiscal_year.as_ref().map(|year| year.value).or_else(|| of.page.as_ref().and_then(of_page))
}

/// Date of a document: of its data, of the memo, or of the adoption.
pub(super) fn day_of(page: &Page) -> Option<Date> {
    let front_matter = &page.document.front_matter;
    let memo = front_matter.memo.as_ref().and_then(|memo| memo.date.as_ref());
    let adopted = front_matter.adopted.as_ref().and_then(|adopted| adopted.date.as_ref());
    front_matter.as_of.as_ref().or(memo).or(adopted).map(|date| date.value)
}
