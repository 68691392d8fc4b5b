//! What a page points to is there: links, evidence, ids, components (PROMISES P29).

mod components;
mod evidence;
mod ids;
mod links;

pub(crate) use evidence::page_address;

use super::Check;

pub(super) const ALL: &[Check] = &[components::CHECK, evidence::CHECK, ids::CHECK, links::CHECK];
