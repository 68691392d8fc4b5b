//! Older Excel workbooks (`.xls`), record by record, so that two distant cells do not make a
//! rectangle.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Arc;

use super::super::{Contents, DocumentPart, NotInspected, TextPosition};
use super::biff::{BiffReader, BiffRecord, BiffRecords};
use super::gathered::Gathered;
use super::number_format::NumberFormats;
use super::old_file::{self, OldFile};
use super::old_properties;
use super::old_strings::OldStrings;
use super::rows::Rows;
use super::sheet::without_codes;
use super::strings::SharedStrings;

/// Kinds of records.
mod kind {
    pub(super) const FORMULA: u16 = 0x06;
    pub(super) const END: u16 = 0x0A;
    pub(super) const HEADER: u16 = 0x14;
    pub(super) const FOOTER: u16 = 0x15;
    pub(super) const NOTE: u16 = 0x1C;
    pub(super) const DATE_MODE: u16 = 0x22;
    pub(super) const PASSWORD: u16 = 0x2F;
    pub(super) const CODE_PAGE: u16 = 0x42;
    pub(super) const SHEET: u16 = 0x85;
    pub(super) const SHORT_NUMBERS: u16 = 0xBD;
    pub(super) const RICH_LABEL: u16 = 0xD6;
    pub(super) const STYLE: u16 = 0xE0;
    pub(super) const STRINGS: u16 = 0xFC;
    pub(super) const SHARED_LABEL: u16 = 0xFD;
    pub(super) const TEXT_BOX: u16 = 0x1B6;
    pub(super) const VALIDATION: u16 = 0x1BE;
    pub(super) const NUMBER: u16 = 0x203;
    pub(super) const LABEL: u16 = 0x204;
    pub(super) const FORMULA_TEXT: u16 = 0x207;
    pub(super) const SHORT_NUMBER: u16 = 0x27E;
    pub(super) const FORMAT: u16 = 0x41E;
    pub(super) const BEGIN: u16 = 0x809;
    pub(super) const CHART_TEXT: u16 = 0x100D;
}

/// Reads a compound file with a workbook in it.
pub(super) fn read(bytes: &[u8]) -> Contents {
    let mut gathered = Gathered::new();
    let Some(mut file) = old_file::open(bytes) else { return Contents::NotInspected(NotInspected::Format) };
    let Some(stream) = stream(&mut file, bytes.len()) else { return Contents::NotInspected(NotInspected::Format) };
    if OldWorkbookReader::new().read(&stream, &mut gathered).is_none() {
        gathered.note_unreadable("Workbook");
    }
    old_properties::read(&mut file, &mut gathered);
    gathered.contents("Workbook")
}

/// The stream of the workbook; `None` if the file has none.
fn stream(file: &mut OldFile<'_>, size: usize) -> Option<Vec<u8>> {
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name))?;
    let mut stream = Vec::new();
    // No stream is longer than its file; a damaged one is read as far as it goes.
    let _ = file.open_stream(name).ok()?.take(size as u64).read_to_end(&mut stream);
    Some(stream)
}

struct OldWorkbookReader {
    texts: OldStrings,
    /// Names of the sheets, by where their records begin.
    sheets: BTreeMap<usize, Arc<str>>,
    strings: SharedStrings,
    formats: NumberFormats,
}

/// What is read of one sheet.
struct SheetRecords<'g> {
    rows: Rows<'g>,
    /// The cell of a formula whose text comes in the next record.
    formula: (u32, u32),
}

impl OldWorkbookReader {
    fn new() -> Self {
        OldWorkbookReader {
            texts: OldStrings::new(true),
            sheets: BTreeMap::new(),
            strings: SharedStrings::default(),
            formats: NumberFormats::default(),
        }
    }

    /// Reads all records; `None` if the file is of another kind, or a record has not what it must.
    fn read(&mut self, stream: &[u8], gathered: &mut Gathered) -> Option<()> {
        let mut records = BiffRecords::of(stream);
        let first = records.next().filter(|first| first.kind == kind::BEGIN)?;
        self.texts.is_unicode = match first.data.get(..2)? {
            [0, 6] => true,
            [0, 5] => false,
            _ => return None,
        };
        for record in records.by_ref().take_while(|record| record.kind != kind::END) {
            self.global(record)?;
        }
        let names: Vec<Arc<str>> = self.sheets.values().map(Arc::clone).collect();
        for name in names {
            gathered.add(&name, TextPosition::Part(DocumentPart::Properties));
        }
        self.read_sheets(records, gathered)
    }

    fn read_sheets(&mut self, mut records: BiffRecords<'_>, gathered: &mut Gathered) -> Option<()> {
        while let Some(begin) = records.next() {
            let name = self.sheets.get(&begin.at).map(Arc::clone);
            let mut sheet = SheetRecords { rows: Rows::new(gathered, name.unwrap_or_default()), formula: (0, 0) };
            // Charts in a sheet are sheets in a sheet; their cells are copies.
            let mut depth = 0usize;
            for record in records.by_ref() {
                match record.kind {
                    kind::BEGIN => depth += 1,
                    kind::END if depth == 0 => break,
                    kind::END => depth -= 1,
                    kind::CHART_TEXT => self.chart_text(record, &mut sheet)?,
                    kind::TEXT_BOX => self.text_box(record, &mut sheet)?,
                    _ if depth == 0 => self.cell(record, &mut sheet)?,
                    _ => {}
                }
                if sheet.rows.is_full() {
                    return Some(());
                }
            }
        }
        Some(())
    }

    /// Acts on a record before the sheets.
    fn global(&mut self, record: BiffRecord<'_>) -> Option<()> {
        let kind = record.kind;
        let mut bytes = BiffReader::of(record);
        match kind {
            // May be a password that every program knows, that of a protected workbook.
            kind::PASSWORD => return None,
            kind::CODE_PAGE => self.texts.code_page = bytes.u16()?,
            kind::DATE_MODE if bytes.u16()? == 1 => self.formats.count_from_1904(),
            kind::FORMAT => {
                let number = bytes.u16()?;
                let code = if self.texts.is_unicode { self.texts.long(&mut bytes)? } else { self.texts.short(&mut bytes)? };
                self.formats.define(u32::from(number), &code);
            }
            kind::STYLE => {
                bytes.skip(2)?;
                self.formats.add_style(u32::from(bytes.u16()?));
            }
            kind::SHEET => {
                let at = bytes.u32()? as usize;
                bytes.skip(2)?;
                let name = self.texts.short(&mut bytes)?;
                self.sheets.insert(at, name.into());
            }
            kind::STRINGS => {
                bytes.skip(4)?;
                let count = bytes.u32()?;
                // Some programs count wrong.
                for _ in 0..count {
                    let Some(text) = self.texts.long(&mut bytes) else { break };
                    self.strings.push(&text);
                    self.strings.end();
                }
            }
            _ => {}
        }
        Some(())
    }

    /// Acts on a record of a sheet.
    fn cell(&mut self, record: BiffRecord<'_>, sheet: &mut SheetRecords<'_>) -> Option<()> {
        let kind = record.kind;
        let length = record.data.len();
        match kind {
            kind::FORMULA_TEXT | kind::HEADER | kind::FOOTER => return self.text(record, sheet),
            kind::VALIDATION if self.texts.is_unicode => {
                let _ = self.validation(record, sheet);
                return Some(());
            }
            kind::NOTE if !self.texts.is_unicode => return self.note(record, sheet),
            kind::NUMBER | kind::SHORT_NUMBER | kind::SHORT_NUMBERS | kind::LABEL | kind::RICH_LABEL => {}
            kind::SHARED_LABEL | kind::FORMULA => {}
            _ => return Some(()),
        }
        let mut bytes = BiffReader::of(record);
        let (row, column, style) = match kind {
            kind::SHORT_NUMBERS => (u32::from(bytes.u16()?), u32::from(bytes.u16()?), 0),
            _ => (u32::from(bytes.u16()?), u32::from(bytes.u16()?), usize::from(bytes.u16()?)),
        };
        let text = match kind {
            kind::NUMBER => self.formats.shown(bytes.f64()?, style),
            kind::SHORT_NUMBER => self.formats.shown(bytes.short_number()?, style),
            kind::SHARED_LABEL => self.strings.get(bytes.u32()? as usize).to_owned(),
            kind::LABEL | kind::RICH_LABEL => self.texts.long(&mut bytes)?,
            kind::FORMULA => {
                sheet.formula = (row, column);
                let value = bytes.f64()?;
                // Texts, errors and truth values are marked by a number that is none.
                if value.to_bits() >> 48 == 0xFFFF { String::new() } else { self.formats.shown(value, style) }
            }
            _ => return self.short_numbers(&mut bytes, length, (row, column), sheet),
        };
        sheet.rows.cell(row, column, &text);
        Some(())
    }

    fn short_numbers(&mut self, bytes: &mut BiffReader<'_>, length: usize, first: (u32, u32), sheet: &mut SheetRecords<'_>) -> Option<()> {
        let count = length.saturating_sub(6) / 6;
        for column in (first.1..).take(count) {
            let style = usize::from(bytes.u16()?);
            let number = bytes.short_number()?;
            sheet.rows.cell(first.0, column, &self.formats.shown(number, style));
        }
        Some(())
    }

    /// A note or text box: its text comes in a record that continues it.
    fn text_box(&self, record: BiffRecord<'_>, sheet: &mut SheetRecords<'_>) -> Option<()> {
        let Some(letters) = record.data.get(10..12).map(|length| u16::from_le_bytes([length[0], length[1]])) else { return Some(()) };
        let Some(text) = record.more.first().filter(|_| letters > 0) else { return Some(()) };
        let text = BiffRecord { kind: record.kind, at: record.at, data: text, more: record.more.get(1..).unwrap_or_default().to_vec() };
        let text = BiffReader::of(text).string(usize::from(letters)).unwrap_or_default();
        sheet.rows.beside(&text.replace('\r', "\n"), DocumentPart::Comment);
        Some(())
    }

    /// What the program says when a cell is chosen, or refuses a value, and the list of values that the cell takes.
    fn validation(&self, record: BiffRecord<'_>, sheet: &mut SheetRecords<'_>) -> Option<()> {
        const TEXT: u8 = 0x17;
        let mut bytes = BiffReader::of(record);
        bytes.skip(4)?;
        for _ in 0..4 {
            // An empty text is a nought.
            sheet.rows.beside(self.texts.long(&mut bytes)?.trim_matches('\0'), DocumentPart::FormField);
        }
        bytes.skip(4)?;
        if bytes.byte()? == TEXT {
            sheet.rows.beside(&self.texts.short(&mut bytes)?.replace('\0', "\t"), DocumentPart::FormField);
        }
        Some(())
    }

    /// Title or label in a chart.
    fn chart_text(&self, record: BiffRecord<'_>, sheet: &mut SheetRecords<'_>) -> Option<()> {
        let mut bytes = BiffReader::of(record);
        bytes.skip(2)?;
        let text = self.texts.short(&mut bytes).unwrap_or_default();
        sheet.rows.beside(&text, DocumentPart::TextBox);
        Some(())
    }

    /// A note of BIFF5.
    fn note(&self, record: BiffRecord<'_>, sheet: &mut SheetRecords<'_>) -> Option<()> {
        let mut bytes = BiffReader::of(record);
        bytes.skip(4)?;
        let text = self.texts.long(&mut bytes).unwrap_or_default();
        sheet.rows.beside(&text, DocumentPart::Comment);
        Some(())
    }

    /// The result of a formula, a header or a footer.
    fn text(&self, record: BiffRecord<'_>, sheet: &mut SheetRecords<'_>) -> Option<()> {
        if record.data.is_empty() {
            return Some(());
        }
        let kind = record.kind;
        let mut bytes = BiffReader::of(record);
        if kind == kind::FORMULA_TEXT {
            sheet.rows.cell(sheet.formula.0, sheet.formula.1, &self.texts.long(&mut bytes)?);
        } else {
            let text = if self.texts.is_unicode { self.texts.long(&mut bytes)? } else { self.texts.short(&mut bytes)? };
            sheet.rows.beside(&without_codes(&text), DocumentPart::Header);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
    }

    fn begin() -> Vec<u8> {
        record(kind::BEGIN, &[0, 6])
    }

    /// Texts beside the cells of a workbook with one sheet.
    fn beside(sheet: &[u8], part: DocumentPart) -> Vec<String> {
        let stream = [begin(), record(kind::END, &[]), begin(), sheet.to_vec(), record(kind::END, &[])].concat();
        let mut gathered = Gathered::new();
        assert!(OldWorkbookReader::new().read(&stream, &mut gathered).is_some());
        let Contents::Text(text) = gathered.contents("Workbook") else { panic!("not read") };
        text.into_iter().filter(|passage| passage.places[0].1 == TextPosition::Part(part)).map(|passage| passage.text).collect()
    }

    #[test]
    fn lists_of_values_and_what_is_said_of_them_are_read() {
        let empty = [1, 0, 0, 0];
        let texts = [&empty[..], &[2, 0, 0], b"ab", &empty, &empty].concat();
        let list = [&[0; 4][..], &texts, &[6, 0, 0, 0, 0x17, 3, 0], b"1\x002"].concat();
        assert_eq!(beside(&record(kind::VALIDATION, &list), DocumentPart::FormField), ["ab", "1\t2"]);
        assert!(beside(&record(kind::VALIDATION, &[0; 9]), DocumentPart::FormField).is_empty(), "a short record");
    }

    #[test]
    fn titles_of_charts_are_read() {
        let title = record(kind::CHART_TEXT, &[&[0, 0, 13, 0][..], b"3100900123455"].concat());
        let copy = record(kind::NUMBER, &[0; 14]);
        let sheet = [begin(), title.clone(), copy, record(kind::END, &[])].concat();
        assert_eq!(beside(&sheet, DocumentPart::TextBox), ["3100900123455"], "in a sheet");
        assert_eq!(beside(&title, DocumentPart::TextBox), ["3100900123455"], "a sheet of its own");
    }
}
