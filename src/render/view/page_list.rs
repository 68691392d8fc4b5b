//! The list of ordinary pages, where they are too many for the end of every page.

use std::collections::BTreeMap;

use serde::Serialize;

use super::frame::PageHeading;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::{Page, Permalink};

/// The list of ordinary pages.
#[derive(Clone, Debug, Serialize)]
pub struct PageListView {
    pub(crate) title: String,
    /// The pages that lie in no folder, then each folder.
    pub(crate) groups: Vec<PageGroup>,
}

/// The pages of one folder.
#[derive(Clone, Debug, Serialize)]
pub struct PageGroup {
    /// The title of the page of the folder, or its name; none for the pages that lie in no folder.
    pub(crate) title: Option<String>,
    /// In the order of their paths.
    pub(crate) links: Vec<HtmlLink>,
}

/// The view of the list.
pub fn view(writer: &PageContext<'_>) -> (PageHeading, PageListView) {
    let mut folders: BTreeMap<&str, Vec<HtmlLink>> = BTreeMap::new();
    for page in &writer.site.pages {
        folders.entry(folder(page)).or_default().push(writer.link(&page.permalink, &page.title));
    }
    let groups = folders.into_iter().map(|(folder, links)| PageGroup { title: title(writer, folder), links }).collect();
    let title = writer.word("page_list");
    (PageHeading { title: title.clone(), above: Vec::new() }, PageListView { title, groups })
}

/// `policy` for `/policy/privacy/`.
fn folder(page: &Page) -> &str {
    page.permalink.as_str().trim_end_matches('/').rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn title(writer: &PageContext<'_>, folder: &str) -> Option<String> {
    let page = writer.site.written_page(&Permalink::page(folder));
    (!folder.is_empty()).then(|| page.map_or_else(|| folder.to_owned(), |page| page.title.clone()))
}
