//! A page below an item: a monthly report, an announcement.

use serde::Serialize;

use super::document::{DocumentView, document};
use super::frame::PageHeading;
use super::title::{TitlePart, parts};
use super::{item_crumb, year_crumb};
use crate::render::page_context::{HtmlLink, PageContext};
use crate::render::page_ref::PageRef;
use crate::site::Page;

/// A child page.
#[derive(Clone, Debug, Serialize)]
pub struct ChildView {
    pub(crate) title: String,
    /// The title, with the words that stay whole.
    pub(crate) title_parts: Vec<TitlePart>,
    /// The parent item.
    pub(crate) item: Option<HtmlLink>,
    pub(crate) document: DocumentView,
}

/// The view of a child page.
pub fn view(writer: &PageContext<'_>, located: &PageRef<'_>, page: &Page) -> (PageHeading, ChildView) {
    let item = item_crumb(writer, located);
    let above = located.year.map(|year| year_crumb(writer, year)).into_iter().chain(item.clone()).collect();
    let view = ChildView { title: page.title.clone(), title_parts: parts(writer, &page.title), item, document: document(writer, located) };
    (PageHeading { title: page.title.clone(), above }, view)
}
