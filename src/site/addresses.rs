//! All addresses of a site, by path and by source file, so that resolving a link takes constant
//! time.

use std::collections::{HashMap, HashSet};

use super::{PageId, Permalink, SitePage};
use crate::base::RelPath;
use crate::thai::{folded, to_arabic};

/// Index of pages and files. Only used for lookup, never iterated, so that its order cannot affect
/// an output.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    pub(super) by_path: HashMap<String, Permalink>,
    pub(super) by_source: HashMap<RelPath, Permalink>,
    pub(super) by_folded_source: HashMap<String, RelPath>,
    pub(super) by_folded_name: HashMap<String, Permalink>,
    pub(super) pages: HashMap<Permalink, SitePage>,
    /// Indices in the list of attachments.
    pub(super) attachments: HashMap<Permalink, usize>,
    pub(super) drafts: HashSet<RelPath>,
}

/// Kind of name by which a link refers to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameUsed {
    /// Current name.
    Own,
    /// Former address (`aliases`) or former source file: the link is redirected.
    Former,
}

impl Addresses {
    /// Page or file at an address below the base, with or without `index.html` or the final slash.
    pub fn at(&self, address: &str) -> Option<&Permalink> {
        self.by_path.get(key(address))
    }

    /// Like [`Addresses::at`], with the kind of name.
    pub(super) fn named_at(&self, address: &str) -> Option<(&Permalink, NameUsed)> {
        let permalink = self.at(address)?;
        Some((permalink, if key(address) == key(permalink.as_str()) { NameUsed::Own } else { NameUsed::Former }))
    }

    /// Page or file made from a source file.
    pub fn made_from(&self, source: &RelPath) -> Option<&Permalink> {
        self.by_source.get(source)
    }

    /// Page at a permalink.
    pub fn site_page(&self, permalink: &Permalink) -> Option<SitePage> {
        self.pages.get(permalink).copied()
    }

    /// Page at a permalink, if a document can fill it.
    pub fn page(&self, permalink: &Permalink) -> Option<PageId> {
        self.site_page(permalink)?.written()
    }

    /// Index of the attachment at a permalink.
    pub(super) fn attachment(&self, permalink: &Permalink) -> Option<usize> {
        self.attachments.get(permalink).copied()
    }

    /// True if a source file is, or belongs to, an unpublished draft.
    pub(super) fn is_draft(&self, source: &RelPath) -> bool {
        self.drafts.contains(source)
    }

    /// A source file whose name differs from `wanted` only in case, normalisation, spaces, dashes
    /// or numerals.
    pub fn looks_like(&self, wanted: &RelPath) -> Option<&RelPath> {
        self.by_folded_source.get(&looks(wanted.as_str()))
    }

    /// An attachment of this name in any folder, the first in path order.
    pub fn named(&self, name: &str) -> Option<&Permalink> {
        self.by_folded_name.get(&looks(name))
    }
}

/// Normalises names that look alike: removes spaces, and unifies case, dashes and numerals.
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
