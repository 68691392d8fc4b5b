//! A check and its input.

use super::attachments::AttachmentUses;
use super::privacy::PublicNumbers;
use super::references::OffsiteIndex;
use super::wording::{PageText, TermMatch};
use crate::attachment::Inspected;
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::site::Site;
use crate::source::SourceTree;
use crate::thai::Date;

/// One rule, or a few rules with the same input.
pub struct Check {
    pub(super) run: CheckScope,
}

/// Scope and function of a check. The caller adds item and year to the diagnostics of page checks.
pub(super) enum CheckScope {
    /// Runs once on the whole site.
    Site(fn(&CheckContext<'_>) -> Diagnostics),
    /// Runs on each page.
    Pages(fn(&CheckContext<'_>, &PageText<'_>) -> Vec<Diagnostic>),
    /// Runs on each page with the matches of its search terms.
    Words(fn(&Config) -> Vec<&str>, fn(&CheckContext<'_>, &PageText<'_>, Vec<TermMatch>) -> Vec<Diagnostic>),
}

/// Input of the checks.
pub struct CheckContext<'s> {
    pub(crate) site: &'s Site,
    /// Source files, including those that are no pages.
    pub(crate) tree: &'s SourceTree,
    /// Date of the run.
    pub(crate) today: Date,
    /// Inspected contents of the attachments.
    pub(crate) attachments: &'s Inspected,
    /// References to attachments from pages.
    pub(super) mentions: AttachmentUses<'s>,
    /// Facts about other sites.
    pub(super) other_sites: OffsiteIndex<'s>,
    /// Numbers allowed to be published.
    pub(super) public_numbers: PublicNumbers,
}

impl<'s> CheckContext<'s> {
    /// Collects the input of the checks.
    pub fn of(site: &'s Site, tree: &'s SourceTree, attachments: &'s Inspected, today: Date) -> Self {
        let mentions = AttachmentUses::of(site);
        let other_sites = OffsiteIndex::of(site);
        Self { site, tree, today, attachments, mentions, other_sites, public_numbers: PublicNumbers::of(&site.config) }
    }
}

impl CheckContext<'_> {
    /// Formats file and line of a span: `content/2566/o42.md:12`.
    pub(super) fn line_of(&self, place: &SourceSpan) -> String {
        let text = self.tree.shown(place.file.as_str()).unwrap_or_default();
        let before = text.char_indices().take_while(|(at, _)| *at < place.span.start).filter(|(_, c)| *c == '\n').count();
        format!("{}:{}", place.file, before + 1)
    }
}
