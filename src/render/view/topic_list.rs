//! The list of topics: every subject that has items in several years.

use super::frame::PageHeading;
use super::page_list::{PageGroup, PageListView};
use super::topic;
use crate::render::page_context::PageContext;
use crate::site::Permalink;

/// The view of the list, in the order of the newest checklist.
pub fn view(writer: &PageContext<'_>) -> (PageHeading, PageListView) {
    let topics = writer.site.topics.iter().filter(|topic| topic.is_across_years());
    let links = topics.map(|of| writer.link(&Permalink::topic(&of.subject), topic::title(writer, of))).collect();
    let title = writer.word("topic_list");
    (PageHeading { title: title.clone(), above: Vec::new() }, PageListView { title, groups: vec![PageGroup { title: None, links }] })
}
