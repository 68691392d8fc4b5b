//! `feed.xml` (Atom, RFC 4287): the newest pages by their stated dates; independent of the clock.

use quick_xml::escape::escape;

use super::last_changed;
use crate::site::{Page, Site};
use crate::thai::Date;

/// Maximum number of entries.
const MAX_ENTRIES: usize = 20;
/// Papers state days, not hours: the time is the beginning of the day in Thailand.
const BEGINNING_OF_DAY: &str = "T00:00:00+07:00";

/// Renders the feed; `summary` tells in one line what is on a page. Its own date is that of its
/// newest entry.
pub fn feed(site: &Site, summary: impl Fn(&Page) -> String) -> String {
    let mut pages: Vec<(Date, &Page)> = site.written_pages().filter_map(|page| Some((last_changed(page)?, page))).collect();
    pages.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.permalink.cmp(&b.1.permalink)));
    pages.truncate(MAX_ENTRIES);
    let base = site.config.base_url.as_str();
    let updated = pages.first().map_or_else(|| "1970-01-01".to_owned(), |(date, _)| date.to_string());
    let name = xml_text(&site.config.agency.name.value);
    let entries: String = pages.iter().map(|(date, page)| entry(site, *date, page, &summary(page))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{}</id>\n<title>{name}</title>\n\
         <updated>{updated}{BEGINNING_OF_DAY}</updated>\n<author><name>{name}</name></author>\n<link href=\"{}\"/>\n<link rel=\"self\" href=\"{}feed.xml\"/>\n{rights}{entries}</feed>\n",
        site.config.lang().name(),
        escape(base),
        escape(base),
        escape(base),
        rights = site.config.open_data.licence.map_or_else(String::new, |licence| {
            format!("<rights>{}</rights>\n<link rel=\"license\" href=\"{}\"/>\n", licence.name(), licence.address())
        }),
    )
}

fn entry(site: &Site, date: Date, page: &Page, summary: &str) -> String {
    let url = site.config.absolute(&page.permalink.path());
    let url = escape(url.as_str());
    let title = xml_text(&page.title);
    let summary = xml_text(summary);
    let first = page.document.front_matter.publication.first.as_ref().filter(|first| first.value <= date);
    let published = first.map_or_else(String::new, |first| format!("<published>{}{BEGINNING_OF_DAY}</published>", first.value));
    format!(
        "<entry><id>{url}</id><title>{title}</title>{published}<updated>{date}{BEGINNING_OF_DAY}</updated><link href=\"{url}\"/>\
         <summary>{summary}</summary></entry>\n"
    )
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
