//! Every address of another site, with the places that name it.

use std::collections::BTreeMap;

use url::Url;

use crate::base::ItemCode;
use crate::config::NetworkScope;
use crate::content::front_matter::EvidenceTarget;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{Page, Site};
use crate::thai::FiscalYear;

/// An address, without the part behind `#`, and who names it.
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

/// Each address once, in alphabetical order. What is no address is reported elsewhere.
pub(super) fn of(site: &Site) -> Vec<OutsideLink> {
    let mut links: BTreeMap<String, OutsideLink> = BTreeMap::new();
    for page in site.written_pages() {
        let home = &page.document.home;
        for (text, place) in addresses(page) {
            let Ok(mut url) = Url::parse(text) else { continue };
            if !matches!(url.scheme(), "http" | "https") {
                continue;
            }
            url.set_fragment(None);
            let link = links.entry(url.to_string()).or_insert_with(|| OutsideLink { url, mentions: Vec::new() });
            link.mentions.push(LinkUse { place, fiscal_year: home.fiscal_year(), item: home.item().cloned() });
        }
    }
    links.into_values().collect()
}

fn addresses(page: &Page) -> Vec<(&str, SourceSpan)> {
    let document = &page.document;
    let at = |span: &std::ops::Range<usize>| SourceSpan::new(&document.source, span.clone());
    let evidence = document.front_matter.evidence.iter().filter_map(|evidence| match &evidence.target {
        EvidenceTarget::Url(url) => Some((url.value.as_str(), at(&url.span))),
        EvidenceTarget::File(_) | EvidenceTarget::Page(_) => None,
    });
    let links = document.body.outline.links.iter();
    evidence.chain(links.map(|link| (link.destination.as_str(), at(&document.body.in_file(&link.span))))).collect()
}

impl OutsideLink {
    /// A finding of `code` at every place that names the address.
    pub(super) fn findings(&self, code: &'static str) -> Vec<Diagnostic> {
        let finding = |mention: &LinkUse| {
            let diagnostic = Diagnostic::new(code, mention.place.clone()).with("url", &self.url);
            diagnostic.about(mention.fiscal_year, mention.item.as_ref())
        };
        self.mentions.iter().map(finding).collect()
    }

    /// Whether the address leads into a private network: a finding says so (`link-intranet`), and
    /// nobody there is asked. Own machines are: nobody writes `localhost` for a host of the office
    /// by mistake.
    pub(super) fn is_private(&self) -> bool {
        NetworkScope::of(&self.url) == NetworkScope::Office
    }
}
