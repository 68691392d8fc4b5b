//! เอกสารหลักฐาน, and where each required component of the item is shown.

use std::ops::Range;

use crate::thai::Date;
use crate::yaml::{self, Context, Fields, FromNode, Node, Spanned};
use serde::Serialize;

/// A document that proves something.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// Its id, for `components` and `progress`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Spanned<String>>,
    /// Where it is.
    #[serde(flatten)]
    pub target: EvidenceTarget,
    /// What it is called on the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Spanned<String>>,
    /// What it is (`signed`, `order`, `minutes`, …), as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Spanned<String>>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Spanned<Date>>,
}

/// Where a document is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceTarget {
    /// An attachment, relative to the page's file.
    File(Spanned<String>),
    /// Another site.
    Url(Spanned<String>),
    /// Another page of this site, as `2566/o42` or a path to its file.
    Page(Spanned<String>),
}

impl EvidenceTarget {
    /// The address as typed.
    pub fn text(&self) -> &Spanned<String> {
        match self {
            EvidenceTarget::File(text) | EvidenceTarget::Url(text) | EvidenceTarget::Page(text) => text,
        }
    }
}

/// `components: {analysis: "#analysis"}`: the component of the catalogue, and where it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComponentClaim {
    /// Id of the component in the catalogue.
    pub component: String,
    /// Bytes of the id.
    #[serde(skip)]
    pub component_span: Range<usize>,
    /// `#anchor`, id of evidence, or `n/a: reason`.
    pub shown: Spanned<String>,
}

impl FromNode for Evidence {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        // `evidence: [signed.pdf]` is the short form.
        if node.text().is_some() {
            let file = Spanned::from_node(node, context)?;
            return Some(Evidence { id: None, target: EvidenceTarget::File(file), title: None, kind: None, date: None });
        }
        let mut fields = Fields::of(node, context);
        let id = fields.optional("id");
        let file = fields.optional("file").map(EvidenceTarget::File);
        let url = fields.optional("url").map(EvidenceTarget::Url);
        let page = fields.optional("page").map(EvidenceTarget::Page);
        let title = fields.optional("title");
        let kind = fields.optional("kind");
        let date = fields.optional("date");
        let mut targets: Vec<EvidenceTarget> = [file, url, page].into_iter().flatten().collect();
        let first_key = fields.first_key();
        fields.finish()?;
        let is_unread = |key| context.unread.around(key, node.extent().start);
        if targets.is_empty() && ["file", "url", "page"].into_iter().any(is_unread) {
            return None;
        }
        if targets.len() != 1 {
            let span = targets.get(1).map_or(first_key, |surplus| surplus.text().span.clone());
            context.report("evidence-target", &span);
        }
        Some(Evidence { id, target: targets.pop()?, title, kind, date })
    }
}

/// The map under `components`.
pub(super) struct Claims(pub(super) Vec<ComponentClaim>);

impl FromNode for Claims {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut claims = Vec::new();
        for (key, value) in yaml::entries(node, context)? {
            match Spanned::from_node(value, context) {
                Some(shown) => claims.push(ComponentClaim { component: key.name.clone(), component_span: key.span.clone(), shown }),
                None => context.unread.note_entry(node),
            }
        }
        Some(Self(claims))
    }
}
