//! In-memory text, optionally compressed.

use std::borrow::Cow;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};
use lz4_flex::block;

/// A text; cloning is cheap.
#[derive(Clone, Debug, BorshSerialize, BorshDeserialize)]
pub struct Text(TextStorage);

#[derive(Clone, Debug, BorshSerialize, BorshDeserialize)]
enum TextStorage {
    Ready(Arc<str>),
    Packed { bytes: Arc<[u8]>, len: usize },
}

/// Storage of page texts. All other texts are few and stay uncompressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StorageMode {
    /// Uncompressed, for the preview, which must respond at once.
    #[default]
    Ready,
    /// LZ4-compressed if there are many pages, since texts dominate the memory of a build. 60 MB of
    /// Thai become 18 MB; a 14 kB page takes 28 µs to compress and 7 µs to decompress.
    Packed,
}

impl Text {
    /// An uncompressed text.
    pub fn new(text: &str) -> Self {
        Self(TextStorage::Ready(text.into()))
    }

    /// A compressed text; stays uncompressed if that would save less than a quarter.
    pub fn packed(text: &str) -> Self {
        let bytes = block::compress(text.as_bytes());
        match bytes.len() < text.len() / 4 * 3 {
            true => Self(TextStorage::Packed { bytes: bytes.into(), len: text.len() }),
            false => Self::new(text),
        }
    }

    /// The same text, uncompressed.
    pub fn unpacked(&self) -> Self {
        match &self.0 {
            TextStorage::Ready(_) => self.clone(),
            TextStorage::Packed { .. } => Self::new(&self.read()),
        }
    }

    /// The text; decompresses if needed.
    pub fn read(&self) -> Cow<'_, str> {
        match &self.0 {
            TextStorage::Ready(text) => Cow::Borrowed(text),
            TextStorage::Packed { bytes, len } => Cow::Owned(unpacked(bytes, *len).unwrap_or_default()),
        }
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        match &self.0 {
            TextStorage::Ready(text) => text.len(),
            TextStorage::Packed { len, .. } => *len,
        }
    }

    /// True if the length is zero.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Only called with output of [`Text::packed`], so never `None`.
fn unpacked(bytes: &[u8], len: usize) -> Option<String> {
    let bytes = block::decompress(bytes, len).ok()?;
    simdutf8::basic::from_utf8(&bytes).ok().map(str::to_owned)
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            // Usually the same allocation.
            (TextStorage::Ready(one), TextStorage::Ready(other)) => Arc::ptr_eq(one, other) || one == other,
            // The same form of the same text: nothing to decompress.
            (TextStorage::Packed { bytes: one, len }, TextStorage::Packed { bytes: other, len: of_other })
                if len == of_other && (Arc::ptr_eq(one, other) || one == other) =>
            {
                true
            }
            _ => self.len() == other.len() && self.read() == other.read(),
        }
    }
}

impl Eq for Text {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_text_says_what_it_said() {
        let long = "รายงานผลการดำเนินการตามมาตรการ 😀\r\n".repeat(3000);
        for text in ["", "ก", "site", &long, long.trim_end()] {
            let packed = Text::packed(text);
            assert_eq!((packed.read().as_ref(), packed.len(), &packed), (text, text.len(), &Text::new(text)));
        }
        assert!(matches!(Text::packed(&long).0, TextStorage::Packed { bytes, .. } if bytes.len() * 10 < long.len()));
        assert!(matches!(Text::packed("สั้น").0, TextStorage::Ready(_)));
        assert!(Text::packed(&long) != Text::packed(&long.replacen("ผล", "ผม", 1)));
    }
}
