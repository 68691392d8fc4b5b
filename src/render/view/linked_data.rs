//! JSON-LD of a page (schema.org) for search engines: where it is in the site; on the home page also
//! the body; on the page of a filed item also its data. The script of this type is data, which no
//! browser runs.

use serde_json::{Value, json};

use crate::config::global_telephone_link;
use crate::render::machine::{last_changed, stated};
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::{FiledItem, Permalink};

/// The graph of a page, safe within `<script>`.
pub(super) fn linked_data(writer: &PageContext<'_>, title: &str, description: &str, breadcrumb: &[HtmlLink]) -> String {
    let is_home = *writer.own == Permalink::home();
    let parts = [
        is_home.then(|| body(writer)),
        (!is_home).then(|| position(writer, title, breadcrumb)),
        writer.site.filed_item(writer.own).map(|item| dataset(writer, item, description)),
    ];
    let graph: Vec<Value> = parts.into_iter().flatten().collect();
    // Nothing in a text may end the script.
    json!({"@context": "https://schema.org", "@graph": graph}).to_string().replace('<', "\\u003c")
}

/// The identifier of the body, as in `catalog.json`.
fn body_id(writer: &PageContext<'_>) -> String {
    writer.site.config.absolute("#agency")
}

fn body(writer: &PageContext<'_>) -> Value {
    let config = &writer.site.config;
    let text = |given: &Option<crate::yaml::Spanned<String>>| given.as_ref().map(|given| given.value.clone());
    let telephone = config.contact.phone.as_ref().and_then(|phone| global_telephone_link(&phone.value));
    stated(json!({
        "@type": "GovernmentOrganization",
        "@id": body_id(writer),
        "name": config.agency.name.value,
        "url": text(&config.contact.website).unwrap_or_else(|| config.base_url.to_string()),
        "address": text(&config.contact.address),
        "telephone": telephone.as_deref().and_then(|link| link.strip_prefix("tel:")),
        "email": text(&config.contact.email),
        "areaServed": text(&config.agency.province),
    }))
}

/// The pages above, and the page itself, whose address is that of the script.
fn position(writer: &PageContext<'_>, title: &str, above: &[HtmlLink]) -> Value {
    let own = writer.site.config.absolute(&writer.own.path());
    let full = |href: &str| url::Url::parse(&own).ok()?.join(href).ok().map(|full| full.as_str().trim_end_matches("index.html").to_owned());
    let above = above.iter().map(|link| (link.text.as_str(), full(&link.href)));
    let all = above.chain([(title, None)]).enumerate();
    let entry = |(at, (name, item)): (usize, (&str, Option<String>))| {
        stated(json!({"@type": "ListItem", "position": at + 1, "name": name, "item": item}))
    };
    json!({"@type": "BreadcrumbList", "itemListElement": all.map(entry).collect::<Vec<_>>()})
}

/// The data of a filed item, in short: `catalog.json` says all about it, also its files.
fn dataset(writer: &PageContext<'_>, item: FiledItem<'_>, description: &str) -> Value {
    let config = &writer.site.config;
    let url = config.absolute(&item.page.permalink.path());
    stated(json!({
        "@type": "Dataset",
        "name": item.page.title,
        "description": description,
        "url": url,
        "dateModified": last_changed(item.page).map(|date| date.to_string()),
        "license": config.open_data.licence.map(|licence| licence.address()),
        "creator": {"@type": "GovernmentOrganization", "name": config.agency.name.value},
    }))
}
