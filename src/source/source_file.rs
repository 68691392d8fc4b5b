//! Files of a source tree: texts in memory, and files that are published unchanged.

use std::borrow::Cow;
use std::io::{self, Read, Write};
use std::sync::{Arc, OnceLock};

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Stamp, StorageMode, Text};
use crate::base::RelPath;
use crate::checksum::{self, sha256};

/// A text file in memory.
#[derive(Clone, Debug)]
pub struct TextFile {
    /// Path relative to the root.
    pub(crate) path: RelPath,
    /// UTF-8 without byte order mark, NFC, line feeds.
    pub(crate) text: Text,
    /// Hash of the bytes on disk, computed on demand because only a publication needs it for every
    /// file.
    pub(super) sha256: Arc<OnceLock<[u8; 32]>>,
}

impl TextFile {
    /// A text that is not on disk, or whose bytes on disk equal the text.
    pub fn new(path: RelPath, text: &str) -> Self {
        Self { path, text: Text::new(text), sha256: Arc::default() }
    }

    /// A text decoded from `bytes`. Hashes `bytes` now if decoding changed them, since the hash
    /// cannot be recomputed from the text.
    pub(super) fn of_bytes(path: RelPath, text: Cow<'_, str>, bytes: &[u8], keep: StorageMode) -> Self {
        let says_all = matches!(text, Cow::Borrowed(text) if text.len() == bytes.len());
        let sha256 = if says_all { OnceLock::new() } else { OnceLock::from(sha256(bytes)) };
        let text = match keep {
            StorageMode::Packed if path.extension() == "md" => Text::packed(&text),
            _ => Text::new(&text),
        };
        Self { path, text, sha256: Arc::new(sha256) }
    }

    /// The file as it is kept in this mode.
    pub fn kept(self, keep: StorageMode) -> Self {
        match keep {
            StorageMode::Ready => Self { text: self.text.unpacked(), ..self },
            StorageMode::Packed => self,
        }
    }

    /// SHA-256 of the bytes on disk (P39).
    pub fn sha256(&self) -> [u8; 32] {
        *self.sha256.get_or_init(|| sha256(self.text.read().as_bytes()))
    }

    /// True if bytes with this hash (hexadecimal) have the same text: the bytes on disk, or the
    /// text with LF or CRLF line ends, with or without byte order mark.
    pub fn says_what_was_hashed(&self, hash: &str) -> bool {
        let text = self.text.read();
        let saved = |(mark, line_end): &(&str, &str)| checksum::of(format!("{mark}{}", text.replace('\n', line_end)).as_bytes());
        let forms = [("", "\n"), ("", "\r\n"), ("\u{FEFF}", "\n"), ("\u{FEFF}", "\r\n")];
        checksum::hex(&self.sha256()) == hash || forms.iter().any(|form| saved(form) == hash)
    }
}

/// Computes the hash, so that no later run has to.
impl BorshSerialize for TextFile {
    fn serialize<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        (&self.path, &self.text, self.sha256()).serialize(writer)
    }
}

impl BorshDeserialize for TextFile {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        let (path, text, sha256): (RelPath, Text, [u8; 32]) = BorshDeserialize::deserialize_reader(reader)?;
        Ok(Self { path, text, sha256: Arc::new(OnceLock::from(sha256)) })
    }
}

/// Compares path and text; the bytes on disk may differ.
impl PartialEq for TextFile {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text == other.text
    }
}

/// A file published unchanged: an attachment or an asset. Only metadata is loaded; the bytes are
/// read when it is written.
#[derive(Clone, Debug)]
pub struct Blob {
    /// Path relative to the root.
    pub(crate) path: RelPath,
    /// Size in bytes.
    pub(crate) size: u64,
    /// Fingerprint at listing time, even if not [settled](Stamp::settled).
    pub(super) stamp: Option<Stamp>,
    /// Hash found by the first complete read.
    pub(super) sha256: Arc<OnceLock<[u8; 32]>>,
}
