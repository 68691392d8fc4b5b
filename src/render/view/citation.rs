//! How to cite a page: whose, its title, its address, when it was last changed, its licence.

use serde::Serialize;

use crate::render::machine::last_changed;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::Page;

/// The parts of a citation.
#[derive(Clone, Debug, Serialize)]
pub struct Citation {
    /// The body whose page it is.
    pub(crate) agency: String,
    pub(crate) title: String,
    /// Full address.
    pub(crate) url: String,
    /// `ปรับปรุงล่าสุด 31 มกราคม 2565`, if the page has a date.
    pub(crate) changed: Option<String>,
    /// The licence, if the site file names one.
    pub(crate) licence: Option<HtmlLink>,
}

/// How to cite `page`.
pub(super) fn citation(writer: &PageContext<'_>, page: &Page) -> Citation {
    let config = &writer.site.config;
    let own = page.document.front_matter.agency.as_ref().and_then(|agency| agency.name.as_ref());
    let licence = config.open_data.licence;
    Citation {
        agency: own.unwrap_or(&config.agency.name).value.clone(),
        title: page.title.clone(),
        url: config.absolute(&page.permalink.path()),
        changed: last_changed(page).map(|date| writer.words("cite_changed", &[("date", &writer.date(date))])),
        licence: licence.map(|licence| HtmlLink { href: licence.address().to_owned(), text: licence.name().to_owned() }),
    }
}
