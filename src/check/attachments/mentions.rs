//! References to attachments from pages. A diagnostic about a file points to its first reference,
//! which the officer wrote.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ItemCode, RelPath};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{LinkTarget, Permalink, Site, links_of, resolve};
use crate::thai::FiscalYear;

/// First reference to each attachment, in page order.
pub(in crate::check) struct AttachmentUses<'s> {
    first: BTreeMap<&'s RelPath, AttachmentUse<'s>>,
    /// Referenced file names that do not exist.
    missing: BTreeSet<&'s str>,
}

struct AttachmentUse<'s> {
    place: SourceSpan,
    fiscal_year: Option<FiscalYear>,
    item: Option<&'s ItemCode>,
}

impl<'s> AttachmentUses<'s> {
    /// Collects all links, images, evidence files and source files of a site.
    pub(in crate::check) fn of(site: &'s Site) -> Self {
        let by_output: BTreeMap<Permalink, &RelPath> =
            site.attachments.iter().map(|attachment| (Permalink::file(&attachment.output), &attachment.source)).collect();
        let by_source: BTreeSet<&RelPath> = by_output.values().copied().collect();
        let (mut mentions, mut missing) = (BTreeMap::new(), BTreeSet::new());
        let pages = site.written_pages().filter(|_| !by_output.is_empty());
        for page in pages {
            let (fiscal_year, item) = (page.document.home.fiscal_year(), page.document.home.item());
            for link in links_of(&page.document) {
                let named = match resolve(site, &page.document.source, &page.permalink, &link.destination()) {
                    LinkTarget::Inside { permalink, .. } => by_output.get(&permalink),
                    // A misspelt reference is reported at the link; the file does not count as
                    // unused as well.
                    LinkTarget::Missing { nearest: Some(file) } => by_source.get(&file),
                    LinkTarget::Missing { nearest: None } => {
                        missing.extend(link.typed.rsplit('/').next());
                        None
                    }
                    LinkTarget::Outside(_) | LinkTarget::Draft(_) => None,
                };
                let Some(source) = named else { continue };
                mentions.entry(*source).or_insert(AttachmentUse { place: link.place, fiscal_year, item });
            }
        }
        Self { first: mentions, missing }
    }

    /// True if any page references the file.
    pub(in crate::check) fn names(&self, source: &RelPath) -> bool {
        self.first.contains_key(source)
    }

    /// True if a page references a missing file with a similar name; the link is reported instead.
    pub(in crate::check) fn nearly_name(&self, source: &RelPath) -> bool {
        crate::yaml::nearest(source.name(), self.missing.iter().copied()).is_some()
    }

    /// Returns a diagnostic about a file, at its first reference or else at the file as a whole.
    pub(in crate::check) fn finding(&self, code: &'static str, source: &RelPath) -> Diagnostic {
        let place = self.first.get(source).map_or_else(|| SourceSpan::file(source), |mention| mention.place.clone());
        self.concern(Diagnostic::new(code, place).with("path", source), source)
    }

    /// Adds year and item of the page with the first reference.
    pub(in crate::check) fn concern(&self, diagnostic: Diagnostic, source: &RelPath) -> Diagnostic {
        match self.first.get(source) {
            Some(mention) => diagnostic.about(mention.fiscal_year, mention.item),
            None => diagnostic,
        }
    }
}
