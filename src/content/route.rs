//! Where a document belongs.

use crate::base::ItemCode;
use crate::thai::FiscalYear;

/// Where a document belongs, from its path.
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
        /// Its path below the item.
        slug: String,
    },
    /// An ordinary page.
    Page {
        /// Its path below the base.
        path: String,
    },
}

impl Route {
    /// The fiscal year, of items and their children.
    pub fn fiscal_year(&self) -> Option<FiscalYear> {
        match self {
            Route::Item { fiscal_year, .. } | Route::Child { fiscal_year, .. } => Some(*fiscal_year),
            Route::Page { .. } => None,
        }
    }

    /// The item, of items and their children.
    pub fn item(&self) -> Option<&ItemCode> {
        match self {
            Route::Item { item, .. } | Route::Child { item, .. } => Some(item),
            Route::Page { .. } => None,
        }
    }
}
