//! Which plan a progress report is about.

use super::{Entry, Page, Permalink, Site, Year};
use crate::catalogue::{DataYear, ItemCode};
use crate::content::Home;
use crate::content::front_matter::{FrontMatter, Kind};
use crate::thai::FiscalYear;

impl Site {
    /// The page of the plan that a progress report is about: the one it names, else that of the measures of the year whose data the list asks for
    /// (2569: the year before). Reports often name its measures without repeating them (MODEL A.7).
    pub fn plan_page(&self, page: &Page) -> Option<&Page> {
        match self.plan_sought(page)? {
            Sought::At(permalink) => self.written_page(permalink),
            Sought::In(years, item) => {
                years.into_iter().find_map(|year| self.plan_in(year, item)).filter(|plan| plan.permalink != page.permalink)
            }
        }
    }

    /// Whether there is a file for the plan, or a list of its year, that could not be understood, wholly or in part: then nobody knows what was planned.
    pub fn is_plan_unread(&self, page: &Page) -> bool {
        if page.document.unread.anywhere("of") {
            return true;
        }
        if let Some(plan) = self.plan_page(page) {
            return plan.document.unread.lost_entries("measures");
        }
        let is_plan = |home: &Home, years: &[FiscalYear], wanted: Option<&ItemCode>| {
            let Home::Item { fiscal_year, item } = home else { return false };
            let by_list = || self.year(*fiscal_year).is_none_or(|year| is_of_measures(year, item));
            years.contains(fiscal_year) && wanted.map_or_else(by_list, |wanted| wanted == item)
        };
        self.unread.iter().any(|(_, home)| match self.plan_sought(page) {
            None => false,
            Some(Sought::At(permalink)) => Permalink::of(home) == *permalink,
            Some(Sought::In(years, item)) => is_plan(home, &years, item),
        })
    }

    fn plan_sought<'s>(&'s self, page: &'s Page) -> Option<Sought<'s>> {
        let document = &page.document;
        let of = document.front_matter.progress.as_ref()?.of.as_ref();
        if let Some(named) = of.and_then(|of| of.page.as_ref()) {
            return self.addresses.at(&named.value).map(Sought::At);
        }
        let own_year = self.year(document.home.fiscal_year()?)?;
        let asked = own_year.catalogue.item(document.home.item()?)?.item.data_year;
        let of_list = match asked {
            Some(DataYear::Previous) => own_year.fiscal_year.previous()?,
            Some(DataYear::Current) | None => own_year.fiscal_year,
        };
        let stated = of.and_then(|of| of.fiscal_year.as_ref()).map(|year| year.value);
        let item = of.and_then(|of| of.item.as_ref()).map(|item| &item.value);
        let years = match (stated, item) {
            (Some(stated), _) => vec![stated],
            // An item without its year may be of either: the one that is a plan is meant.
            (None, Some(_)) => vec![of_list, own_year.fiscal_year],
            // Not the page's own year: where the list asks for the year before, that would be the next plan.
            (None, None) => vec![of_list],
        };
        Some(Sought::In(years, item))
    }

    /// The page of the measures of a year, under `item` if that is given.
    fn plan_in(&self, year: FiscalYear, item: Option<&ItemCode>) -> Option<&Page> {
        let year = self.year(year)?;
        let is_plan = |entry: &&Entry| {
            is_of_measures(year, &entry.code)
                || entry.page.as_ref().is_some_and(|page| item.is_some() && !page.document.front_matter.measures.is_empty())
        };
        let mut entries = year.entries.iter().filter(|entry| item.is_none_or(|item| entry.code == *item));
        entries.find(is_plan)?.page.as_ref()
    }

    /// The front matter of [`Site::plan_page`].
    pub fn plan_of(&self, page: &Page) -> Option<&FrontMatter> {
        self.plan_page(page).map(|plan| &plan.document.front_matter)
    }
}

/// Where the plan of a report would be.
enum Sought<'s> {
    /// On this page.
    At(&'s Permalink),
    /// In one of these years, under this item if one is named.
    In(Vec<FiscalYear>, Option<&'s ItemCode>),
}

fn is_of_measures(year: &Year, item: &ItemCode) -> bool {
    year.catalogue.item(item).is_some_and(|position| position.item.kind == Kind::Measures)
}
