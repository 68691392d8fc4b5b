//! Which pages a site has, and where.

use super::{Permalink, Site, SitePage};

/// The pages that a site has only from some moment on.
const LATER: [SitePage; 2] = [SitePage::PageList, SitePage::History];

impl Site {
    /// Every page, in the order of the site map.
    pub fn site_pages(&self) -> impl Iterator<Item = SitePage> + '_ {
        let years = (0..self.years.len()).map(SitePage::Year);
        let topics = (0..self.topics.len()).map(SitePage::Topic);
        let later = LATER.into_iter().filter(|page| page.is_made(self));
        std::iter::once(SitePage::Home).chain(years).chain(self.page_ids().map(SitePage::Written)).chain(topics).chain(later)
    }

    /// The pages that it does not have yet: their addresses are kept free.
    pub fn later_pages(&self) -> impl Iterator<Item = SitePage> + '_ {
        LATER.into_iter().filter(|page| !page.is_made(self))
    }
}

impl SitePage {
    /// Whether the site has the page by now.
    pub fn is_made(self, site: &Site) -> bool {
        match self {
            SitePage::Home | SitePage::Year(_) | SitePage::Written(_) | SitePage::Topic(_) => true,
            // From one ordinary page too many on.
            SitePage::PageList => site.has_page_list(),
            // From the first publication on.
            SitePage::History => !site.record.history.entries.is_empty(),
        }
    }

    /// Its address; that of the home page for a position that the site does not have.
    pub fn permalink(self, site: &Site) -> Permalink {
        match self {
            SitePage::Home => Permalink::home(),
            SitePage::Year(at) => site.years.get(at).map_or_else(Permalink::home, |year| Permalink::year(year.fiscal_year)),
            SitePage::Written(id) => site.permalink(id),
            SitePage::Topic(at) => site.topics.get(at).map_or_else(Permalink::home, |topic| Permalink::topic(&topic.subject)),
            SitePage::PageList => Permalink::page_list(),
            SitePage::History => Permalink::history(),
        }
    }

    /// Whether other pages lead to it. None leads to the topic of one item: it says nothing that
    /// the item does not.
    pub fn is_linked(self, site: &Site) -> bool {
        let SitePage::Topic(at) = self else { return true };
        site.topics.get(at).is_some_and(|topic| topic.items.len() > 1)
    }
}
