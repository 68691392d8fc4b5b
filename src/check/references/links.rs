//! Every link and image of a text leads somewhere (PROMISES P29).

use rayon::prelude::*;

use super::missing::explained;
use crate::check::{Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::{Page, Permalink, Site, Target, resolve};

pub(super) const CHECK: Check = Check { about: "links in texts", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let site = checked.site;
    let pages: Vec<&Page> = site.written_pages().collect();
    let found: Vec<Vec<Diagnostic>> = pages.par_iter().map(|page| broken_links(site, page)).collect();
    found.into_iter().flatten().collect()
}

fn broken_links(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let document = &page.document;
    let broken = |link: &crate::markdown::Link| {
        let place = Place::new(&document.source, document.body.in_file(&link.span));
        let diagnostic = dead_end(site, page, &link.destination, place)?;
        Some(diagnostic.about(document.home.fiscal_year(), document.home.item()))
    };
    document.body.outline.links.iter().filter_map(broken).collect()
}

/// Why `destination`, written on `page`, leads nowhere; `None` if it leads somewhere.
pub(super) fn dead_end(site: &Site, page: &Page, destination: &str, place: Place) -> Option<Diagnostic> {
    let diagnostic = |code| Diagnostic::new(code, place.clone()).with("link", destination);
    match resolve(site, &page.document.source, &page.permalink, destination) {
        Target::Outside(_) => None,
        Target::Draft(file) => Some(diagnostic("link-to-draft").with("file", file)),
        Target::Missing { nearest } => Some(explained(site, page, destination, diagnostic("link-broken").with_some("nearest", nearest))),
        Target::Inside { anchor, .. } if anchor.is_empty() => None,
        Target::Inside { permalink, anchor } => {
            let known = anchors(site, &permalink)?;
            if known.contains(&anchor) {
                return None;
            }
            let nearest = crate::yaml::nearest(&anchor, known.iter().map(String::as_str)).map(str::to_owned);
            Some(diagnostic("anchor-missing").with("anchor", anchor).with("page", permalink).with_some("nearest", nearest))
        }
    }
}

/// The anchors of a written page; `None` for pages that we make ourselves and for files.
fn anchors(site: &Site, permalink: &Permalink) -> Option<Vec<String>> {
    let page = site.written_page(permalink)?;
    let frame = crate::content::page_ids(&page.document.front_matter).into_iter().map(str::to_owned);
    Some(frame.chain(page.document.body.outline.anchors.iter().cloned()).collect())
}
