//! Items with a page, the unit of most checks.

use super::{Page, PageId, Permalink, Site, Year, YearItem};
use crate::base::ItemCode;
use crate::catalogue::{ItemPosition, Kind};

/// An item with its page and its position in the checklist.
#[derive(Clone, Copy, Debug)]
pub struct FiledItem<'s> {
    pub(crate) year: &'s Year,
    /// Its entry in the site.
    pub(crate) entry: &'s YearItem,
    /// Its position in the checklist.
    pub(crate) position: ItemPosition<'s>,
    pub(crate) page: &'s Page,
}

impl Site {
    /// Returns the item whose own page is at `permalink`.
    pub fn filed_item(&self, permalink: &Permalink) -> Option<FiledItem<'_>> {
        let Some(PageId::Item { year, entry }) = self.addresses.page(permalink) else { return None };
        let year = self.years.get(year)?;
        let entry = year.entries.get(entry)?;
        Some(FiledItem { year, entry, position: year.position(entry)?, page: entry.page.as_ref()? })
    }

    /// Returns every item with its own page, oldest year first.
    pub fn filed_items(&self) -> impl Iterator<Item = FiledItem<'_>> {
        self.years.iter().flat_map(|year| {
            let filed = move |entry| Some(FiledItem { year, entry, position: year.position(entry)?, page: entry.page.as_ref()? });
            year.entries.iter().filter_map(filed)
        })
    }
}

impl<'s> FiledItem<'s> {
    /// Item code, `O42`.
    pub fn code(&self) -> &'s ItemCode {
        &self.entry.code
    }

    /// Kind of the page, from its front matter or else from the checklist.
    pub fn kind(&self) -> Kind {
        self.page.document.front_matter.kind.as_ref().map_or(self.position.item.kind, |kind| kind.value)
    }

    /// True if there is content besides titles: blocks, evidence, a zero report, a body or child
    /// pages.
    pub fn shows_something(&self) -> bool {
        let front_matter = &self.page.document.front_matter;
        let has_block = !crate::content::block_ids(front_matter).is_empty();
        let says = !front_matter.evidence.is_empty() || front_matter.publication.is_zero_report();
        has_block || says || self.page.document.body.says_something() || !self.entry.children.is_empty()
    }
}
