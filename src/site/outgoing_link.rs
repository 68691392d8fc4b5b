//! Outgoing links of a document, as written.

use std::borrow::Cow;
use std::ops::Range;

use super::page_address;
use crate::content::Document;
use crate::content::front_matter::EvidenceTarget;
use crate::yaml::Spanned;

/// A reference from a document to a page, file or site.
pub(crate) struct OutgoingLink<'d> {
    /// Link destination in the form [`resolve`](super::resolve) takes.
    pub(crate) destination: Cow<'d, str>,
    /// Link text; empty in front matter.
    pub(crate) text: &'d str,
    /// Byte range in the file.
    pub(crate) span: Range<usize>,
}

/// Page references in front matter: plan of a progress report, superseded page, evidence pages.
pub(crate) fn named_pages(document: &Document) -> impl Iterator<Item = &Spanned<String>> {
    let front_matter = &document.front_matter;
    let plan = front_matter.progress.iter().filter_map(|progress| progress.of.as_ref()?.page.as_ref());
    let evidence = front_matter.evidence.iter().filter_map(|evidence| match &evidence.target {
        EvidenceTarget::Page(page) => Some(page),
        EvidenceTarget::File(_) | EvidenceTarget::Url(_) => None,
    });
    plan.chain(&front_matter.publication.supersedes).chain(evidence)
}

/// Evidence files and URLs in front matter.
pub(crate) fn named_files(document: &Document) -> impl Iterator<Item = &Spanned<String>> {
    document.front_matter.evidence.iter().filter_map(|evidence| match &evidence.target {
        EvidenceTarget::File(given) | EvidenceTarget::Url(given) => Some(given),
        EvidenceTarget::Page(_) => None,
    })
}

/// Returns all references of a document: front matter, then links and images of the body.
pub(crate) fn pointed(document: &Document) -> impl Iterator<Item = OutgoingLink<'_>> {
    let pages = named_pages(document).map(|given| OutgoingLink {
        destination: page_address(&given.value).into(),
        text: "",
        span: given.span.clone(),
    });
    let files =
        named_files(document).map(|given| OutgoingLink { destination: Cow::Borrowed(&given.value), text: "", span: given.span.clone() });
    let links = document.body.outline.links.iter().map(|link| OutgoingLink {
        destination: Cow::Borrowed(&link.destination),
        text: &link.text,
        span: document.body.in_file(&link.span),
    });
    pages.chain(files).chain(links)
}
