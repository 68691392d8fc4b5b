//! ผลการดำเนินการ: what has become of each measure.

use super::Status;
use crate::base::ItemCode;
use crate::thai::{FiscalYear, Month};
use crate::yaml::{Context, Fields, FromNode, Node, Spanned};
use serde::Serialize;

/// The report on a plan of measures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Progress {
    /// The plan it reports on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<ProgressOf>,
    /// The months it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covers: Option<Covers>,
    /// One entry per row of the report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<ProgressEntry>,
}

/// The plan: an item of a year, or a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProgressOf {
    /// Item of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Spanned<ItemCode>>,
    /// Its fiscal year; the page's own by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fiscal_year: Option<Spanned<FiscalYear>>,
    /// A page instead, as `2566/o42`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Spanned<String>>,
}

/// Months reported on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Covers {
    /// First month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Spanned<Month>>,
    /// Last month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Spanned<Month>>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProgressEntry {
    /// Ids of the measures; S1 has rows for several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Spanned<String>>,
    /// The measure in the words of this report, where they are printed a second time (S2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Spanned<String>>,
    /// How far it has come; `None` is a finding of the checks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Spanned<Status>>,
    /// ผลการดำเนินการ
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<Spanned<String>>,
    /// หมายเหตุ
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<Spanned<String>>,
    /// Ids of evidence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Spanned<String>>,
    /// The mark in the paper (`/`, empty).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_marked: Option<String>,
}

impl FromNode for Progress {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let progress = Progress { of: fields.optional("of"), covers: fields.optional("covers"), entries: fields.list("entries") };
        fields.finish()?;
        Some(progress)
    }
}

impl FromNode for ProgressOf {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let of = ProgressOf { item: fields.optional("item"), fiscal_year: fields.optional("fiscal_year"), page: fields.optional("page") };
        fields.finish()?;
        Some(of)
    }
}

impl FromNode for Covers {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let covers = Covers { from: fields.optional("from"), to: fields.optional("to") };
        super::measure::in_order(covers.from.as_ref(), covers.to.as_ref(), fields.context());
        fields.finish()?;
        Some(covers)
    }
}

impl FromNode for ProgressEntry {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let mut measures: Vec<Spanned<String>> = fields.list("measures");
        measures.extend(fields.optional::<Spanned<String>>("measure"));
        let title = fields.optional("title");
        let status = fields.optional("status");
        let results = fields.list("results");
        let remark = fields.optional("remark");
        let evidence = fields.list("evidence");
        // An empty mark says something (S2): it is kept, where an empty text elsewhere is a
        // mistake.
        let as_marked = fields.node("as_marked").and_then(|node| node.text().map(str::to_owned));
        if measures.is_empty() && !fields.is_unread("measures") && !fields.is_unread("measure") {
            fields.required::<Spanned<String>>("measure");
        }
        fields.finish()?;
        Some(ProgressEntry { measures, title, status, results, remark, evidence, as_marked })
    }
}
