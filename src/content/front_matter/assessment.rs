//! Scores: the assessment result as reported by the body (S0, S3, S4).

use borsh::{BorshDeserialize, BorshSerialize};

use crate::catalogue::Instrument;
use crate::thai::FiscalYear;
use crate::yaml::{Decimal, Spanned, structure};

use super::PassClaim;

structure! {
    /// An ITA result. All scores are points of 100.
    #[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Assessment, "ผลการประเมิน คะแนนเต็ม 100", shown "ตารางคะแนนของหน้า" "the tables of scores of the page" {
        /// The fiscal year assessed.
        pub(crate) year: Option<Spanned<FiscalYear>> = optional "year", "ปีงบประมาณที่ประเมิน", eg "2565";
        /// The score of the whole body.
        pub(crate) total: Option<Spanned<Decimal>> = optional "total", "คะแนนรวม", eg "78.25";
        /// The grade, in the words of that year's table.
        pub(crate) grade: Option<Spanned<String>> = optional "grade", "ระดับผลการประเมิน ตามตารางของปีนั้น", eg "B";
        /// The score that was to be reached.
        pub(crate) target: Option<Spanned<Decimal>> = optional "target", "เกณฑ์เป้าหมาย", eg "85";
        /// How many people answered, by instrument.
        pub(crate) samples: Option<Samples> = optional "samples", "จำนวนผู้ตอบแบบวัด";
        /// Scores by instrument.
        pub(crate) instruments: Vec<InstrumentScores> = list "instruments", "คะแนนแยกตามแบบวัด";
        /// Scores by question.
        pub(crate) questions: Vec<Question> = list "questions", "คะแนนรายข้อคำถาม";
    }
}

structure! {
    /// Respondents of the two surveys.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Samples, "จำนวนผู้ตอบแบบวัด", shown "เหนือตารางคะแนน" "above the tables of scores" {
        /// Internal.
        pub(crate) iit: Option<Spanned<u32>> = optional "IIT", "ผู้มีส่วนได้ส่วนเสียภายใน", eg "45";
        /// External.
        pub(crate) eit: Option<Spanned<u32>> = optional "EIT", "ผู้มีส่วนได้ส่วนเสียภายนอก", eg "120";
    }
}

structure! {
    /// The indicators of one instrument.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct InstrumentScores, "คะแนนของแบบวัดหนึ่ง", shown "ตารางคะแนนรายตัวชี้วัด" "the table of scores by indicator" {
        /// Which.
        pub(crate) id: Spanned<Instrument> = required "id", "แบบวัดใด", eg "IIT";
        /// Number of the indicator that the paper calls the lowest.
        pub(crate) lowest: Option<Spanned<u32>> = optional "lowest", "ตัวชี้วัดที่เอกสารระบุว่าต่ำที่สุด", eg "4";
        /// Scores.
        pub(crate) indicators: Vec<IndicatorScore> = list "indicators", "คะแนนรายตัวชี้วัด";
        /// One text for the instrument: what is to be mended, improved, kept.
        pub(crate) reading: Option<Spanned<String>> = optional "reading", "ประเด็นที่ต้องแก้ไข ปรับปรุง หรือรักษาระดับ ของทั้งแบบวัด",
            eg "ควรเปิดเผยการใช้ทรัพย์สิน";
    }
}

structure! {
    /// One indicator.
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct IndicatorScore, "คะแนนของตัวชี้วัดหนึ่ง", shown "แถวของตารางคะแนน" "a row of the table of scores" {
        /// Its canonical number, 1–10.
        pub(crate) no: Spanned<u32> = required "no", "หมายเลขตัวชี้วัด 1–10", eg "4";
        /// Its name, if the paper gives another than the catalogue.
        pub(crate) name: Option<Spanned<String>> = optional "name", "ชื่อตัวชี้วัด ถ้าเอกสารเขียนต่างจากรายการ", eg "การใช้ทรัพย์สินของราชการ";
        /// Points.
        pub(crate) score: Option<Spanned<Decimal>> = optional "score", "คะแนน", eg "76.40";
        /// Whether the paper calls it passed.
        pub(crate) claim: Option<Spanned<PassClaim>> = optional "claim", "เอกสารระบุว่าผ่านหรือไม่", eg "pass";
    }
}

structure! {
    /// One question of a survey (S3).
    #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
    pub struct Question, "คะแนนของข้อคำถามหนึ่ง", shown "ตารางคะแนนรายข้อคำถาม" "the table of scores by question" {
        /// `E1`, `I21`.
        pub(crate) id: Spanned<String> = required "id", "รหัสข้อคำถาม", eg "E1";
        /// Points.
        pub(crate) score: Option<Spanned<Decimal>> = optional "score", "คะแนน", eg "81.33";
        /// Its wording.
        pub(crate) text: Option<Spanned<String>> = optional "text", "ข้อความของคำถาม", eg "เจ้าหน้าที่ให้บริการตามขั้นตอนหรือไม่";
        /// Whether it is answered yes or no: then its score and the share of the other answer make
        /// 100. No list says which questions are, so the author does.
        pub(crate) yes_no: bool = or_default "yes_no", "เป็นคำถามที่ตอบว่าใช่หรือไม่ใช่", eg "true";
    }
}

impl Assessment {
    /// True if it states more than whose result it is.
    pub fn is_stated(&self) -> bool {
        let has_score = self.total.is_some() || self.grade.is_some() || self.questions.iter().any(|question| question.score.is_some());
        has_score || self.instruments.iter().any(InstrumentScores::is_stated)
    }
}

impl InstrumentScores {
    /// True if it states more than the names of its indicators.
    pub fn is_stated(&self) -> bool {
        self.reading.is_some() || self.indicators.iter().any(|indicator| indicator.score.is_some() || indicator.claim.is_some())
    }
}
