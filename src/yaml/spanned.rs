//! A value with its place and, where it was typed from an older paper, the original wording.

use std::ops::{Deref, Range};

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A value of a field. `{value: …, as_written: …}` in the file fills both; figures are never
/// corrected silently (DM1).
#[derive(Clone, Debug, PartialEq)]
pub struct Spanned<T> {
    pub(crate) value: T,
    /// What the paper says, if it differs.
    pub(crate) as_written: Option<String>,
    /// Bytes of the file.
    pub(crate) span: Range<usize>,
}

impl<T> Spanned<T> {
    /// The same place and wording with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: f(self.value), as_written: self.as_written, span: self.span }
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Serialize> Serialize for Spanned<T> {
    /// The value alone, or both as in the file.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(as_written) = &self.as_written else { return self.value.serialize(serializer) };
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("value", &self.value)?;
        map.serialize_entry("as_written", as_written)?;
        map.end()
    }
}
