//! A published URL never dies (P41): each locked URL is an output or redirects to one.

use std::collections::{BTreeMap, BTreeSet};

use super::Outputs;
use crate::base::{RelPath, SITE_FILE, URLS_FILE};
use crate::content::Route;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::record::LockedUrl;
use crate::site::{LinkTarget, Page, Permalink, Site, addresses_meant, links_of, resolve};

/// Reports every locked URL missing from the plan, with its former source. Files beside a renamed
/// page moved with it and are reported with the page, as is the number of links to the lost URLs.
pub(super) fn lost_urls(site: &Site, outputs: &Outputs) -> Diagnostics {
    let Some(file) = RelPath::new(URLS_FILE) else { return Diagnostics::new() };
    let is_there = |url: &str, locked: &LockedUrl| {
        let page = format!("{url}index.html");
        // An alias for a file is a folder of that name: hosts redirect from one to the other.
        let mut found = [url.to_owned(), page, format!("{url}/index.html")].into_iter().filter_map(|path| outputs.get(&path));
        // The page of an item remains without its document, but only states that nothing is filed.
        found.any(|output| output.origin.file.as_str() != SITE_FILE || locked.source == SITE_FILE)
    };
    let lost: BTreeMap<&str, &LockedUrl> =
        site.record.urls.locked.iter().filter(|(url, locked)| !is_there(url, locked)).map(|(url, locked)| (url.as_str(), locked)).collect();
    if lost.is_empty() {
        return Diagnostics::new();
    }
    let lost = LostUrls::of(site, lost);
    let told = lost.urls.iter().filter(|(url, _)| !lost.went_with.contains_key(*url));
    told.map(|(url, locked)| lost.report(&file, url, locked)).collect()
}

/// Texts of the links to lost URLs, by URL.
type LinkTexts<'s> = BTreeMap<&'s str, Vec<&'s str>>;

struct LostUrls<'s> {
    site: &'s Site,
    urls: BTreeMap<&'s str, &'s LockedUrl>,
    links: LinkTexts<'s>,
    /// New pages identified as renamed lost ones, by lost URL.
    successors: BTreeMap<&'s str, &'s Page>,
    /// Lost URLs that moved with a renamed page, by URL: a file beside the page, if an alias can
    /// replace it, or a subpage that also exists below the new page.
    went_with: BTreeMap<&'s str, &'s str>,
    /// The inverse of `went_with`.
    together: BTreeMap<&'s str, Vec<&'s str>>,
}

/// With more lost pages no rename is assumed; each costs a pass over the new pages.
const MAX_RENAMED: usize = 200;

impl<'s> LostUrls<'s> {
    fn of(site: &'s Site, urls: BTreeMap<&'s str, &'s LockedUrl>) -> Self {
        let links = links(site, &urls);
        let mut lost = LostUrls { site, urls, links, successors: BTreeMap::new(), went_with: BTreeMap::new(), together: BTreeMap::new() };
        let pages: Vec<(&str, RelPath)> = lost
            .urls
            .iter()
            .filter(|(url, _)| is_page(url))
            .filter_map(|(url, locked)| Some((*url, RelPath::new(&locked.source)?)))
            .collect();
        if pages.len() > MAX_RENAMED {
            return lost;
        }
        let new: Vec<&Page> = site.written_pages().filter(|page| !site.record.urls.locked.contains_key(page.permalink.as_str())).collect();
        let beside = |file: &RelPath| pages.iter().filter(|(_, other)| parent(other) == parent(file)).count();
        let successor = |(url, old): &(&'s str, RelPath)| Some((*url, lost.successor(url, old, &new, beside(old))?));
        lost.successors = pages.iter().filter_map(successor).collect();
        lost.went_with = lost.urls.keys().filter_map(|url| Some((*url, lost.page_of(url)?))).collect();
        for (url, page) in &lost.went_with {
            lost.together.entry(page).or_default().push(url);
        }
        lost
    }

    /// The renamed page with which a URL moved.
    fn page_of(&self, url: &'s str) -> Option<&'s str> {
        if self.successors.is_empty() || !can_be_alias(self.site, url) {
            return None;
        }
        let folders = url.match_indices('/').filter_map(|(at, _)| url.get(..=at)).filter(|folder| *folder != url);
        folders.filter_map(|folder| self.successors.get_key_value(folder)).find_map(|(page, new)| {
            let moved = url.strip_prefix(page).map(|rest| format!("{}{rest}", new.permalink.as_str()))?;
            (!is_page(url) || self.site.written_page_at(&moved).is_some()).then_some(*page)
        })
    }

    fn report(&self, file: &RelPath, url: &str, locked: &LockedUrl) -> Diagnostic {
        let code = if is_page(url) { "url-lost" } else { "file-lost" };
        let together: Vec<&str> = std::iter::once(url).chain(self.together.get(url).into_iter().flatten().copied()).collect();
        let links: usize = together.iter().filter_map(|url| self.links.get(url)).map(Vec::len).sum();
        // Lost pages get aliases of their own.
        let of_it = together.iter().filter(|other| **other == url || !is_page(other));
        let aliases: Vec<String> = of_it.map(|url| format!("/{url}")).collect();
        let draft = self.site.drafts.iter().find(|(draft, _)| draft.as_str() == locked.source).map(|(draft, _)| draft);
        let successor = self.successors.get(url).map(|page| argument(page.document.source.as_str()));
        Diagnostic::new(code, SourceSpan::new(file, locked.span.clone()))
            .with("url", format!("/{url}"))
            .with("source", &locked.source)
            .with("old", argument(&locked.source))
            .with_some("item", self.site.item_at(url))
            .with_some("new", successor)
            .with_some("aliases", can_be_alias(self.site, url).then(|| aliases.join(", ")))
            .with_some("links", Some(links).filter(|links| *links > 0))
            .with_some("draft", draft)
    }

    /// The new page that replaces a lost one: the only one with its file name, the only one whose
    /// title is the text of links to it, or the only new one in a folder that lost exactly one
    /// page; `went` is the number of pages lost from that folder.
    fn successor(&self, url: &str, old: &RelPath, new: &[&'s Page], went: usize) -> Option<&'s Page> {
        // The address of an item belongs to the item.
        if self.site.item_at(url).is_some() {
            return None;
        }
        let only = |is_it: &dyn Fn(&Page) -> bool| {
            let mut found = new.iter().filter(|page| is_it(page));
            found.next().filter(|_| found.next().is_none()).copied()
        };
        let texts: BTreeSet<&str> = self.links.get(url).into_iter().flatten().map(|text| text.trim()).collect();
        // Item pages in one folder have different subjects.
        let came_there = |page: &Page| !matches!(page.document.home, Route::Item { .. }) && parent(&page.document.source) == parent(old);
        only(&|page| stem(&page.document.source) == stem(old))
            .or_else(|| only(&|page| texts.contains(page.title.trim())))
            .or_else(|| if went == 1 { only(&came_there) } else { None })
    }
}

fn is_page(url: &str) -> bool {
    url.is_empty() || url.ends_with('/')
}

fn can_be_alias(site: &Site, url: &str) -> bool {
    Permalink::alias(url, &site.config.base_url).is_some()
}

/// Texts of the site's links to lost URLs.
fn links<'s>(site: &'s Site, lost: &BTreeMap<&'s str, &'s LockedUrl>) -> LinkTexts<'s> {
    let mut links = LinkTexts::new();
    for page in site.written_pages() {
        for link in links_of(&page.document) {
            let (source, own) = (&page.document.source, &page.permalink);
            if !matches!(resolve(site, source, own, &link.destination()), LinkTarget::Missing { .. } | LinkTarget::Draft(_)) {
                continue;
            }
            let meant = addresses_meant(site, source, own, &link.destination());
            if let Some(url) = meant.iter().find_map(|url| site.record.urls.url_at(url)).filter(|url| lost.contains_key(url)) {
                links.entry(url).or_default().push(link.text);
            }
        }
    }
    links
}

/// The name of a page by its file, or by its folder for `index.md`.
fn stem(file: &RelPath) -> &str {
    let path = file.as_str().trim_end_matches(".md").trim_end_matches("/index");
    path.rsplit('/').next().unwrap_or(path)
}

/// The folder above a page, by its address.
fn parent(file: &RelPath) -> &str {
    let path = file.as_str().trim_end_matches("/index.md");
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path quoted for a shell command.
fn argument(path: &str) -> String {
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() }
}
