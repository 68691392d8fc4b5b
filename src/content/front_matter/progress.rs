//! ผลการดำเนินการ: progress of the measures.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Status;
use crate::base::ItemCode;
use crate::thai::{FiscalYear, Month};
use crate::yaml::{Context, Fields, Spanned, structure};

structure! {
    /// The report on a plan of measures.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Progress, "รายงานผลตามแผนมาตรการ", shown "ตารางผลการดำเนินการของหน้า" "the progress table of the page" {
        /// The plan it reports on.
        pub(crate) of: Option<ProgressOf> = optional "of", "รายงานผลของแผนใด";
        /// The months it covers.
        pub(crate) covers: Option<Covers> = optional "covers", "ช่วงเดือนที่รายงาน";
        /// One entry per row of the report.
        pub(crate) entries: Vec<ProgressEntry> = list "entries", "ผลทีละแถว";
    }
}

structure! {
    /// The plan: an item of a year, or a page.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct ProgressOf, "แผนที่รายงานผล: ข้อของปี หรือหน้า", shown "หัวตารางผลการดำเนินการ" "the head of the progress table" {
        /// Item of the plan.
        pub(crate) item: Option<Spanned<ItemCode>> = optional "item", "ข้อ OIT ของแผน", eg "O42";
        /// Its fiscal year; that whose data the checklist requires by default.
        pub(crate) fiscal_year: Option<Spanned<FiscalYear>> = optional "fiscal_year", "ปีงบประมาณของแผน ถ้าไม่ใช่ปีที่รายการตรวจให้รายงาน", eg "2566";
        /// A page instead, as `2566/o42`.
        pub(crate) page: Option<Spanned<String>> = optional "page", "หน้าของแผน แทนข้อและปี", eg "2566/o42";
    }
}

structure! {
    /// Months reported on.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Covers, "ช่วงเดือนที่รายงาน", shown "หัวตารางผลการดำเนินการ" "the head of the progress table", then Covers::check {
        /// First month.
        pub(crate) from: Option<Spanned<Month>> = optional "from", "เดือนแรก", eg "2024-10";
        /// Last month.
        pub(crate) to: Option<Spanned<Month>> = optional "to", "เดือนสุดท้าย", eg "2025-03";
    }
}

structure! {
    /// One row.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct ProgressEntry, "ผลของมาตรการหนึ่งแถว", shown "แถวของตารางผลการดำเนินการ" "a row of the progress table" {
        /// Ids of the measures; S1 has rows for several.
        pub(crate) measures: Vec<Spanned<String>> = list "measures", "รหัสของมาตรการในแผน", eg "[m1]", also "measure", by measures;
        /// The measure in the words of this report, where they are printed a second time (S2).
        pub(crate) title: Option<Spanned<String>> = optional "title", "มาตรการตามถ้อยคำของรายงานนี้ ถ้าพิมพ์ซ้ำไว้", eg "จัดทำคู่มือ";
        /// How far it has come; `None` is a finding of the checks.
        pub(crate) status: Option<Spanned<Status>> = optional "status", "สถานะ", eg "done";
        /// What has come of it.
        pub(crate) results: Vec<Spanned<String>> = list "results", "ผลการดำเนินการ", eg "[ประกาศใช้คู่มือแล้ว 12 เรื่อง]";
        /// A remark.
        pub(crate) remark: Option<Spanned<String>> = optional "remark", "หมายเหตุ", eg "ใช้งบปกติ";
        /// Ids of evidence.
        pub(crate) evidence: Vec<Spanned<String>> = list "evidence", "รหัสของเอกสารหลักฐานในหน้า", eg "[e1]";
        /// The mark in the paper (`/`, empty).
        pub(crate) as_marked: Option<String> = optional "as_marked", "เครื่องหมายตามเอกสาร", eg "/", by as_marked;
    }
}

impl Covers {
    fn check(&mut self, context: &mut Context<'_>) {
        super::measure::in_order(self.from.as_ref(), self.to.as_ref(), context);
    }
}

/// Reads `measures`, or `measure` for a single one; one of them is required.
fn measures(fields: &mut Fields<'_, '_, '_>) -> Vec<Spanned<String>> {
    let mut measures: Vec<Spanned<String>> = fields.list("measures");
    measures.extend(fields.optional::<Spanned<String>>("measure"));
    if measures.is_empty() && !fields.is_unread("measures") && !fields.is_unread("measure") {
        fields.required::<Spanned<String>>("measure");
    }
    measures
}

/// Reads a mark. An empty one is kept, because it has a meaning (S2), whereas an empty text
/// elsewhere is an error.
fn as_marked(fields: &mut Fields<'_, '_, '_>) -> Option<String> {
    fields.node("as_marked").and_then(|node| node.text().map(str::to_owned))
}
