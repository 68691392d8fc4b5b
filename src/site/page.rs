//! A document at its address.

use std::sync::Arc;

use super::Permalink;
use crate::content::Document;

/// A document at its address.
#[derive(Clone, Debug)]
pub struct Page {
    pub(crate) document: Arc<Document>,
    pub(crate) permalink: Permalink,
    /// Heading: the title of the document, or the default for its slot.
    pub(crate) title: String,
}

/// Identifies a page of a site by indices into its collections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageId {
    /// The page of an item, filed or not.
    Item {
        /// Index of the year.
        year: usize,
        /// Index of the entry.
        entry: usize,
    },
    /// A child page of an item.
    Child {
        /// Index of the year.
        year: usize,
        /// Index of the entry.
        entry: usize,
        /// Index of the child.
        child: usize,
    },
    /// An ordinary page.
    Page {
        /// Index of the page.
        page: usize,
    },
}
