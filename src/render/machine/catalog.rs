//! `catalog.json`: data catalogue of the agency as DCAT in JSON-LD, one dataset per filed item
//! (SD4).

use serde_json::{Value, json};

use super::last_changed;
use crate::content::table_names;
use crate::site::{Page, Site, Year};

/// Renders the data catalogue.
pub fn catalog(site: &Site) -> String {
    let config = &site.config;
    let filed = site.years.iter().flat_map(|year| year.entries.iter().filter_map(move |entry| Some((year, entry.page.as_ref()?))));
    let datasets: Vec<Value> = filed.map(|(year, page)| dataset(site, year, page)).collect();
    let catalog = json!({
        "@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/", "vcard": "http://www.w3.org/2006/vcard/ns#"},
        "@type": "dcat:Catalog",
        "@id": config.base_url.as_str(),
        "dct:title": config.agency.name.value,
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": config.agency.name.value},
        "dct:language": config.lang().name(),
        "dct:spatial": config.agency.province.as_ref().map(|province| &province.value),
        "dcat:contactPoint": contact(site),
        "dcat:dataset": datasets,
    });
    format!("{catalog:#}\n")
}

fn contact(site: &Site) -> Value {
    let contact = &site.config.contact;
    let text = |given: &Option<crate::yaml::Spanned<String>>| given.as_ref().map(|given| given.value.clone());
    json!({"@type": "vcard:Organization", "vcard:fn": site.config.agency.name.value, "vcard:hasEmail": text(&contact.email), "vcard:hasTelephone": text(&contact.phone)})
}

fn dataset(site: &Site, year: &Year, page: &Page) -> Value {
    let url = site.config.absolute(&page.permalink.path());
    let item = page.document.home.item().and_then(|code| year.catalogue.item(code)).map(|position| position.item);
    let subjects: Vec<&str> = item
        .map(|item| item.subjects.iter().filter_map(|subject| Some(site.catalogues.subjects.name(subject)?.th.as_str())).collect())
        .unwrap_or_default();
    let tables = table_names(&page.document.front_matter).into_iter().map(|name| (format!("{url}{name}.csv"), "text/csv"));
    let twins = [(url.clone(), "text/html"), (format!("{url}index.json"), "application/json")].into_iter().chain(tables);
    let distributions: Vec<Value> =
        twins.map(|(url, media)| json!({"@type": "dcat:Distribution", "dcat:accessURL": url, "dcat:mediaType": media})).collect();
    json!({
        "@type": "dcat:Dataset",
        "@id": url,
        "dct:identifier": format!("{}/{}", year.fiscal_year, item.map_or_else(String::new, |item| item.code.value.to_string())),
        "dct:title": page.title,
        "dct:description": item.map(|item| &item.title),
        "dcat:keyword": subjects,
        "dct:modified": last_changed(page).map(|date| date.to_string()),
        "dct:creator": page.document.front_matter.unit.as_ref().map(|unit| &unit.value),
        "dcat:distribution": distributions,
    })
}
