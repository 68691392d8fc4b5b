//! Queries on an assembled site: pages by id or address, and iterators.

use super::{Page, PageId, Permalink, Site, Year, YearItem};
use crate::base::ItemCode;
use crate::content::Attachment;
use crate::thai::FiscalYear;

impl Site {
    /// Returns a page by id; `None` for an item with nothing filed.
    pub fn page(&self, id: PageId) -> Option<&Page> {
        match id {
            PageId::Item { year, entry } => self.years.get(year)?.entries.get(entry)?.page.as_ref(),
            PageId::Child { year, entry, child } => self.years.get(year)?.entries.get(entry)?.children.get(child),
            PageId::Page { page } => self.pages.get(page),
        }
    }

    /// Returns the written page at an address.
    pub fn written_page(&self, permalink: &Permalink) -> Option<&Page> {
        self.page(self.addresses.page(permalink)?)
    }

    /// Returns the written page at an address or a former address.
    pub fn written_page_at(&self, address: &str) -> Option<&Page> {
        self.written_page(self.addresses.at(address)?)
    }

    /// Returns the item whose page has this address, filed or not.
    pub fn item_at(&self, address: &str) -> Option<&ItemCode> {
        // Fast path: most addresses belong to no item.
        self.addresses.at(address)?;
        let is_at = |year: &Year, entry: &YearItem| Permalink::item(year.fiscal_year, &entry.code).as_str() == address;
        self.years.iter().find_map(|year| year.entries.iter().find(|entry| is_at(year, entry))).map(|entry| &entry.code)
    }

    /// Returns the attachment at an address.
    pub fn attachment(&self, permalink: &Permalink) -> Option<&Attachment> {
        self.attachments.get(self.addresses.attachment(permalink)?)
    }

    /// Returns the address of a page, also for an item with nothing filed; the home page for an
    /// invalid id.
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

    /// Returns all page ids: years with items and children, then ordinary pages.
    pub fn page_ids(&self) -> impl Iterator<Item = PageId> + '_ {
        let of_years = self.years.iter().enumerate().flat_map(|(year, of_year)| {
            of_year.entries.iter().enumerate().flat_map(move |(entry, of_entry)| {
                let children = (0..of_entry.children.len()).map(move |child| PageId::Child { year, entry, child });
                std::iter::once(PageId::Item { year, entry }).chain(children)
            })
        });
        of_years.chain((0..self.pages.len()).map(|page| PageId::Page { page }))
    }

    /// True if the ordinary pages are too many to list in the footer of every page, whose cost
    /// would grow with the site.
    pub fn has_many_pages(&self) -> bool {
        const MOST: usize = 12;
        self.pages.len() > MOST
    }

    /// True if there is a list of ordinary pages; once published, it is kept.
    pub fn has_page_list(&self) -> bool {
        self.has_many_pages() || self.record.urls.locked.contains_key(Permalink::page_list().as_str())
    }

    /// Returns a fiscal year of the site.
    pub fn year(&self, fiscal_year: FiscalYear) -> Option<&Year> {
        self.years.iter().find(|year| year.fiscal_year == fiscal_year)
    }

    /// Returns all written pages: items, their children, ordinary pages.
    pub fn written_pages(&self) -> impl Iterator<Item = &Page> {
        let of_years = self.years.iter().flat_map(|year| &year.entries).flat_map(|entry| entry.page.iter().chain(&entry.children));
        of_years.chain(&self.pages)
    }
}
