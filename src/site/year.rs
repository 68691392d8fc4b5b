//! A fiscal year: its checklist and the pages filed under each item.

use std::sync::Arc;

use super::{Page, SharedVec};
use crate::base::ItemCode;
use crate::catalogue::{Catalogue, ItemPosition};
use crate::thai::FiscalYear;

/// A fiscal year of the site.
#[derive(Clone, Debug)]
pub struct Year {
    pub(crate) fiscal_year: FiscalYear,
    pub(crate) catalogue: Arc<Catalogue>,
    /// One entry per item, in checklist order.
    pub entries: Vec<YearItem>,
}

/// An item of a year; it has a page even when nothing is filed.
#[derive(Clone, Debug)]
pub struct YearItem {
    pub(crate) code: ItemCode,
    /// Page of the item, if filed.
    pub(crate) page: Option<Page>,
    /// Child pages, sorted by path.
    pub(crate) children: SharedVec<Page>,
}

impl Year {
    /// Returns the entry of an item.
    pub fn entry(&self, code: &ItemCode) -> Option<&YearItem> {
        self.entries.iter().find(|entry| entry.code == *code)
    }

    /// Returns the entries before and after an item.
    pub fn neighbours(&self, code: &ItemCode) -> (Option<&YearItem>, Option<&YearItem>) {
        let Some(at) = self.entries.iter().position(|entry| entry.code == *code) else {
            return (None, None);
        };
        (at.checked_sub(1).and_then(|at| self.entries.get(at)), self.entries.get(at + 1))
    }

    /// Returns the position of an entry in the checklist.
    pub fn position(&self, entry: &YearItem) -> Option<ItemPosition<'_>> {
        self.catalogue.item(&entry.code)
    }

    /// Number of items with something filed.
    pub fn filed(&self) -> usize {
        self.entries.iter().filter(|entry| entry.is_filed()).count()
    }
}

impl YearItem {
    /// True if there is a page or a child page.
    pub fn is_filed(&self) -> bool {
        self.page.is_some() || !self.children.is_empty()
    }
}
