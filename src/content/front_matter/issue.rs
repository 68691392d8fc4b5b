//! ประเด็น: topics with questions, findings and limitations (S3).

use borsh::{BorshDeserialize, BorshSerialize};

use crate::yaml::{Decimal, Fields, Spanned, structure};

structure! {
    /// One topic.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Issue, "ประเด็นหนึ่งเรื่อง", shown "ตารางวิเคราะห์ประเด็น" "the analysis by topic" {
        /// Its id on the page.
        pub(crate) id: Spanned<String> = required "id", "รหัสของประเด็น", eg "i1";
        /// Its name.
        pub(crate) title: Option<Spanned<String>> = optional "title", "ชื่อประเด็น", eg "กระบวนการปฏิบัติงานที่โปร่งใส";
        /// Codes of questions of the assessment.
        pub(crate) questions: Vec<Spanned<String>> = list "questions", "รหัสข้อคำถาม", eg "[E1, I2]";
        /// Numbers of indicators.
        pub(crate) indicators: Vec<Spanned<u32>> = list "indicators", "หมายเลขตัวชี้วัด", eg "[6]";
        /// What was found.
        pub(crate) findings: Vec<Finding> = list "findings", "ข้อค้นพบ";
        /// Limitations of the body; an empty list says that there are none.
        pub(crate) limitations: Option<Vec<Spanned<String>>> = optional "limitations", "ข้อจำกัดของหน่วยงาน รายการว่าง [] หมายความว่าไม่มี",
            eg "[บุคลากรไม่เพียงพอ]", by limitations;
        /// Ids of measures that answer it.
        pub(crate) measures: Vec<Spanned<String>> = list "measures", "รหัสของมาตรการที่แก้ไขประเด็นนี้", eg "[m1]";
    }
}

structure! {
    /// What was found, for which questions.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Finding, "ข้อค้นพบหนึ่งข้อ", shown "ช่องข้อค้นพบของตารางวิเคราะห์" "the findings of the analysis" {
        /// Codes of questions.
        pub(crate) about: Vec<Spanned<String>> = list "for", "รหัสข้อคำถามที่เกี่ยวข้อง", eg "[E1]";
        /// Percent of respondents.
        pub(crate) percent: Option<Spanned<Decimal>> = optional "percent", "ร้อยละของผู้ตอบ", eg "12.5";
        /// Number of respondents.
        pub(crate) base: Option<Spanned<u32>> = optional "base", "จำนวนผู้ตอบทั้งหมด", eg "120";
        /// The finding.
        pub(crate) text: Option<Spanned<String>> = optional "text", "ข้อค้นพบ", eg "ผู้รับบริการบางส่วนเห็นว่าขั้นตอนไม่ชัดเจน";
    }
}

impl Issue {
    /// The limitations, empty if none are stated.
    pub fn limitations(&self) -> &[Spanned<String>] {
        self.limitations.as_deref().unwrap_or_default()
    }
}

/// An empty key states nothing: read as "there are none", it would publish a claim nobody made.
fn limitations(fields: &mut Fields<'_, '_, '_>) -> Option<Vec<Spanned<String>>> {
    if let Some(key) = fields.empty("limitations") {
        fields.context().report("empty-value", &key).set("none", "limitations: []");
    }
    fields.optional("limitations")
}
