//! `404.html`.

use serde::Serialize;

use super::frame::PageHeading;
use super::year_crumb;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::Permalink;

/// The page for unknown addresses.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    pub(crate) title: String,
    /// Links to home page and years; absolute, because hosts serve this page at any path.
    pub(crate) links: Vec<HtmlLink>,
}

/// The view of `404.html`.
pub fn view(writer: &PageContext<'_>) -> (PageHeading, NotFoundView) {
    let title = writer.word("not_found");
    let absolute = |target: Permalink, text: String| HtmlLink { href: writer.site.config.absolute(&target.path()), text };
    let years = writer.site.years.iter().rev().map(|year| absolute(Permalink::year(year.fiscal_year), year_crumb(writer, year).text));
    let home = absolute(Permalink::home(), writer.word("home"));
    let view = NotFoundView { title: title.clone(), links: std::iter::once(home).chain(years).collect() };
    (PageHeading { title, above: Vec::new() }, view)
}
