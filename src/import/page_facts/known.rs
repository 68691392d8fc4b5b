//! What is known of the site, and what a document gives.

use serde_json::Value;

use super::Doubt;
use crate::attachment::TextPosition;
use crate::thai::FiscalYear;

/// What is known of the site.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The year of the folder that the page goes to.
    pub fiscal_year: Option<FiscalYear>,
    /// The item that the page is for.
    pub item: Option<String>,
    /// Items of the year that are plans of measures.
    pub plan_items: Vec<String>,
    /// Names of divisions.
    pub units: Vec<String>,
    /// Measures of the plan that a report is on; may be empty.
    pub plan: Vec<KnownMeasure>,
    /// Indicators of the year's list.
    pub indicators: Vec<KnownIndicator>,
}

/// A measure of the plan.
#[derive(Clone, Debug)]
pub struct KnownMeasure {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// An indicator of the year's list.
#[derive(Clone, Debug)]
pub struct KnownIndicator {
    /// Its canonical number.
    pub no: u32,
    /// The instrument that it belongs to.
    pub instrument: KnownInstrument,
    /// Its name.
    pub name: String,
}

/// The instruments of the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownInstrument {
    /// Internal survey.
    Iit,
    /// External survey.
    Eit,
    /// Open data.
    Oit,
}

impl KnownInstrument {
    /// In the order of the model.
    pub(super) const ALL: [KnownInstrument; 3] = [KnownInstrument::Iit, KnownInstrument::Eit, KnownInstrument::Oit];

    /// As front matter writes it.
    pub fn id(self) -> &'static str {
        match self {
            KnownInstrument::Iit => "IIT",
            KnownInstrument::Eit => "EIT",
            KnownInstrument::Oit => "OIT",
        }
    }
}

/// The page that a document gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportedPage {
    /// What kind of page it is, if it has a table that says so.
    pub kind: Option<PageKind>,
    /// The code of a checklist item, if one is named. A report may name that of its plan.
    pub item: Option<ItemHint>,
    /// As found in title, headings or periods.
    pub fiscal_year: Option<FiscalYear>,
    /// What was found, as an object with the keys of front matter in their order.
    pub front_matter: Value,
    /// Running text in order, and tables that found no place, as Markdown.
    pub body: Vec<String>,
    /// What the author has to look at.
    pub doubts: Vec<Doubt>,
}

/// Kinds of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// A plan of measures.
    Measures,
    /// A progress report.
    Progress,
}

/// A code of a checklist item in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemHint {
    /// As `O42`.
    pub code: String,
    /// Where it stands.
    pub place: TextPosition,
}
