//! From the positions of a job to the page itself.

use crate::catalogue::ItemPosition;
use crate::site::{Page, PageId, Permalink, Site, Year, YearItem};
use crate::thai::Digits;

/// A page and what it belongs to.
#[derive(Clone, Debug)]
pub struct PageRef<'a> {
    /// Its year; ordinary pages have none.
    pub(crate) year: Option<&'a Year>,
    /// Its entry of the list; ordinary pages have none.
    pub(crate) entry: Option<&'a YearItem>,
    /// The page; `None` for an item for which nothing is filed.
    pub(crate) page: Option<&'a Page>,
    pub(crate) permalink: Permalink,
}

impl<'a> PageRef<'a> {
    /// The page of `id`; `None` if the site has no such page.
    pub fn find(site: &'a Site, id: PageId) -> Option<Self> {
        match id {
            PageId::Item { year, entry } => {
                let year = site.years.get(year)?;
                let entry = year.entries.get(entry)?;
                let permalink = Permalink::item(year.fiscal_year, &entry.code);
                Some(Self { year: Some(year), entry: Some(entry), page: entry.page.as_ref(), permalink })
            }
            PageId::Child { year, entry, child } => {
                let year = site.years.get(year)?;
                let entry = year.entries.get(entry)?;
                let page = entry.children.get(child)?;
                Some(Self { year: Some(year), entry: Some(entry), page: Some(page), permalink: page.permalink.clone() })
            }
            PageId::Page { page } => {
                let page = site.pages.get(page)?;
                Some(Self { year: None, entry: None, page: Some(page), permalink: page.permalink.clone() })
            }
        }
    }

    /// What the list says about its item.
    pub fn position(&self) -> Option<ItemPosition<'a>> {
        self.year?.position(self.entry?)
    }

    /// The digits in which its numbers are printed.
    pub fn digits(&self) -> Digits {
        self.page.map_or(Digits::Arabic, |page| page.document.front_matter.view.digits)
    }
}
