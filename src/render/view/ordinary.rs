//! An ordinary page: contact, policies.

use serde::Serialize;

use super::document::{Document, document};
use super::frame::Heading;
use crate::render::located::Located;
use crate::render::writer::Writer;
use crate::site::Page;

/// An ordinary page.
#[derive(Clone, Debug, Serialize)]
pub struct OrdinaryView {
    /// Its heading.
    pub title: String,
    /// Its parts.
    pub document: Document,
}

/// The view of an ordinary page.
pub fn view(writer: &Writer<'_>, located: &Located<'_>, page: &Page) -> (Heading, OrdinaryView) {
    let view = OrdinaryView { title: page.title.clone(), document: document(writer, located) };
    (Heading { title: page.title.clone(), above: Vec::new() }, view)
}
