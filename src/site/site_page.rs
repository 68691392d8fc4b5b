//! What stands at each address of a site that is not a file.

use super::PageId;

/// A page with an address of its own: written by hand, or made of all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SitePage {
    /// The home page.
    Home,
    /// The list of a year, by its position in the site.
    Year(usize),
    /// A page of an item, filed or not, a page below one, or an ordinary page.
    Written(PageId),
    /// A subject across years, by its position in the site.
    Topic(usize),
    /// The list of ordinary pages.
    PageList,
    /// What was published when.
    History,
}

impl SitePage {
    /// Which of the pages that a document can fill; `None` for those made of many.
    pub fn written(self) -> Option<PageId> {
        if let SitePage::Written(id) = self { Some(id) } else { None }
    }
}
