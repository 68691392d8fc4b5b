//! One line about a page, for places where it is only named: the feed.

use super::sum::sum;
use super::{item_crumb, year_crumb};
use crate::render::page_context::PageContext;
use crate::render::page_ref::PageRef;
use crate::site::Page;

/// Year and item of the page, and its figures; the name of the body for a page outside the years.
pub fn summary(writer: &PageContext<'_>, located: &PageRef<'_>, page: &Page) -> String {
    let year = located.year.map(|year| year_crumb(writer, year).text);
    let item = item_crumb(writer, located).map(|item| item.text);
    let figures = sum(writer, Some(page), located.item_entry());
    let parts: Vec<String> = year.into_iter().chain(item).chain(figures).collect();
    if parts.is_empty() { writer.site.config.agency.name.value.clone() } else { parts.join(" · ") }
}
