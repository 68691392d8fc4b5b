//! One fiscal year: its list, and what is filed under each item.

use std::sync::Arc;

use super::{Page, SharedVec};
use crate::base::ItemCode;
use crate::catalogue::{Catalogue, ItemPosition};
use crate::thai::FiscalYear;

/// A fiscal year of the site.
#[derive(Clone, Debug)]
pub struct Year {
    /// Which.
    pub fiscal_year: FiscalYear,
    /// Its list.
    pub catalogue: Arc<Catalogue>,
    /// One entry per item, in the order of the list.
    pub entries: Vec<YearItem>,
}

/// An item of a year: it has a page also when nothing is filed.
#[derive(Clone, Debug)]
pub struct YearItem {
    /// The item.
    pub code: ItemCode,
    /// What is filed.
    pub page: Option<Page>,
    /// Pages below it, in the order of their paths.
    pub children: SharedVec<Page>,
}

impl Year {
    /// The entry of an item.
    pub fn entry(&self, code: &ItemCode) -> Option<&YearItem> {
        self.entries.iter().find(|entry| entry.code == *code)
    }

    /// The entries before and after one.
    pub fn neighbours(&self, code: &ItemCode) -> (Option<&YearItem>, Option<&YearItem>) {
        let Some(at) = self.entries.iter().position(|entry| entry.code == *code) else {
            return (None, None);
        };
        (at.checked_sub(1).and_then(|at| self.entries.get(at)), self.entries.get(at + 1))
    }

    /// What the list says about an entry.
    pub fn position(&self, entry: &YearItem) -> Option<ItemPosition<'_>> {
        self.catalogue.item(&entry.code)
    }

    /// How many items have something filed.
    pub fn filed(&self) -> usize {
        self.entries.iter().filter(|entry| entry.is_filed()).count()
    }
}

impl YearItem {
    /// Whether there is a page or a child page.
    pub fn is_filed(&self) -> bool {
        self.page.is_some() || !self.children.is_empty()
    }
}
