//! Text of office files: Word, Excel, PowerPoint, OpenDocument, RTF, older Excel, HTML under the
//! name of an office file, and what is inside ZIP archives.
//!
//! Nothing is built in memory but the text that is kept: XML and records are streamed, at most
//! [`MAX_UNPACKED_BYTES`] are unpacked from a file and all files inside it. A part that cannot be
//! read does not hide the others: it is named in [`Contents::Partly`].

mod biff;
mod binary_workbook;
mod book_grid;
mod common;
mod document;
mod flow;
mod gathered;
mod html;
mod little_endian;
mod members;
mod number_format;
mod object;
mod old_document;
mod old_file;
mod old_properties;
mod old_strings;
mod old_workbook;
mod ooxml;
mod open;
mod open_text;
mod parts;
mod properties;
mod raised;
mod relations;
mod rows;
mod rtf;
mod rtf_tokens;
mod sheet;
mod slides;
mod strings;
mod symbol_font;
#[cfg(test)]
mod tests;
mod word_grid;
mod worded_parts;
mod workbook;
mod xml;

use std::cell::Cell;

use super::grid::{GridDocument, GridFault};
use super::nesting::Nesting;
use super::{Contents, NotInspected, Passage, UnreadPart};
use parts::Parts;

/// Limit on what is unpacked from a file and all files inside it, in bytes. A list of 50,000 people
/// takes 20 MB.
pub(super) const MAX_UNPACKED_BYTES: u64 = 128 << 20;

/// How compound files begin.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The text of a file named `name` inside another file, and what of it was not read.
pub(super) fn inside(name: &str, contents: Contents) -> (Vec<Passage>, Vec<UnreadPart>) {
    let mut gathered = gathered::Gathered::new();
    gathered.add_file(name, contents);
    gathered.into_parts()
}

/// Text of a file inside a document that is no attachment of its own; `None` for other extensions.
pub(super) fn read_inner(extension: &str, bytes: &[u8], nesting: &Nesting<'_>) -> Option<Contents> {
    match extension {
        "htm" | "html" | "xhtml" => Some(html::read(bytes)),
        "bin" if bytes.starts_with(COMPOUND) => Some(object::read(bytes, nesting)),
        object::PACKAGE => Some(read(extension, bytes, nesting)),
        _ => None,
    }
}

/// True if files with this extension are for [`read`].
pub(super) fn is(extension: &str) -> bool {
    const READ: [&str; 34] = [
        "docx", "docm", "dotx", "dotm", "doc", "dot", "pptx", "pptm", "ppsx", "ppsm", "potx", "potm", "ppt", "pps", "pot", "xlsx", "xlsm",
        "xltx", "xltm", "xlsb", "xls", "xlt", "odt", "ott", "ods", "ots", "odp", "otp", "odg", "rtf", "zip", "fodt", "fods", "fodp",
    ];
    READ.contains(&extension)
}

/// Text of an office file. The kind is told from the content: many programs write one kind under
/// the name of another.
pub(super) fn read(extension: &str, bytes: &[u8], nesting: &Nesting<'_>) -> Contents {
    if bytes.starts_with(b"PK") {
        return match Parts::of(bytes, nesting.unpacked) {
            Ok(parts) => read_archive(extension, parts, nesting),
            Err(reason) => Contents::NotInspected(reason),
        };
    }
    if bytes.starts_with(b"{\\rtf") {
        rtf::read(bytes)
    } else if bytes.starts_with(COMPOUND) {
        match old_workbook::read(bytes) {
            Contents::NotInspected(NotInspected::Format) => old_document::read(bytes),
            contents => contents,
        }
    } else if matches!(extension, "fodt" | "fods" | "fodp") {
        open::read_flat(bytes, nesting)
    } else {
        html::read(bytes)
    }
}

/// An office file as tables and paragraphs. The kind is told from the content, as in [`read`].
///
/// # Errors
/// The file needs a password, is damaged, too large, or of another kind.
pub(super) fn read_grid(bytes: &[u8]) -> Result<GridDocument, GridFault> {
    if bytes.starts_with(COMPOUND) {
        return book_grid::xls::read(bytes);
    }
    if !bytes.starts_with(b"PK") {
        return Err(GridFault::Format);
    }
    let unpacked = Cell::new(MAX_UNPACKED_BYTES);
    let parts = Parts::of(bytes, &unpacked).map_err(|reason| match reason {
        NotInspected::UnpackedSize | NotInspected::FileSize => GridFault::Size,
        _ => GridFault::Unreadable,
    })?;
    let has = |start: &str| parts.names().any(|name| name.to_ascii_lowercase().starts_with(start));
    if has("word/document") {
        word_grid::read(parts)
    } else if has("xl/workbook.xml") {
        book_grid::xlsx::read(parts)
    } else if has("content.xml") {
        book_grid::ods::read(parts)
    } else {
        Err(GridFault::Format)
    }
}

fn read_archive(extension: &str, parts: Parts<'_>, nesting: &Nesting<'_>) -> Contents {
    let has = |start: &str| parts.names().any(|name| name.to_ascii_lowercase().starts_with(start));
    if extension == "zip" {
        members::read(parts, nesting)
    } else if has("word/document") {
        document::read(parts, nesting)
    } else if has("ppt/presentation") {
        slides::read(parts, nesting)
    } else if has("xl/workbook.bin") {
        binary_workbook::read(parts, nesting)
    } else if has("xl/workbook") {
        workbook::read(parts, nesting)
    } else if has("content.xml") {
        open::read(parts, nesting)
    } else {
        Contents::NotInspected(NotInspected::Unreadable)
    }
}
