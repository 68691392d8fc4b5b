//! Routes of documents.

use crate::base::ItemCode;
use crate::thai::FiscalYear;

/// Place of a document in the site, derived from its path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// The page of an item.
    Item {
        /// Fiscal year.
        fiscal_year: FiscalYear,
        /// Item.
        item: ItemCode,
    },
    /// A page below an item: a monthly report, an announcement.
    Child {
        /// Fiscal year.
        fiscal_year: FiscalYear,
        /// Item.
        item: ItemCode,
        /// Path below the item.
        slug: String,
    },
    /// An ordinary page.
    Page {
        /// Path below the base.
        path: String,
    },
}

impl Route {
    /// Fiscal year of an item or child page.
    pub fn fiscal_year(&self) -> Option<FiscalYear> {
        match self {
            Route::Item { fiscal_year, .. } | Route::Child { fiscal_year, .. } => Some(*fiscal_year),
            Route::Page { .. } => None,
        }
    }

    /// Item of an item or child page.
    pub fn item(&self) -> Option<&ItemCode> {
        match self {
            Route::Item { item, .. } | Route::Child { item, .. } => Some(item),
            Route::Page { .. } => None,
        }
    }
}
