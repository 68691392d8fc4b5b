//! Pages without findings, so that the next run need not check them again.

use std::collections::HashMap;
use std::io::Write;

use borsh::BorshSerialize;
use rayon::prelude::*;

use super::CheckContext;
use crate::base::RelPath;
use crate::checksum::{Hashing, sha256};
use crate::content::{Document, page_ids, table_names};
use crate::site::Page;
use crate::source::Text;

/// Pages whose page checks found nothing, with their texts.
///
/// A page check reads its own page and what [`inputs`] hashes; while both are the same, it finds
/// nothing again. Pages with findings are checked every time.
#[derive(Clone, Debug, Default)]
pub struct QuietPages {
    /// Hash of what all page checks read; `None` if a file cannot be recognised.
    inputs: Option<[u8; 32]>,
    pages: HashMap<RelPath, Text>,
}

impl QuietPages {
    /// Those of an earlier run.
    pub fn of_earlier_run(inputs: Option<[u8; 32]>, pages: impl IntoIterator<Item = (RelPath, Text)>) -> Self {
        Self { inputs, pages: pages.into_iter().collect() }
    }

    /// Hash of what all page checks read.
    pub fn inputs(&self) -> Option<[u8; 32]> {
        self.inputs
    }

    /// True if nothing was found in the page in this file.
    pub fn holds(&self, source: &RelPath, text: &Text) -> bool {
        self.pages.get(source).is_some_and(|known| known == text)
    }

    /// The same pages, if everything that their checks read but themselves is the same.
    pub(super) fn with_inputs(&self, inputs: Option<[u8; 32]>) -> Self {
        match inputs.is_some() && inputs == self.inputs {
            true => self.clone(),
            false => Self { inputs, pages: HashMap::new() },
        }
    }

    /// Replaces the pages.
    pub(super) fn replace<'p>(&mut self, pages: impl Iterator<Item = &'p Page>) {
        self.pages = pages.map(|page| (page.document.source.clone(), page.document.body.file.clone())).collect();
    }
}

/// SHA-256 of everything that page checks read, except the text of the page itself: the day, the
/// configuration, all files that are no pages, and of each page what others may read of it. `None`
/// if an attachment was changed so recently that its fingerprint proves nothing.
pub(super) fn inputs(checked: &CheckContext<'_>) -> Option<[u8; 32]> {
    let CheckContext { site, tree, today, .. } = checked;
    let mut hashing = Hashing::default();
    let mut pages: Vec<(&RelPath, [u8; 32])> =
        site.written_pages().collect::<Vec<_>>().into_par_iter().map(|page| (&page.document.source, facts(page))).collect();
    pages.sort_unstable();
    // The address of the site, and whether drafts belong to it, may differ from the site file.
    hashing.update(format!("{today} {} {}\n", site.config.base_url, site.drafts.len()).as_bytes());
    for file in tree.texts_below("").filter(|file| pages.binary_search_by_key(&&file.path, |(source, _)| source).is_err()) {
        hashing.update(&[file.path.as_str().as_bytes(), b"\n", &file.sha256()].concat());
    }
    for blob in tree.blobs_below("") {
        hashing.update(format!("{} {}\n", blob.path, tree.stamp(&blob.path)?).as_bytes());
    }
    pages.iter().for_each(|(source, facts)| hashing.update(&[source.as_str().as_bytes(), b"\n", facts].concat()));
    Some(hashing.bytes())
}

/// SHA-256 of what checks of other pages may read of a page: address, title, anchors, and all data
/// of a plan, a report, or a page that could not be read whole.
fn facts(page: &Page) -> [u8; 32] {
    let Document { front_matter, unread, body, .. } = &*page.document;
    let mut facts = Vec::new();
    // Writing to memory cannot fail: only NaN could, which no reader of numbers gives.
    let _ = (page.permalink.as_str(), &page.title, front_matter.draft).serialize(&mut facts);
    let _ = (&front_matter.fiscal_year, &front_matter.item, &front_matter.aliases).serialize(&mut facts);
    let _ = (front_matter.assessed_year(), table_names(front_matter)).serialize(&mut facts);
    let _ = (page_ids(front_matter), body.outline.anchors().collect::<Vec<_>>()).serialize(&mut facts);
    if !front_matter.measures.is_empty() || front_matter.progress.is_some() {
        let _ = front_matter.serialize(&mut facts);
    }
    if !unread.is_empty() {
        let _ = facts.write_all(body.file.read().as_bytes());
    }
    sha256(&facts)
}
