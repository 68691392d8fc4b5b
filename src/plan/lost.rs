//! A published URL never dies (DESIGN 1): each locked one is an output, or leads on to one.

use std::collections::{BTreeMap, BTreeSet};

use super::Outputs;
use crate::config::SITE_FILE;
use crate::content::Home;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::record::{LockedUrl, URLS_FILE};
use crate::site::{Page, Permalink, Site, Target, addresses_meant, pointed, resolve};
use crate::source::RelPath;

/// Every locked URL that the plan does not have, with the file that used to produce it. What lay beside a page that was renamed went with it, and is
/// told with the page; and so are the links that lead to what is gone.
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
        site.record.urls.0.iter().filter(|(url, locked)| !is_there(url, locked)).map(|(url, locked)| (url.as_str(), locked)).collect();
    if lost.is_empty() {
        return Diagnostics::new();
    }
    let lost = Lost { site, links: links(site, &lost), urls: lost };
    let told = lost.urls.iter().filter(|(url, _)| lost.went_with(url).is_none());
    told.map(|(url, locked)| lost.report(&file, url, locked)).collect()
}

/// What links lead to of what is lost: the texts that readers see.
type Links<'s> = BTreeMap<&'s str, Vec<&'s str>>;

struct Lost<'s> {
    site: &'s Site,
    urls: BTreeMap<&'s str, &'s LockedUrl>,
    links: Links<'s>,
}

impl<'s> Lost<'s> {
    /// The renamed page beside which a lost file lay, if an old address can stand for the file there.
    fn went_with(&self, url: &str) -> Option<&'s str> {
        if is_page(url) || !can_be_alias(self.site, url) {
            return None;
        }
        let pages = self.urls.iter().filter(|(page, _)| is_page(page) && !page.is_empty() && url.starts_with(**page));
        let (page, locked) = pages.max_by_key(|(page, _)| page.len())?;
        self.successor(page, locked).map(|_| *page)
    }

    fn report(&self, file: &RelPath, url: &str, locked: &LockedUrl) -> Diagnostic {
        let code = if is_page(url) { "url-lost" } else { "file-lost" };
        let together: Vec<&str> = self.urls.keys().copied().filter(|other| *other == url || self.went_with(other) == Some(url)).collect();
        let links: usize = together.iter().filter_map(|url| self.links.get(url)).map(Vec::len).sum();
        let aliases: Vec<String> = together.iter().map(|url| format!("/{url}")).collect();
        let draft = self.site.drafts.iter().find(|(draft, _)| draft.as_str() == locked.source).map(|(draft, _)| draft);
        let successor = self.successor(url, locked).map(|page| argument(page.document.source.as_str()));
        Diagnostic::new(code, Place::new(file, locked.span.clone()))
            .with("url", format!("/{url}"))
            .with("source", &locked.source)
            .with("old", argument(&locked.source))
            .with_some("new", successor)
            .with_some("aliases", can_be_alias(self.site, url).then(|| aliases.join(", ")))
            .with_some("links", Some(links).filter(|links| *links > 0))
            .with_some("draft", draft)
    }

    /// The new page that is plainly the old one: the only one of its file name, the only one with the title that links have for their text, or the only one
    /// that came where one went.
    fn successor(&self, url: &str, locked: &LockedUrl) -> Option<&'s Page> {
        let is_new = |page: &&Page| !self.site.record.urls.0.contains_key(page.permalink.as_str());
        let new: Vec<&Page> = self.site.written_pages().filter(is_new).collect();
        let only = |is_it: &dyn Fn(&Page) -> bool| {
            let mut found = new.iter().filter(|page| is_it(page));
            found.next().filter(|_| found.next().is_none()).copied()
        };
        let old = RelPath::new(&locked.source).filter(|_| is_page(url))?;
        let texts: BTreeSet<&str> = self.links.get(url).into_iter().flatten().map(|text| text.trim()).collect();
        let came_alone = || {
            let folder = parent(&old);
            let beside = |path: &str| RelPath::new(path).is_some_and(|path| parent(&path) == folder);
            let went = self.urls.iter().filter(|(url, locked)| is_page(url) && beside(&locked.source)).count();
            // Beside each other lie items, each about something else.
            let is_it = |page: &Page| !matches!(page.document.home, Home::Item { .. }) && parent(&page.document.source) == folder;
            (went == 1).then(|| only(&is_it))?
        };
        only(&|page| stem(&page.document.source) == stem(&old))
            .or_else(|| only(&|page| texts.contains(page.title.trim())))
            .or_else(came_alone)
    }
}

fn is_page(url: &str) -> bool {
    url.is_empty() || url.ends_with('/')
}

fn can_be_alias(site: &Site, url: &str) -> bool {
    Permalink::alias(url, &site.config.base_url).is_some()
}

/// The links of the site that lead to what is lost, each by its text.
fn links<'s>(site: &'s Site, lost: &BTreeMap<&'s str, &'s LockedUrl>) -> Links<'s> {
    let mut links = Links::new();
    for page in site.written_pages() {
        for link in pointed(&page.document) {
            let (source, own) = (&page.document.source, &page.permalink);
            if !matches!(resolve(site, source, own, &link.destination), Target::Missing { .. } | Target::Draft(_)) {
                continue;
            }
            let meant = addresses_meant(site, source, own, &link.destination);
            if let Some(url) = meant.iter().find_map(|url| site.record.urls.locked(url)).filter(|url| lost.contains_key(url)) {
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
