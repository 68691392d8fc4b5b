//! The front matter of a page as typed data: the model of five real documents (DM5), every value
//! with its place.
//!
//! One file per block; each block reads itself from YAML ([`FromNode`]) and reports everything that
//! is wrong in it. Blocks are optional: S0 = assessment + measures, S1 = measures + progress, S2 =
//! memo + measures + progress, S3 = assessment + issues + measures, S4 = assessment + measures +
//! progress.
//!
//! To add a field: a line in its struct, a line in its `from_node`, and its place in the page
//! (`src/render/`).

mod assessment;
mod evidence;
mod issue;
mod measure;
mod memo;
mod names;
mod progress;
mod publication;
mod view;

pub use assessment::{Assessment, IndicatorScore, InstrumentScores, PassClaim, Question, Samples};
pub use evidence::{ComponentClaim, Evidence, EvidenceTarget};
pub use issue::{Finding, Issue};
pub use measure::{Measure, MeasureTargets, Period, Reporting, Responsible};
pub use memo::{Endorsement, Memo, MemoNumber, MemoReference, Signature};
pub use names::{Cadence, PlanColumn, Round, Status};
pub use progress::{Covers, Progress, ProgressEntry, ProgressOf};
pub use publication::{Provenance, Publication, Revision};
pub use view::{GroupBy, StatusColumns, View};

use crate::base::ItemCode;
use crate::catalogue::Kind;
use crate::config::AgencyOverride;
use crate::thai::{Date, FiscalYear};
use crate::yaml::{Context, Fields, FromNode, Node, Spanned};
use serde::Serialize;

/// The keys at the left edge of front matter: text that begins with one of them is no text.
pub(super) const KEYS: [&str; 23] = [
    "kind",
    "item",
    "title",
    "lang",
    "fiscal_year",
    "analysed_year",
    "round",
    "as_of",
    "adopted",
    "agency",
    "unit",
    "assessment",
    "issues",
    "measures",
    "progress",
    "memo",
    "evidence",
    "components",
    "view",
    "publication",
    "aliases",
    "source",
    "draft",
];

/// Everything between the `---` lines of a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FrontMatter {
    /// ประเภทเอกสาร; the catalogue gives the default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Spanned<Kind>>,
    /// ข้อ OIT; the folder gives the default, and must not be contradicted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Spanned<ItemCode>>,
    /// ชื่อเรื่อง
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Spanned<String>>,
    /// Language of the page, `th` by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Spanned<String>>,
    /// ปีงบประมาณ พ.ศ.; the folder gives the default, and must not be contradicted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fiscal_year: Option<Spanned<FiscalYear>>,
    /// ปีผลการประเมินที่นำมาวิเคราะห์
    #[serde(skip_serializing_if = "Option::is_none")]
    pub analysed_year: Option<Spanned<FiscalYear>>,
    /// รอบการรายงาน
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<Spanned<Round>>,
    /// ข้อมูล ณ วันที่
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Spanned<Date>>,
    /// วันที่เห็นชอบ/ที่ประชุม
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Adoption>,
    /// Another body than that of the site file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<Box<AgencyOverride>>,
    /// ส่วนราชการเจ้าของเรื่อง
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Spanned<String>>,
    /// ผลการประเมินที่นำมาวิเคราะห์
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Box<Assessment>>,
    /// ประเด็น (S3)
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
    /// มาตรการ
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// ผลการดำเนินการ
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<Box<Progress>>,
    /// บันทึกข้อความ
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memo: Option<Box<Memo>>,
    /// เอกสารหลักฐาน
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Where each required component is shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<ComponentClaim>,
    /// How the tables are laid out.
    #[serde(skip)]
    pub view: View,
    /// When it was published, and as what.
    pub publication: Publication,
    /// Old paths that redirect here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Spanned<String>>,
    /// The paper it was typed from.
    pub source: Provenance,
    /// Not to be published.
    #[serde(skip)]
    pub draft: bool,
}

/// วันที่เห็นชอบ and the meeting that decided.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Adoption {
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Spanned<Date>>,
    /// The meeting or person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Spanned<String>>,
}

impl FrontMatter {
    /// The fiscal year whose result the page is about, as far as it says so.
    pub fn assessed_year(&self) -> Option<FiscalYear> {
        let of_assessment = self.assessment.as_ref().and_then(|assessment| assessment.year.as_ref());
        of_assessment.or(self.analysed_year.as_ref()).map(|year| year.value)
    }
}

impl FromNode for FrontMatter {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let front_matter = FrontMatter {
            kind: fields.optional("kind"),
            item: fields.optional("item"),
            title: title(&mut fields),
            lang: language(&mut fields),
            fiscal_year: fields.optional("fiscal_year"),
            analysed_year: fields.optional("analysed_year"),
            round: fields.optional("round"),
            as_of: fields.optional("as_of"),
            adopted: fields.optional("adopted"),
            agency: fields.optional("agency"),
            unit: fields.optional("unit"),
            assessment: fields.optional("assessment"),
            issues: fields.list("issues"),
            measures: fields.list("measures"),
            progress: fields.optional("progress"),
            memo: fields.optional("memo"),
            evidence: fields.list("evidence"),
            components: fields.optional::<evidence::Claims>("components").map(|claims| claims.0).unwrap_or_default(),
            view: fields.optional("view").unwrap_or_default(),
            publication: fields.optional("publication").unwrap_or_default(),
            aliases: fields.list("aliases"),
            source: fields.optional("source").unwrap_or_default(),
            draft: draft(&mut fields),
        };
        fields.finish()?;
        Some(front_matter)
    }
}

/// `title: ~` is no title, and who typed it sees another one on the page.
fn title(fields: &mut Fields<'_, '_, '_>) -> Option<Spanned<String>> {
    if let Some(null) = fields.null("title") {
        fields.context().report("null-value", &null).set("key", "title");
    }
    fields.optional("title")
}

/// An empty `draft:` is said: taken for "no", it would publish what somebody meant to hold back.
fn draft(fields: &mut Fields<'_, '_, '_>) -> bool {
    if let Some(key) = fields.empty("draft") {
        fields.context().report("empty-value", &key);
    }
    fields.optional("draft").unwrap_or(false)
}

/// A code as browsers know it (`th`, `en`, `zh-Hans`): readers aloud choose their voice by it.
fn language(fields: &mut Fields<'_, '_, '_>) -> Option<Spanned<String>> {
    let typed: Spanned<String> = fields.optional("lang")?;
    let mut parts = typed.value.split('-');
    let is_code = parts.next().is_some_and(|code| (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase()));
    if is_code && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())) {
        return Some(typed);
    }
    fields.context().report("unknown-value", &typed.span).set("text", &typed.value).set("known", "th, en, lo, my, km, zh, …");
    None
}

impl FromNode for Adoption {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let adopted = Adoption { date: fields.optional("date"), by: fields.optional("by") };
        fields.finish()?;
        Some(adopted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::RelPath;
    use crate::diagnostics::Diagnostics;
    use crate::yaml::{YamlLimits, parse};

    #[test]
    fn the_keys_are_those_that_are_read() {
        let file = RelPath::new("content/2566/o42.md").unwrap();
        let node = parse(&file, "x: 1", 0..4, YamlLimits { bytes: 10, depth: 2 }).unwrap();
        let mut diagnostics = Diagnostics::new();
        FrontMatter::from_node(&node, &mut Context::new(&file, &mut diagnostics));
        let (_, known) = &diagnostics.sorted()[0].values[1];
        assert_eq!(*known, KEYS.join(", "));
    }
}
