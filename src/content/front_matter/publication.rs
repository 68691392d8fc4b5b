//! When a page was published, as what, and from which paper it was typed.

use crate::thai::Date;
use crate::yaml::{Context, Fields, FromNode, Node, Spanned};
use serde::Serialize;

/// What the officer says about publication. What was really published when is in the history.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Publication {
    /// First published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Spanned<Date>>,
    /// Revisions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub revised: Vec<Revision>,
    /// The page it takes the place of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<Spanned<String>>,
    /// "There was nothing to report this year", in the officer's words (AS6).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zero_report: Option<Spanned<String>>,
}

/// One revision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Revision {
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Spanned<Date>>,
    /// What and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Spanned<String>>,
}

/// The paper behind the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Provenance {
    /// File of the scan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<Spanned<String>>,
    /// Whether it was read by OCR.
    pub ocr: bool,
    /// What is odd about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Spanned<String>>,
}

impl FromNode for Publication {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let publication = Publication {
            first: fields.optional("first"),
            revised: fields.list("revised"),
            supersedes: fields.optional("supersedes"),
            zero_report: fields.optional("zero_report"),
        };
        fields.finish()?;
        Some(publication)
    }
}

impl FromNode for Revision {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let revision = Revision { date: fields.optional("date"), note: fields.optional("note") };
        fields.finish()?;
        Some(revision)
    }
}

impl FromNode for Provenance {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let provenance =
            Provenance { file: fields.optional("file"), ocr: fields.optional("ocr").unwrap_or(false), notes: fields.list("notes") };
        fields.finish()?;
        Some(provenance)
    }
}
