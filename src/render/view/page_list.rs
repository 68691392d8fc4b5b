//! The list of ordinary pages, used if there are too many for the footer.

use std::collections::BTreeMap;

use serde::Serialize;

use super::frame::PageHeading;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::{Page, Permalink};

/// The list of ordinary pages.
#[derive(Clone, Debug, Serialize)]
pub struct PageListView {
    pub(crate) title: String,
    /// Pages outside folders, then one group per folder.
    pub(crate) groups: Vec<PageGroup>,
}

/// The pages of a folder.
#[derive(Clone, Debug, Serialize)]
pub struct PageGroup {
    /// Title of the folder's page, or the folder name; `None` for pages outside folders.
    pub(crate) title: Option<String>,
    /// Ordered by path.
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

/// Folder of a page: `policy` for `/policy/privacy/`.
fn folder(page: &Page) -> &str {
    page.permalink.as_str().trim_end_matches('/').rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn title(writer: &PageContext<'_>, folder: &str) -> Option<String> {
    let page = writer.site.written_page(&Permalink::page(folder));
    (!folder.is_empty()).then(|| page.map_or_else(|| folder.to_owned(), |page| page.title.clone()))
}
