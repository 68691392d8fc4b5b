//! A page below an item: a monthly report, an announcement.

use serde::Serialize;

use super::below::in_order;
use super::document::{DocumentView, document};
use super::frame::{MenuEntry, PageHeading};
use super::title::{TitlePart, parts};
use super::{NeighbourLinks, item_crumb, year_crumb};
use crate::render::page_context::{HtmlLink, PageContext};
use crate::render::page_ref::PageRef;
use crate::site::Page;

/// Of more pages below an item, only its own page lists all: a list of all on each of them would make
/// a site of 1,000 such pages a million lines long.
const MOST_SIBLINGS: usize = 48;

/// A child page.
#[derive(Clone, Debug, Serialize)]
pub struct ChildView {
    pub(crate) title: String,
    /// The title, with the words that stay whole.
    pub(crate) title_parts: Vec<TitlePart>,
    /// The parent item.
    pub(crate) item: Option<HtmlLink>,
    pub(crate) document: DocumentView,
    /// All pages of the item, this one included; empty if it is the only one, or if they are too many.
    pub(crate) siblings: Vec<MenuEntry>,
    /// By name: of monthly reports the older and the newer one.
    pub(crate) neighbours: NeighbourLinks,
}

impl AsMut<DocumentView> for ChildView {
    fn as_mut(&mut self) -> &mut DocumentView {
        &mut self.document
    }
}

/// The view of a child page.
pub fn view(writer: &PageContext<'_>, located: &PageRef<'_>, page: &Page) -> (PageHeading, ChildView) {
    let item = item_crumb(writer, located);
    let above = located.year.map(|year| year_crumb(writer, year)).into_iter().chain(item.clone()).collect();
    let siblings = located.entry.filter(|entry| (2..=MOST_SIBLINGS).contains(&entry.children.len())).map(in_order).unwrap_or_default();
    let at = located.child();
    let sibling = |at: usize| located.entry?.children.get(at);
    let link = |at: Option<usize>| at.and_then(sibling).map(|sibling| writer.link(&sibling.permalink, &sibling.title));
    let entry = |sibling: &&Page| MenuEntry {
        href: writer.own.link_to(&sibling.permalink),
        text: sibling.title.clone(),
        current: (sibling.permalink == page.permalink).then_some("page"),
    };
    let view = ChildView {
        title: page.title.clone(),
        title_parts: parts(writer, &page.title),
        item,
        document: document(writer, located),
        siblings: siblings.iter().map(entry).collect(),
        neighbours: NeighbourLinks { previous: link(at.and_then(|at| at.checked_sub(1))), next: link(at.map(|at| at + 1)) },
    };
    (PageHeading { title: page.title.clone(), above }, view)
}
