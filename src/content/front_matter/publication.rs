//! When a page was published, as what, and from which paper it was typed.

use crate::thai::Date;
use crate::yaml::{Context, Fields, FromNode, Given, Node};

/// What the officer says about publication. What was really published when is in the history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publication {
    /// First published.
    pub first: Option<Given<Date>>,
    /// Revisions.
    pub revised: Vec<Revision>,
    /// The page it takes the place of.
    pub supersedes: Option<Given<String>>,
    /// "There was nothing to report this year", in the officer's words (MODEL B.3).
    pub zero_report: Option<Given<String>>,
}

/// One revision.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// When.
    pub date: Option<Given<Date>>,
    /// What and why.
    pub note: Option<Given<String>>,
}

/// The paper behind the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// File of the scan.
    pub file: Option<Given<String>>,
    /// Whether it was read by OCR.
    pub ocr: bool,
    /// What is odd about it.
    pub notes: Vec<Given<String>>,
}

impl FromNode for Publication {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let publication = Publication {
            first: fields.optional("first"),
            revised: fields.list("revised"),
            supersedes: fields.optional("supersedes"),
            zero_report: fields.optional("zero_report"),
        };
        fields.finish();
        Some(publication)
    }
}

impl FromNode for Revision {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let revision = Revision { date: fields.optional("date"), note: fields.optional("note") };
        fields.finish();
        Some(revision)
    }
}

impl FromNode for Provenance {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let provenance =
            Provenance { file: fields.optional("file"), ocr: fields.optional("ocr").unwrap_or(false), notes: fields.list("notes") };
        fields.finish();
        Some(provenance)
    }
}
