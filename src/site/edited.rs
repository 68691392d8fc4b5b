//! Incremental update of a site after the edit of one document, so that preview latency does not
//! grow with the site.

use std::sync::Arc;

use super::{CrossPageFacts, Page, PageId, Permalink, Site};
use crate::content::Document;

impl Site {
    /// Returns the site with a new version of one document; `None` if anything but the title could
    /// change in assembly or plan, such as address, redirects or tables.
    ///
    /// The result equals that of [`assemble`](super::assemble); a test compares them.
    pub fn with_edited(&self, before: &Document, now: Arc<Document>) -> Option<Site> {
        let id = self.addresses.page(&Permalink::of(&before.home))?;
        let is_same_version = self.page(id).is_some_and(|page| page.document.source == before.source);
        if !is_same_version || CrossPageFacts::of(before).untitled() != CrossPageFacts::of(&now).untitled() {
            return None;
        }
        let title = match (&before.front_matter.title, &now.front_matter.title) {
            (_, Some(title)) => Some(title.value.clone()),
            (None, None) => None,
            // Only the assembly knows the default title.
            (Some(_), None) => return None,
        };
        let mut site = self.clone();
        let page = site.page_mut(id)?;
        (page.document, page.title) = (now, title.unwrap_or_else(|| std::mem::take(&mut page.title)));
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
