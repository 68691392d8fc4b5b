//! A page at an old address that leads to the new one, on any static host.

use serde::Serialize;

use super::frame::Heading;
use crate::render::writer::{Link, Writer};
use crate::site::Permalink;

/// A page that has moved.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView {
    /// Its heading.
    pub title: String,
    /// The new address.
    pub target: Link,
}

/// The view of a redirect.
pub fn view(writer: &Writer<'_>, to: &Permalink) -> (Heading, RedirectView) {
    let title = writer.word("moved");
    let page = writer.site.written_page(to);
    let text = page.map_or_else(|| to.to_string(), |page| page.title.clone());
    (Heading { title: title.clone(), above: Vec::new() }, RedirectView { title, target: writer.link(to, text) })
}
