//! Classification of other sites.

use url::Url;

use super::hosts::{PLACES, Reason, SOCIAL_SUBJECTS};
use super::pointers::Reference;
use crate::config::OtherSite;
use crate::site::{LinkRole, Site};

/// Classification of other sites.
pub(in crate::check) struct OffsiteIndex<'s> {
    site: &'s Site,
    known: Vec<(OtherSite, Reason)>,
    fine: Vec<OtherSite>,
}

impl<'s> OffsiteIndex<'s> {
    /// Combines the built-in list and the site file.
    pub(in crate::check) fn of(site: &'s Site) -> Self {
        let links = &site.config.links;
        let known = PLACES.iter().filter_map(|(place, reason)| Some((OtherSite::parse(place)?, *reason)));
        let outside = links.outside.iter().map(|place| (place.clone(), Reason::Own));
        let website = site.config.contact.website.as_ref().and_then(|website| OtherSite::parse(&website.value));
        let base = site.config.base_url.host_str().and_then(OtherSite::parse);
        let fine = links.allowed.iter().chain(&links.own).cloned().chain(website).chain(base);
        Self { site, known: outside.chain(known).collect(), fine: fine.collect() }
    }

    /// Reason why a URL is unsuitable for evidence; `None` if it is suitable.
    pub(super) fn reason(&self, url: &Url) -> Option<Reason> {
        if self.fine.iter().any(|fine| fine.holds(url)) {
            return None;
        }
        self.known.iter().find(|(place, _)| place.holds(url)).map(|(_, reason)| *reason)
    }

    /// True if `reason` applies to this reference. It always does to evidence, except social
    /// networks where the item requires presence there. Links in the body may lead to social
    /// networks, but not to file storage; bare URLs to neither.
    pub(super) fn concerns(&self, pointer: &Reference<'_>, reason: Reason) -> bool {
        match (pointer.link.role, reason) {
            (LinkRole::Link, Reason::Social) => false,
            (LinkRole::Link | LinkRole::Address, _) => true,
            (role, Reason::Social) if role.is_evidence() => !self.asks_for_presence(pointer),
            (role, _) => role.is_evidence(),
        }
    }

    fn asks_for_presence(&self, pointer: &Reference<'_>) -> bool {
        let home = &pointer.page.document.home;
        let year = home.fiscal_year().and_then(|year| self.site.year(year));
        let position = year.and_then(|year| year.catalogue.item(home.item()?));
        position.is_some_and(|position| position.item.subjects.iter().any(|subject| SOCIAL_SUBJECTS.contains(&subject.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_list_is_one() {
        for (place, _) in PLACES {
            assert!(OtherSite::parse(place).is_some(), "{place}");
        }
    }
}
