//! `feed.xml` (Atom, RFC 4287): the newest pages by their stated dates; independent of the clock.

use quick_xml::escape::escape;

use super::last_changed;
use crate::site::{Page, Site};
use crate::thai::Date;

/// Maximum number of entries.
const MAX_ENTRIES: usize = 20;

/// Renders the feed. Its own date is that of its newest entry.
pub fn feed(site: &Site) -> String {
    let mut pages: Vec<(Date, &Page)> = site.written_pages().filter_map(|page| Some((last_changed(page)?, page))).collect();
    pages.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.permalink.cmp(&b.1.permalink)));
    pages.truncate(MAX_ENTRIES);
    let base = site.config.base_url.as_str();
    let updated = pages.first().map_or_else(|| "1970-01-01".to_owned(), |(date, _)| date.to_string());
    let name = xml_text(&site.config.agency.name.value);
    let entries: String = pages.iter().map(|(date, page)| entry(site, *date, page)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{}</id>\n<title>{name}</title>\n\
         <updated>{updated}T00:00:00Z</updated>\n<author><name>{name}</name></author>\n<link href=\"{}\"/>\n<link rel=\"self\" href=\"{}feed.xml\"/>\n{entries}</feed>\n",
        site.config.lang().name(),
        escape(base),
        escape(base),
        escape(base),
    )
}

fn entry(site: &Site, date: Date, page: &Page) -> String {
    let url = site.config.absolute(&page.permalink.path());
    let url = escape(url.as_str());
    let title = xml_text(&page.title);
    format!("<entry><id>{url}</id><title>{title}</title><updated>{date}T00:00:00Z</updated><link href=\"{url}\"/></entry>\n")
}

/// Escapes text for XML and drops the characters that XML 1.0 cannot represent (P27).
fn xml_text(text: &str) -> String {
    let allowed = |c: &char| matches!(c, '\t' | '\n' | '\r') || (!c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    escape(text.chars().filter(allowed).collect::<String>()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_xml_cannot_hold_is_dropped() {
        assert_eq!(xml_text("ก\u{8}<ข>]]>\u{FFFE}&"), "ก&lt;ข&gt;]]&gt;&amp;");
    }
}
