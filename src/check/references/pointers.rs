//! References of a page, with their targets.

use std::borrow::Cow;
use std::cell::OnceCell;

use url::Url;

use crate::diagnostics::Diagnostic;
use crate::site::{LinkRole, LinkTarget, OutgoingLink, Page, Site, links_of, resolve};

/// A reference.
pub(in crate::check) struct Reference<'s> {
    /// Page that contains it.
    pub(super) page: &'s Page,
    /// Role and position.
    pub(super) link: OutgoingLink<'s>,
    /// Argument of [`resolve`].
    pub(super) destination: Cow<'s, str>,
    /// Cached, as several rules need it and resolving is expensive.
    target: OnceCell<LinkTarget>,
    outside: OnceCell<Option<Url>>,
}

impl<'s> Reference<'s> {
    /// All references of a page.
    pub(in crate::check) fn all_of(page: &'s Page) -> impl Iterator<Item = Reference<'s>> {
        links_of(&page.document).map(|link| Reference {
            page,
            destination: link.destination(),
            link,
            target: OnceCell::new(),
            outside: OnceCell::new(),
        })
    }

    /// References of the evidence of a page.
    pub(super) fn of_evidence(page: &'s Page) -> impl Iterator<Item = Reference<'s>> {
        Self::all_of(page).filter(|pointer| pointer.link.role.is_evidence())
    }

    /// Target of the reference.
    pub(super) fn target(&self, site: &Site) -> &LinkTarget {
        self.target.get_or_init(|| resolve(site, &self.page.document.source, &self.page.permalink, &self.destination))
    }

    /// Target URL on another site.
    pub(super) fn outside(&self, site: &Site) -> Option<&Url> {
        // Fast path: most links lead to pages of the site, and this test is cheaper than resolving.
        if !self.destination.contains("//") {
            return None;
        }
        let address = || match self.target(site) {
            LinkTarget::Outside(address) => Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https")),
            _ => None,
        };
        self.outside.get_or_init(address).as_ref()
    }

    /// True if an assessor follows the reference to find the item: evidence, or the only link of an
    /// item page without other content.
    pub(super) fn stands_for_item(&self) -> bool {
        let document = &self.page.document;
        let front_matter = &document.front_matter;
        let says_something = !front_matter.measures.is_empty()
            || !front_matter.issues.is_empty()
            || !front_matter.evidence.is_empty()
            || front_matter.progress.is_some()
            || front_matter.assessment.is_some();
        let is_all = || document.body.outline.links.len() == 1 && document.body.text().trim().chars().count() <= MAX_SIGNPOST_CHARS;
        document.home.item().is_some()
            && match self.link.role {
                role if role.is_evidence() => true,
                LinkRole::Link | LinkRole::Address => !says_something && is_all(),
                _ => false,
            }
    }

    /// Diagnostic at the reference.
    pub(super) fn report(&self, code: &'static str) -> Diagnostic {
        let home = &self.page.document.home;
        Diagnostic::new(code, self.link.place.clone()).with("link", &self.destination).about(home.fiscal_year(), home.item())
    }
}

/// Maximum length in characters of a body that merely introduces its link.
const MAX_SIGNPOST_CHARS: usize = 300;
