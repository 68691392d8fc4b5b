//! Where a document belongs.

use crate::base::ItemCode;
use crate::thai::FiscalYear;

/// Where a document belongs, from its path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
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

impl Home {
    /// The fiscal year, of items and their children.
    pub fn fiscal_year(&self) -> Option<FiscalYear> {
        match self {
            Home::Item { fiscal_year, .. } | Home::Child { fiscal_year, .. } => Some(*fiscal_year),
            Home::Page { .. } => None,
        }
    }

    /// The item, of items and their children.
    pub fn item(&self) -> Option<&ItemCode> {
        match self {
            Home::Item { item, .. } | Home::Child { item, .. } => Some(item),
            Home::Page { .. } => None,
        }
    }
}
