//! The redirect page at an old address, which works on any static host.

use serde::Serialize;

use super::frame::PageHeading;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::Permalink;

/// A redirect page.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView {
    pub(crate) title: String,
    pub(crate) target: HtmlLink,
}

/// The view of a redirect.
pub fn view(writer: &PageContext<'_>, to: &Permalink) -> (PageHeading, RedirectView) {
    let title = writer.word("moved");
    let page = writer.site.written_page(to);
    let text = page.map_or_else(|| to.to_string(), |page| page.title.clone());
    (PageHeading { title: title.clone(), above: Vec::new() }, RedirectView { title, target: writer.link(to, text) })
}
