//! `sitemap.xml` (sitemaps.org protocol 0.9): every page with its absolute address.

use super::last_changed;
use crate::site::{Permalink, Site};

/// The site map.
pub fn sitemap(site: &Site) -> String {
    let mut xml =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let mut add = |permalink: &Permalink, changed: Option<crate::thai::Date>| {
        let loc = site.config.absolute(&permalink.path());
        let changed = changed.map_or(String::new(), |date| format!("<lastmod>{date}</lastmod>"));
        xml.push_str(&format!("<url><loc>{}</loc>{changed}</url>\n", quick_xml::escape::escape(loc.as_str())));
    };
    add(&Permalink::home(), None);
    site.years.iter().for_each(|year| add(&Permalink::year(year.fiscal_year), None));
    site.page_ids().for_each(|id| add(&site.permalink(id), site.page(id).and_then(last_changed)));
    // No page leads to the topic of one item: it says nothing that the item does not.
    let followed = site.topics.iter().filter(|topic| topic.items.len() > 1);
    followed.for_each(|topic| add(&Permalink::topic(&topic.subject), None));
    if site.has_page_list() {
        add(&Permalink::page_list(), None);
    }
    xml.push_str("</urlset>\n");
    xml
}
