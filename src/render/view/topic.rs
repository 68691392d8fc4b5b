//! A subject across years: one row per item.

use serde::Serialize;

use super::frame::PageHeading;
use super::{ItemLink, item_link};
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::{Permalink, Topic};

/// The page of a subject.
#[derive(Clone, Debug, Serialize)]
pub struct TopicView {
    pub(crate) title: String,
    pub(crate) rows: Vec<TopicRow>,
}

/// The item of a year.
#[derive(Clone, Debug, Serialize)]
pub struct TopicRow {
    /// Link to the page of the year.
    pub(crate) year: HtmlLink,
    pub(crate) item: ItemLink,
}

/// The view of a subject.
pub fn view(writer: &PageContext<'_>, topic: &Topic) -> (PageHeading, TopicView) {
    let rows = topic.items.iter().rev().filter_map(|(of, code)| {
        let year = writer.site.year(*of)?;
        let link = writer.link(&Permalink::year(*of), writer.year(*of));
        Some(TopicRow { year: link, item: item_link(writer, year, year.entry(code)?) })
    });
    let title = title(writer, topic);
    let view = TopicView { title: title.clone(), rows: rows.collect() };
    (PageHeading { title, above: Vec::new() }, view)
}

/// Title of a subject.
pub(super) fn title(writer: &PageContext<'_>, topic: &Topic) -> String {
    let name = writer.site.catalogues.subjects.name(&topic.subject);
    name.map_or_else(|| topic.subject.clone(), |name| writer.translated(name).to_owned())
}
