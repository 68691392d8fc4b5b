//! A page below an item: a monthly report, an announcement.

use serde::Serialize;

use super::document::{Document, document};
use super::frame::Heading;
use super::{item_crumb, year_crumb};
use crate::render::located::Located;
use crate::render::writer::{Link, Writer};
use crate::site::Page;

/// A child page.
#[derive(Clone, Debug, Serialize)]
pub struct ChildView {
    /// Its heading.
    pub title: String,
    /// The item above it.
    pub item: Option<Link>,
    /// Its parts.
    pub document: Document,
}

/// The view of a child page.
pub fn view(writer: &Writer<'_>, located: &Located<'_>, page: &Page) -> (Heading, ChildView) {
    let item = item_crumb(writer, located);
    let above = located.year.map(|year| year_crumb(writer, year)).into_iter().chain(item.clone()).collect();
    let view = ChildView { title: page.title.clone(), item, document: document(writer, located) };
    (Heading { title: page.title.clone(), above }, view)
}
