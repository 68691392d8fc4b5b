//! A document with its place.

use std::sync::Arc;

use super::Permalink;
use crate::content::Document;

/// A document and its address.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it says.
    pub document: Arc<Document>,
    /// Where it is.
    pub permalink: Permalink,
    /// Its heading: the title of the document, or the name that its place gives it.
    pub title: String,
}

/// Which page of a site: positions in its lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageId {
    /// The page of an item, filed or not.
    Item {
        /// Position of the year.
        year: usize,
        /// Position of the entry.
        entry: usize,
    },
    /// A page below an item.
    Child {
        /// Position of the year.
        year: usize,
        /// Position of the entry.
        entry: usize,
        /// Position of the child.
        child: usize,
    },
    /// An ordinary page.
    Page {
        /// Position of the page.
        page: usize,
    },
}
