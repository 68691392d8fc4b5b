//! What everybody asks of an assembled site: its pages, by id, by address, one after the other.

use super::{Page, PageId, Permalink, Site, Year, YearItem};
use crate::base::ItemCode;
use crate::content::Attachment;
use crate::thai::FiscalYear;

impl Site {
    /// The page of an id; `None` for an item with nothing filed.
    pub fn page(&self, id: PageId) -> Option<&Page> {
        match id {
            PageId::Item { year, entry } => self.years.get(year)?.entries.get(entry)?.page.as_ref(),
            PageId::Child { year, entry, child } => self.years.get(year)?.entries.get(entry)?.children.get(child),
            PageId::Page { page } => self.pages.get(page),
        }
    }

    /// The page that was written for an address.
    pub fn written_page(&self, permalink: &Permalink) -> Option<&Page> {
        self.page(self.addresses.page(permalink)?)
    }

    /// The page that was written for an address, or to which an earlier address leads.
    pub fn written_page_at(&self, address: &str) -> Option<&Page> {
        self.written_page(self.addresses.at(address)?)
    }

    /// The item whose page is at an address, filed or not.
    pub fn item_at(&self, address: &str) -> Option<&ItemCode> {
        // Most addresses are none of any item, and many may be asked for.
        self.addresses.at(address)?;
        let is_at = |year: &Year, entry: &YearItem| Permalink::item(year.fiscal_year, &entry.code).as_str() == address;
        self.years.iter().find_map(|year| year.entries.iter().find(|entry| is_at(year, entry))).map(|entry| &entry.code)
    }

    /// The attachment at an address.
    pub fn attachment(&self, permalink: &Permalink) -> Option<&Attachment> {
        self.attachments.get(self.addresses.attachment(permalink)?)
    }

    /// The address of a page, also of an item with nothing filed.
    pub fn permalink(&self, id: PageId) -> Permalink {
        if let Some(page) = self.page(id) {
            return page.permalink.clone();
        }
        let of_item = |year: usize, entry: usize| {
            let year = self.years.get(year)?;
            Some(Permalink::item(year.fiscal_year, &year.entries.get(entry)?.code))
        };
        match id {
            PageId::Item { year, entry } => of_item(year, entry).unwrap_or_else(Permalink::home),
            PageId::Child { .. } | PageId::Page { .. } => Permalink::home(),
        }
    }

    /// Every page in the order of years, items and children, then the ordinary pages.
    pub fn page_ids(&self) -> impl Iterator<Item = PageId> + '_ {
        let of_years = self.years.iter().enumerate().flat_map(|(year, of_year)| {
            of_year.entries.iter().enumerate().flat_map(move |(entry, of_entry)| {
                let children = (0..of_entry.children.len()).map(move |child| PageId::Child { year, entry, child });
                std::iter::once(PageId::Item { year, entry }).chain(children)
            })
        });
        of_years.chain((0..self.pages.len()).map(|page| PageId::Page { page }))
    }

    /// Whether the ordinary pages are too many to be named at the end of every page: what a page
    /// costs would grow with the site.
    pub fn has_many_pages(&self) -> bool {
        const MOST: usize = 12;
        self.pages.len() > MOST
    }

    /// Whether the ordinary pages have a list of their own; once it is published it stays.
    pub fn has_page_list(&self) -> bool {
        self.has_many_pages() || self.record.urls.locked.contains_key(Permalink::page_list().as_str())
    }

    /// The year of the site.
    pub fn year(&self, fiscal_year: FiscalYear) -> Option<&Year> {
        self.years.iter().find(|year| year.fiscal_year == fiscal_year)
    }

    /// Every page that was written by hand: items, their children, ordinary pages.
    pub fn written_pages(&self) -> impl Iterator<Item = &Page> {
        let of_years = self.years.iter().flat_map(|year| &year.entries).flat_map(|entry| entry.page.iter().chain(&entry.children));
        of_years.chain(&self.pages)
    }
}
