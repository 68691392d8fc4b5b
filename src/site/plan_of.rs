//! The plan of measures that a progress report refers to.

use std::ops::Range;

use super::{LinkTarget, Page, Permalink, Site, Year, YearItem, page_address, resolve};
use crate::base::{ItemCode, RelPath};
use crate::catalogue::Kind;
use crate::content::Route;
use crate::content::front_matter::FrontMatter;
use crate::thai::FiscalYear;
use crate::yaml::Spanned;

/// A referenced plan that has no page on this site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingPlan {
    /// Byte range of the reference, or of the first reported measure if there is none.
    pub(crate) span: Range<usize>,
    /// The reference as text.
    pub(crate) plan: Option<String>,
    /// Year of the plan according to the checklist, if the report does not name one.
    pub(crate) year: Option<FiscalYear>,
    /// Source of the plan, if it is a draft.
    pub(crate) draft: Option<RelPath>,
}

/// A plan that a report names by its item alone, of another year than the report is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssumedPlanYear {
    /// Byte range of the item.
    pub(crate) span: Range<usize>,
    pub(crate) item: ItemCode,
    /// Year of the plan that was found.
    pub(crate) found: FiscalYear,
    /// Year whose data the checklist requires.
    pub(crate) required: FiscalYear,
}

impl Site {
    /// Returns the page of the plan that a progress report refers to: the page it names, else that
    /// of the measures of the year whose data the checklist requires (in 2569, the previous year).
    /// Reports often name measures without repeating their text (DM7).
    pub fn plan_page(&self, page: &Page) -> Option<&Page> {
        match self.plan_sought(page)? {
            PlanSearch::At(permalink) => self.written_page(&permalink),
            PlanSearch::In(years, item) => {
                years.into_iter().find_map(|year| self.plan_in(year, item)).filter(|plan| plan.permalink != page.permalink)
            }
        }
    }

    /// True if the plan, or the checklist of its year, could not be parsed in full, so that its
    /// measures are unknown.
    pub fn is_plan_unread(&self, page: &Page) -> bool {
        if page.document.unread.anywhere("of") {
            return true;
        }
        if let Some(plan) = self.plan_page(page) {
            return plan.document.unread.lost_entries("measures");
        }
        let is_plan = |home: &Route, years: &[FiscalYear], wanted: Option<&ItemCode>| {
            let Route::Item { fiscal_year, item } = home else { return false };
            let by_list = || self.year(*fiscal_year).is_none_or(|year| is_of_measures(year, item));
            years.contains(fiscal_year) && wanted.map_or_else(by_list, |wanted| wanted == item)
        };
        self.unread.iter().any(|(_, home)| match self.plan_sought(page) {
            None => false,
            Some(PlanSearch::At(permalink)) => Permalink::of(home) == permalink,
            Some(PlanSearch::In(years, item)) => is_plan(home, &years, item),
        })
    }

    fn plan_sought<'s>(&'s self, page: &'s Page) -> Option<PlanSearch<'s>> {
        let document = &page.document;
        let of = document.front_matter.progress.as_ref()?.of.as_ref();
        if let Some(named) = of.and_then(|of| of.page.as_ref()) {
            return match self.named_plan(page, &named.value) {
                LinkTarget::Inside { permalink, .. } if permalink != page.permalink => Some(PlanSearch::At(permalink)),
                LinkTarget::Inside { .. } | LinkTarget::Outside(_) | LinkTarget::Draft(_) | LinkTarget::Missing { .. } => None,
            };
        }
        let own_year = self.year(document.home.fiscal_year()?)?;
        let of_list = self.year_of_plan(page)?;
        let stated = of.and_then(|of| of.fiscal_year.as_ref()).map(|year| year.value);
        let item = of.and_then(|of| of.item.as_ref()).map(|item| &item.value);
        let years = match (stated, item) {
            (Some(stated), _) => vec![stated],
            // An item without a year is looked up in both years.
            (None, Some(_)) => vec![of_list, own_year.fiscal_year],
            // Excludes the page's own year where the checklist requires data of the previous year:
            // its plan would be the next one.
            (None, None) => vec![of_list],
        };
        Some(PlanSearch::In(years, item))
    }

    /// Returns the year of the plan of a report that names an item without its year, if it is not the year whose data
    /// the checklist requires: codes of items differ from year to year.
    pub fn assumed_plan_year(&self, page: &Page) -> Option<AssumedPlanYear> {
        let of = page.document.front_matter.progress.as_ref()?.of.as_ref()?;
        let item = of.item.as_ref().filter(|_| of.fiscal_year.is_none() && of.page.is_none())?;
        let found = self.plan_page(page)?.document.home.fiscal_year()?;
        let required = self.year_of_plan(page).filter(|required| *required != found)?;
        Some(AssumedPlanYear { span: item.span.clone(), item: item.value.clone(), found, required })
    }

    fn named_plan(&self, page: &Page, named: &str) -> LinkTarget {
        resolve(self, &page.document.source, &page.permalink, &page_address(named))
    }

    /// Returns the plan that a report needs but that has no page on this site; `None` if the plan
    /// exists, could not be parsed, or is not needed as the report has its own measures.
    pub fn missing_plan(&self, page: &Page) -> Option<MissingPlan> {
        let document = &page.document;
        let own = &document.front_matter;
        let progress = own.progress.as_ref().filter(|_| self.plan_page(page).is_none() && !self.is_plan_unread(page))?;
        let mut ids = progress.entries.iter().flat_map(|entry| &entry.measures);
        let first_id = ids.clone().next();
        let of = progress.of.as_ref();
        if let Some(named) = of.and_then(|of| of.page.as_ref()) {
            let draft = match self.named_plan(page, &named.value) {
                LinkTarget::Draft(file) => Some(file),
                LinkTarget::Inside { .. } | LinkTarget::Outside(_) | LinkTarget::Missing { .. } => None,
            };
            return Some(MissingPlan { span: named.span.clone(), plan: Some(named.value.clone()), year: None, draft });
        }
        let is_known = |id: &Spanned<String>| own.measures.iter().any(|measure| measure.id.value == id.value);
        let (item, year) = (of.and_then(|of| of.item.as_ref()), of.and_then(|of| of.fiscal_year.as_ref()));
        let span = item.map(|item| &item.span).or(year.map(|year| &year.span));
        match span {
            Some(_) if ids.all(is_known) => None,
            Some(span) => {
                let names = [item.map(|item| item.value.to_string()), year.map(|year| year.value.to_string())];
                let plan = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
                Some(MissingPlan { span: span.clone(), plan: Some(plan), year: None, draft: None })
            }
            // A report with its own measures needs no plan.
            None if !own.measures.is_empty() => None,
            None => Some(MissingPlan { span: first_id?.span.clone(), plan: None, year: self.year_of_plan(page), draft: None }),
        }
    }

    /// Year whose measures the checklist requires.
    fn year_of_plan(&self, page: &Page) -> Option<FiscalYear> {
        let own_year = self.year(page.document.home.fiscal_year()?)?;
        own_year.catalogue.item(page.document.home.item()?)?.item.data_of(own_year.fiscal_year)
    }

    /// Page of the measures of a year, under `item` if given.
    pub(crate) fn plan_in(&self, year: FiscalYear, item: Option<&ItemCode>) -> Option<&Page> {
        let year = self.year(year)?;
        let is_plan = |entry: &&YearItem| {
            is_of_measures(year, &entry.code)
                || entry.page.as_ref().is_some_and(|page| item.is_some() && !page.document.front_matter.measures.is_empty())
        };
        let mut entries = year.entries.iter().filter(|entry| item.is_none_or(|item| entry.code == *item));
        entries.find(is_plan)?.page.as_ref()
    }

    /// Front matter of [`Site::plan_page`].
    pub fn plan_of(&self, page: &Page) -> Option<&FrontMatter> {
        self.plan_page(page).map(|plan| &plan.document.front_matter)
    }
}

/// Where to look for the plan of a report.
enum PlanSearch<'s> {
    /// At this address.
    At(Permalink),
    /// In these years, under this item if given.
    In(Vec<FiscalYear>, Option<&'s ItemCode>),
}

fn is_of_measures(year: &Year, item: &ItemCode) -> bool {
    year.catalogue.item(item).is_some_and(|position| position.item.kind == Kind::Measures)
}
