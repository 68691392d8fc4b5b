//! Stage two: what other pages may read of a document.

use crate::Document;

/// Facts of a document that other pages depend on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "values-borsh", derive(borsh::BorshSerialize, borsh::BorshDeserialize))]
#[cfg_attr(feature = "values-serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Facts {
    pub address: String,
    pub title: String,
    pub anchors: Vec<String>,
}

impl Facts {
    /// The facts of a document.
    pub fn of(document: &Document) -> Self {
        Self {
            address: document.address.clone(),
            title: document.field("title").map(|title| title.value.clone()).unwrap_or_default(),
            anchors: document.headings.iter().map(|heading| heading.id.clone()).collect(),
        }
    }
}
