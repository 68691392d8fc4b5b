//! The only walk over the links of a page and of the site file.
//!
//! Link checks, external checks, the search for unreferenced attachments, rendering and renames all
//! use it, and select links by their [role](LinkRole): `source.file` may name a paper archive, so
//! its target need not exist; only evidence and body links must lie on the body's own site.

use std::borrow::Cow;

use super::{Permalink, Site, page_address};
use crate::base::{RelPath, SITE_FILE};
use crate::content::Document;
use crate::content::front_matter::EvidenceTarget;
use crate::diagnostics::SourceSpan;
use crate::markdown::LinkKind;
use crate::yaml::Spanned;

/// A reference from a document or the site file to a page, file or site.
#[derive(Clone, Debug)]
pub(crate) struct OutgoingLink<'d> {
    /// Where in the content it stands.
    pub(crate) role: LinkRole,
    pub(crate) typed: &'d str,
    /// Link text; title of evidence; empty for other front matter.
    pub(crate) text: &'d str,
    /// Span of the destination.
    pub(crate) place: SourceSpan,
}

/// Where in the content a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkRole {
    /// `evidence` with `file`.
    EvidenceFile,
    /// `evidence` with `url`.
    EvidenceUrl,
    /// `evidence` with `page`.
    EvidencePage,
    /// `progress.of.page`.
    Plan,
    /// `publication.supersedes`.
    Superseded,
    /// `source.file`: a file, or a paper in an archive.
    Paper,
    /// Link in the body.
    Link,
    /// Bare URL in the body.
    Address,
    /// Image in the body.
    Image,
    /// `contact.website` of the site file, shown on every page.
    Website,
}

impl LinkRole {
    /// True for entries of `evidence`.
    pub(crate) fn is_evidence(self) -> bool {
        matches!(self, LinkRole::EvidenceFile | LinkRole::EvidenceUrl | LinkRole::EvidencePage)
    }

    /// True for links in the body of a page.
    pub(crate) fn is_of_text(self) -> bool {
        matches!(self, LinkRole::Link | LinkRole::Address | LinkRole::Image)
    }
}

impl<'d> OutgoingLink<'d> {
    /// Link destination in the form [`resolve`](super::resolve) takes.
    pub(crate) fn destination(&self) -> Cow<'d, str> {
        match self.role {
            LinkRole::EvidencePage | LinkRole::Plan | LinkRole::Superseded => page_address(self.typed).into(),
            _ => Cow::Borrowed(self.typed),
        }
    }
}

/// Links of a document: evidence, pages named in front matter, body, `source.file`.
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

/// Links of the site file, each with the page that stands for all pages showing it.
pub(crate) fn links_of_site_file(site: &Site) -> impl Iterator<Item = (OutgoingLink<'_>, Permalink)> {
    let website = RelPath::new(SITE_FILE).zip(site.config.contact.website.as_ref());
    website.map(|(file, website)| (of_value(&file, LinkRole::Website, website), Permalink::home())).into_iter()
}
