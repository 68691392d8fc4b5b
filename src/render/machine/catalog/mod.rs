//! `catalog.json`: data catalogue of the agency as DCAT in JSON-LD, one dataset per filed item
//! (SD4), as DCAT-AP 3.0.1 constrains it; `tests/outputs/run` reads it with its shapes. Beside it,
//! for the catalogues of the Thai government, each dataset has the fields that they ask for.

mod body;
mod context;
mod dataset;
mod distribution;
mod government_fields;
mod vocabulary;

use serde_json::{Value, json};

use super::{last_changed, stated};
use crate::render::Strings;
use crate::site::Site;
use body::{contact, place, publisher};
use dataset::Dataset;
use vocabulary::Vocabulary;

/// Renders the data catalogue.
pub fn catalog(site: &Site, strings: &Strings) -> String {
    let config = &site.config;
    let mut vocabulary = Vocabulary::default();
    let files = distribution::files_by_folder(site);
    let datasets: Vec<Value> = site.filed_items().map(|item| Dataset { site, strings, item }.written(&files, &mut vocabulary)).collect();
    let modified = site.filed_items().filter_map(|item| last_changed(item.page)).max();
    let name = &config.agency.name.value;
    let catalog = stated(json!({
        "@context": context::context(config.lang()),
        "@type": "dcat:Catalog",
        "@id": config.base_url.as_str(),
        "dct:title": strings.fill("home_title", &[("agency", name)]),
        "dct:description": strings.get("home_intro"),
        "dct:publisher": publisher(config),
        "dct:language": vocabulary.language(config.lang()),
        "dct:license": config.open_data.licence.map(|licence| vocabulary.licence(licence)),
        "dct:modified": modified.map(|date| date.to_string()),
        "dct:spatial": place(config),
        "dcat:contactPoint": contact(config),
        "foaf:homepage": vocabulary.page(config.base_url.as_str()),
        "dcat:dataset": datasets,
        "@included": vocabulary.described(),
    }));
    format!("{catalog:#}\n")
}
