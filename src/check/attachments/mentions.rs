//! Where the pages name an attachment: a finding about a file is shown at the place in which an
//! officer wrote its name.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ItemCode, RelPath};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{LinkTarget, Permalink, Site, links_of, resolve};
use crate::thai::FiscalYear;

/// The first mention of each attachment, in the order of pages.
pub(in crate::check) struct AttachmentUses<'s> {
    first: BTreeMap<&'s RelPath, AttachmentUse<'s>>,
    /// File names that pages name and that are nowhere.
    missing: BTreeSet<&'s str>,
}

struct AttachmentUse<'s> {
    place: SourceSpan,
    fiscal_year: Option<FiscalYear>,
    item: Option<&'s ItemCode>,
}

impl<'s> AttachmentUses<'s> {
    /// Reads every link, image, piece of evidence and source of a site.
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
                    // A misspelt name is said where it stands; the file is not unused besides.
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

    /// Whether any page names the file.
    pub(in crate::check) fn names(&self, source: &RelPath) -> bool {
        self.first.contains_key(source)
    }

    /// Whether a page names a file that is nowhere and whose name is nearly this one: then that
    /// link is what is wrong.
    pub(in crate::check) fn nearly_name(&self, source: &RelPath) -> bool {
        crate::yaml::nearest(source.name(), self.missing.iter().copied()).is_some()
    }

    /// A finding about a file: at its first mention, or else at the file as a whole.
    pub(in crate::check) fn finding(&self, code: &'static str, source: &RelPath) -> Diagnostic {
        let place = self.first.get(source).map_or_else(|| SourceSpan::file(source), |mention| mention.place.clone());
        self.concern(Diagnostic::new(code, place).with("path", source), source)
    }

    /// Gives a finding the year and item of the page that names the file.
    pub(in crate::check) fn concern(&self, diagnostic: Diagnostic, source: &RelPath) -> Diagnostic {
        match self.first.get(source) {
            Some(mention) => diagnostic.about(mention.fiscal_year, mention.item),
            None => diagnostic,
        }
    }
}
