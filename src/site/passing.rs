//! Predicted score of an item: 100 if its page has content and all attested components, else 0
//! (AS2).

use super::{ComponentStatus, FiledItem, Site, Year, YearItem, shown};
use crate::catalogue::{Applies, Component};

/// True if an entry would score 100 as it is; the only implementation of this rule. A draft is not
/// published. An entry with child pages but no page of its own passes without a check of its components.
pub fn passes(site: &Site, year: &Year, entry: &YearItem) -> bool {
    match (&entry.page, year.position(entry)) {
        (Some(page), Some(position)) => {
            let item = FiledItem { year, entry, position, page };
            !page.document.front_matter.draft
                && item.shows_something()
                && item.missing_components(site).all(|component| !component.is_attested())
        }
        _ => entry.is_filed(),
    }
}

impl<'s> FiledItem<'s> {
    /// Components required of this body that the page does not show; none for a zero report.
    pub fn missing_components(self, site: &'s Site) -> impl Iterator<Item = &'s Component> {
        let is_zero_report = self.page.document.front_matter.publication.is_zero_report();
        // Some components are required of local governments only.
        let is_asked = |component: &&Component| component.applies != Some(Applies::Local) || site.config.agency.is_local();
        let components = self.position.item.components.iter().filter(is_asked);
        components.filter(move |component| !is_zero_report && shown(site, self.page, component) == ComponentStatus::Missing)
    }
}
