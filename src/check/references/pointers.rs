//! Every place where a page points to something: entries of evidence, links and images of the text.

use std::borrow::Cow;
use std::cell::OnceCell;

use url::Url;

use crate::content::front_matter::EvidenceTarget;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::markdown::LinkKind;
use crate::site::{LinkTarget, Page, Site, page_address, resolve};

/// One such place.
pub(in crate::check) struct Reference<'s> {
    /// The page that points.
    pub(super) page: &'s Page,
    /// As what.
    pub(super) kind: ReferenceKind,
    /// As [`resolve`] takes it.
    pub(super) destination: Cow<'s, str>,
    /// What the reader sees; the title of evidence.
    pub(super) text: &'s str,
    /// Where the address stands.
    pub(super) place: SourceSpan,
    /// Asked for by several rules, and dear to find.
    target: OnceCell<LinkTarget>,
    outside: OnceCell<Option<Url>>,
}

/// As what a page points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReferenceKind {
    /// An entry of `evidence`.
    Evidence,
    /// A link of the text.
    Link,
    /// An address in the text.
    Address,
    /// An image of the text.
    Image,
}

impl<'s> Reference<'s> {
    /// Everything that a page points to.
    pub(in crate::check) fn all_of(page: &'s Page) -> impl Iterator<Item = Reference<'s>> {
        Self::of_evidence(page).chain(Self::of_text(page))
    }

    /// What the evidence of a page points to.
    pub(super) fn of_evidence(page: &'s Page) -> impl Iterator<Item = Reference<'s>> {
        page.document.front_matter.evidence.iter().map(|evidence| {
            let typed = evidence.target.text();
            Reference {
                page,
                kind: ReferenceKind::Evidence,
                destination: match evidence.target {
                    EvidenceTarget::Page(_) => Cow::Owned(page_address(&typed.value)),
                    _ => Cow::Borrowed(&typed.value),
                },
                text: evidence.title.as_ref().map_or("", |title| &title.value),
                place: SourceSpan::new(&page.document.source, typed.span.clone()),
                target: OnceCell::new(),
                outside: OnceCell::new(),
            }
        })
    }

    /// What the text of a page points to.
    fn of_text(page: &'s Page) -> impl Iterator<Item = Reference<'s>> {
        let document = &page.document;
        document.body.outline.links.iter().map(|link| Reference {
            page,
            kind: match link.kind {
                LinkKind::Image => ReferenceKind::Image,
                LinkKind::Link if link.is_bare => ReferenceKind::Address,
                LinkKind::Link => ReferenceKind::Link,
            },
            destination: Cow::Borrowed(&link.destination),
            text: &link.text,
            place: SourceSpan::new(&document.source, document.body.in_file(&link.span)),
            target: OnceCell::new(),
            outside: OnceCell::new(),
        })
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
            && match self.kind {
                ReferenceKind::Evidence => true,
                ReferenceKind::Link | ReferenceKind::Address => !says_something && is_all(),
                ReferenceKind::Image => false,
            }
    }

    /// A finding here.
    pub(super) fn report(&self, code: &'static str) -> Diagnostic {
        let home = &self.page.document.home;
        Diagnostic::new(code, self.place.clone()).with("link", &self.destination).about(home.fiscal_year(), home.item())
    }
}

/// A text of so few characters with a link in it is a signpost; a longer one tells something
/// itself.
const MAX_SIGNPOST_BYTES: usize = 300;
