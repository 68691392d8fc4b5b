//! Items with a page of their own: what most checks walk through.

use super::{Page, Site, Year, YearItem};
use crate::base::ItemCode;
use crate::catalogue::{ItemPosition, Kind};

/// An item, its page, and where the list has it.
#[derive(Clone, Copy, Debug)]
pub struct FiledItem<'s> {
    /// The year.
    pub year: &'s Year,
    /// The item on the site.
    pub entry: &'s YearItem,
    /// The item in the list.
    pub position: ItemPosition<'s>,
    /// Its page.
    pub page: &'s Page,
}

impl Site {
    /// Every item that has a page of its own, oldest year first.
    pub fn filed_items(&self) -> impl Iterator<Item = FiledItem<'_>> {
        self.years.iter().flat_map(|year| {
            let filed = move |entry| Some(FiledItem { year, entry, position: year.position(entry)?, page: entry.page.as_ref()? });
            year.entries.iter().filter_map(filed)
        })
    }
}

impl<'s> FiledItem<'s> {
    /// `O42`.
    pub fn code(&self) -> &'s ItemCode {
        &self.entry.code
    }

    /// What the page is: as it says, else as the list has it.
    pub fn kind(&self) -> Kind {
        self.page.document.front_matter.kind.as_ref().map_or(self.position.item.kind, |kind| kind.value)
    }

    /// Whether there is more to see than a title.
    pub fn shows_something(&self) -> bool {
        let front_matter = &self.page.document.front_matter;
        let has_block = !crate::content::block_ids(front_matter).is_empty();
        let says = !front_matter.evidence.is_empty() || front_matter.publication.zero_report.is_some();
        has_block || says || !self.page.document.body.is_empty() || !self.entry.children.is_empty()
    }
}
