//! External links with the places that use them.

use std::collections::BTreeMap;

use url::Url;

use crate::base::ItemCode;
use crate::config::NetworkScope;
use crate::content::Route;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{LinkTarget, OutgoingLink, Permalink, Site, links_of, links_of_site_file, resolve};
use crate::thai::FiscalYear;

/// An external address without fragment, and its uses.
#[derive(Clone, Debug)]
pub(super) struct OutsideLink {
    pub url: Url,
    mentions: Vec<LinkUse>,
}

#[derive(Clone, Debug)]
struct LinkUse {
    place: SourceSpan,
    fiscal_year: Option<FiscalYear>,
    item: Option<ItemCode>,
}

/// Every external address once, in alphabetical order. Invalid addresses are reported elsewhere;
/// absolute addresses of this site are resolved as internal links.
pub(super) fn of(site: &Site) -> Vec<OutsideLink> {
    let mut links: BTreeMap<String, OutsideLink> = BTreeMap::new();
    let mut add = |link: &OutgoingLink<'_>, own: &Permalink, home: Option<&Route>| {
        let Some(url) = outside(site, link, own) else { return };
        let known = links.entry(url.to_string()).or_insert_with(|| OutsideLink { url, mentions: Vec::new() });
        let (fiscal_year, item) = (home.and_then(Route::fiscal_year), home.and_then(Route::item).cloned());
        known.mentions.push(LinkUse { place: link.place.clone(), fiscal_year, item });
    };
    for page in site.written_pages() {
        links_of(&page.document).for_each(|link| add(&link, &page.permalink, Some(&page.document.home)));
    }
    links_of_site_file(site).for_each(|(link, own)| add(&link, &own, None));
    links.into_values().collect()
}

fn outside(site: &Site, link: &OutgoingLink<'_>, own: &Permalink) -> Option<Url> {
    let LinkTarget::Outside(address) = resolve(site, &link.place.file, own, &link.destination()) else { return None };
    let mut url = Url::parse(&address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    url.set_fragment(None);
    Some(url)
}

impl OutsideLink {
    /// Returns one finding with `code` per use of the address.
    pub(super) fn findings(&self, code: &'static str) -> Vec<Diagnostic> {
        let finding = |mention: &LinkUse| {
            let diagnostic = Diagnostic::new(code, mention.place.clone()).with("url", &self.url);
            diagnostic.about(mention.fiscal_year, mention.item.as_ref())
        };
        self.mentions.iter().map(finding).collect()
    }

    /// True if the address is in a private network: reported as `link-intranet` and not requested.
    /// Loopback addresses are requested: nobody writes `localhost` for an office host by mistake.
    pub(super) fn is_private(&self) -> bool {
        NetworkScope::of(&self.url) == NetworkScope::Office
    }
}
