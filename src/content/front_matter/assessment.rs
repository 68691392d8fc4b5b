//! Scores: the result of an assessment as the body reports it (S0, S3, S4).

use super::Instrument;
use crate::thai::FiscalYear;
use crate::yaml::{Context, Fields, FromNode, Given, Node, Number};

/// An ITA result. All scores are points of 100.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assessment {
    /// The fiscal year assessed.
    pub year: Option<Given<FiscalYear>>,
    /// คะแนนรวม
    pub total: Option<Given<Number>>,
    /// ระดับ, in the words of that year's table.
    pub grade: Option<Given<String>>,
    /// เกณฑ์เป้าหมาย
    pub target: Option<Given<Number>>,
    /// How many people answered, by instrument.
    pub samples: Option<Samples>,
    /// Scores by instrument.
    pub instruments: Vec<InstrumentScores>,
    /// Scores by question.
    pub questions: Vec<Question>,
}

/// Respondents of the two surveys.
#[derive(Clone, Debug, PartialEq)]
pub struct Samples {
    /// Internal.
    pub iit: Option<Given<u32>>,
    /// External.
    pub eit: Option<Given<u32>>,
}

/// The indicators of one instrument.
#[derive(Clone, Debug, PartialEq)]
pub struct InstrumentScores {
    /// Which.
    pub id: Given<Instrument>,
    /// Number of the indicator that the paper calls the lowest.
    pub lowest: Option<Given<u32>>,
    /// Scores.
    pub indicators: Vec<IndicatorScore>,
    /// ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ, one text for the instrument.
    pub reading: Option<Given<String>>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorScore {
    /// Its canonical number, 1–10.
    pub no: Given<u32>,
    /// Its name, if the paper gives another than the catalogue.
    pub name: Option<Given<String>>,
    /// Points.
    pub score: Option<Given<Number>>,
    /// Whether the paper calls it passed.
    pub claim: Option<Given<Claim>>,
}

/// ผ่าน or ไม่ผ่าน.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// ผ่าน
    Pass,
    /// ไม่ผ่าน
    Fail,
}

/// One question of a survey (S3).
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// `E1`, `I21`.
    pub id: Given<String>,
    /// Points.
    pub score: Option<Given<Number>>,
    /// Its wording.
    pub text: Option<Given<String>>,
}

impl Claim {
    /// The key in the file and of its words in the theme.
    pub fn key(self) -> &'static str {
        match self {
            Claim::Pass => "pass",
            Claim::Fail => "fail",
        }
    }
}

impl FromNode for Claim {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        match String::from_node(node, context)?.as_str() {
            "pass" | "ผ่าน" => Some(Claim::Pass),
            "fail" | "ไม่ผ่าน" => Some(Claim::Fail),
            other => {
                context.report("unknown-value", &node.span).set("text", other).set("known", "pass, fail");
                None
            }
        }
    }
}

impl FromNode for Assessment {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let assessment = Assessment {
            year: fields.optional("year"),
            total: fields.optional("total"),
            grade: fields.optional("grade"),
            target: fields.optional("target"),
            samples: fields.optional("samples"),
            instruments: fields.list("instruments"),
            questions: fields.list("questions"),
        };
        fields.finish();
        Some(assessment)
    }
}

impl FromNode for Samples {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let samples = Samples { iit: fields.optional("IIT"), eit: fields.optional("EIT") };
        fields.finish();
        Some(samples)
    }
}

impl FromNode for InstrumentScores {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let id = fields.required("id");
        let lowest = fields.optional("lowest");
        let indicators = fields.list("indicators");
        let reading = fields.optional("reading");
        fields.finish();
        Some(InstrumentScores { id: id?, lowest, indicators, reading })
    }
}

impl FromNode for IndicatorScore {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let no = fields.required("no");
        let name = fields.optional("name");
        let score = fields.optional("score");
        let claim = fields.optional("claim");
        fields.finish();
        Some(IndicatorScore { no: no?, name, score, claim })
    }
}

impl FromNode for Question {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context)?;
        let id = fields.required("id");
        let score = fields.optional("score");
        let text = fields.optional("text");
        fields.finish();
        Some(Question { id: id?, score, text })
    }
}
