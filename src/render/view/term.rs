//! A term and what stands beside it.

use crate::render::tables::ListItem;
use serde::Serialize;

/// A term and what stands beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term {
    /// Its `data-field`.
    pub field: &'static str,
    /// Its name.
    pub label: String,
    /// One line each.
    pub items: Vec<ListItem>,
}
