//! `404.html`.

use serde::Serialize;

use super::frame::Heading;
use super::year_crumb;
use crate::render::writer::{Link, Writer};
use crate::site::Permalink;

/// The page for addresses that do not exist.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    /// Its heading.
    pub title: String,
    /// Where to go on.
    pub links: Vec<Link>,
}

/// The view of `404.html`.
pub fn view(writer: &Writer<'_>) -> (Heading, NotFoundView) {
    let title = writer.word("not_found");
    let years = writer.site.years.iter().rev().map(|year| year_crumb(writer, year));
    let home = writer.link(&Permalink::home(), writer.word("home"));
    let view = NotFoundView { title: title.clone(), links: std::iter::once(home).chain(years).collect() };
    (Heading { title, above: Vec::new() }, view)
}
