//! What a catalogue is.

use crate::base::{ItemCode, Lang};
use crate::catalogue::{Instrument, Kind};
use crate::thai::FiscalYear;
use crate::yaml::Spanned;

/// The checklist of one fiscal year.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// The year it is for.
    pub fiscal_year: Spanned<FiscalYear>,
    /// Whose list it is: `nacc-oit` for the national one.
    pub programme: String,
    /// What it is called.
    pub title: Translated,
    /// How much of it can be relied on.
    pub confidence: Confidence,
    /// Why.
    pub confidence_reason: Option<Translated>,
    /// Where it was read.
    pub sources: Vec<String>,
    /// Percent of the total by instrument, if known.
    pub weights: Option<Weights>,
    /// Whether a source states the weights for this year.
    pub weights_attested: bool,
    /// Whether a source confirms how many items each sub-indicator asks.
    pub item_counts_attested: bool,
    /// From best to worst; empty if not known.
    pub grades: Vec<Grade>,
    /// Whether a source states the grades for this year.
    pub grades_attested: bool,
    /// The score from which an indicator passes.
    pub pass_target: Option<f64>,
    /// Instruments with the names of their indicators.
    pub instruments: Vec<InstrumentNames>,
    /// Codes of survey questions that exist.
    pub questions: Vec<QuestionRange>,
    /// The checklist itself.
    pub indicators: Vec<Indicator>,
    /// Whether all of it could be read.
    pub is_whole: bool,
    /// Names of subjects that this catalogue brings along.
    pub subjects: Vec<(String, Translated)>,
}

/// A text in Thai, and in English where there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translated {
    /// ไทย
    pub th: String,
    /// English
    pub en: Option<String>,
}

/// How much of a list can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Two complete independent lists.
    High,
    /// One complete list.
    Medium,
    /// Parts are recollection or inference: said at the first use of the year.
    Low,
}

/// How well an item or component is attested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attestation {
    /// Two independent sources.
    TwoSources,
    /// One source.
    OneSource,
    /// One source of another sector, wording adapted.
    OneSourceAdapted,
    /// A body's own list, as the body gives it.
    Own,
    /// Common knowledge, to be confirmed in the handbook.
    Background,
    /// Follows from other facts.
    Inferred,
    /// No source.
    Unsourced,
    /// What bodies publish or what we advise; not a requirement of the handbook.
    Practice,
}

/// Percent of the total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// Internal survey.
    pub iit: f64,
    /// External survey.
    pub eit: f64,
    /// Open data.
    pub oit: f64,
}

/// A grade and its lower limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Grade {
    /// Its name: `AA`, ผ่านดี.
    pub name: String,
    /// The least total.
    pub min: f64,
    /// The least score of each instrument.
    pub each_min: Option<f64>,
}

/// An instrument and its indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct InstrumentNames {
    /// Which.
    pub id: Instrument,
    /// Its full name.
    pub name: Translated,
    /// Number and name of each indicator.
    pub indicators: Vec<(u32, String)>,
}

/// `E1`–`E15`.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionRange {
    /// Which survey.
    pub instrument: Instrument,
    /// First number.
    pub first: u32,
    /// Last number.
    pub last: u32,
    /// How well it is known.
    pub attestation: Attestation,
}

/// ตัวชี้วัด
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// 9 or 10 in the national list.
    pub no: u32,
    /// Its name.
    pub title: String,
    /// Its parts.
    pub sub_indicators: Vec<SubIndicator>,
}

/// ตัวชี้วัดย่อย
#[derive(Clone, Debug, PartialEq)]
pub struct SubIndicator {
    /// `9.1`.
    pub number: String,
    /// Its name.
    pub title: String,
    /// Its parts.
    pub groups: Vec<Group>,
}

/// Items under one heading of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The heading, if the list has one.
    pub title: Option<String>,
    /// The items.
    pub items: Vec<Item>,
}

/// ข้อ
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// `O42`.
    pub code: Spanned<ItemCode>,
    /// Its name in the list.
    pub title: String,
    /// What its page is, unless the page says otherwise.
    pub kind: Kind,
    /// Stable names of what it is about, the same in every year.
    pub subjects: Vec<String>,
    /// How well it is attested.
    pub attestation: Attestation,
    /// Which fiscal year's data it asks for, where a source says so.
    pub data_year: Option<DataYear>,
    /// What its page must show.
    pub components: Vec<Component>,
    /// A remark of those who collected the list.
    pub note: Option<String>,
}

/// The fiscal year of the data that an item asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataYear {
    /// The year under assessment.
    Current,
    /// The year before.
    Previous,
}

/// Something an assessor looks for on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Stable id, also its anchor.
    pub id: String,
    /// What it is.
    pub title: Translated,
    /// How well it is attested.
    pub attestation: Attestation,
    /// The block of front matter that shows it by itself.
    pub shown_by: Option<Spanned<String>>,
    /// Asked of some bodies only (`local`).
    pub applies: Option<String>,
}

/// An item and what it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct ItemPosition<'a> {
    /// Its indicator.
    pub indicator: &'a Indicator,
    /// Its sub-indicator.
    pub sub_indicator: &'a SubIndicator,
    /// Its group.
    pub group: &'a Group,
    /// The item.
    pub item: &'a Item,
}

impl Catalogue {
    /// All items in the order of the list.
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

    /// The item of a code.
    pub fn item(&self, code: &ItemCode) -> Option<ItemPosition<'_>> {
        self.items().find(|position| position.item.code.value == *code)
    }

    /// The code of the list that is nearest to one that is not in it: O99 → O9.
    pub fn nearest(&self, code: &ItemCode) -> Option<&ItemCode> {
        let wanted = code.to_string();
        self.items()
            .map(|position| &position.item.code.value)
            .min_by_key(|known| (strsim::levenshtein(&wanted, &known.to_string()), known.number().abs_diff(code.number())))
    }

    /// The name of an indicator of any instrument.
    pub fn indicator_name(&self, no: u32) -> Option<&str> {
        let named = self.instruments.iter().flat_map(|instrument| &instrument.indicators);
        named.into_iter().find(|(number, _)| *number == no).map(|(_, name)| name.as_str())
    }

    /// The instrument to which an indicator belongs.
    pub fn instrument_of(&self, no: u32) -> Option<&InstrumentNames> {
        self.instruments.iter().find(|instrument| instrument.indicators.iter().any(|(number, _)| *number == no))
    }
}

impl Item {
    /// Whether reports must call it provisional: no independent source gives it.
    pub fn is_provisional(&self) -> bool {
        matches!(self.attestation, Attestation::Inferred | Attestation::Unsourced)
    }
}

impl Component {
    /// Whether a source states it as a requirement.
    pub fn is_attested(&self) -> bool {
        self.attestation <= Attestation::Own
    }
}

impl Attestation {
    /// The key in the file and of its words in the theme.
    pub fn key(self) -> &'static str {
        match self {
            Attestation::TwoSources => "two_sources",
            Attestation::OneSource => "one_source",
            Attestation::OneSourceAdapted => "one_source_adapted",
            Attestation::Own => "own",
            Attestation::Background => "background",
            Attestation::Inferred => "inferred",
            Attestation::Unsourced => "unsourced",
            Attestation::Practice => "practice",
        }
    }
}

impl Translated {
    /// The text in `lang`, or in Thai.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::English, Some(en)) => en,
            _ => &self.th,
        }
    }
}
