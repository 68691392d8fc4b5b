//! Every link of a page and of the site file: the one walk that all go who ask about links.
//!
//! The rules on links, the check of other sites, the search for attachments that nobody names, the
//! page itself, a move and the words about lost addresses see the same. Where one of them leaves
//! something out, it says so by the [role](LinkRole): what was typed from a paper may name a
//! cupboard, so nobody misses it; only evidence and the text must lie on the own site.

use std::borrow::Cow;

use super::{Permalink, Site, page_address};
use crate::base::{RelPath, SITE_FILE};
use crate::content::Document;
use crate::content::front_matter::EvidenceTarget;
use crate::diagnostics::SourceSpan;
use crate::markdown::LinkKind;
use crate::yaml::Spanned;

/// A place where the content points to something.
#[derive(Clone, Debug)]
pub(crate) struct OutgoingLink<'d> {
    /// As what.
    pub(crate) role: LinkRole,
    /// As it is typed.
    pub(crate) typed: &'d str,
    /// What the reader sees; the title of evidence; empty elsewhere.
    pub(crate) text: &'d str,
    /// Where the address stands.
    pub(crate) place: SourceSpan,
}

/// As what the content points to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkRole {
    /// `evidence` that is a file.
    EvidenceFile,
    /// `evidence` that is a whole address.
    EvidenceUrl,
    /// `evidence` that is a page.
    EvidencePage,
    /// The plan that a progress report is about (`progress.of.page`).
    Plan,
    /// The page that this one replaces (`publication.supersedes`).
    Superseded,
    /// What the page was typed from (`source.file`): as often a paper in a cupboard as a file.
    Paper,
    /// A link of the text.
    Link,
    /// An address in the text.
    Address,
    /// An image of the text.
    Image,
    /// The website of the body (`contact.website` of the site file), on every page.
    Website,
}

impl LinkRole {
    /// Whether it is an entry of `evidence`.
    pub(crate) fn is_evidence(self) -> bool {
        matches!(self, LinkRole::EvidenceFile | LinkRole::EvidenceUrl | LinkRole::EvidencePage)
    }

    /// Whether it stands in the text of a page.
    pub(crate) fn is_of_text(self) -> bool {
        matches!(self, LinkRole::Link | LinkRole::Address | LinkRole::Image)
    }
}

impl<'d> OutgoingLink<'d> {
    /// As [`resolve`](super::resolve) takes it.
    pub(crate) fn destination(&self) -> Cow<'d, str> {
        match self.role {
            LinkRole::EvidencePage | LinkRole::Plan | LinkRole::Superseded => page_address(self.typed).into(),
            _ => Cow::Borrowed(self.typed),
        }
    }
}

/// The links of a document: evidence, the other pages that its front matter names, the text, and
/// what it was typed from.
pub(crate) fn links_of(document: &Document) -> impl Iterator<Item = OutgoingLink<'_>> {
    let front_matter = &document.front_matter;
    let given = |role, given| of_value(&document.source, role, given);
    let evidence = front_matter.evidence.iter().map(move |evidence| {
        let role = match evidence.target {
            EvidenceTarget::File(_) => LinkRole::EvidenceFile,
            EvidenceTarget::Url(_) => LinkRole::EvidenceUrl,
            EvidenceTarget::Page(_) => LinkRole::EvidencePage,
        };
        let text = evidence.title.as_ref().map_or("", |title| &title.value);
        OutgoingLink { text, ..given(role, evidence.target.text()) }
    });
    let plan = front_matter.progress.iter().filter_map(|progress| progress.of.as_ref()?.page.as_ref());
    let plan = plan.map(move |plan| given(LinkRole::Plan, plan));
    let superseded = front_matter.publication.supersedes.iter().map(move |page| given(LinkRole::Superseded, page));
    let text = document.body.outline.links.iter().map(|link| OutgoingLink {
        role: match link.kind {
            LinkKind::Image => LinkRole::Image,
            LinkKind::Link if link.is_bare => LinkRole::Address,
            LinkKind::Link => LinkRole::Link,
        },
        typed: &link.destination,
        text: &link.text,
        place: SourceSpan::new(&document.source, document.body.in_file(&link.span)),
    });
    let paper = front_matter.source.file.iter().map(move |paper| given(LinkRole::Paper, paper));
    evidence.chain(plan).chain(superseded).chain(text).chain(paper)
}

fn of_value<'d>(source: &RelPath, role: LinkRole, given: &'d Spanned<String>) -> OutgoingLink<'d> {
    OutgoingLink { role, typed: &given.value, text: "", place: SourceSpan::new(source, given.span.clone()) }
}

/// The links of the site file, which every page shows, with the page from which they lead.
pub(crate) fn links_of_site_file(site: &Site) -> impl Iterator<Item = (OutgoingLink<'_>, Permalink)> {
    let website = RelPath::new(SITE_FILE).zip(site.config.contact.website.as_ref());
    website.map(|(file, website)| (of_value(&file, LinkRole::Website, website), Permalink::home())).into_iter()
}
