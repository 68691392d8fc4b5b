//! The search page. Its list of all pages serves readers without scripts.

use serde::Serialize;

use super::frame::PageHeading;
use super::year_crumb;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::{Permalink, YearItem};

/// The search page.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    pub(crate) title: String,
    /// The years, newest first.
    pub(crate) years: Vec<PagesOfYear>,
    /// Ordinary pages; on a large site the page that lists them.
    pub(crate) others: Vec<HtmlLink>,
}

/// The pages of a year that have a document: all, or on a large site those of items, which lead to the pages below them.
#[derive(Clone, Debug, Serialize)]
pub struct PagesOfYear {
    /// Link to the page of the year.
    pub(crate) year: HtmlLink,
    pub(crate) links: Vec<HtmlLink>,
}

/// On a site of more pages than these, only those of items are listed.
const LISTED: usize = 400;

/// The view of the search page.
pub fn view(writer: &PageContext<'_>) -> (PageHeading, SearchView) {
    let is_listed = writer.site.written_pages().count() <= LISTED;
    let years = writer.site.years.iter().rev().map(|year| {
        let shown = |entry: &YearItem| if is_listed || entry.page.is_none() { usize::MAX } else { 1 };
        let links = year.entries.iter().flat_map(|entry| links_of(writer, entry).take(shown(entry))).collect();
        PagesOfYear { year: year_crumb(writer, year), links }
    });
    let has_list = !is_listed && writer.site.has_page_list();
    let list = has_list.then(|| writer.link(&Permalink::page_list(), writer.word("page_list")));
    let others = writer.site.pages.iter().filter(|_| !has_list);
    let others = others.map(|page| writer.link(&page.permalink, &page.title)).chain(list).collect();
    let title = writer.word("search");
    (PageHeading { title: title.clone(), above: Vec::new() }, SearchView { title, years: years.collect(), others })
}

/// `O42 มาตรการ…`, then the pages below it.
fn links_of(writer: &PageContext<'_>, entry: &YearItem) -> impl Iterator<Item = HtmlLink> {
    let item = entry.page.iter().map(|page| writer.link(&page.permalink, format!("{} {}", entry.code, page.title)));
    item.chain(entry.children.iter().map(|page| writer.link(&page.permalink, &page.title)))
}
