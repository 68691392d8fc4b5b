//! A term with its values.

use crate::render::tables::ListItem;
use serde::Serialize;

/// A term with its values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term {
    /// `data-field`.
    pub(crate) field: &'static str,
    pub(crate) label: String,
    pub(crate) items: Vec<ListItem>,
}
