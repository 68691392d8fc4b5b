//! Cells of `xlsx` workbooks; the only module that uses `calamine`.
//!
//! `xls` and `ods` are not read: for them `calamine` allocates each sheet as a full rectangle, so
//! that two distant cells take gigabytes; `xlsx` cells are streamed. The archive is decompressed
//! and counted before parsing, because declared sizes cannot be trusted.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};

use super::file_info::MAX_TEXT_BYTES;
use super::{Contents, FileFault, NotInspected, Passage, TextPosition};
use crate::archive;

/// Limit on the decompressed size in bytes. A list of 50,000 people takes 20 MB.
pub(super) const MAX_UNPACKED_BYTES: u64 = 128 << 20;

pub(super) fn read(bytes: &[u8]) -> Contents {
    match archive::unpacked_size(bytes, MAX_UNPACKED_BYTES) {
        None => return Contents::Unusable(FileFault::Damaged),
        Some(size) if size > MAX_UNPACKED_BYTES => return Contents::NotInspected(NotInspected::UnpackedSize),
        Some(_) => {}
    }
    let Ok(mut book) = Xlsx::new(Cursor::new(bytes)) else { return Contents::NotInspected(NotInspected::Unreadable) };
    let mut cells = Cells { left: MAX_TEXT_BYTES, passages: Vec::new() };
    for sheet in book.sheet_names() {
        // A chart sheet has no cells.
        let Ok(mut reader) = book.worksheet_cells_reader(&sheet) else { continue };
        while let Ok(Some(cell)) = reader.next_cell() {
            let (row, column) = cell.get_position();
            cells.add(&sheet, row, column, cell.get_value());
        }
    }
    Contents::Text(cells.passages)
}

struct Cells {
    left: usize,
    passages: Vec<Passage>,
}

impl Cells {
    fn add(&mut self, sheet: &str, row: u32, column: u32, value: &DataRef<'_>) {
        let text = match value {
            DataRef::String(text) => text.clone(),
            DataRef::SharedString(text) => (*text).to_owned(),
            DataRef::Int(number) => number.to_string(),
            // A 13-digit number (citizen ID) typed into a cell is stored as a number.
            DataRef::Float(number) => number.to_string(),
            _ => return,
        };
        if text.trim().is_empty() || text.len() > self.left {
            return;
        }
        // Each passage stores the sheet name.
        self.left = self.left.saturating_sub(text.len() + sheet.len());
        self.passages.push(Passage::at(TextPosition::Cell { sheet: sheet.into(), row, column }, text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::unpacked_size;

    const LIST: &[u8] = include_bytes!("../../tests/files/list.xlsx");

    #[test]
    fn numbers_and_texts_are_read_with_their_cells_also_far_away() {
        let contents = read(LIST);
        let cells: Vec<String> = contents
            .passages()
            .iter()
            .map(|cell| format!("{} {}", cell.places[0].1.phrase(crate::base::Lang::English), cell.text))
            .collect();
        assert!(cells.contains(&"บัญชีรายชื่อ!B2 3100900123455".to_owned()), "{cells:?}");
        assert!(cells.contains(&"บัญชีรายชื่อ!XFD1048576 x".to_owned()), "{cells:?}");
    }

    #[test]
    fn counting_stops_at_the_limit_whatever_the_archive_says() {
        assert!(unpacked_size(LIST, MAX_UNPACKED_BYTES).is_some_and(|size| size > 5000));
        assert!(unpacked_size(LIST, 1000).is_some_and(|size| size > 1000 && size < 5000));
        assert_eq!(unpacked_size(b"PK", 1000), None);
    }

    #[test]
    fn no_damage_stops_the_reader() {
        let mut random = 7u32;
        for _ in 0..200 {
            let mut bytes = LIST.to_vec();
            for _ in 0..8 {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = (random >> 8) as usize % bytes.len();
                bytes[at] = random.to_le_bytes()[3];
            }
            read(&bytes);
        }
    }
}
