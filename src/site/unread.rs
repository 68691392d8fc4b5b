//! What is there and could not be understood: it is not missing.

use super::Site;
use crate::base::ItemCode;
use crate::thai::FiscalYear;

impl Site {
    /// Whether a file of an item, or of a page below it, could not be understood.
    pub fn is_item_unread(&self, year: FiscalYear, item: &ItemCode) -> bool {
        self.unread.iter().any(|(_, home)| home.fiscal_year() == Some(year) && home.item() == Some(item))
    }
}
