//! The search page. Its list of all pages serves readers without scripts.

use serde::Serialize;

use super::frame::PageHeading;
use super::year_crumb;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::YearItem;

/// The search page.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    pub(crate) title: String,
    /// The years, newest first.
    pub(crate) years: Vec<PagesOfYear>,
    /// Ordinary pages; none on a large site, which has a page that lists them.
    pub(crate) others: Vec<HtmlLink>,
}

/// All pages of a year that have a document.
#[derive(Clone, Debug, Serialize)]
pub struct PagesOfYear {
    /// Link to the page of the year.
    pub(crate) year: HtmlLink,
    pub(crate) links: Vec<HtmlLink>,
}

/// More pages than these are listed by year only: the page of a year lists its own.
const LISTED: usize = 400;

/// The view of the search page.
pub fn view(writer: &PageContext<'_>) -> (PageHeading, SearchView) {
    let is_listed = writer.site.written_pages().count() <= LISTED;
    let years = writer.site.years.iter().rev().map(|year| {
        let entries = year.entries.iter().filter(|_| is_listed);
        let links = entries.flat_map(|entry| links_of(writer, entry)).collect();
        PagesOfYear { year: year_crumb(writer, year), links }
    });
    let others = writer.site.pages.iter().filter(|_| is_listed);
    let others = others.map(|page| writer.link(&page.permalink, &page.title)).collect();
    let title = writer.word("search");
    (PageHeading { title: title.clone(), above: Vec::new() }, SearchView { title, years: years.collect(), others })
}

/// `O42 มาตรการ…`, then the pages below it.
fn links_of(writer: &PageContext<'_>, entry: &YearItem) -> Vec<HtmlLink> {
    let item = entry.page.iter().map(|page| writer.link(&page.permalink, format!("{} {}", entry.code, page.title)));
    item.chain(entry.children.iter().map(|page| writer.link(&page.permalink, &page.title))).collect()
}
