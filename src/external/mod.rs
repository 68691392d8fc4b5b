//! Whether links to other sites still lead somewhere: the only stage that asks the network, and
//! only when it is told to (`check --external`).
//!
//! Three parts: [`links`] says which addresses there are, [`fetch`] asks for each once, politely,
//! and [`verdict`] says what the answer means for a reader. The first and last are pure. Addresses
//! of the machine itself are asked like others; those of a private network are not: an assessor
//! cannot open them whatever they answer, which `link-intranet` has said.

mod fetch;
mod links;
mod queue;
mod verdict;

pub use queue::Timeouts;

use crate::diagnostics::Diagnostics;
use crate::site::Site;

/// Asks for every address of another site that the pages of `site` name.
pub fn check(site: &Site, patience: Timeouts) -> Diagnostics {
    let links: Vec<_> = links::of(site).into_iter().filter(|link| !link.is_private()).collect();
    let asked: Vec<url::Url> = links.iter().map(|link| link.url.clone()).collect();
    let answers = queue::ask_all(&asked, patience);
    links.iter().flat_map(|link| verdict::findings(link, answers.get(link.url.as_str()))).collect()
}
