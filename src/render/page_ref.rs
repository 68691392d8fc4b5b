//! Resolves a page id to the page.

use crate::catalogue::ItemPosition;
use crate::site::{Page, PageId, Permalink, Site, Year, YearItem};
use crate::thai::Digits;

/// A page and its context.
#[derive(Clone, Debug)]
pub struct PageRef<'a> {
    /// `None` for ordinary pages.
    pub(crate) year: Option<&'a Year>,
    /// Item of the year; `None` for ordinary pages.
    pub(crate) entry: Option<&'a YearItem>,
    /// The page; `None` for an item without documents.
    pub(crate) page: Option<&'a Page>,
    pub(crate) permalink: Permalink,
    id: PageId,
}

impl<'a> PageRef<'a> {
    /// Resolves `id`; `None` if the site has no such page.
    pub fn find(site: &'a Site, id: PageId) -> Option<Self> {
        match id {
            PageId::Item { year, entry } => {
                let year = site.years.get(year)?;
                let entry = year.entries.get(entry)?;
                let permalink = Permalink::item(year.fiscal_year, &entry.code);
                Some(Self { year: Some(year), entry: Some(entry), page: entry.page.as_ref(), permalink, id })
            }
            PageId::Child { year, entry, child } => {
                let year = site.years.get(year)?;
                let entry = year.entries.get(entry)?;
                let page = entry.children.get(child)?;
                Some(Self { year: Some(year), entry: Some(entry), page: Some(page), permalink: page.permalink.clone(), id })
            }
            PageId::Page { page } => {
                let page = site.pages.get(page)?;
                Some(Self { year: None, entry: None, page: Some(page), permalink: page.permalink.clone(), id })
            }
        }
    }

    /// The catalogue position of its item.
    pub fn position(&self) -> Option<ItemPosition<'a>> {
        self.year?.position(self.entry?)
    }

    /// The item, if this is its own page and not one below it.
    pub fn item_entry(&self) -> Option<&'a YearItem> {
        self.entry.filter(|_| matches!(self.id, PageId::Item { .. }))
    }

    /// Its place among the pages below its item; `None` for other pages.
    pub fn child(&self) -> Option<usize> {
        if let PageId::Child { child, .. } = self.id { Some(child) } else { None }
    }

    /// Digits in which its numbers are printed.
    pub fn digits(&self) -> Digits {
        self.page.map_or(Digits::Arabic, |page| page.document.front_matter.view.digits)
    }
}
