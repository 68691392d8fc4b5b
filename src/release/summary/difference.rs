//! One value before and after.

/// One value, or line, before and after; `None` where there is none. Long ones are cut around the
/// first difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueDifference {
    pub(crate) old: Option<String>,
    /// As it would be.
    pub(crate) new: Option<String>,
}
