//! The pages below an item in their order.

use crate::site::{Page, YearItem};

/// Newest first if all names begin with a year, as those of monthly reports do; else by name, as
/// numbered parts are read.
///
/// Dates on the pages do not count: a page shows those beside it, and must not have to be made
/// again when one of them gets another date.
pub(super) fn in_order(entry: &YearItem) -> Vec<&Page> {
    let mut pages: Vec<&Page> = entry.children.iter().collect();
    if pages.iter().all(|page| begins_with_year(page)) {
        pages.reverse();
    }
    pages
}

fn begins_with_year(page: &Page) -> bool {
    let name = page.permalink.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let mut letters = name.chars();
    let is_year = letters.by_ref().take(4).filter(char::is_ascii_digit).count() == 4;
    is_year && !letters.next().is_some_and(|next| next.is_ascii_digit())
}
