//! What the names of `catalog.json` mean: the JSON-LD context, with the types of values.

use serde_json::{Value, json};

use crate::base::Lang;

/// The context; texts are in the language of the site.
pub(super) fn context(lang: Lang) -> Value {
    let text = |name: &str| json!({"@id": name, "@language": lang.name()});
    let date = |name: &str| json!({"@id": name, "@type": "xsd:date"});
    let node = |name: &str| json!({"@id": name, "@type": "@id"});
    let mut context = json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "dcat:byteSize": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
    });
    let texts = ["dct:title", "dct:description", "dcat:keyword", "foaf:name", "skos:prefLabel", "vcard:fn"];
    let dates = ["dct:issued", "dct:modified", "dcat:startDate", "dcat:endDate"];
    let nodes = [
        "dcat:accessURL",
        "dcat:downloadURL",
        "dcat:landingPage",
        "dcat:mediaType",
        "dcat:theme",
        "dct:accessRights",
        "dct:accrualPeriodicity",
        "dct:format",
        "dct:language",
        "dct:license",
        "dct:publisher",
        "foaf:homepage",
        "dcat:contactPoint",
        "vcard:hasEmail",
        "vcard:hasTelephone",
    ];
    if let Some(terms) = context.as_object_mut() {
        terms.extend(texts.map(|name| (name.to_owned(), text(name))));
        terms.extend(dates.map(|name| (name.to_owned(), date(name))));
        terms.extend(nodes.map(|name| (name.to_owned(), node(name))));
    }
    context
}
