//! An ordinary page: contact, policies.

use serde::Serialize;

use super::document::{DocumentView, document};
use super::frame::PageHeading;
use super::title::{TitlePart, parts};
use crate::render::page_context::PageContext;
use crate::render::page_ref::PageRef;
use crate::site::Page;

/// An ordinary page.
#[derive(Clone, Debug, Serialize)]
pub struct OrdinaryView {
    pub(crate) title: String,
    /// The title, with the words that stay whole.
    pub(crate) title_parts: Vec<TitlePart>,
    pub(crate) document: DocumentView,
}

impl AsMut<DocumentView> for OrdinaryView {
    fn as_mut(&mut self) -> &mut DocumentView {
        &mut self.document
    }
}

/// The view of an ordinary page.
pub fn view(writer: &PageContext<'_>, located: &PageRef<'_>, page: &Page) -> (PageHeading, OrdinaryView) {
    let view = OrdinaryView { title: page.title.clone(), title_parts: parts(writer, &page.title), document: document(writer, located) };
    (PageHeading { title: page.title.clone(), above: Vec::new() }, view)
}
