//! A published URL never dies (P41): each locked one is an output, or leads on to one.

use std::collections::{BTreeMap, BTreeSet};

use super::Outputs;
use crate::base::{RelPath, SITE_FILE, URLS_FILE};
use crate::content::Route;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::record::LockedUrl;
use crate::site::{LinkTarget, Page, Permalink, Site, addresses_meant, links_of, resolve};

/// Every locked URL that the plan does not have, with the file that used to produce it. What lay
/// beside a page that was renamed went with it, and is told with the page; and so are the links
/// that lead to what is gone.
pub(super) fn lost_urls(site: &Site, outputs: &Outputs) -> Diagnostics {
    let Some(file) = RelPath::new(URLS_FILE) else { return Diagnostics::new() };
    let is_there = |url: &str, locked: &LockedUrl| {
        let page = format!("{url}index.html");
        // An alias for a file is a folder of that name: hosts lead from one to the other.
        let mut found = [url.to_owned(), page, format!("{url}/index.html")].into_iter().filter_map(|path| outputs.get(&path));
        // The page of an item stays when its document goes, but it says only that nothing is filed.
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

/// What links lead to of what is lost: the texts that readers see.
type LinkTexts<'s> = BTreeMap<&'s str, Vec<&'s str>>;

struct LostUrls<'s> {
    site: &'s Site,
    urls: BTreeMap<&'s str, &'s LockedUrl>,
    links: LinkTexts<'s>,
    /// The new pages that are plainly lost ones.
    successors: BTreeMap<&'s str, &'s Page>,
    /// The renamed page with which something went: a file that lay beside it, if an old address can
    /// stand for the file, or a page below it that is there below the new one too.
    went_with: BTreeMap<&'s str, &'s str>,
    /// The other way.
    together: BTreeMap<&'s str, Vec<&'s str>>,
}

/// Where more pages are gone nobody has renamed them, and each costs a look at the new ones.
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

    /// The renamed page with which something went.
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
        // Each page has its own.
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

    /// The new page that is plainly the old one: the only one of its file name, the only one with
    /// the title that links have for their text, or the only one that came where one went; `went`
    /// are gone from that folder.
    fn successor(&self, url: &str, old: &RelPath, new: &[&'s Page], went: usize) -> Option<&'s Page> {
        // The address of an item stays that of the item.
        if self.site.item_at(url).is_some() {
            return None;
        }
        let only = |is_it: &dyn Fn(&Page) -> bool| {
            let mut found = new.iter().filter(|page| is_it(page));
            found.next().filter(|_| found.next().is_none()).copied()
        };
        let texts: BTreeSet<&str> = self.links.get(url).into_iter().flatten().map(|text| text.trim()).collect();
        // Beside each other lie items, each about something else.
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

/// The links of the site that lead to what is lost, each by its text.
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

/// The name that a page has from its file, or from its folder.
fn stem(file: &RelPath) -> &str {
    let path = file.as_str().trim_end_matches(".md").trim_end_matches("/index");
    path.rsplit('/').next().unwrap_or(path)
}

/// The folder that a page lies in, as far as its address tells.
fn parent(file: &RelPath) -> &str {
    let path = file.as_str().trim_end_matches("/index.md");
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path as it is typed in a command.
fn argument(path: &str) -> String {
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() }
}
