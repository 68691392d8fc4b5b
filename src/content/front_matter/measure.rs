//! มาตรการ: what is to be done, by whom, until when, and how it is followed.

use super::Cadence;
use crate::base::ItemCode;
use crate::thai::Month;
use crate::yaml::{Context, Fields, FromNode, Node, Spanned};
use serde::Serialize;

/// One measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measure {
    /// Its id, also its anchor on the page.
    pub id: Spanned<String>,
    /// มาตรการ/แนวทาง
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Spanned<String>>,
    /// What it answers.
    pub addresses: MeasureTargets,
    /// ขั้นตอนหรือวิธีการ
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Spanned<String>>,
    /// ผู้รับผิดชอบ
    pub responsible: Responsible,
    /// ระยะเวลาดำเนินการ
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Spanned<Period>>,
    /// แนวทางการกำกับติดตาม
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub monitoring: Vec<Spanned<String>>,
    /// การรายงานผล
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<Reporting>,
    /// งบประมาณ, as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Spanned<String>>,
}

/// Indicators, questions and items.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MeasureTargets {
    /// Numbers of indicators.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Spanned<u32>>,
    /// Codes of questions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Spanned<String>>,
    /// Codes of items.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Spanned<ItemCode>>,
}

/// Who.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Responsible {
    /// หน่วยงาน
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Spanned<String>>,
    /// ตำแหน่ง
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<Spanned<String>>,
}

/// When: months, quarters of the fiscal year, or only words.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Period {
    /// First month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Spanned<Month>>,
    /// Last month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Spanned<Month>>,
    /// Quarters 1–4.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quarters: Vec<Spanned<u32>>,
    /// The words of the paper: ตลอดปี.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Spanned<String>>,
}

/// How it is reported.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reporting {
    /// How often.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cadence: Vec<Spanned<Cadence>>,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Spanned<Month>>,
    /// Where.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub location: Option<Spanned<String>>,
}

impl Measure {
    /// Whether anything says how it is followed.
    pub fn is_followed(&self) -> bool {
        !self.monitoring.is_empty() || self.report.is_some()
    }
}

impl MeasureTargets {
    /// Whether it does not say what it answers.
    pub fn is_empty(&self) -> bool {
        self.indicators.is_empty() && self.questions.is_empty() && self.items.is_empty()
    }
}

impl Responsible {
    /// Whether nobody is named.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty() && self.posts.is_empty()
    }
}

impl FromNode for Measure {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let id = fields.required("id");
        let title = fields.optional("title");
        let addresses = fields.optional("addresses").unwrap_or_default();
        let steps = fields.list("steps");
        let responsible = fields.optional("responsible").unwrap_or_default();
        let period = fields.optional("period");
        let monitoring = fields.list("monitoring");
        let report = fields.optional("report");
        let budget = fields.optional("budget");
        fields.finish()?;
        Some(Measure { id: id?, title, addresses, steps, responsible, period, monitoring, report, budget })
    }
}

impl FromNode for MeasureTargets {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let addresses =
            MeasureTargets { indicators: fields.list("indicators"), questions: fields.list("questions"), items: fields.list("items") };
        fields.finish()?;
        Some(addresses)
    }
}

impl FromNode for Responsible {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let responsible = Responsible { units: fields.list("units"), posts: fields.list("posts") };
        fields.finish()?;
        Some(responsible)
    }
}

impl FromNode for Period {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let period = Period {
            from: fields.optional("from"),
            to: fields.optional("to"),
            quarters: fields.list("quarters"),
            label: fields.optional("label"),
        };
        for quarter in period.quarters.iter().filter(|quarter| !(1..=4).contains(&quarter.value)) {
            fields.context().report("unknown-value", &quarter.span).set("text", quarter.value).set("known", "1, 2, 3, 4");
        }
        in_order(period.from.as_ref(), period.to.as_ref(), fields.context());
        fields.finish()?;
        Some(period)
    }
}

/// Reports a range of months that ends before it begins.
pub(super) fn in_order(from: Option<&Spanned<Month>>, to: Option<&Spanned<Month>>, context: &mut Context<'_>) {
    if let (Some(from), Some(to)) = (from, to)
        && from.value > to.value
    {
        context.report("period-backwards", &to.span).set("from", from.value).set("to", to.value);
    }
}

impl FromNode for Reporting {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let report = Reporting { cadence: fields.list("cadence"), by: fields.optional("by"), location: fields.optional("where") };
        fields.finish()?;
        Some(report)
    }
}
