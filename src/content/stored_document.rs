//! What is stored of a document: the rest follows from the path and the text of its file.

use std::io::{self, Read, Write};
use std::ops::Range;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::front_matter::FrontMatter;
use super::{Body, Document, FileRole, role};
use crate::markdown::Outline;
use crate::source::TextFile;
use crate::yaml::UnreadFields;

impl Document {
    /// Writes what [`restore`](Document::restore) needs. A document with unread fields cannot be
    /// restored.
    ///
    /// # Errors
    /// Those of the writer, and numbers that are none.
    pub fn store(&self, writer: &mut impl Write) -> io::Result<()> {
        let Body { range, outline, .. } = &self.body;
        (&self.front_matter, range, &**outline).serialize(writer)
    }

    /// The document of a file, as it was stored.
    ///
    /// # Errors
    /// The bytes are not those of a document, or the file is no page.
    pub fn restore(file: &TextFile, reader: &mut impl Read) -> io::Result<Document> {
        let (front_matter, range, outline): (FrontMatter, Range<usize>, Outline) = BorshDeserialize::deserialize_reader(reader)?;
        let home = role(&file.path).ok().and_then(FileRole::home).ok_or(io::ErrorKind::InvalidData)?;
        let body = Body { file: file.text.clone(), range, outline: Arc::new(outline) };
        Ok(Document { source: file.path.clone(), home, front_matter, unread: UnreadFields::default(), body })
    }
}
