//! `index.json`: the content of a page as data.

use serde::Serialize;
use serde_json::{Value, json};

use crate::content::front_matter::{EvidenceTarget, FrontMatter};
use crate::content::{Route, table_names, text_table_name};
use crate::site::{ComponentStatus, LinkTarget, Page, Site, resolve, shown};

/// Renders the data of a page.
pub fn page_data(site: &Site, page: &Page) -> String {
    let document = &page.document;
    let front_matter = &document.front_matter;
    let absolute = |name: &str| site.config.absolute(&format!("{}{name}", page.permalink.path()));
    let of_text = (1..=document.body.outline.tables).map(|number| absolute(&text_table_name(number)));
    let tables = table_names(front_matter).iter().map(|name| absolute(&format!("{name}.csv"))).chain(of_text).collect();
    let text = document.body.text();
    let data = PageData {
        url: absolute(""),
        title: &page.title,
        agency: &site.config.agency.name.value,
        fiscal_year: document.home.fiscal_year().map(|year| year.number()),
        item: document.home.item().map(ToString::to_string),
        checklist: checklist(site, page),
        files: files(site, page),
        tables,
        data: front_matter,
        text: text.trim(),
    };
    // Cannot fail: all map keys are strings.
    serde_json::to_string_pretty(&data).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct PageData<'p> {
    url: String,
    title: &'p str,
    agency: &'p str,
    fiscal_year: Option<u16>,
    item: Option<String>,
    checklist: Value,
    files: Vec<String>,
    tables: Vec<String>,
    data: &'p FrontMatter,
    text: &'p str,
}

/// The item's entry in the catalogue of the year, with the attestation of each component.
fn checklist(site: &Site, page: &Page) -> Value {
    let Route::Item { fiscal_year, item } = &page.document.home else { return Value::Null };
    let Some(year) = site.year(*fiscal_year) else { return Value::Null };
    let Some(position) = year.catalogue.item(item) else { return Value::Null };
    let component = |component: &crate::catalogue::Component| {
        let place = match shown(site, page, component) {
            ComponentStatus::At(anchor) => json!({"anchor": anchor}),
            ComponentStatus::Evidence(id) => json!({"evidence": id}),
            ComponentStatus::NotApplicable(reason) => json!({"not_applicable": reason}),
            ComponentStatus::Missing => Value::Null,
        };
        json!({"id": component.id.value, "title": component.title.th, "attestation": component.attestation.key(), "shown": place})
    };
    json!({
        "programme": year.catalogue.programme,
        "indicator": position.indicator.no,
        "sub_indicator": position.sub_indicator.number,
        "title": position.item.title,
        "subjects": position.item.subjects,
        "attestation": position.item.attestation.key(),
        "components": position.item.components.iter().map(component).collect::<Vec<_>>(),
    })
}

fn files(site: &Site, page: &Page) -> Vec<String> {
    let address = |destination: &str| match resolve(site, &page.document.source, &page.permalink, destination) {
        LinkTarget::Inside { permalink, .. } => Some(site.config.absolute(&permalink.path())),
        _ => None,
    };
    let file = |evidence: &crate::content::front_matter::Evidence| match &evidence.target {
        EvidenceTarget::File(file) => address(&file.value),
        EvidenceTarget::Url(url) => Some(url.value.clone()),
        EvidenceTarget::Page(target) => address(&crate::site::page_address(&target.value)),
    };
    page.document.front_matter.evidence.iter().filter_map(file).collect()
}
