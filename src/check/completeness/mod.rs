//! Every item has the content its checklist requires (AS2, ST9).

mod components;
mod dates;
mod empty_pages;
mod measures;
mod unfiled;

use super::Check;

pub(super) const ALL: &[Check] = &[components::CHECK, dates::CHECK, empty_pages::CHECK, measures::CHECK, unfiled::CHECK];
