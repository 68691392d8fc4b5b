//! Documents that are archives: those of newer office programs, open documents, and archives
//! themselves.

use std::io::{Cursor, Read};

use super::looks::looks_like;
use super::{FileFault, compound};
use crate::archive;

/// Bytes to which a document may unpack; beyond them nobody looks.
const MAX_UNPACKED_BYTES: u64 = 128 << 20;

/// Which part an archive must have to be a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MainPart {
    Workbook,
    Document,
    Slides,
    /// An open document of any kind.
    Open,
    /// An archive of anything.
    Any,
}

impl MainPart {
    /// How the name of the part begins, in small letters, and what a file that has it is called.
    /// Some programs add a number to the name.
    const ALL: [(MainPart, &str, &str); 4] = [
        (MainPart::Workbook, "xl/workbook", "Excel (.xlsx)"),
        (MainPart::Document, "word/document", "Word (.docx)"),
        (MainPart::Slides, "ppt/presentation", "PowerPoint (.pptx)"),
        (MainPart::Open, "content.xml", "OpenDocument"),
    ];
}

/// What is in the way of who wants to open it.
pub(super) fn fault(main: MainPart, bytes: &[u8]) -> Option<FileFault> {
    if compound::is(bytes) {
        // A document with a password is put into a file of the old kind; and somebody may have
        // given an old file the new ending.
        return compound::fault(bytes, None).or(Some(FileFault::Other(compound::program(bytes).or(looks_like(bytes)))));
    }
    if !bytes.starts_with(b"PK") {
        return Some(FileFault::Other(looks_like(bytes)));
    }
    let Some(parts) = archive::parts(bytes) else { return Some(FileFault::Cut) };
    if parts.iter().any(|part| part.is_locked) || is_locked_inside(bytes) {
        return Some(FileFault::Locked);
    }
    let has = |start: &str| parts.iter().any(|part| part.name.to_ascii_lowercase().starts_with(start));
    let found = MainPart::ALL.iter().find(|(_, start, _)| has(start));
    if main != MainPart::Any && !MainPart::ALL.iter().any(|(known, start, _)| *known == main && has(start)) {
        return Some(FileFault::Other(found.map(|(_, _, name)| *name).or(Some("ZIP"))));
    }
    // A workbook is unpacked when its cells are read.
    (main != MainPart::Workbook && archive::unpacked_size(bytes, MAX_UNPACKED_BYTES).is_none()).then_some(FileFault::Damaged)
}

/// An open document encrypts its parts one by one, and says so in its list of them.
fn is_locked_inside(bytes: &[u8]) -> bool {
    const MOST: u64 = 1 << 20;
    let mut text = Vec::new();
    let read = |part: &mut dyn Read| part.take(MOST).read_to_end(&mut text).map(drop);
    let Ok(Some(Ok(()))) =
        archive::ArchiveReader::new(Cursor::new(bytes)).and_then(|mut archive| archive.part("META-INF/manifest.xml", read))
    else {
        return false;
    };
    memchr::memmem::find(&text, b"encryption-data").is_some()
}

/// Whether it holds programs that run when it is opened.
pub(super) fn has_macros(extension: &str, bytes: &[u8]) -> bool {
    let is_program = |name: &str| {
        let name = name.to_ascii_lowercase();
        let is_open = name.starts_with("basic/")
            && name.ends_with(".xml")
            && !["script-lb.xml", "script-lc.xml"].iter().any(|list| name.ends_with(list));
        name.ends_with("vbaproject.bin") || name.contains("/macrosheets/") || is_open
    };
    extension != "zip"
        && bytes.starts_with(b"PK")
        && archive::parts(bytes).is_some_and(|parts| parts.iter().any(|part| is_program(&part.name)))
}
