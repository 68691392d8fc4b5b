//! One check, and what it looks at.

use super::attachments::Mentions;
use super::privacy::PublicNumbers;
use super::references::Places;
use super::wording::{Hit, Reading};
use crate::attachment::Inspected;
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::Site;
use crate::source::SourceTree;
use crate::thai::Date;

/// One rule, or a few that look at the same thing.
pub struct Check {
    /// What it looks at.
    pub about: &'static str,
    pub(super) looks: At,
}

/// At what, and how. What is found on a page is said to concern its item and year by the one that asks.
pub(super) enum At {
    /// At the site as a whole.
    Site(fn(&Checked<'_>) -> Diagnostics),
    /// At each page.
    Pages(fn(&Checked<'_>, &Reading<'_>) -> Vec<Diagnostic>),
    /// At each page, and where some words stand in its file.
    Words(fn(&Config) -> Vec<&str>, fn(&Checked<'_>, &Reading<'_>, Vec<Hit>) -> Vec<Diagnostic>),
}

/// What a check looks at.
pub struct Checked<'s> {
    /// The site.
    pub site: &'s Site,
    /// Its files as they are typed, for those that no page holds.
    pub tree: &'s SourceTree,
    /// The day of the run.
    pub today: Date,
    /// What is inside the files that the site publishes as they are.
    pub attachments: &'s Inspected,
    /// Where pages name those files.
    pub(super) mentions: Mentions<'s>,
    /// What is known about other sites.
    pub(super) other_sites: Places<'s>,
    /// Numbers that may be published.
    pub(super) public_numbers: PublicNumbers,
}

impl<'s> Checked<'s> {
    /// Brings together what the checks look at.
    pub fn of(site: &'s Site, tree: &'s SourceTree, attachments: &'s Inspected, today: Date) -> Self {
        let mentions = Mentions::of(site);
        let other_sites = Places::of(site);
        Self { site, tree, today, attachments, mentions, other_sites, public_numbers: PublicNumbers::of(&site.config) }
    }
}

impl Checked<'_> {
    /// File and line of a place, as an officer looks for it: `content/2566/o42.md:12`.
    pub(super) fn line_of(&self, place: &Place) -> String {
        let text = self.tree.shown(place.file.as_str()).unwrap_or_default();
        let before = text.char_indices().take_while(|(at, _)| *at < place.span.start).filter(|(_, c)| *c == '\n').count();
        format!("{}:{}", place.file, before + 1)
    }
}
