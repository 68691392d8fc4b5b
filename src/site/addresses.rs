//! Every address of a site, by path and by source file, so that following a link costs the same on a large site.

use std::collections::{HashMap, HashSet};

use super::{Name, PageId, Permalink, Site};
use crate::base::RelPath;
use crate::thai::{folded, to_arabic};

/// An index of pages and files. It is only looked things up in, never iterated, so its order cannot reach an output.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    by_path: HashMap<String, Permalink>,
    by_source: HashMap<RelPath, Permalink>,
    by_folded_source: HashMap<String, RelPath>,
    by_folded_name: HashMap<String, Permalink>,
    pages: HashMap<Permalink, PageId>,
    /// Positions in the list of attachments.
    attachments: HashMap<Permalink, usize>,
    drafts: HashSet<RelPath>,
}

impl Addresses {
    /// The index of everything that `site` publishes.
    pub(super) fn of(site: &Site) -> Addresses {
        let mut addresses = Addresses::default();
        addresses.add(Permalink::home());
        for year in &site.years {
            addresses.add(Permalink::year(year.fiscal_year));
            for entry in &year.entries {
                addresses.add(Permalink::item(year.fiscal_year, &entry.code));
            }
        }
        if !site.record.history.entries.is_empty() {
            addresses.add(Permalink::history());
        }
        if site.has_page_list() {
            addresses.add(Permalink::page_list());
        }
        for topic in &site.topics {
            addresses.add(Permalink::topic(&topic.subject));
        }
        for id in site.page_ids() {
            let Some(page) = site.page(id) else { continue };
            addresses.add_file(&page.document.source, page.permalink.clone());
            for alias in page.document.front_matter.aliases.iter().filter_map(|alias| Permalink::alias(&alias.value, &site.config.base_url))
            {
                addresses.by_path.entry(key(alias.as_str()).to_owned()).or_insert_with(|| page.permalink.clone());
            }
            addresses.pages.insert(page.permalink.clone(), id);
        }
        for (source, home) in &site.unread {
            addresses.add_file(source, Permalink::of(home));
        }
        addresses.drafts = site.drafts.iter().map(|(draft, _)| draft.clone()).collect();
        for (at, attachment) in site.attachments.iter().enumerate() {
            let permalink = Permalink::file(&attachment.output);
            addresses.attachments.insert(permalink.clone(), at);
            addresses.by_folded_name.entry(looks(attachment.source.name())).or_insert_with(|| permalink.clone());
            addresses.add_file(&attachment.source, permalink);
        }
        addresses
    }

    /// The page or file at an address below the base, with or without `index.html` or the last slash.
    pub fn at(&self, address: &str) -> Option<&Permalink> {
        self.by_path.get(key(address))
    }

    /// The same, and whether it is an earlier address.
    pub(super) fn named_at(&self, address: &str) -> Option<(&Permalink, Name)> {
        let permalink = self.at(address)?;
        Some((permalink, if key(address) == key(permalink.as_str()) { Name::Own } else { Name::Former }))
    }

    /// The page or file made from a source file.
    pub fn made_from(&self, source: &RelPath) -> Option<&Permalink> {
        self.by_source.get(source)
    }

    /// The written page at a permalink.
    pub fn page(&self, permalink: &Permalink) -> Option<PageId> {
        self.pages.get(permalink).copied()
    }

    /// The position of the attachment at a permalink.
    pub(super) fn attachment(&self, permalink: &Permalink) -> Option<usize> {
        self.attachments.get(permalink).copied()
    }

    /// Whether a source file is, or belongs to, a draft that is not published.
    pub(super) fn is_draft(&self, source: &RelPath) -> bool {
        self.drafts.contains(source)
    }

    /// A source file whose name looks like `wanted` but is written in another case or coding, with other spaces, dashes or numerals.
    pub fn looks_like(&self, wanted: &RelPath) -> Option<&RelPath> {
        self.by_folded_source.get(&looks(wanted.as_str()))
    }

    /// An attachment of this name in any folder, the first in the order of paths.
    pub fn named(&self, name: &str) -> Option<&Permalink> {
        self.by_folded_name.get(&looks(name))
    }

    fn add(&mut self, permalink: Permalink) {
        self.by_path.insert(key(permalink.as_str()).to_owned(), permalink);
    }

    fn add_file(&mut self, source: &RelPath, permalink: Permalink) {
        self.by_source.insert(source.clone(), permalink.clone());
        self.by_folded_source.insert(looks(source.as_str()), source.clone());
        self.add(permalink);
    }
}

/// One spelling of names that an eye takes for the same: without spaces, with one kind of dash and of numerals.
fn looks(name: &str) -> String {
    let name = folded(name);
    if name.is_ascii() && !name.contains([' ', '_']) {
        return name;
    }
    let letters = name.chars().filter(|c| !c.is_whitespace());
    to_arabic(&letters.map(|c| if matches!(c, '_' | '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c }).collect::<String>())
        .into_owned()
}

fn key(address: &str) -> &str {
    let address = address.trim_start_matches('/');
    address.strip_suffix("index.html").unwrap_or(address).trim_end_matches('/')
}
