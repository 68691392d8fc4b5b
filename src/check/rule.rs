//! One check, and what it looks at.

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

/// One rule, or a few that look at the same thing.
pub struct Check {
    pub(super) run: CheckScope,
}

/// At what, and how. What is found on a page is said to concern its item and year by the one that
/// asks.
pub(super) enum CheckScope {
    /// At the site as a whole.
    Site(fn(&CheckContext<'_>) -> Diagnostics),
    /// At each page.
    Pages(fn(&CheckContext<'_>, &PageText<'_>) -> Vec<Diagnostic>),
    /// At each page, and where some words stand in its file.
    Words(fn(&Config) -> Vec<&str>, fn(&CheckContext<'_>, &PageText<'_>, Vec<TermMatch>) -> Vec<Diagnostic>),
}

/// What a check looks at.
pub struct CheckContext<'s> {
    /// The site.
    pub site: &'s Site,
    /// Its files as they are typed, for those that no page holds.
    pub tree: &'s SourceTree,
    /// The day of the run.
    pub today: Date,
    /// What is inside the files that the site publishes as they are.
    pub attachments: &'s Inspected,
    /// Where pages name those files.
    pub(super) mentions: AttachmentUses<'s>,
    /// What is known about other sites.
    pub(super) other_sites: OffsiteIndex<'s>,
    /// Numbers that may be published.
    pub(super) public_numbers: PublicNumbers,
}

impl<'s> CheckContext<'s> {
    /// Brings together what the checks look at.
    pub fn of(site: &'s Site, tree: &'s SourceTree, attachments: &'s Inspected, today: Date) -> Self {
        let mentions = AttachmentUses::of(site);
        let other_sites = OffsiteIndex::of(site);
        Self { site, tree, today, attachments, mentions, other_sites, public_numbers: PublicNumbers::of(&site.config) }
    }
}

impl CheckContext<'_> {
    /// File and line of a place, as an officer looks for it: `content/2566/o42.md:12`.
    pub(super) fn line_of(&self, place: &SourceSpan) -> String {
        let text = self.tree.shown(place.file.as_str()).unwrap_or_default();
        let before = text.char_indices().take_while(|(at, _)| *at < place.span.start).filter(|(_, c)| *c == '\n').count();
        format!("{}:{}", place.file, before + 1)
    }
}
