//! The body that publishes the catalogue: name, place, contact.

use serde_json::{Value, json};

use crate::config::{Config, global_telephone_link, mail_link};
use crate::render::machine::stated;
use crate::yaml::Spanned;

/// The body, with the same identifier in all datasets.
pub(super) fn publisher(config: &Config) -> Value {
    json!({"@id": publisher_id(config), "@type": "foaf:Agent", "foaf:name": config.agency.name.value})
}

pub(super) fn publisher_id(config: &Config) -> String {
    config.absolute("#agency")
}

/// District and province.
pub(super) fn place(config: &Config) -> Option<Value> {
    let names: Vec<&str> =
        [&config.agency.district, &config.agency.province].into_iter().flatten().map(|name| name.value.as_str()).collect();
    (!names.is_empty()).then(|| json!({"@type": "dct:Location", "skos:prefLabel": names.join(" ")}))
}

pub(super) fn contact(config: &Config) -> Value {
    let link = |given: &Option<Spanned<String>>, link: fn(&str) -> Option<String>| given.as_ref().and_then(|given| link(&given.value));
    stated(json!({
        "@id": config.absolute("#contact"),
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": config.agency.name.value,
        "vcard:hasEmail": link(&config.contact.email, mail_link),
        "vcard:hasTelephone": link(&config.contact.phone, global_telephone_link),
    }))
}
