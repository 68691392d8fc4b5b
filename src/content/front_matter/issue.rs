//! ประเด็น: topics with questions, findings and limitations (S3).

use crate::yaml::{Context, Decimal, Fields, FromNode, Node, Spanned};
use serde::Serialize;

/// One topic.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Issue {
    /// Its id on the page.
    pub id: Spanned<String>,
    /// ประเด็น
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Spanned<String>>,
    /// Codes of questions of the assessment.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Spanned<String>>,
    /// Numbers of indicators.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Spanned<u32>>,
    /// ข้อค้นพบ
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// ข้อจำกัดของหน่วยงาน; an empty list in the file says that there are none.
    pub limitations: Vec<Spanned<String>>,
    /// Whether the file speaks of limitations at all.
    #[serde(skip)]
    pub states_limitations: bool,
    /// Ids of measures that answer it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Spanned<String>>,
}

/// What was found, for which questions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Codes of questions.
    #[serde(rename = "for", skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Spanned<String>>,
    /// Percent of respondents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<Spanned<Decimal>>,
    /// Number of respondents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Spanned<u32>>,
    /// The finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Spanned<String>>,
}

impl FromNode for Issue {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let id = fields.required("id");
        let title = fields.optional("title");
        let questions = fields.list("questions");
        let indicators = fields.list("indicators");
        let findings = fields.list("findings");
        let states_limitations = fields.mentions("limitations");
        let limitations = fields.list("limitations");
        let measures = fields.list("measures");
        fields.finish()?;
        Some(Issue { id: id?, title, questions, indicators, findings, limitations, states_limitations, measures })
    }
}

impl FromNode for Finding {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let finding = Finding {
            about: fields.list("for"),
            percent: fields.optional("percent"),
            base: fields.optional("base"),
            text: fields.optional("text"),
        };
        fields.finish()?;
        Some(finding)
    }
}
