//! ZIP-based documents: Office Open XML, OpenDocument, and plain ZIP archives.

use std::io::{Cursor, Read};

use super::looks::looks_like;
use super::{FileFault, compound};
use crate::archive;
use crate::content::is_active_in_archive;

/// Limit on the decompressed size in bytes; anything beyond is not checked.
const MAX_UNPACKED_BYTES: u64 = 128 << 20;

/// Entry that identifies the kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MainPart {
    Workbook,
    Document,
    Slides,
    /// OpenDocument of any kind.
    Open,
    /// Any ZIP archive.
    Any,
}

impl MainPart {
    /// Kind, lower-case name prefix of the entry, and display name. A prefix, because some programs
    /// append a number.
    const ALL: [(MainPart, &str, &str); 4] = [
        (MainPart::Workbook, "xl/workbook", "Excel (.xlsx)"),
        (MainPart::Document, "word/document", "Word (.docx)"),
        (MainPart::Slides, "ppt/presentation", "PowerPoint (.pptx)"),
        (MainPart::Open, "content.xml", "OpenDocument"),
    ];
}

/// Reason why the file cannot be opened.
pub(super) fn fault(main: MainPart, bytes: &[u8]) -> Option<FileFault> {
    if compound::is(bytes) {
        // A password-protected document is wrapped in a compound file; otherwise it may be an older
        // file with a newer extension.
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
    archive::unpacked_size(bytes, MAX_UNPACKED_BYTES).is_none().then_some(FileFault::Damaged)
}

/// OpenDocument encrypts entries individually and declares this in its manifest.
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

/// Names of the files in a ZIP file that would be refused as attachments; the first few.
pub(super) fn active(extension: &str, bytes: &[u8]) -> Vec<String> {
    const SHOWN: usize = 3;
    if extension != "zip" {
        return Vec::new();
    }
    let is_active = |name: &String| {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
        is_active_in_archive(&extension)
    };
    archive::parts(bytes).into_iter().flatten().map(|part| part.name).filter(is_active).take(SHOWN).collect()
}

/// True if the document contains macros.
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
