//! Types of a catalogue.

use super::names::{Applies, Attestation, ComponentBlock, Confidence, DataYear};
use super::{Instrument, Kind};
use crate::base::{ItemCode, Lang, is_device};
use crate::thai::FiscalYear;
use crate::yaml::{Context, Named, Spanned, structure};

structure! {
    /// The checklist of one fiscal year.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Catalogue, "รายการตรวจของปีงบประมาณหนึ่ง", shown "หน้าของปี และหน้าของแต่ละข้อ" "the page of the year and of each item",
    then Catalogue::check {
        /// The year it is for.
        pub(crate) fiscal_year: Spanned<FiscalYear> = required "fiscal_year", "ปีงบประมาณ", eg "2570";
        /// Whose list it is: `nacc-oit` for the national one.
        pub(crate) programme: String = or("own".to_owned()) "programme", "รายการของใคร nacc-oit คือรายการระดับประเทศ", eg "nacc-oit", shown "ไม่แสดง" "nowhere";
        /// What it is called.
        pub(crate) title: Translated = or_default "title", "ชื่อรายการ";
        /// How much of it can be relied on.
        pub(crate) confidence: Confidence = or(Confidence::High) "confidence", "เชื่อถือได้เพียงใด", eg "medium";
        /// Why.
        pub(crate) confidence_reason: Option<Translated> = optional "confidence_reason", "เพราะเหตุใด";
        /// Where it was read.
        pub(crate) sources: Vec<String> = list "sources", "แหล่งที่มา", eg "[คู่มือการประเมิน]", shown "ไม่แสดง" "nowhere";
        /// Percent of the total by instrument, if known.
        pub(crate) weights: Option<Spanned<Weights>> = optional "weights", "น้ำหนักคะแนนของแบบวัด";
        /// Whether a source states the weights for this year.
        pub(crate) weights_attested: bool = or(true) "weights_attested", "มีแหล่งที่มาของน้ำหนักคะแนนหรือไม่", eg "false";
        /// Whether a source confirms how many items each sub-indicator asks.
        pub(crate) item_counts_attested: bool = or(true) "item_counts_attested", "มีแหล่งที่มาของจำนวนข้อหรือไม่", eg "false";
        /// From best to worst; empty if not known.
        pub(crate) grades: Vec<Grade> = list "grades", "ระดับผลการประเมิน จากสูงไปต่ำ";
        /// Whether a source states the grades for this year.
        pub(crate) grades_attested: bool = or(true) "grades_attested", "มีแหล่งที่มาของระดับหรือไม่", eg "false";
        /// The score from which an indicator passes.
        pub(crate) pass_target: Option<f64> = optional "pass_target", "คะแนนที่ถือว่าผ่าน", eg "85";
        /// Instruments with the names of their indicators.
        pub(crate) instruments: Vec<InstrumentNames> = list "instruments", "แบบวัดและชื่อตัวชี้วัด";
        /// Codes of survey questions that exist.
        pub(crate) questions: Vec<QuestionRange> = list "questions", "รหัสข้อคำถามที่มี";
        /// Names of subjects that this catalogue brings along.
        pub(crate) subjects: Named<Translated> = or_default "subjects", "ชื่อเรื่องข้ามปีที่เพิ่มเอง", eg "{own-subject: เรื่องของเรา}",
            shown "หน้าของเรื่อง" "the page of the subject";
        /// The checklist itself.
        pub(crate) indicators: Vec<Indicator> = required "indicators", "ตัวชี้วัดและข้อ";
    }
    with {
        /// Whether all of the checklist could be read.
        pub is_whole: bool = true;
    }
}

structure! {
    /// A text in Thai, and in English where there is one; a text alone is Thai.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Translated, "ข้อความไทย และอังกฤษถ้ามี ข้อความเดี่ยวคือไทย", shown "ตามที่ใช้" "where it is used", short "th" {
        /// Thai.
        pub(crate) th: String = required "th", "ไทย", eg "การเปิดเผยข้อมูล";
        /// English.
        pub(crate) en: Option<String> = optional "en", "อังกฤษ", eg "Disclosure";
    }
}

structure! {
    /// Percent of the total.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Weights, "ร้อยละของคะแนนรวม รวมกันได้ 100", shown "หน้าของปี" "the page of the year" {
        /// Internal survey.
        pub(crate) iit: f64 = required "IIT", "แบบวัดภายใน", eg "30";
        /// External survey.
        pub(crate) eit: f64 = required "EIT", "แบบวัดภายนอก", eg "30";
        /// Open data.
        pub(crate) oit: f64 = required "OIT", "แบบตรวจการเปิดเผยข้อมูล", eg "40";
    }
}

structure! {
    /// A grade and its lower limits.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Grade, "ระดับผลการประเมิน และคะแนนขั้นต่ำ", shown "หน้าของปี" "the page of the year" {
        /// Its name, as `AA`.
        pub(crate) name: String = required "grade", "ชื่อระดับ", eg "ผ่านดี";
        /// The least total.
        pub(crate) min: f64 = required "min", "คะแนนรวมขั้นต่ำ", eg "95";
        /// The least score of each instrument.
        pub(crate) each_min: Option<f64> = optional "each_min", "คะแนนขั้นต่ำของทุกแบบวัด", eg "85";
    }
}

structure! {
    /// An instrument and its indicators.
    #[derive(Clone, Debug, PartialEq)]
    pub struct InstrumentNames, "แบบวัดและตัวชี้วัดของแบบวัด", shown "ตารางคะแนน" "tables of scores" {
        /// Which.
        pub(crate) id: Instrument = required "id", "แบบวัดใด", eg "OIT";
        /// Its full name.
        pub(crate) name: Translated = required "name", "ชื่อเต็ม";
        /// Number and name of each indicator.
        pub(crate) indicators: Vec<IndicatorName> = list "indicators", "หมายเลขและชื่อตัวชี้วัด";
    }
}

structure! {
    /// The name of an indicator.
    #[derive(Clone, Debug, PartialEq)]
    pub struct IndicatorName, "ชื่อตัวชี้วัด", shown "ตารางคะแนน" "tables of scores" {
        /// Its number, 1–10.
        pub(crate) no: u32 = required "no", "หมายเลข 1–10", eg "9";
        /// Its name.
        pub(crate) name: String = required "name", "ชื่อ", eg "การเปิดเผยข้อมูล";
    }
}

structure! {
    /// Questions of a survey: `E1`–`E15`.
    #[derive(Clone, Debug, PartialEq)]
    pub struct QuestionRange, "ช่วงรหัสข้อคำถาม เช่น E1–E15", shown "ไม่แสดง" "nowhere" {
        /// Which survey.
        pub(crate) instrument: Instrument = required "instrument", "แบบวัดใด", eg "EIT";
        /// First number.
        pub(crate) first: u32 = required "first", "หมายเลขแรก", eg "1";
        /// Last number.
        pub(crate) last: u32 = required "last", "หมายเลขสุดท้าย", eg "15";
        /// How well it is known.
        pub(crate) attestation: Attestation = or(Attestation::Own) "attestation", "มีแหล่งที่มาเพียงใด", eg "one_source";
    }
}

structure! {
    /// An indicator of the checklist.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Indicator, "ตัวชี้วัด", shown "หน้าของปี" "the page of the year" {
        /// 9 or 10 in the national list.
        pub(crate) no: u32 = required "no", "หมายเลข", eg "9";
        /// Its name.
        pub(crate) title: String = required "title", "ชื่อ", eg "การเปิดเผยข้อมูล";
        /// Its parts.
        pub(crate) sub_indicators: Vec<SubIndicator> = list "sub_indicators", "ตัวชี้วัดย่อย";
    }
}

structure! {
    /// A part of an indicator.
    #[derive(Clone, Debug, PartialEq)]
    pub struct SubIndicator, "ตัวชี้วัดย่อย", shown "หน้าของปี" "the page of the year" {
        /// `9.1`.
        pub(crate) number: String = required "number", "หมายเลข", eg "'9.1'";
        /// Its name.
        pub(crate) title: String = required "title", "ชื่อ", eg "ข้อมูลพื้นฐาน";
        /// How many items it has, to be compared.
        pub(crate) asked: Option<Spanned<u32>> = optional "asked", "จำนวนข้อ ใช้ตรวจทาน", eg "1", shown "ไม่แสดง" "nowhere";
        /// Its parts.
        pub(crate) groups: Vec<Group> = list "groups", "กลุ่มของข้อ";
    }
}

structure! {
    /// Items under one heading of the list.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Group, "ข้อภายใต้หัวเดียวกัน", shown "หน้าของปี" "the page of the year" {
        /// The heading, if the list has one.
        pub(crate) title: Option<String> = optional "title", "หัวข้อกลุ่ม ถ้ามี", eg "ข้อมูลทั่วไป";
        /// The items.
        pub(crate) items: Vec<Item> = list "items", "ข้อ";
    }
}

structure! {
    /// An item of the checklist.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Item, "ข้อของรายการตรวจ", shown "หน้าของข้อ" "the page of the item", then Item::check {
        /// Its code.
        pub(crate) code: Spanned<ItemCode> = required "code", "รหัสข้อ", eg "O1";
        /// Its name in the list.
        pub(crate) title: String = required "title", "ชื่อข้อ", eg "โครงสร้าง";
        /// Stable names of what it is about, the same in every year.
        pub(crate) subjects: Vec<Spanned<String>> = list "subjects", "ชื่อเรื่องข้ามปี เป็นส่วนหนึ่งของที่อยู่เว็บ", eg "[structure]";
        /// What its page is, unless the page says otherwise.
        pub(crate) kind: Kind = or(Kind::Evidence) "kind", "ประเภทของหน้า", eg "measures";
        /// How well it is attested.
        pub(crate) attestation: Attestation = or(Attestation::Own) "attestation", "มีแหล่งที่มาเพียงใด", eg "two_sources";
        /// What its page must show.
        pub(crate) components: Vec<Component> = list "components", "องค์ประกอบที่หน้าต้องมี";
        /// A remark of those who collected the list.
        pub(crate) note: Option<String> = optional "note", "หมายเหตุของผู้รวบรวม", eg "ชื่อข้อตามคู่มือ", shown "ไม่แสดง" "nowhere";
        /// Which fiscal year's data it asks for, where a source says so.
        pub(crate) data_year: Option<DataYear> = optional "data_year", "ต้องใช้ข้อมูลของปีใด", eg "previous";
    }
}

structure! {
    /// Something an assessor looks for on the page.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Component, "องค์ประกอบที่ผู้ประเมินมองหาในหน้า", shown "รายการองค์ประกอบของหน้า" "the list of required components",
    then Component::check {
        /// Stable id, also its anchor.
        pub(crate) id: Spanned<String> = required "id", "รหัส และจุดเชื่อมในหน้า", eg "chart";
        /// What it is.
        pub(crate) title: Translated = required "title", "ชื่อองค์ประกอบ";
        /// How well it is attested.
        pub(crate) attestation: Attestation = or(Attestation::Own) "attestation", "มีแหล่งที่มาเพียงใด", eg "two_sources";
        /// The block of front matter that shows it by itself.
        pub(crate) shown_by: Option<ComponentBlock> = optional "shown_by", "ข้อมูลต้นไฟล์ที่แสดงองค์ประกอบนี้", eg "measures";
        /// Asked of some bodies only (`local`).
        pub(crate) applies: Option<Applies> = optional "applies", "ใช้กับหน่วยงานใด local คือ อปท.", eg "local";
    }
}

/// An item with its group, sub-indicator and indicator.
#[derive(Clone, Copy, Debug)]
pub struct ItemPosition<'a> {
    pub(crate) indicator: &'a Indicator,
    pub(crate) sub_indicator: &'a SubIndicator,
    pub(crate) group: &'a Group,
    pub(crate) item: &'a Item,
}

impl Catalogue {
    fn check(&mut self, context: &mut Context<'_>) {
        self.is_whole = !context.unread.outermost("indicators");
        let sum = |weights: &Weights| weights.iit + weights.eit + weights.oit;
        if let Some(weights) = self.weights.as_ref().filter(|weights| (sum(weights) - 100.0).abs() > 0.001) {
            context.report("weights-sum", &weights.span).set("sum", sum(weights));
        }
    }
}

impl Item {
    /// A subject is a URL segment (`/topics/SUBJECT/`); malformed ones are reported and removed.
    fn check(&mut self, context: &mut Context<'_>) {
        self.subjects.retain(|subject| {
            let is_subject = is_subject(&subject.value);
            if !is_subject {
                context.report("id-form", &subject.span).set("id", &subject.value);
            }
            is_subject
        });
    }
}

impl Component {
    /// An id is an anchor of the page, so it has no blanks.
    fn check(&mut self, context: &mut Context<'_>) {
        let id = &self.id;
        let begins = id.value.starts_with(|c: char| c.is_ascii_alphabetic());
        if !begins || !id.value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
            context.report("id-form", &id.span).set("id", &id.value);
        }
    }
}

fn is_subject(name: &str) -> bool {
    let is_plain = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    is_plain && !is_device(name)
}

impl Catalogue {
    /// All items in catalogue order.
    pub fn items(&self) -> impl Iterator<Item = ItemPosition<'_>> {
        self.indicators.iter().flat_map(|indicator| {
            indicator.sub_indicators.iter().flat_map(move |sub_indicator| {
                sub_indicator
                    .groups
                    .iter()
                    .flat_map(move |group| group.items.iter().map(move |item| ItemPosition { indicator, sub_indicator, group, item }))
            })
        })
    }

    /// Item with this code.
    pub fn item(&self, code: &ItemCode) -> Option<ItemPosition<'_>> {
        self.items().find(|position| position.item.code.value == *code)
    }

    /// The code in the catalogue nearest to an unknown one: O99 → O9.
    pub fn nearest(&self, code: &ItemCode) -> Option<&ItemCode> {
        let wanted = code.to_string();
        self.items()
            .map(|position| &position.item.code.value)
            .min_by_key(|known| (strsim::levenshtein(&wanted, &known.to_string()), known.number().abs_diff(code.number())))
    }

    /// Name of an indicator of any instrument.
    pub fn indicator_name(&self, no: u32) -> Option<&str> {
        let named = self.instruments.iter().flat_map(|instrument| &instrument.indicators);
        named.into_iter().find(|named| named.no == no).map(|named| named.name.as_str())
    }

    /// Instrument of an indicator.
    pub fn instrument_of(&self, no: u32) -> Option<&InstrumentNames> {
        self.instruments.iter().find(|instrument| instrument.indicators.iter().any(|named| named.no == no))
    }
}

impl SubIndicator {
    /// Items of all groups.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.groups.iter().flat_map(|group| &group.items)
    }
}

impl Item {
    /// The year whose data it asks for, in the checklist of `year`; the current one if nothing is stated.
    pub fn data_of(&self, year: FiscalYear) -> Option<FiscalYear> {
        match self.data_year {
            Some(DataYear::Previous) => year.previous(),
            Some(DataYear::Current) | None => Some(year),
        }
    }

    /// True if reports must label it provisional, as no independent source states it.
    pub fn is_provisional(&self) -> bool {
        matches!(self.attestation, Attestation::Inferred | Attestation::Unsourced)
    }
}

impl Component {
    /// True if a source states it as a requirement.
    pub fn is_attested(&self) -> bool {
        self.attestation <= Attestation::Own
    }
}

impl Translated {
    /// Text in `lang`, falling back to Thai.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::English, Some(en)) => en,
            _ => &self.th,
        }
    }
}
