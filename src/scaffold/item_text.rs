//! The text of a page of an item: its fields and headings, with nothing in them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::form::{Form, KnownValues, NOTE, one_line};
use crate::base::{ItemCode, Lang};
use crate::catalogue::{Applies, Catalogue, Component, ComponentBlock, DataYear, Item, Kind};
use crate::content::front_matter::{FrontMatter, Measure, View};
use crate::site::Site;
use crate::thai::FiscalYear;
use crate::words::new as words;
use crate::yaml::{Declared, is_default};

/// What a new page takes over from the page of the same subject in an earlier year.
#[derive(Clone, Debug, Default)]
pub(super) struct CarriedStructure {
    /// The division whose matter it is.
    pub(super) unit: Option<String>,
    /// Titles of its evidence.
    pub(super) evidence: Vec<String>,
    /// Layout of its tables.
    pub(super) view: View,
}

/// An item of a year for which a page is to be begun.
#[derive(Clone, Copy)]
pub(super) struct NewItem<'s> {
    pub(super) site: &'s Site,
    pub(super) year: FiscalYear,
    pub(super) catalogue: &'s Catalogue,
    pub(super) item: &'s Item,
}

/// A page that is a draft, so that nothing of it is published before it is filled in.
pub(super) fn item_text(new: NewItem<'_>, carried: &CarriedStructure, lang: Lang) -> String {
    let shape = FrontMatter::shape();
    let Some(structure) = shape.structure() else { return String::new() };
    let mut form = Form::new(lang, known(new, carried));
    form.note(&head(new, lang));
    let keys = keys(new.item, carried);
    ["title", "draft"].into_iter().for_each(|key| form.field(structure, key));
    for field in structure.fields.iter().filter(|field| keys.contains(field.key)) {
        form.field(structure, field.key);
    }
    evidence(&mut form, carried, lang);
    let headings: Vec<String> = headings(new).map(|component| heading(new, component)).collect();
    format!("---\n{}---\n{}", form.text(), headings.concat())
}

/// A page of an item that no list has: only so much that the reader says what is wrong with it.
pub(super) fn unknown_item_text(item: &ItemCode) -> String {
    format!("---\n{}---\n", crate::yaml::write_json(&json!({"title": item.to_string()})))
}

/// Fields that pages of a kind have, whatever their item.
pub(super) fn keys_of_kind(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Measures => &["analysed_year", "adopted", "measures"],
        Kind::Progress => &["round", "as_of", "progress"],
        Kind::Evidence => &[],
    }
}

/// Blocks of front matter that the item needs.
fn keys(item: &Item, carried: &CarriedStructure) -> BTreeSet<&'static str> {
    let needed = item.components.iter().filter_map(|component| component.shown_by).map(ComponentBlock::key);
    let view = (!is_default(&carried.view)).then_some("view");
    let wanted: BTreeSet<&str> = needed
        .filter_map(|block| block.split('.').next())
        .chain(keys_of_kind(item.kind).iter().copied())
        .chain(view)
        .chain(["unit"])
        .collect();
    let shape = FrontMatter::shape();
    let all = shape.structure().map(|structure| structure.fields).unwrap_or_default();
    all.iter().map(|field| field.key).filter(|key| wanted.contains(key)).collect()
}

fn known(new: NewItem<'_>, carried: &CarriedStructure) -> KnownValues {
    let title = words::item_title(new.site.config.lang(), &new.item.title, new.year);
    let mut known = KnownValues::from([("title", title.into()), ("draft", true.into())]);
    known.extend(carried.unit.as_ref().map(|unit| ("unit", unit.as_str().into())));
    if !is_default(&carried.view) {
        known.insert("view", carried.view.written());
    }
    if new.item.kind == Kind::Measures {
        known.insert("measures.id", "m1".into());
        if let Some(before) = new.year.previous() {
            known.insert("analysed_year", before.number().into());
            known.extend(result(new, before));
        }
    }
    if new.item.kind == Kind::Progress {
        known.extend(report(new));
    }
    known
}

/// The published result of the year before, or a form for it.
fn result(new: NewItem<'_>, before: FiscalYear) -> Vec<(&'static str, Value)> {
    if let Some(published) = new.site.assessments.get(&before) {
        let mut value = json!({"year": before.number()});
        if let (Some(all), Value::Object(fields)) = (value.as_object_mut(), published.written()) {
            all.extend(fields);
        }
        return vec![("assessment", value)];
    }
    let list = new.site.catalogues.get(before).map_or(new.catalogue, |list| list);
    let instrument = |one: &crate::catalogue::InstrumentNames| {
        let indicators: Vec<Value> =
            one.indicators.iter().map(|indicator| json!({NOTE: indicator.name, "no": indicator.no, "score": null})).collect();
        json!({"id": one.id.key(), "indicators": indicators, "reading": null})
    };
    let instruments: Vec<Value> = list.instruments.iter().map(instrument).collect();
    vec![("assessment.year", before.number().into()), ("assessment.instruments", instruments.into())]
}

/// The plan that the item reports on, and its measures.
fn report(new: NewItem<'_>) -> Vec<(&'static str, Value)> {
    let Some((year, plan)) = new.item.data_of(new.year).and_then(|year| Some((year, new.site.plan_in(year, None)?))) else {
        return Vec::new();
    };
    let mut of = vec![("progress.of.fiscal_year", Value::from(year.number()))];
    of.extend(plan.document.home.item().map(|item| ("progress.of.item", Value::from(item.to_string()))));
    let row = |measure: &Measure| {
        let title = measure.title.as_ref().map_or("", |title| title.value.as_str());
        json!({NOTE: title, "measures": [measure.id.value], "status": null, "results": null, "remark": null, "evidence": null})
    };
    let entries: Vec<Value> = plan.document.front_matter.measures.iter().map(row).collect();
    of.extend((!entries.is_empty()).then_some(("progress.entries", Value::from(entries))));
    of
}

fn head(new: NewItem<'_>, lang: Lang) -> String {
    let mut lines = vec![words::item_head(lang, &new.item.code.value, &new.item.title, new.year), words::item_how(lang).to_owned()];
    let asked = asked(new).map(|component| {
        let title = component.title.in_lang(lang);
        // Never calls a requirement the handbook's where no source says so.
        let rank = if component.is_attested() { words::component_required(lang) } else { words::component_advised(lang) };
        match component.shown_by {
            Some(block) => words::component_by_field(lang, rank, title, block.key()),
            None => words::component_by_heading(lang, rank, title, &component.id.value),
        }
    });
    lines.extend(asked);
    if let (Some(DataYear::Previous), Some(before)) = (new.item.data_year, new.year.previous()) {
        lines.push(words::data_of(lang, before));
    }
    lines.join("\n")
}

/// Components asked of this body.
fn asked(new: NewItem<'_>) -> impl Iterator<Item = &Component> {
    let is_local = new.site.config.agency.is_local();
    new.item.components.iter().filter(move |component| component.applies != Some(Applies::Local) || is_local)
}

/// Components that the text shows.
fn headings(new: NewItem<'_>) -> impl Iterator<Item = &Component> {
    asked(new).filter(|component| component.shown_by.is_none())
}

fn heading(new: NewItem<'_>, component: &Component) -> String {
    format!("\n## {} {{#{}}}\n", component.title.in_lang(new.site.config.lang()), component.id.value)
}

/// A place for attachments. An entry needs its file, so it is a comment.
fn evidence(form: &mut Form, carried: &CarriedStructure, lang: Lang) {
    let titles = if carried.evidence.is_empty() { vec![String::new()] } else { carried.evidence.clone() };
    form.note(words::evidence(lang));
    form.note("evidence:");
    for title in titles {
        form.note("  - file:");
        form.note(format!("    title: {}", one_line(&title)).trim_end());
    }
}
