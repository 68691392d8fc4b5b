//! Whether an item would be scored 100: it has a page that shows something, and every component
//! that a source attests (AS2: an item is 100 or 0).

use super::{ComponentStatus, FiledItem, Site, Year, YearItem, shown};
use crate::catalogue::Component;

/// Whether an entry would be scored 100 as it is: the one place that decides it.
pub fn passes(site: &Site, year: &Year, entry: &YearItem) -> bool {
    match (&entry.page, year.position(entry)) {
        (Some(page), Some(position)) => {
            let item = FiledItem { year, entry, position, page };
            item.shows_something() && item.missing_components(site).all(|component| !component.is_attested())
        }
        _ => entry.is_filed(),
    }
}

impl<'s> FiledItem<'s> {
    /// The components that the list asks of this body and that the page does not show. A page that
    /// says that there was nothing to report shows all.
    pub fn missing_components(self, site: &'s Site) -> impl Iterator<Item = &'s Component> {
        let is_zero_report = self.page.document.front_matter.publication.zero_report.is_some();
        // Some components are asked of local governments only.
        let is_asked = |component: &&Component| component.applies.as_deref() != Some("local") || site.config.agency.is_local();
        let components = self.position.item.components.iter().filter(is_asked);
        components.filter(move |component| !is_zero_report && shown(site, self.page, component) == ComponentStatus::Missing)
    }
}
