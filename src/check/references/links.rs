//! Every link and image of a body has a target (P29).

use std::borrow::Cow;

use super::empty::is_nowhere;
use super::missing::{explained, moved, own_computer};
use super::pointers::Reference;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::{is_mail_address, is_telephone, is_web_address, meant_address, meant_mail};
use crate::content::{Document, page_ids};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{LinkTarget, NameUsed, Page, Permalink, Site, addresses_meant};
use crate::source::on_own_computer;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(broken) };

fn broken(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let links = page.pointers.iter().filter(|pointer| pointer.link.role.is_of_text());
    links.filter_map(|pointer| fault(checked.site, pointer)).collect()
}

fn fault(site: &Site, pointer: &Reference<'_>) -> Option<Diagnostic> {
    let destination = &*pointer.destination;
    let begins = |scheme: &str| destination.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if begins("http") && begins_like_web(destination) && !is_nowhere(destination) && !is_web_address(destination) {
        return Some(pointer.report("web-address").with("text", destination).with_some("meant", meant_address(destination)));
    }
    if begins("mailto:") {
        let typed = destination.get("mailto:".len()..).unwrap_or_default();
        return wrong_mail(typed).map(|(typed, meant)| pointer.report("email-form").with("text", typed).with_some("meant", meant));
    }
    if begins("tel:") {
        let typed = destination.get("tel:".len()..).unwrap_or_default();
        return (!is_telephone(typed)).then(|| pointer.report("telephone-form").with("text", typed));
    }
    if let Some(file) = on_own_computer(destination) {
        return Some(own_computer(pointer.link.place.clone(), destination, file));
    }
    dead_end(site, pointer.page, destination, pointer.target(site), &pointer.link.place)
}

/// True for the schemes `http:` and `https:`. Without its colon, a URL is read as a file name.
fn begins_like_web(destination: &str) -> bool {
    destination.split_once(':').is_some_and(|(scheme, _)| ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web)))
}

/// First invalid address of a `mailto:` link, with its correction.
fn wrong_mail(typed: &str) -> Option<(String, Option<String>)> {
    let addresses = percent_encoding::percent_decode_str(typed.split('?').next().unwrap_or(typed)).decode_utf8_lossy().into_owned();
    let wrong = addresses.split(',').map(str::trim).find(|address| !is_mail_address(address))?;
    Some((wrong.to_owned(), meant_mail(wrong)))
}

/// Diagnostic if `destination`, a link on `page`, has no valid `target`.
pub(super) fn dead_end(site: &Site, page: &Page, destination: &str, target: &LinkTarget, place: &SourceSpan) -> Option<Diagnostic> {
    let diagnostic = |code| Diagnostic::new(code, place.clone()).with("link", destination);
    match target {
        LinkTarget::Outside(_) => None,
        // A withdrawn publication is reported once, with a repair that also fixes the links.
        LinkTarget::Draft(_) | LinkTarget::Missing { .. } if was_published(site, page, destination) => None,
        LinkTarget::Draft(file) => Some(diagnostic("link-to-draft").with("file", file)),
        LinkTarget::Missing { nearest } => Some(explained(site, page, destination, nearest.as_ref(), diagnostic("link-broken"))),
        LinkTarget::Inside { permalink, anchor, name } => {
            let known = if anchor.is_empty() { None } else { anchors(site, permalink) };
            match known.filter(|known| !known.iter().any(|known| known == anchor)) {
                Some(known) => {
                    let nearest = crate::yaml::nearest(anchor, known.iter().map(|known| &**known)).map(str::to_owned);
                    Some(diagnostic("anchor-missing").with("anchor", anchor).with("page", permalink).with_some("nearest", nearest))
                }
                None if *name == NameUsed::Former => Some(moved(site, page, destination, permalink, diagnostic("link-moved"))),
                None => None,
            }
        }
    }
}

/// True if a link leads to a withdrawn publication, which is reported with the locked URLs.
fn was_published(site: &Site, page: &Page, destination: &str) -> bool {
    let is_lost = |url: &str| match site.addresses.at(url) {
        None => true,
        // The page of an item remains, stating that nothing is filed.
        Some(permalink) => url.ends_with('/') && site.written_page(permalink).is_none(),
    };
    let meant = addresses_meant(site, &page.document.source, &page.permalink, destination);
    meant.iter().filter_map(|url| site.record.urls.url_at(url)).any(is_lost)
}

/// Anchors of a written page; `None` for generated pages, for files, and if data with anchors was
/// unreadable.
pub(super) fn anchors<'s>(site: &'s Site, permalink: &Permalink) -> Option<Vec<Cow<'s, str>>> {
    let Document { front_matter, body, unread, .. } = &*site.written_page(permalink)?.document;
    let are_known = !["assessment", "issues", "measures", "progress", "memo"].into_iter().any(|key| unread.lost_entries(key));
    are_known.then(|| page_ids(front_matter).into_iter().chain(body.outline.anchors().map(Cow::Borrowed)).collect())
}
