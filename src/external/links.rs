//! Every address of another site, with the places that name it.

use std::collections::BTreeMap;
use std::net::IpAddr;

use url::{Host, Url};

use crate::base::ItemCode;
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

    /// Whether the address is one of a private network, as it is written. (A name may lead there as well; that only shows inside that network.)
    pub(super) fn is_private(&self) -> bool {
        is_private(&self.url)
    }
}

fn is_private(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => is_private_ip(IpAddr::V4(ip)),
        Some(Host::Ipv6(ip)) => is_private_ip(IpAddr::V6(ip)),
        // Names without a point, or of the endings for inside use.
        Some(Host::Domain(name)) => {
            name != "localhost"
                && (!name.contains('.') || [".local", ".lan", ".internal", ".intranet"].iter().any(|end| name.ends_with(end)))
        }
        None => false,
    }
}

/// Loopback is not meant: nobody writes it by mistake for a host of the office.
fn is_private_ip(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_private() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_office_are_private() {
        let private = |text: &str| is_private(&Url::parse(text).unwrap());
        for text in ["http://192.168.1.10/plan.pdf", "http://10.0.0.1", "http://[fd00::1]/", "http://intranet/plan", "http://nas.local/"] {
            assert!(private(text), "{text}");
        }
        for text in ["https://www.example.go.th", "http://127.0.0.1:8080/", "http://localhost/", "http://8.8.8.8/"] {
            assert!(!private(text), "{text}");
        }
    }
}
