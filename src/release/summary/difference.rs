//! A value before and after.

/// A value or line before and after; `None` if absent. Long values are cut around the first
/// difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueDifference {
    pub(crate) old: Option<String>,
    /// The value that the publication would have.
    pub(crate) new: Option<String>,
}
