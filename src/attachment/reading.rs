//! Reads a file by its extension, and the files inside it.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::nesting::Nesting;
use super::{Contents, NotInspected, UnreadPart, WhyUnread, office, opens, pdf, plain};

/// Kind and content of a file. `extension` is in lower case, without the point.
pub fn read(extension: &str, bytes: &[u8]) -> Contents {
    let unpacked = Cell::new(office::MAX_UNPACKED_BYTES);
    read_inside(extension, bytes, &Nesting { depth: 0, unpacked: &unpacked, read: &read_inside })
}

fn read_inside(extension: &str, bytes: &[u8], nesting: &Nesting<'_>) -> Contents {
    if bytes.is_empty() {
        return Contents::Other;
    }
    // The parsers are well maintained, but no foreign file may abort a build.
    catch_unwind(AssertUnwindSafe(|| read_kind(extension, bytes, nesting))).unwrap_or(match extension {
        "pdf" => Contents::DamagedPdf,
        _ => Contents::NotInspected(NotInspected::Unreadable),
    })
}

fn read_kind(extension: &str, bytes: &[u8], nesting: &Nesting<'_>) -> Contents {
    match extension {
        "pdf" => read_pdf(bytes, nesting),
        // What is inside another file is published only in it: whether it opens is not asked.
        _ if nesting.depth > 0
            && let Some(contents) = office::read_inner(extension, bytes, nesting) =>
        {
            contents
        }
        _ if nesting.depth == 0
            && let Some(fault) = opens::fault(extension, bytes) =>
        {
            Contents::Unusable(fault)
        }
        "csv" | "tsv" | "txt" => plain::read(bytes),
        // Most likely a page with a wrong extension.
        _ if bytes.starts_with(b"---") || bytes.starts_with(b"\xEF\xBB\xBF---") => plain::read(bytes),
        _ if office::is(extension) => office::read(extension, bytes, nesting),
        "eml" | "mbox" | "mht" | "mhtml" | "slk" | "ps" | "eps" | "ai" => read_encoded(extension, bytes),
        _ if is_picture_or_sound(extension) => Contents::Other,
        // Data files, source texts, drawings: whatever is text.
        _ => match plain::read(bytes) {
            Contents::NotInspected(_) => Contents::NotInspected(NotInspected::Format),
            text => text,
        },
    }
}

/// A text by its look, in which what a person reads is encoded: it is read as it stands, and said to be unread.
fn read_encoded(extension: &str, bytes: &[u8]) -> Contents {
    let why = WhyUnread::NotInspected(NotInspected::Format);
    match plain::read(bytes) {
        Contents::Text(text) if !text.is_empty() => Contents::Partly { text, unread: vec![UnreadPart { part: extension.into(), why }] },
        _ => Contents::NotInspected(NotInspected::Format),
    }
}

fn read_pdf(bytes: &[u8], nesting: &Nesting<'_>) -> Contents {
    let mut unread = Vec::new();
    let contents = pdf::read(bytes, &mut |name, bytes| {
        let contents = bytes.map_or(Contents::NotInspected(NotInspected::UnpackedSize), |bytes| nesting.read(name, bytes));
        let (passages, unread_parts) = office::inside(name, contents);
        unread.extend(unread_parts);
        passages
    });
    match contents {
        Contents::Pdf(pdf) => Contents::Pdf(super::Pdf { unread_files: unread, ..pdf }),
        other => other,
    }
}

/// Files without text of their own. Letters in a picture are not read.
fn is_picture_or_sound(extension: &str) -> bool {
    const EXTENSIONS: [&str; 32] = [
        "jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "bmp", "tif", "tiff", "heic", "heif", "avif", "ico", "mp3", "mp4", "m4a",
        "m4v", "mov", "avi", "wmv", "wav", "webm", "ogg", "ogv", "mkv", "flv", "aac", "wma", "3gp", "mpg", "mpeg",
    ];
    EXTENSIONS.contains(&extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_said_to_be_unread() {
        let mail = b"Subject: a\n\nMzEwMDkwMDEyMzQ1NQ==\n";
        for extension in ["eml", "mht", "slk", "ps"] {
            let contents = read(extension, mail);
            assert!(matches!(&contents, Contents::Partly { text, unread } if !text.is_empty() && unread.len() == 1), "{contents:?}");
        }
        assert!(matches!(read("csv", mail), Contents::Text(_)));
    }
}
