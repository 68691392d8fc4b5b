//! `sitemap.xml` (sitemaps.org protocol 0.9): every linked page with its absolute address.

use super::last_changed;
use crate::plan::Job;
use crate::site::Site;

/// Renders the sitemap.
pub fn sitemap(site: &Site) -> String {
    let mut xml =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let pages = site.site_pages().filter(|page| Job::Page(*page).traits().is_in_site_map && page.is_linked(site));
    for page in pages {
        let loc = site.config.absolute(&page.permalink(site).path());
        let changed = page.written().and_then(|id| site.page(id)).and_then(last_changed);
        let changed = changed.map_or(String::new(), |date| format!("<lastmod>{date}</lastmod>"));
        xml.push_str(&format!("<url><loc>{}</loc>{changed}</url>\n", quick_xml::escape::escape(loc.as_str())));
    }
    xml.push_str("</urlset>\n");
    xml
}
