//! Binary Excel workbooks (`.xlsb`): the parts of an `.xlsx`, as records.

use std::sync::Arc;

use super::super::nesting::Nesting;
use super::super::{Contents, DocumentPart, NotInspected, TextPosition, WhyUnread};
use super::biff::short_number;
use super::gathered::Gathered;
use super::little_endian::{u16_at, u32_at, utf16};
use super::number_format::NumberFormats;
use super::parts::Parts;
use super::relations::Relations;
use super::rows::Rows;
use super::sheet::without_codes;
use super::strings::SharedStrings;
use super::workbook;

const MAIN: &str = "xl/workbook.bin";

/// Kinds of records.
mod kind {
    pub(super) const ROW: u32 = 0;
    pub(super) const BLANK: u32 = 1;
    pub(super) const SHORT_NUMBER: u32 = 2;
    pub(super) const NUMBER: u32 = 5;
    pub(super) const TEXT: u32 = 6;
    pub(super) const SHARED_TEXT: u32 = 7;
    pub(super) const FORMULA_TEXT: u32 = 8;
    pub(super) const FORMULA_NUMBER: u32 = 9;
    pub(super) const FORMULA_ERROR: u32 = 11;
    /// Behind the first cell of a row, without their column, which is the next.
    pub(super) const NEXT_BLANK: u32 = 12;
    pub(super) const NEXT_SHORT_NUMBER: u32 = 13;
    pub(super) const NEXT_NUMBER: u32 = 16;
    pub(super) const NEXT_TEXT: u32 = 17;
    pub(super) const NEXT_SHARED_TEXT: u32 = 18;
    pub(super) const STRING: u32 = 19;
    pub(super) const FORMAT: u32 = 44;
    pub(super) const STYLE: u32 = 47;
    pub(super) const RICH_TEXT: u32 = 62;
    pub(super) const BOOK: u32 = 153;
    pub(super) const SHEET: u32 = 156;
    pub(super) const HEADERS: u32 = 479;
    pub(super) const CELL_STYLES: u32 = 617;
    pub(super) const CELL_STYLES_END: u32 = 618;
    pub(super) const NOTE: u32 = 637;
}

pub(super) fn read(mut parts: Parts<'_>, nesting: &Nesting<'_>) -> Contents {
    let mut gathered = Gathered::new();
    let mut book = BinaryWorkbookReader {
        sheets: Vec::new(),
        strings: SharedStrings::default(),
        formats: NumberFormats::default(),
        is_in_styles: false,
    };
    for name in [MAIN, "xl/styles.bin", "xl/sharedStrings.bin"] {
        let result = each(&mut parts, name, |record| book.record(&record));
        gathered.note(name, result);
    }
    let relations = Relations::of(&mut parts, MAIN);
    for (name, id) in std::mem::take(&mut book.sheets) {
        gathered.add(&name, TextPosition::Part(DocumentPart::Properties));
        let Some(part) = relations.part(&id).filter(|part| parts.has(part)).map(str::to_owned) else {
            gathered.note_unreadable(&name);
            continue;
        };
        let mut rows = Rows::new(&mut gathered, Arc::from(name));
        let mut place = CellPlace::default();
        let result = each(&mut parts, &part, |record| book.cell(&record, &mut place, &mut rows));
        drop(rows);
        gathered.note(&part, result);
    }
    for name in parts.named("xl/comments", ".bin") {
        let result = each(&mut parts, &name, |record| {
            let text = if record.kind == kind::NOTE { wide(record.data.get(1..)?)?.0 } else { String::new() };
            gathered.add(&text, TextPosition::Part(DocumentPart::Comment));
            Some(())
        });
        gathered.note(&name, result);
    }
    workbook::read_beside(&mut parts, &mut gathered);
    super::common::read(&mut parts, "xl/", nesting, &mut gathered);
    gathered.contents(MAIN)
}

struct BinaryRecord<'b> {
    kind: u32,
    data: &'b [u8],
}

/// Passes the records of a part to `take` until it has enough (`None` if a record lacks something).
fn each(parts: &mut Parts<'_>, name: &str, mut take: impl FnMut(BinaryRecord<'_>) -> Option<()>) -> Result<(), WhyUnread> {
    let bytes = parts.bytes(name)?;
    let mut rest = bytes.as_slice();
    while !rest.is_empty() {
        let read = record(&mut rest).and_then(&mut take);
        read.ok_or(WhyUnread::NotInspected(NotInspected::Unreadable))?;
    }
    Ok(())
}

fn record<'b>(rest: &mut &'b [u8]) -> Option<BinaryRecord<'b>> {
    let kind = variable(rest, 2)?;
    let length = variable(rest, 4)? as usize;
    let (data, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(BinaryRecord { kind, data })
}

/// A number of seven bits a byte; the eighth says that another byte follows.
fn variable(rest: &mut &[u8], most: u32) -> Option<u32> {
    let mut number = 0;
    for at in 0..most {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        number |= u32::from(byte & 0x7F) << (7 * at);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

/// Row and column of the last cell, from 0.
#[derive(Default)]
struct CellPlace {
    row: u32,
    column: u32,
}

struct BinaryWorkbookReader {
    /// Names of the sheets and ids of their parts.
    sheets: Vec<(String, String)>,
    strings: SharedStrings,
    formats: NumberFormats,
    is_in_styles: bool,
}

impl BinaryWorkbookReader {
    /// Acts on a record of the workbook, its styles or its strings.
    fn record(&mut self, record: &BinaryRecord<'_>) -> Option<()> {
        let data = record.data;
        match record.kind {
            kind::BOOK if data.first()? & 1 != 0 => self.formats.count_from_1904(),
            kind::SHEET => {
                let (id, rest) = wide(data.get(8..)?)?;
                self.sheets.push((wide(rest)?.0, id));
            }
            kind::FORMAT => self.formats.define(u32::from(u16_at(data, 0)?), &wide(data.get(2..)?)?.0),
            kind::CELL_STYLES => self.is_in_styles = true,
            kind::CELL_STYLES_END => self.is_in_styles = false,
            kind::STYLE if self.is_in_styles => self.formats.add_style(u32::from(u16_at(data, 2)?)),
            kind::STRING => {
                self.strings.push(&wide(data.get(1..)?)?.0);
                self.strings.end();
            }
            _ => {}
        }
        Some(())
    }

    /// Acts on a record of a sheet.
    fn cell(&mut self, record: &BinaryRecord<'_>, place: &mut CellPlace, rows: &mut Rows<'_>) -> Option<()> {
        let mut data = record.data;
        match record.kind {
            kind::ROW => {
                place.row = u32_at(data, 0)?;
                return Some(());
            }
            kind::HEADERS => {
                let mut rest = data.get(2..)?;
                while let Some((text, after)) = wide(rest) {
                    rows.beside(&without_codes(&text), DocumentPart::Header);
                    rest = after;
                }
                return Some(());
            }
            kind::BLANK..=kind::FORMULA_ERROR | kind::RICH_TEXT => {
                place.column = u32_at(data, 0)?;
                data = data.get(4..)?;
            }
            kind::NEXT_BLANK..=kind::NEXT_SHARED_TEXT => place.column = place.column.saturating_add(1),
            _ => return Some(()),
        }
        let text = self.text(record.kind, data)?;
        rows.cell(place.row, place.column, &text);
        Some(())
    }

    /// Text of a cell, by what follows its column.
    fn text(&mut self, kind: u32, data: &[u8]) -> Option<String> {
        let style = || Some((u32_at(data, 0)? & 0xFF_FFFF) as usize);
        let value = || data.get(4..);
        Some(match kind {
            kind::SHORT_NUMBER | kind::NEXT_SHORT_NUMBER => self.formats.shown(short_number(u32_at(data, 4)?), style()?),
            kind::NUMBER | kind::FORMULA_NUMBER | kind::NEXT_NUMBER => {
                self.formats.shown(f64::from_le_bytes(*value()?.first_chunk()?), style()?)
            }
            kind::TEXT | kind::FORMULA_TEXT | kind::NEXT_TEXT => wide(value()?)?.0,
            kind::RICH_TEXT => wide(value()?.get(1..)?)?.0,
            kind::SHARED_TEXT | kind::NEXT_SHARED_TEXT => self.strings.get(u32_at(data, 4)? as usize).to_owned(),
            _ => String::new(),
        })
    }
}

/// A string after its length in letters, and what follows; none has a length of -1.
fn wide(data: &[u8]) -> Option<(String, &[u8])> {
    let (length, rest) = data.split_first_chunk()?;
    let length = match u32::from_le_bytes(*length) {
        u32::MAX => 0,
        length => (length as usize).checked_mul(2)?,
    };
    let (text, rest) = rest.split_at_checked(length)?;
    Some((utf16(text), rest))
}
