//! Scores: the result of an assessment as the body reports it (S0, S3, S4).

use crate::catalogue::Instrument;
use crate::thai::FiscalYear;
use crate::yaml::{Context, Decimal, Fields, FromNode, Node, Spanned};
use serde::Serialize;

/// An ITA result. All scores are points of 100.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Assessment {
    /// The fiscal year assessed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<Spanned<FiscalYear>>,
    /// คะแนนรวม
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Spanned<Decimal>>,
    /// ระดับ, in the words of that year's table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Spanned<String>>,
    /// เกณฑ์เป้าหมาย
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Spanned<Decimal>>,
    /// How many people answered, by instrument.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Samples>,
    /// Scores by instrument.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instruments: Vec<InstrumentScores>,
    /// Scores by question.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
}

/// Respondents of the two surveys.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Samples {
    /// Internal.
    #[serde(rename = "IIT", skip_serializing_if = "Option::is_none")]
    pub iit: Option<Spanned<u32>>,
    /// External.
    #[serde(rename = "EIT", skip_serializing_if = "Option::is_none")]
    pub eit: Option<Spanned<u32>>,
}

/// The indicators of one instrument.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InstrumentScores {
    /// Which.
    pub id: Spanned<Instrument>,
    /// Number of the indicator that the paper calls the lowest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lowest: Option<Spanned<u32>>,
    /// Scores.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<IndicatorScore>,
    /// ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ, one text for the instrument.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Spanned<String>>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IndicatorScore {
    /// Its canonical number, 1–10.
    pub no: Spanned<u32>,
    /// Its name, if the paper gives another than the catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Spanned<String>>,
    /// Points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Spanned<Decimal>>,
    /// Whether the paper calls it passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<Spanned<PassClaim>>,
}

/// ผ่าน or ไม่ผ่าน.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassClaim {
    /// ผ่าน
    Pass,
    /// ไม่ผ่าน
    Fail,
}

/// One question of a survey (S3).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// `E1`, `I21`.
    pub id: Spanned<String>,
    /// Points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Spanned<Decimal>>,
    /// Its wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Spanned<String>>,
    /// Whether it is answered yes or no: then its score and the share of the other answer make 100.
    /// No list says which questions are, so the author does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub yes_no: bool,
}

impl PassClaim {
    /// The claim of a key, or of the words of papers.
    pub fn named(text: &str) -> Option<Self> {
        match text {
            "pass" | "ผ่าน" => Some(PassClaim::Pass),
            "fail" | "ไม่ผ่าน" => Some(PassClaim::Fail),
            _ => None,
        }
    }

    /// The key in the file and of its words in the theme.
    pub fn key(self) -> &'static str {
        match self {
            PassClaim::Pass => "pass",
            PassClaim::Fail => "fail",
        }
    }
}

impl Serialize for PassClaim {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl FromNode for PassClaim {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let text = String::from_node(node, context)?;
        let claim = Self::named(&text);
        if claim.is_none() {
            context.report("unknown-value", &node.span).set("text", text).set("known", "pass, fail");
        }
        claim
    }
}

impl FromNode for Assessment {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let assessment = Assessment {
            year: fields.optional("year"),
            total: fields.optional("total"),
            grade: fields.optional("grade"),
            target: fields.optional("target"),
            samples: fields.optional("samples"),
            instruments: fields.list("instruments"),
            questions: fields.list("questions"),
        };
        fields.finish()?;
        Some(assessment)
    }
}

impl FromNode for Samples {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let samples = Samples { iit: fields.optional("IIT"), eit: fields.optional("EIT") };
        fields.finish()?;
        Some(samples)
    }
}

impl FromNode for InstrumentScores {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let id = fields.required("id");
        let lowest = fields.optional("lowest");
        let indicators = fields.list("indicators");
        let reading = fields.optional("reading");
        fields.finish()?;
        Some(InstrumentScores { id: id?, lowest, indicators, reading })
    }
}

impl FromNode for IndicatorScore {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let no = fields.required("no");
        let name = fields.optional("name");
        let score = fields.optional("score");
        let claim = fields.optional("claim");
        fields.finish()?;
        Some(IndicatorScore { no: no?, name, score, claim })
    }
}

impl FromNode for Question {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let id = fields.required("id");
        let score = fields.optional("score");
        let text = fields.optional("text");
        let yes_no = fields.optional("yes_no").unwrap_or(false);
        fields.finish()?;
        Some(Question { id: id?, score, text, yes_no })
    }
}
