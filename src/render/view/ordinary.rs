//! An ordinary page: contact, policies.

use serde::Serialize;

use super::document::{DocumentView, document};
use super::frame::PageHeading;
use crate::render::page_context::PageContext;
use crate::render::page_ref::PageRef;
use crate::site::Page;

/// An ordinary page.
#[derive(Clone, Debug, Serialize)]
pub struct OrdinaryView {
    pub(crate) title: String,
    pub(crate) document: DocumentView,
}

/// The view of an ordinary page.
pub fn view(writer: &PageContext<'_>, located: &PageRef<'_>, page: &Page) -> (PageHeading, OrdinaryView) {
    let view = OrdinaryView { title: page.title.clone(), document: document(writer, located) };
    (PageHeading { title: page.title.clone(), above: Vec::new() }, view)
}
