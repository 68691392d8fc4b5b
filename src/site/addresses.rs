//! Every address of a site, by path and by source file, so that following a link costs the same on
//! a large site.

use std::collections::{HashMap, HashSet};

use super::{PageId, Permalink, SitePage};
use crate::base::RelPath;
use crate::thai::{folded, to_arabic};

/// An index of pages and files. It is only looked things up in, never iterated, so its order cannot
/// reach an output.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    pub(super) by_path: HashMap<String, Permalink>,
    pub(super) by_source: HashMap<RelPath, Permalink>,
    pub(super) by_folded_source: HashMap<String, RelPath>,
    pub(super) by_folded_name: HashMap<String, Permalink>,
    pub(super) pages: HashMap<Permalink, SitePage>,
    /// Positions in the list of attachments.
    pub(super) attachments: HashMap<Permalink, usize>,
    pub(super) drafts: HashSet<RelPath>,
}

/// By which of its names a link calls its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameUsed {
    /// The one that it has now.
    Own,
    /// An earlier address (`aliases`), or the file that once made it: the link leads on.
    Former,
}

impl Addresses {
    /// The page or file at an address below the base, with or without `index.html` or the last
    /// slash.
    pub fn at(&self, address: &str) -> Option<&Permalink> {
        self.by_path.get(key(address))
    }

    /// The same, and whether it is an earlier address.
    pub(super) fn named_at(&self, address: &str) -> Option<(&Permalink, NameUsed)> {
        let permalink = self.at(address)?;
        Some((permalink, if key(address) == key(permalink.as_str()) { NameUsed::Own } else { NameUsed::Former }))
    }

    /// The page or file made from a source file.
    pub fn made_from(&self, source: &RelPath) -> Option<&Permalink> {
        self.by_source.get(source)
    }

    /// The page at a permalink.
    pub fn site_page(&self, permalink: &Permalink) -> Option<SitePage> {
        self.pages.get(permalink).copied()
    }

    /// The page at a permalink, if it is one that a document can fill.
    pub fn page(&self, permalink: &Permalink) -> Option<PageId> {
        self.site_page(permalink)?.written()
    }

    /// The position of the attachment at a permalink.
    pub(super) fn attachment(&self, permalink: &Permalink) -> Option<usize> {
        self.attachments.get(permalink).copied()
    }

    /// Whether a source file is, or belongs to, a draft that is not published.
    pub(super) fn is_draft(&self, source: &RelPath) -> bool {
        self.drafts.contains(source)
    }

    /// A source file whose name looks like `wanted` but is written in another case or coding, with
    /// other spaces, dashes or numerals.
    pub fn looks_like(&self, wanted: &RelPath) -> Option<&RelPath> {
        self.by_folded_source.get(&looks(wanted.as_str()))
    }

    /// An attachment of this name in any folder, the first in the order of paths.
    pub fn named(&self, name: &str) -> Option<&Permalink> {
        self.by_folded_name.get(&looks(name))
    }
}

/// One spelling of names that an eye takes for the same: without spaces, with one kind of dash and
/// of numerals.
pub(super) fn looks(name: &str) -> String {
    let name = folded(name);
    if name.is_ascii() && !name.contains([' ', '_']) {
        return name;
    }
    let letters = name.chars().filter(|c| !c.is_whitespace());
    to_arabic(&letters.map(|c| if matches!(c, '_' | '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c }).collect::<String>())
        .into_owned()
}

pub(super) fn key(address: &str) -> &str {
    let address = address.trim_start_matches('/');
    address.strip_suffix("index.html").unwrap_or(address).trim_end_matches('/')
}
