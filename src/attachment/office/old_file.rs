//! Opens the compound files of older office programs; the only module that names their crate.

use std::borrow::Cow;
use std::io::Cursor;

use super::super::compound::without_spare_chains;

/// An open compound file.
pub(super) type OldFile<'b> = cfb::CompoundFile<Cursor<Cow<'b, [u8]>>>;

/// Opens a file; `None` if it is damaged.
pub(super) fn open(bytes: &[u8]) -> Option<OldFile<'_>> {
    cfb::CompoundFile::open(Cursor::new(without_spare_chains(bytes))).ok()
}
