//! Everything that a document points to, as it is written.

use std::borrow::Cow;
use std::ops::Range;

use super::page_address;
use crate::content::Document;
use crate::content::front_matter::EvidenceTarget;
use crate::yaml::Spanned;

/// A place where a document points to something.
pub(crate) struct OutgoingLink<'d> {
    /// As [`resolve`](super::resolve) takes it.
    pub(crate) destination: Cow<'d, str>,
    /// What the reader sees; empty in front matter.
    pub(crate) text: &'d str,
    /// Bytes of the file.
    pub(crate) span: Range<usize>,
}

/// The values of front matter that name a page: the plan reported on, the page superseded, evidence
/// that is a page.
pub(crate) fn named_pages(document: &Document) -> impl Iterator<Item = &Spanned<String>> {
    let front_matter = &document.front_matter;
    let plan = front_matter.progress.iter().filter_map(|progress| progress.of.as_ref()?.page.as_ref());
    let evidence = front_matter.evidence.iter().filter_map(|evidence| match &evidence.target {
        EvidenceTarget::Page(page) => Some(page),
        EvidenceTarget::File(_) | EvidenceTarget::Url(_) => None,
    });
    plan.chain(&front_matter.publication.supersedes).chain(evidence)
}

/// The values of front matter that are a file or a whole address.
pub(crate) fn named_files(document: &Document) -> impl Iterator<Item = &Spanned<String>> {
    document.front_matter.evidence.iter().filter_map(|evidence| match &evidence.target {
        EvidenceTarget::File(given) | EvidenceTarget::Url(given) => Some(given),
        EvidenceTarget::Page(_) => None,
    })
}

/// All of them, and the links and images of the text.
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
