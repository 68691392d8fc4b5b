//! Evidence links to the document itself, not to a home page or list that the assessor would have
//! to search (AS9).

use url::Url;

use super::pointers::Reference;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;
use crate::site::{LinkTarget, Site, SitePage};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(vague) };

/// Subjects of items that require a service or channel, whose home page is the evidence.
const SERVICES: [&str; 7] = ["e-service", "qa", "contact", "social-network", "complaint-channel", "opinion-channel", "news"];

fn vague(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let report = |pointer: &Reference<'_>| {
        vague_in(checked.site, pointer).map(|what| pointer.report("evidence-home").with(what, &pointer.destination))
    };
    page.pointers.iter().filter(|pointer| pointer.stands_for_item()).filter_map(report).collect()
}

/// Name of the value that selects the help line: `list` of this site, or `front` page of any.
fn vague_in(site: &Site, pointer: &Reference<'_>) -> Option<&'static str> {
    match pointer.target(site) {
        LinkTarget::Inside { permalink, .. } => match site.addresses.site_page(permalink)? {
            SitePage::Home => Some("front"),
            SitePage::Year(_) | SitePage::Topic(_) | SitePage::PageList | SitePage::TopicList | SitePage::Search => Some("list"),
            SitePage::Written(_) | SitePage::History => None,
        },
        LinkTarget::Outside(_) => pointer.outside(site).filter(|url| is_front(url) && !asks_for_service(site, pointer)).map(|_| "front"),
        LinkTarget::Draft(_) | LinkTarget::Missing { .. } => None,
    }
}

/// True for `https://www.x.go.th/`, `/index.php`, `/th/home.html`: a URL that names no document.
fn is_front(url: &Url) -> bool {
    let says_more = url.query().is_some_and(|query| !query.is_empty()) || url.fragment().is_some_and(|anchor| !anchor.is_empty());
    let is_front = |part: &str| {
        let name = part.split_once('.').map_or(part, |(name, _)| name).to_ascii_lowercase();
        matches!(name.as_str(), "" | "index" | "home" | "main" | "default" | "th" | "en" | "web")
    };
    !says_more && url.path_segments().is_none_or(|mut parts| parts.all(is_front))
}

fn asks_for_service(site: &Site, pointer: &Reference<'_>) -> bool {
    let home = &pointer.page.document.home;
    let year = home.fiscal_year().and_then(|year| site.year(year));
    let position = year.and_then(|year| year.catalogue.item(home.item()?));
    position.is_some_and(|position| position.item.subjects.iter().any(|subject| SERVICES.contains(&subject.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_says_nothing_is_a_front_page() {
        let front = |text: &str| is_front(&Url::parse(text).unwrap());
        for text in ["https://www.x.go.th", "http://x.go.th/index.php", "https://x.go.th/th/home.html", "https://x.go.th/Default.aspx?"] {
            assert!(front(text), "{text}");
        }
        for text in ["https://x.go.th/index.php?id=5", "https://x.go.th/#/page/5", "https://x.go.th/ita2566", "https://x.go.th/th/plan.pdf"]
        {
            assert!(!front(text), "{text}");
        }
    }
}
