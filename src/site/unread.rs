//! Items whose files could not be parsed; they are not missing.

use super::Site;
use crate::base::ItemCode;
use crate::thai::FiscalYear;

impl Site {
    /// True if a file of the item or of one of its child pages could not be parsed or placed.
    pub fn is_item_unread(&self, year: FiscalYear, item: &ItemCode) -> bool {
        self.unread.iter().any(|(_, home)| home.fiscal_year() == Some(year) && home.item() == Some(item))
    }
}
