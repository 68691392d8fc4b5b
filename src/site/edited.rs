//! A site in which one document was edited, without assembling it anew: the time from an edit to its page must not grow with the site.

use std::sync::Arc;

use super::{Page, PageId, Permalink, Site};
use crate::content::{Document, table_names};

impl Site {
    /// The site with another version of one document; `None` if the assembly or the plan could come out differently with it, be it in another place,
    /// another title, another redirect, or another table.
    ///
    /// It is the site that [`assemble`](super::assemble) would give: a test compares the two.
    pub fn with_edited(&self, before: &Document, now: Arc<Document>) -> Option<Site> {
        let id = self.addresses.page(&Permalink::of(&before.home))?;
        let is_same_version = self.page(id).is_some_and(|page| page.document.source == before.source);
        if !is_same_version || !stands_where_it_stood(before, &now) {
            return None;
        }
        let mut site = self.clone();
        site.page_mut(id)?.document = now;
        Some(site)
    }

    fn page_mut(&mut self, id: PageId) -> Option<&mut Page> {
        match id {
            PageId::Item { year, entry } => self.years.get_mut(year)?.entries.get_mut(entry)?.page.as_mut(),
            PageId::Child { year, entry, child } => self.years.get_mut(year)?.entries.get_mut(entry)?.children.get_mut(child),
            PageId::Page { page } => self.pages.get_mut(page),
        }
    }
}

/// Whether everything that the assembly and the plan take from a document is the same.
fn stands_where_it_stood(before: &Document, now: &Document) -> bool {
    let (old, new) = (&before.front_matter, &now.front_matter);
    before.source == now.source
        && before.home == now.home
        && old.draft == new.draft
        && old.title.as_ref().map(|title| &title.value) == new.title.as_ref().map(|title| &title.value)
        && old.fiscal_year == new.fiscal_year
        && old.item == new.item
        && old.aliases == new.aliases
        && old.assessed_year() == new.assessed_year()
        && table_names(old) == table_names(new)
}
