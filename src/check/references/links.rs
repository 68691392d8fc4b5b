//! Every link and image of a text leads somewhere (PROMISES P29).

use super::missing::explained;
use super::pointers::PointerKind;
use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::content::{Document, page_ids};
use crate::diagnostics::{Diagnostic, Place};
use crate::site::{Page, Permalink, Site, Target};

pub(super) const CHECK: Check = Check { about: "links in texts", looks: At::Pages(broken) };

fn broken(checked: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let links = page.pointers.iter().filter(|pointer| pointer.kind != PointerKind::Evidence);
    let site = checked.site;
    links.filter_map(|link| dead_end(site, page.page, &link.destination, link.target(site), &link.place)).collect()
}

/// Why `destination`, written on `page`, leads nowhere; `None` if its `target` is somewhere.
pub(super) fn dead_end(site: &Site, page: &Page, destination: &str, target: &Target, place: &Place) -> Option<Diagnostic> {
    let diagnostic = |code| Diagnostic::new(code, place.clone()).with("link", destination);
    match target {
        Target::Outside(_) => None,
        Target::Draft(file) => Some(diagnostic("link-to-draft").with("file", file)),
        Target::Missing { nearest } => {
            Some(explained(site, page, destination, diagnostic("link-broken").with_some("nearest", nearest.as_ref())))
        }
        Target::Inside { anchor, .. } if anchor.is_empty() => None,
        Target::Inside { permalink, anchor } => {
            let known = anchors(site, permalink)?;
            if known.contains(&anchor.as_str()) {
                return None;
            }
            let nearest = crate::yaml::nearest(anchor, known.iter().copied()).map(str::to_owned);
            Some(diagnostic("anchor-missing").with("anchor", anchor).with("page", permalink).with_some("nearest", nearest))
        }
    }
}

/// The anchors of a written page; `None` for pages that we make ourselves, for files, and where a part of the data that has one could not be read.
pub(super) fn anchors<'s>(site: &'s Site, permalink: &Permalink) -> Option<Vec<&'s str>> {
    let Document { front_matter, body, unread, .. } = &*site.written_page(permalink)?.document;
    let are_known = !["assessment", "issues", "measures", "progress", "memo"].into_iter().any(|key| unread.lost_entries(key));
    are_known.then(|| page_ids(front_matter).into_iter().chain(body.outline.anchors()).collect())
}
