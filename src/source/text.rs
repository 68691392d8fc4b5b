//! A text in memory, packed if it is one of very many.

use std::borrow::Cow;
use std::sync::Arc;

use lz4_flex::block;

/// A text. A copy of it costs nothing.
#[derive(Clone, Debug)]
pub struct Text(TextStorage);

#[derive(Clone, Debug)]
enum TextStorage {
    Ready(Arc<str>),
    Packed { bytes: Arc<[u8]>, len: usize },
}

/// How the texts of pages wait until they are needed. (All other texts are few.)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StorageMode {
    /// Ready to be read: for a preview, which is to answer at once.
    #[default]
    Ready,
    /// In a third of the memory if they are many: the texts are most of what a build keeps. (LZ4
    /// makes 18 MB of 60 MB of Thai. A page of 14 kB takes 28 µs, and 7 µs whenever it is
    /// unpacked.)
    Packed,
}

impl Text {
    /// A text, ready.
    pub fn new(text: &str) -> Self {
        Self(TextStorage::Ready(text.into()))
    }

    /// A text that is not needed soon. One that would not become much smaller is left as it is.
    pub fn packed(text: &str) -> Self {
        let bytes = block::compress(text.as_bytes());
        match bytes.len() < text.len() / 4 * 3 {
            true => Self(TextStorage::Packed { bytes: bytes.into(), len: text.len() }),
            false => Self::new(text),
        }
    }

    /// What it says.
    pub fn read(&self) -> Cow<'_, str> {
        match &self.0 {
            TextStorage::Ready(text) => Cow::Borrowed(text),
            TextStorage::Packed { bytes, len } => Cow::Owned(unpacked(bytes, *len).unwrap_or_default()),
        }
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        match &self.0 {
            TextStorage::Ready(text) => text.len(),
            TextStorage::Packed { len, .. } => *len,
        }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Nothing but what [`Text::packed`] made comes here, so it is never `None`.
fn unpacked(bytes: &[u8], len: usize) -> Option<String> {
    let bytes = block::decompress(bytes, len).ok()?;
    simdutf8::basic::from_utf8(&bytes).ok().map(str::to_owned)
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            // Mostly it is the very same, read once.
            (TextStorage::Ready(one), TextStorage::Ready(other)) => Arc::ptr_eq(one, other) || one == other,
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
