//! Checks whether external links still work: the only stage that uses the network, and only on
//! request (`check --external`).
//!
//! [`links`] collects the addresses, [`fetch`] requests each once under rate limits, and
//! [`verdict`] maps the responses to findings. The first and last are pure. Loopback addresses are
//! requested like others; private network addresses are not: an assessor cannot open them whatever
//! they answer, which `link-intranet` reports.

mod fetch;
mod links;
mod page_title;
mod queue;
mod verdict;

pub use queue::Timeouts;

use crate::diagnostics::Diagnostics;
use crate::site::Site;

/// Requests every external address that the pages of `site` link to.
pub fn check(site: &Site, patience: Timeouts) -> Diagnostics {
    let links: Vec<_> = links::of(site).into_iter().filter(|link| !link.is_private()).collect();
    let asked: Vec<url::Url> = links.iter().map(|link| link.url.clone()).collect();
    let answers = queue::ask_all(&asked, patience);
    links.iter().flat_map(|link| verdict::findings(link, answers.get(link.url.as_str()))).collect()
}
