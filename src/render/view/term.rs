//! A term and what stands beside it.

use crate::render::tables::ListItem;
use serde::Serialize;

/// A term and what stands beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term {
    /// Its `data-field`.
    pub(crate) field: &'static str,
    pub(crate) label: String,
    pub(crate) items: Vec<ListItem>,
}
