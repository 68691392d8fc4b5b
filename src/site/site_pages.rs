//! The pages of a site and their addresses.

use super::{Permalink, Site, SitePage, Topic};

/// Pages that a site gets only from some point on.
const LATER: [SitePage; 3] = [SitePage::PageList, SitePage::TopicList, SitePage::History];

impl Site {
    /// Every page, in sitemap order.
    pub fn site_pages(&self) -> impl Iterator<Item = SitePage> + '_ {
        let years = (0..self.years.len()).map(SitePage::Year);
        let topics = (0..self.topics.len()).map(SitePage::Topic);
        let later = LATER.into_iter().filter(|page| page.is_made(self));
        let written = self.page_ids().map(SitePage::Written);
        std::iter::once(SitePage::Home).chain(years).chain(written).chain(topics).chain([SitePage::Search]).chain(later)
    }

    /// Pages that the site does not have yet, whose addresses are reserved.
    pub fn later_pages(&self) -> impl Iterator<Item = SitePage> + '_ {
        LATER.into_iter().filter(|page| !page.is_made(self))
    }
}

impl SitePage {
    /// True if the site has the page now.
    pub fn is_made(self, site: &Site) -> bool {
        match self {
            SitePage::Home | SitePage::Year(_) | SitePage::Written(_) | SitePage::Topic(_) | SitePage::Search => true,
            // With many ordinary pages, or once its address is locked.
            SitePage::PageList => site.has_page_list(),
            // With a topic of several years, or once its address is locked.
            SitePage::TopicList => {
                site.topics.iter().any(Topic::is_across_years) || site.record.urls.locked.contains_key(Permalink::topic_list().as_str())
            }
            // From the first publication on.
            SitePage::History => !site.record.history.entries.is_empty(),
        }
    }

    /// Address of the page; that of the home page for an invalid index.
    pub fn permalink(self, site: &Site) -> Permalink {
        match self {
            SitePage::Home => Permalink::home(),
            SitePage::Year(at) => site.years.get(at).map_or_else(Permalink::home, |year| Permalink::year(year.fiscal_year)),
            SitePage::Written(id) => site.permalink(id),
            SitePage::Topic(at) => site.topics.get(at).map_or_else(Permalink::home, |topic| Permalink::topic(&topic.subject)),
            SitePage::PageList => Permalink::page_list(),
            SitePage::TopicList => Permalink::topic_list(),
            SitePage::Search => Permalink::search(),
            SitePage::History => Permalink::history(),
        }
    }

    /// True if other pages link to it. None links to a topic with a single item, which would add
    /// nothing to the item.
    pub fn is_linked(self, site: &Site) -> bool {
        let SitePage::Topic(at) = self else { return true };
        site.topics.get(at).is_some_and(Topic::is_across_years)
    }
}
