//! มาตรการ: action, responsible units, period and monitoring.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Cadence;
use crate::base::ItemCode;
use crate::thai::{Month, says_something};
use crate::yaml::{Context, Spanned, structure};

structure! {
    /// One measure.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Measure, "มาตรการหนึ่งข้อ", shown "ตารางมาตรการของหน้า" "the plan of measures of the page" {
        /// Its id, also its anchor on the page.
        pub(crate) id: Spanned<String> = required "id", "รหัสของมาตรการ ใช้อ้างถึง และเป็นจุดเชื่อมในหน้า", eg "m1";
        /// What is to be done, in a sentence.
        pub(crate) title: Option<Spanned<String>> = optional "title", "มาตรการ/แนวทาง", eg "จัดทำคู่มือการให้บริการประชาชน";
        /// What it answers.
        pub(crate) addresses: MeasureTargets = or_default "addresses", "ตัวชี้วัด ข้อคำถาม หรือข้อ OIT ที่มาตรการนี้แก้ไข", twin always;
        /// How, step by step.
        pub(crate) steps: Vec<Spanned<String>> = list "steps", "ขั้นตอนหรือวิธีการ", eg "[ประชุมคณะทำงาน, ประกาศใช้คู่มือ]";
        /// By whom.
        pub(crate) responsible: Responsible = or_default "responsible", "ผู้รับผิดชอบ", twin always;
        /// When.
        pub(crate) period: Option<Spanned<Period>> = optional "period", "ระยะเวลาดำเนินการ";
        /// How it is followed.
        pub(crate) monitoring: Vec<Spanned<String>> = list "monitoring", "แนวทางการกำกับติดตาม", eg "[ติดตามในที่ประชุมประจำเดือน]";
        /// How its result is reported.
        pub(crate) report: Option<Reporting> = optional "report", "การรายงานผล";
        /// What it costs, as typed.
        pub(crate) budget: Option<Spanned<String>> = optional "budget", "งบประมาณ ตามที่พิมพ์ไว้", eg "ไม่ใช้งบประมาณ";
    }
}

structure! {
    /// What a measure answers.
    #[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct MeasureTargets, "สิ่งที่มาตรการแก้ไข", shown "ช่องตัวชี้วัดของตารางมาตรการ" "the column of indicators of the plan" {
        /// Numbers of indicators.
        pub(crate) indicators: Vec<Spanned<u32>> = list "indicators", "หมายเลขตัวชี้วัด", eg "[9]";
        /// Codes of questions.
        pub(crate) questions: Vec<Spanned<String>> = list "questions", "รหัสข้อคำถาม", eg "[E1]";
        /// Codes of items.
        pub(crate) items: Vec<Spanned<ItemCode>> = list "items", "รหัสข้อ OIT", eg "[O17]";
    }
}

structure! {
    /// Who does it.
    #[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Responsible, "ผู้รับผิดชอบ", shown "ช่องผู้รับผิดชอบของตารางมาตรการ" "the columns of those responsible of the plan" {
        /// Divisions.
        pub(crate) units: Vec<Spanned<String>> = list "units", "หน่วยงาน (สำนัก กอง)", eg "[สำนักปลัด]";
        /// Posts, not names of persons.
        pub(crate) posts: Vec<Spanned<String>> = list "posts", "ตำแหน่ง ไม่ใช่ชื่อบุคคล", eg "[นักทรัพยากรบุคคล]";
    }
}

structure! {
    /// When: months, quarters of the fiscal year, or only words.
    #[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Period, "ช่วงเวลา", shown "ช่องระยะเวลาของตารางมาตรการ" "the column of time of the plan", then Period::check {
        /// First month.
        pub(crate) from: Option<Spanned<Month>> = optional "from", "เดือนแรก", eg "2024-10";
        /// Last month.
        pub(crate) to: Option<Spanned<Month>> = optional "to", "เดือนสุดท้าย", eg "2025-03";
        /// Quarters of the fiscal year, 1–4.
        pub(crate) quarters: Vec<Spanned<u32>> = list "quarters", "ไตรมาสของปีงบประมาณ 1–4", eg "[1, 2]";
        /// The words of the paper.
        pub(crate) label: Option<Spanned<String>> = optional "label", "ข้อความตามเอกสาร", eg "ตลอดปีงบประมาณ";
    }
}

structure! {
    /// How results are reported.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Reporting, "การรายงานผล", shown "ช่องการรายงานผลของตารางมาตรการ" "the column of reports of the plan" {
        /// How often.
        pub(crate) cadence: Vec<Spanned<Cadence>> = list "cadence", "ความถี่ของการรายงาน", eg "[6m, 12m]";
        /// Until when.
        pub(crate) by: Option<Spanned<Month>> = optional "by", "รายงานภายในเดือน", eg "2025-04";
        /// Where.
        pub(crate) location: Option<Spanned<String>> = optional "where", "รายงานที่ใด", eg "เว็บไซต์ของหน่วยงาน";
    }
}

impl Measure {
    /// True if it says what is to be done.
    pub fn is_titled(&self) -> bool {
        self.title.as_ref().is_some_and(|title| says_something(&title.value))
    }

    /// True if steps are stated.
    pub fn has_steps(&self) -> bool {
        any_says_something(&self.steps)
    }

    /// True if it is stated when.
    pub fn has_period(&self) -> bool {
        self.period.as_ref().is_some_and(|period| period.value.is_stated())
    }

    /// True if monitoring or a report is stated.
    pub fn is_followed(&self) -> bool {
        any_says_something(&self.monitoring) || self.report.as_ref().is_some_and(Reporting::is_stated)
    }
}

impl MeasureTargets {
    /// True if no target is stated.
    pub fn is_empty(&self) -> bool {
        self.indicators.is_empty() && self.questions.is_empty() && self.items.is_empty()
    }
}

impl Responsible {
    /// True if neither units nor posts are stated.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty() && !any_says_something(&self.posts)
    }
}

impl Period {
    fn is_stated(&self) -> bool {
        let has_time = self.from.is_some() || self.to.is_some() || !self.quarters.is_empty();
        has_time || any_says_something(self.label.as_slice())
    }
}

impl Reporting {
    fn is_stated(&self) -> bool {
        !self.cadence.is_empty() || self.by.is_some() || any_says_something(self.location.as_slice())
    }
}

fn any_says_something(texts: &[Spanned<String>]) -> bool {
    texts.iter().any(|text| says_something(&text.value))
}

impl Period {
    fn check(&mut self, context: &mut Context<'_>) {
        for quarter in self.quarters.iter().filter(|quarter| !(1..=4).contains(&quarter.value)) {
            context.report("unknown-value", &quarter.span).set("text", quarter.value).set("known", "1, 2, 3, 4");
        }
        in_order(self.from.as_ref(), self.to.as_ref(), context);
    }
}

/// Reports a range of months whose end is before its start.
pub(super) fn in_order(from: Option<&Spanned<Month>>, to: Option<&Spanned<Month>>, context: &mut Context<'_>) {
    if let (Some(from), Some(to)) = (from, to)
        && from.value > to.value
    {
        context.report("period-backwards", &to.span).set("from", from.value).set("to", to.value);
    }
}
