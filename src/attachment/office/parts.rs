//! Parts of a document that is a ZIP archive, unpacked one by one under a common limit.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, BufReader, Cursor, Read};

use super::super::{FileFault, NotInspected, WhyUnread};
use super::xml::{Visitor, visit};
use crate::archive::{ArchiveReader, NumberedEntry};

/// Most entries in an archive. A presentation of 500 slides has some 3,000.
const MAX_ENTRIES: usize = 20_000;

/// The entries of an archive.
pub(super) struct Parts<'b> {
    archive: ArchiveReader<Cursor<&'b [u8]>>,
    entries: Vec<PartEntry>,
    /// Places in `entries` by name in lower case.
    places: BTreeMap<String, usize>,
    /// Bytes that may still be unpacked, in this file and all around it.
    unpacked: &'b Cell<u64>,
}

/// An entry with its name as text.
struct PartEntry {
    index: usize,
    name: String,
    is_locked: bool,
}

/// Decodes a name. Some programs write the separators of Windows.
fn name(raw: &[u8]) -> String {
    let name = crate::source::to_utf8(raw).map_or_else(|| String::from_utf8_lossy(raw).into_owned(), |(name, _)| name);
    name.replace('\\', "/").trim_start_matches('/').to_owned()
}

impl<'b> Parts<'b> {
    /// Reads the list of entries.
    ///
    /// # Errors
    /// The list cannot be read, names an entry twice (programs differ on which one they show), or is
    /// too long.
    pub(super) fn of(bytes: &'b [u8], unpacked: &'b Cell<u64>) -> Result<Self, NotInspected> {
        let mut archive = ArchiveReader::new(Cursor::new(bytes)).map_err(|_| NotInspected::Unreadable)?;
        if archive.names().len() > MAX_ENTRIES {
            return Err(NotInspected::UnpackedSize);
        }
        let entry = |entry: NumberedEntry| PartEntry { name: name(&entry.name), index: entry.index, is_locked: entry.is_locked };
        let entries: Vec<PartEntry> = archive.entries().into_iter().map(entry).collect();
        let places = entries.iter().enumerate().map(|(at, entry)| (entry.name.to_ascii_lowercase(), at)).collect();
        Ok(Parts { archive, entries, places, unpacked })
    }

    /// Names of all entries, in archive order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// Names that begin with `start` and end with `end`, in lower case; in the order of the numbers
    /// in them.
    pub(super) fn named(&self, start: &str, end: &str) -> Vec<String> {
        let has = |name: &&str| {
            let name = name.to_ascii_lowercase();
            name.strip_prefix(start).is_some_and(|rest| rest.ends_with(end))
        };
        let mut names: Vec<String> = self.names().filter(has).map(str::to_owned).collect();
        names.sort_by_cached_key(|name| (name.trim_end_matches(|c| c != '/').len(), name.len(), name.clone()));
        names
    }

    /// True if there is an entry of this name, in any case.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Passes the XML of a part to `visitor`. A part that is not there has nothing to pass.
    ///
    /// # Errors
    /// It could not be read to its end; what came before has been passed.
    pub(super) fn visit(&mut self, name: &str, visitor: &mut dyn Visitor) -> Result<(), WhyUnread> {
        let Some(index) = self.find(name) else { return Ok(()) };
        let unpacked = self.unpacked;
        self.read(index, |part| visit(BufReader::new(part), unpacked, visitor).is_ok())
    }

    /// Passes the XML of a part to `visitor`, after `mend` has made XML of it.
    ///
    /// # Errors
    /// It could not be read to its end; what came before has been passed.
    pub(super) fn visit_mended(&mut self, name: &str, mend: fn(Vec<u8>) -> Vec<u8>, visitor: &mut dyn Visitor) -> Result<(), WhyUnread> {
        let bytes = mend(self.bytes(name)?);
        visit(bytes.as_slice(), self.unpacked, visitor).map_err(|_| WhyUnread::NotInspected(NotInspected::Unreadable))
    }

    /// The bytes of a part; none if it is not there.
    ///
    /// # Errors
    /// It could not be read to its end.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Vec<u8>, WhyUnread> {
        self.find(name).map_or(Ok(Vec::new()), |index| self.bytes_at(index))
    }

    /// The bytes of the part at a place in the order of [`names`](Parts::names).
    ///
    /// # Errors
    /// It could not be read to its end.
    pub(super) fn bytes_at(&mut self, index: usize) -> Result<Vec<u8>, WhyUnread> {
        let mut bytes = Vec::new();
        self.read(index, |part| part.read_to_end(&mut bytes).is_ok())?;
        Ok(bytes)
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.places.get(&name.to_ascii_lowercase()).copied()
    }

    fn read(&mut self, index: usize, take: impl FnOnce(&mut dyn Read) -> bool) -> Result<(), WhyUnread> {
        let Some(entry) = self.entries.get(index) else { return Ok(()) };
        if entry.is_locked {
            return Err(WhyUnread::Fault(FileFault::Locked));
        }
        let unpacked = self.unpacked;
        let is_read = self.archive.part_at(entry.index, |part| take(&mut Counted { part, left: unpacked }));
        match is_read {
            Ok(true) => Ok(()),
            _ if unpacked.get() == 0 => Err(WhyUnread::NotInspected(NotInspected::UnpackedSize)),
            _ => Err(WhyUnread::NotInspected(NotInspected::Unreadable)),
        }
    }
}

/// Counts what comes out of an archive: declared sizes may be false.
struct Counted<'p> {
    part: &'p mut dyn Read,
    left: &'p Cell<u64>,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.part.read(buffer)?;
        match self.left.get().checked_sub(count as u64) {
            Some(left) if left > 0 || count == 0 => {
                self.left.set(left);
                Ok(count)
            }
            _ => {
                self.left.set(0);
                Err(io::Error::other("unpacks to too much"))
            }
        }
    }
}
