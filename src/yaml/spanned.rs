//! A value with its span and, if transcribed from a paper document, the original wording.

use std::ops::{Deref, Range};

use borsh::{BorshDeserialize, BorshSerialize};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Value of a field. `{value: …, as_written: …}` in the file sets both; figures are never corrected
/// silently (DM1).
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Spanned<T> {
    pub(crate) value: T,
    /// Original wording, if different.
    pub(crate) as_written: Option<String>,
    /// Byte range in the file.
    pub(crate) span: Range<usize>,
}

impl<T> Spanned<T> {
    /// Converts the value, keeping span and wording.
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
