//! The text of a first `site.yaml`.

use serde_json::Value;

use super::form::{Form, KnownValues};
use crate::base::Lang;
use crate::config::SiteFile;
use crate::thai::FiscalYear;
use crate::words::new as words;
use crate::yaml::{Declared, StructureField};

/// What a site file needs, as typed; empty if it was not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteAnswers {
    /// Full name of the body.
    pub name: String,
    /// What kind of body it is.
    pub kind: String,
    /// District.
    pub district: String,
    /// Province.
    pub province: String,
    /// Divisions.
    pub units: Vec<String>,
    /// Address of the site.
    pub base_url: String,
    /// Fiscal years to publish.
    pub years: Vec<String>,
}

/// Fields that every body fills in; the others are offered as comments.
const FIRST: [&str; 5] = ["agency", "base_url", "units", "contact", "years"];

/// `site.yaml` with the answers. Says nothing else about the body.
pub(super) fn site_text(answers: &SiteAnswers, lang: Lang) -> String {
    let shape = SiteFile::shape();
    let Some(structure) = shape.structure() else { return String::new() };
    let mut form = Form::new(lang, known(answers));
    form.note(words::site_head(lang));
    let (first, others): (Vec<&StructureField>, Vec<&StructureField>) =
        structure.fields.iter().partition(|field| FIRST.contains(&field.key));
    first.into_iter().for_each(|field| form.field(structure, field.key));
    form.note(words::site_others(lang));
    others.into_iter().for_each(|field| form.offer(structure, field.key));
    form.text()
}

fn known(answers: &SiteAnswers) -> KnownValues {
    let text = |text: &String| Some(Value::from(text.trim())).filter(|text| text != "");
    // A year that is none stays as typed, and the reader says so.
    let year = |typed: &String| FiscalYear::parse(typed).map_or_else(|| Value::from(typed.trim()), |year| year.number().into());
    let list = |list: Vec<Value>| Some(Value::from(list)).filter(|list| list.as_array().is_some_and(|list| !list.is_empty()));
    let values = [
        ("agency.name", text(&answers.name)),
        ("agency.type", text(&answers.kind)),
        ("agency.district", text(&answers.district)),
        ("agency.province", text(&answers.province)),
        ("base_url", text(&answers.base_url)),
        ("units", list(answers.units.iter().filter_map(text).collect())),
        ("years", list(answers.years.iter().map(year).collect())),
    ];
    values.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}
