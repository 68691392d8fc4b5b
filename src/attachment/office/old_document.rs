//! Older Word documents (`.doc`, Word 97 to 2003): the text, without knowing which of it is hidden or
//! deleted. A table says where the pieces of the text are in the file.

use std::io::Read;

use super::super::{Contents, DocumentPart, FileFault, NotInspected, TextPosition};
use super::gathered::Gathered;
use super::little_endian::{u16_at, u32_at};
use super::old_file::{self, OldFile};
use super::old_properties;

/// Lengths of the parts of the text, by where they stand in the head of the file, and what they are;
/// without one, the body. Word keeps macros in one of them, which are left out.
const PARTS: [(usize, Option<DocumentPart>); 8] = [
    (0x4C, None),
    (0x50, Some(DocumentPart::Note)),
    (0x54, Some(DocumentPart::Header)),
    (0x58, None),
    (0x5C, Some(DocumentPart::Comment)),
    (0x60, Some(DocumentPart::Note)),
    (0x64, Some(DocumentPart::TextBox)),
    (0x68, Some(DocumentPart::TextBox)),
];

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Contents {
    let Some(mut file) = old_file::open(bytes) else { return Contents::NotInspected(NotInspected::Format) };
    let Some(document) = stream(&mut file, "/WordDocument", bytes.len()) else { return Contents::NotInspected(NotInspected::Format) };
    let mut gathered = Gathered::new();
    let flags = u16_at(&document, 0x0A).unwrap_or(0);
    // Word 6 and 95 keep their text elsewhere.
    if u16_at(&document, 0x02).is_none_or(|version| version < 0xC1) {
        return Contents::NotInspected(NotInspected::Format);
    }
    if flags & 0x100 != 0 {
        return Contents::Unusable(FileFault::Locked);
    }
    let table = stream(&mut file, if flags & 0x200 != 0 { "/1Table" } else { "/0Table" }, bytes.len());
    match table.and_then(|table| text(&document, &table)) {
        Some(text) => add(&document, text, &mut gathered),
        None => gathered.note_unreadable("WordDocument"),
    }
    old_properties::read(&mut file, &mut gathered);
    gathered.contents("WordDocument")
}

fn stream(file: &mut OldFile<'_>, name: &str, size: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let _ = file.open_stream(name).ok()?.take(size as u64).read_to_end(&mut bytes);
    Some(bytes)
}

/// The whole text in UTF-16: lengths of its parts count its units.
fn text(document: &[u8], table: &[u8]) -> Option<Vec<u16>> {
    const IS_NARROW: u32 = 1 << 30;
    let mut rest = table.get(u32_at(document, 0x1A2)? as usize..)?;
    // Formats of pieces stand before the pieces.
    while let [1, low, high, ..] = *rest {
        rest = rest.get(3 + usize::from(u16::from_le_bytes([low, high]))..)?;
    }
    let size = (*rest.first()? == 2).then_some(u32_at(rest, 1)? as usize)?;
    let pieces = rest.get(5..5usize.checked_add(size)?)?;
    let count = size.checked_sub(4)? / 12;
    let mut text = Vec::new();
    for piece in 0..count {
        let length = u32_at(pieces, 4 * piece + 4)?.checked_sub(u32_at(pieces, 4 * piece)?)? as usize;
        let place = u32_at(pieces, 4 * (count + 1) + 8 * piece + 2)?;
        let begin = (place & !IS_NARROW) as usize;
        // Pieces do not overlap: no text is longer than its file.
        if text.len().checked_add(length)? > document.len() {
            return None;
        }
        match place & IS_NARROW != 0 {
            true => {
                let bytes = document.get(begin / 2..(begin / 2).checked_add(length)?)?;
                text.extend(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.encode_utf16());
            }
            false => {
                let bytes = document.get(begin..begin.checked_add(length.checked_mul(2)?)?)?;
                text.extend(bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])));
            }
        }
    }
    Some(text)
}

/// Adds the paragraphs and table rows of all parts.
fn add(document: &[u8], text: Vec<u16>, gathered: &mut Gathered) {
    let mut rest = text.as_slice();
    for (at, part) in PARTS {
        let length = u32_at(document, at).unwrap_or(0) as usize;
        let (units, after) = rest.split_at(length.min(rest.len()));
        rest = after;
        let letters = without_codes(&String::from_utf16_lossy(units));
        for (number, paragraph) in paragraphs(&letters).into_iter().enumerate() {
            gathered.add(&paragraph, part.map_or(TextPosition::Paragraph(number + 1), TextPosition::Part));
        }
    }
}

/// Text without codes of fields, and with the usual letters for those of Word.
fn without_codes(text: &str) -> String {
    // For each open field, whether its result has begun.
    let mut fields: Vec<bool> = Vec::new();
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{13}' => fields.push(false),
            '\u{14}' => fields.last_mut().into_iter().for_each(|has_begun| *has_begun = true),
            '\u{15}' => drop(fields.pop()),
            _ if fields.contains(&false) => {}
            '\u{b}' | '\u{c}' | '\u{e}' => plain.push('\n'),
            '\u{1e}' => plain.push('\u{2011}'),
            '\u{1f}' | '\u{0}'..='\u{6}' | '\u{8}' => {}
            letter => plain.push(letter),
        }
    }
    plain
}

/// Paragraphs and rows. A cell ends with U+0007, a row with one more; so an empty cell looks like the
/// end of a row.
fn paragraphs(text: &str) -> Vec<String> {
    const CELL: char = '\u{7}';
    let mut all = Vec::new();
    for block in text.split("\u{7}\u{7}") {
        // The paragraphs before a table, then its first cell.
        let (before, row) = match block.split_once(CELL) {
            Some((before, after)) => match before.rsplit_once('\r') {
                Some((before, cell)) => (before, format!("{cell}{CELL}{after}")),
                None => ("", block.to_owned()),
            },
            None => (block, String::new()),
        };
        all.extend(before.split('\r').map(str::to_owned));
        all.push(row.replace(CELL, "\t").replace('\r', "\n"));
    }
    all.retain(|paragraph| !paragraph.trim().is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_from_paragraphs_and_codes_from_results() {
        assert_eq!(paragraphs("ก\rข\ra\u{7}b\u{7}\u{7}c\rd\u{7}e\u{7}\u{7}ค\r"), ["ก", "ข", "a\tb", "c", "d\te", "ค"]);
        assert_eq!(without_codes("a\u{13}PAGE\u{13}x\u{14}y\u{15}\u{14}7\u{15}b\u{1e}c"), "a7b\u{2011}c");
    }
}
