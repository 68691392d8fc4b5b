//! Every place where a page points to something, with where it leads.

use std::borrow::Cow;
use std::cell::OnceCell;

use url::Url;

use crate::diagnostics::Diagnostic;
use crate::site::{LinkRole, LinkTarget, OutgoingLink, Page, Site, links_of, resolve};

/// One such place.
pub(in crate::check) struct Reference<'s> {
    /// The page that points.
    pub(super) page: &'s Page,
    /// As what, and where.
    pub(super) link: OutgoingLink<'s>,
    /// As [`resolve`] takes it.
    pub(super) destination: Cow<'s, str>,
    /// Asked for by several rules, and dear to find.
    target: OnceCell<LinkTarget>,
    outside: OnceCell<Option<Url>>,
}

impl<'s> Reference<'s> {
    /// Everything that a page points to.
    pub(in crate::check) fn all_of(page: &'s Page) -> impl Iterator<Item = Reference<'s>> {
        links_of(&page.document).map(|link| Reference {
            page,
            destination: link.destination(),
            link,
            target: OnceCell::new(),
            outside: OnceCell::new(),
        })
    }

    /// What the evidence of a page points to.
    pub(super) fn of_evidence(page: &'s Page) -> impl Iterator<Item = Reference<'s>> {
        Self::all_of(page).filter(|pointer| pointer.link.role.is_evidence())
    }

    /// Where it leads.
    pub(super) fn target(&self, site: &Site) -> &LinkTarget {
        self.target.get_or_init(|| resolve(site, &self.page.document.source, &self.page.permalink, &self.destination))
    }

    /// The address of another site, if it leads to one.
    pub(super) fn outside(&self, site: &Site) -> Option<&Url> {
        // Most links lead to pages of the site, and finding these is dearer than seeing that.
        if !self.destination.contains("//") {
            return None;
        }
        let address = || match self.target(site) {
            LinkTarget::Outside(address) => Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https")),
            _ => None,
        };
        self.outside.get_or_init(address).as_ref()
    }

    /// Whether an assessor follows it to find the item: evidence, or the only link of an item whose
    /// page says nothing else.
    pub(super) fn stands_for_item(&self) -> bool {
        let document = &self.page.document;
        let front_matter = &document.front_matter;
        let says_something = !front_matter.measures.is_empty()
            || !front_matter.issues.is_empty()
            || !front_matter.evidence.is_empty()
            || front_matter.progress.is_some()
            || front_matter.assessment.is_some();
        let is_all = || document.body.outline.links.len() == 1 && document.body.text().trim().chars().count() <= MAX_SIGNPOST_BYTES;
        document.home.item().is_some()
            && match self.link.role {
                role if role.is_evidence() => true,
                LinkRole::Link | LinkRole::Address => !says_something && is_all(),
                _ => false,
            }
    }

    /// A finding here.
    pub(super) fn report(&self, code: &'static str) -> Diagnostic {
        let home = &self.page.document.home;
        Diagnostic::new(code, self.link.place.clone()).with("link", &self.destination).about(home.fiscal_year(), home.item())
    }
}

/// A text of so few characters with a link in it is a signpost; a longer one tells something
/// itself.
const MAX_SIGNPOST_BYTES: usize = 300;
