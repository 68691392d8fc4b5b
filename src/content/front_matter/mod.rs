//! Front matter as typed data with positions: the model of five real documents (DM5).
//!
//! One file per block; each block reads itself from YAML ([`FromNode`](crate::yaml::FromNode)) and
//! reports every error in it. Blocks are optional: S0 = assessment + measures, S1 = measures +
//! progress, S2 = memo + measures + progress, S3 = assessment + issues + measures, S4 = assessment +
//! measures + progress.
//!
//! To add a field: declare it here ([`structure!`](crate::yaml::structure)), and render it in
//! `src/render/`.

mod assessment;
mod evidence;
mod issue;
mod measure;
mod memo;
mod names;
mod progress;
mod publication;
mod view;

pub use assessment::{Assessment, IndicatorScore, InstrumentScores, Question, Samples};
pub use evidence::{Evidence, EvidenceTarget};
pub use issue::{Finding, Issue};
pub use measure::{Measure, MeasureTargets, Period, Reporting, Responsible};
pub use memo::{Endorsement, Memo, MemoNumber, MemoReference, Signature};
pub use names::{Cadence, GroupBy, PassClaim, PlanColumn, Round, Status, StatusColumns, TextPlace};
pub use progress::{Covers, Progress, ProgressEntry, ProgressOf};
pub use publication::{Provenance, Publication, Revision};
pub use view::View;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::ItemCode;
use crate::catalogue::Kind;
use crate::config::AgencyOverride;
use crate::thai::{Date, FiscalYear};
use crate::yaml::{Declared, Fields, Named, Spanned, structure};

structure! {
    /// Everything between the `---` lines of a page.
    #[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct FrontMatter, "ข้อมูลระหว่างเส้น --- ที่ต้นไฟล์ของหน้า", shown "หัวของหน้า" "the head of the page" {
        /// What kind of page it is; the catalogue gives the default.
        pub(crate) kind: Option<Spanned<Kind>> = optional "kind", "ประเภทของหน้า ถ้าไม่ระบุใช้ตามรายการตรวจ", eg "measures", shown "เลือกตารางของหน้า" "chooses the tables of the page";
        /// Item of the checklist; the folder gives the default, and must not be contradicted.
        pub(crate) item: Option<Spanned<ItemCode>> = optional "item", "ข้อ OIT ต้องตรงกับโฟลเดอร์", eg "O42";
        /// Title of the page.
        pub(crate) title: Option<Spanned<String>> = optional "title", "ชื่อเรื่อง", eg "มาตรการส่งเสริมคุณธรรมและความโปร่งใส";
        /// Language of the page, `th` by default.
        pub(crate) lang: Option<Spanned<String>> = optional "lang", "ภาษาของหน้า ปกติคือ th", eg "th", shown "ให้โปรแกรมอ่านออกเสียงเลือกเสียง" "readers aloud choose their voice by it", by language;
        /// Fiscal year; the folder gives the default, and must not be contradicted.
        pub(crate) fiscal_year: Option<Spanned<FiscalYear>> = optional "fiscal_year", "ปีงบประมาณ พ.ศ. ต้องตรงกับโฟลเดอร์", eg "2566";
        /// The year whose assessment is analysed.
        pub(crate) analysed_year: Option<Spanned<FiscalYear>> = optional "analysed_year", "ปีผลการประเมินที่นำมาวิเคราะห์", eg "2565";
        /// The part of the year that a report is for.
        pub(crate) round: Option<Spanned<Round>> = optional "round", "รอบการรายงาน", eg "6m";
        /// The day for which the data holds.
        pub(crate) as_of: Option<Spanned<Date>> = optional "as_of", "ข้อมูล ณ วันที่", eg "2025-03-31";
        /// When it was adopted, and by whom.
        pub(crate) adopted: Option<Adoption> = optional "adopted", "วันที่เห็นชอบ และที่ประชุม";
        /// Another body than that of the site file.
        pub(crate) agency: Option<Box<AgencyOverride>> = optional "agency", "หน่วยงาน ถ้าต่างจากใน site.yaml";
        /// The division whose matter it is.
        pub(crate) unit: Option<Spanned<String>> = optional "unit", "ส่วนราชการเจ้าของเรื่อง", eg "สำนักปลัด";
        /// The result that is analysed.
        pub(crate) assessment: Option<Box<Assessment>> = optional "assessment", "ผลการประเมินที่นำมาวิเคราะห์";
        /// Topics of the analysis (S3).
        pub(crate) issues: Vec<Issue> = list "issues", "ประเด็นที่วิเคราะห์";
        /// The plan of measures.
        pub(crate) measures: Vec<Measure> = list "measures", "มาตรการ";
        /// What has become of the measures.
        pub(crate) progress: Option<Box<Progress>> = optional "progress", "ผลการดำเนินการ";
        /// The memo that the page is.
        pub(crate) memo: Option<Box<Memo>> = optional "memo", "บันทึกข้อความ";
        /// Documents that prove it.
        pub(crate) evidence: Vec<Evidence> = list "evidence", "เอกสารหลักฐาน";
        /// Where each required component is shown: `#anchor`, the id of evidence, or
        /// `n/a: reason`, under the id of the component in the checklist.
        pub(crate) components: Named<Spanned<String>> = or_default "components", "องค์ประกอบของข้ออยู่ที่ใดในหน้า: #จุดเชื่อม รหัสหลักฐาน หรือ “n/a: เหตุผล”",
            eg "{analysis: '#analysis'}", shown "รายการองค์ประกอบของข้อ" "the list of required components";
        /// How the tables are laid out.
        pub(crate) view: View = or_default "view", "รูปแบบของตาราง", twin never;
        /// When it was published, and as what.
        pub(crate) publication: Publication = or_default "publication", "การเผยแพร่", twin always;
        /// Old paths that redirect here.
        pub(crate) aliases: Vec<Spanned<String>> = list "aliases", "ที่อยู่เดิมที่ส่งต่อมาหน้านี้", eg "[old/plan/]", shown "หน้าส่งต่อที่ที่อยู่เดิม" "redirects at the old addresses";
        /// The paper it was typed from.
        pub(crate) source: Provenance = or_default "source", "เอกสารต้นฉบับ", twin always;
        /// Not to be published.
        pub(crate) draft: bool = or_default "draft", "ร่าง ยังไม่เผยแพร่", eg "true", shown "ไม่แสดง" "nowhere", twin never, by draft;
    }
}

structure! {
    /// The day on which it was adopted, and the meeting that decided.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Adoption, "วันที่เห็นชอบ และผู้เห็นชอบ", shown "หัวของหน้า" "the head of the page" {
        /// The day.
        pub(crate) date: Option<Spanned<Date>> = optional "date", "วันที่", eg "2024-12-20";
        /// The meeting or person.
        pub(crate) by: Option<Spanned<String>> = optional "by", "ที่ประชุมหรือผู้เห็นชอบ", eg "ที่ประชุมคณะผู้บริหาร";
    }
}

/// True if `word` is a top-level key of front matter; a body that begins with one was not meant as
/// text.
pub(super) fn is_key(word: &str) -> bool {
    FrontMatter::shape().structure().is_some_and(|structure| structure.fields.iter().any(|field| field.key == word))
}

impl FrontMatter {
    /// Fiscal year of the assessment that the page is about, if stated.
    pub fn assessed_year(&self) -> Option<FiscalYear> {
        let of_assessment = self.assessment.as_ref().and_then(|assessment| assessment.year.as_ref());
        of_assessment.or(self.analysed_year.as_ref()).map(|year| year.value)
    }
}

/// Reports an empty `draft:`: read as false, it would publish a page that was meant to be held
/// back.
fn draft(fields: &mut Fields<'_, '_, '_>) -> bool {
    if let Some(key) = fields.empty("draft") {
        fields.context().report("empty-value", &key);
    }
    fields.optional("draft").unwrap_or(false)
}

/// A language tag (`th`, `en`, `zh-Hans`), by which screen readers choose their voice.
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
