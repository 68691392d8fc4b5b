//! Page kinds of a site.

use super::PageId;

/// A page with its own address, written or generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SitePage {
    /// Home page.
    Home,
    /// Overview of a year, by index in the site.
    Year(usize),
    /// Page of an item (filed or not), a child page, or an ordinary page.
    Written(PageId),
    /// A subject across years, by index in the site.
    Topic(usize),
    /// List of ordinary pages.
    PageList,
    /// List of topics.
    TopicList,
    /// Search, and without a script the list of all pages with content.
    Search,
    /// History of publications.
    History,
}

impl SitePage {
    /// Id of a page that a document can fill; `None` for generated pages.
    pub fn written(self) -> Option<PageId> {
        if let SitePage::Written(id) = self { Some(id) } else { None }
    }
}
