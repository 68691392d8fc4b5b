//! Cells of one sheet of an older Excel workbook, with what is merged, hidden and beside them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::biff::{BiffReader, BiffRecord};
use super::gathered_sheet::SheetGrid;
use super::ink::CellText;
use super::old_styles::OldStyles;
use super::sheet_area::{CellKey, MergedArea};
use super::stored_number::stored_number;
use crate::attachment::grid::{CellValue, RemarkKind};

/// Kinds of records.
mod kind {
    pub(super) const FORMULA: u16 = 0x06;
    pub(super) const NOTE: u16 = 0x1C;
    pub(super) const OBJECT: u16 = 0x5D;
    pub(super) const COLUMNS: u16 = 0x7D;
    pub(super) const SHORT_NUMBERS: u16 = 0xBD;
    pub(super) const EMPTY_CELLS: u16 = 0xBE;
    pub(super) const RICH_LABEL: u16 = 0xD6;
    pub(super) const MERGED: u16 = 0xE5;
    pub(super) const SHARED_LABEL: u16 = 0xFD;
    pub(super) const TEXT_BOX: u16 = 0x1B6;
    pub(super) const EMPTY_CELL: u16 = 0x201;
    pub(super) const NUMBER: u16 = 0x203;
    pub(super) const LABEL: u16 = 0x204;
    pub(super) const TRUTH_OR_ERROR: u16 = 0x205;
    pub(super) const FORMULA_TEXT: u16 = 0x207;
    pub(super) const ROW: u16 = 0x208;
    pub(super) const SHORT_NUMBER: u16 = 0x27E;
}

/// Most objects of a sheet whose text is kept.
const MAX_OBJECTS: usize = 2000;

/// Reads a sheet.
pub(super) struct OldSheetReader<'s> {
    pub(super) grid: SheetGrid,
    styles: &'s mut OldStyles,
    /// The cell of a formula whose text comes in the next record, and its style.
    formula: (CellKey, usize),
    /// Kind and number of the last object: a note, a picture or another shape.
    object: (u16, u16),
    /// Texts of the objects by their numbers.
    texts: BTreeMap<u16, String>,
    has_picture: bool,
    /// Numbers of lines, boxes and other shapes, with text or without.
    shapes: BTreeSet<u16>,
}

impl<'s> OldSheetReader<'s> {
    pub(super) fn new(grid: SheetGrid, styles: &'s mut OldStyles) -> Self {
        OldSheetReader {
            grid,
            styles,
            formula: ((0, 0), 0),
            object: (0, 0),
            texts: BTreeMap::new(),
            has_picture: false,
            shapes: BTreeSet::new(),
        }
    }

    /// Remarks the texts of shapes; those of notes have been taken.
    pub(super) fn finish(mut self) -> SheetGrid {
        for text in self.texts.values() {
            self.grid.remark((0, 0), RemarkKind::TextBox, text);
        }
        if self.shapes.iter().any(|shape| !self.texts.contains_key(shape)) {
            self.grid.remark((0, 0), RemarkKind::Drawing, "");
        }
        if self.has_picture {
            self.grid.remark((0, 0), RemarkKind::Picture, "");
        }
        self.grid
    }

    /// Acts on a record; `None` if it has not what it must.
    pub(super) fn read(&mut self, record: BiffRecord<'_>) -> Option<()> {
        match record.kind {
            kind::TEXT_BOX => self.read_text_box(&record),
            kind::ROW | kind::COLUMNS | kind::MERGED | kind::OBJECT | kind::NOTE => self.read_layout(record),
            kind::FORMULA_TEXT => {
                let ink = self.styles.ink(self.formula.1);
                let text = self.styles.texts.long(&mut BiffReader::of(record))?;
                self.grid.add_text(self.formula.0, CellText::of(&text, ink));
                Some(())
            }
            kind::EMPTY_CELLS => self.read_empty_cells(record),
            kind::SHORT_NUMBERS => self.read_short_numbers(record),
            kind::NUMBER | kind::SHORT_NUMBER | kind::LABEL | kind::RICH_LABEL | kind::SHARED_LABEL => self.read_cell(record),
            kind::EMPTY_CELL => self.read_cell(record),
            kind::FORMULA | kind::TRUTH_OR_ERROR => self.read_cell(record),
            _ => Some(()),
        }
    }

    fn read_layout(&mut self, record: BiffRecord<'_>) -> Option<()> {
        const IS_HIDDEN_ROW: u16 = 0x20;
        let kind = record.kind;
        let mut bytes = BiffReader::of(record);
        let first = u32::from(bytes.u16()?);
        match kind {
            kind::ROW => {
                bytes.skip(10)?;
                if bytes.u16()? & IS_HIDDEN_ROW != 0 {
                    self.grid.hidden_rows.add(first, first);
                }
            }
            kind::COLUMNS => {
                let (last, width) = (u32::from(bytes.u16()?), bytes.u16()?);
                bytes.skip(2)?;
                if (bytes.u16()? & 1 != 0 || width == 0) && first <= last {
                    self.grid.hidden_columns.add(first, last);
                }
            }
            kind::MERGED => {
                for _ in 0..first {
                    let rows = (u32::from(bytes.u16()?), u32::from(bytes.u16()?));
                    let columns = (u32::from(bytes.u16()?), u32::from(bytes.u16()?));
                    self.grid.add_merged(MergedArea { rows, columns });
                }
            }
            kind::OBJECT => {
                const PICTURE: u16 = 8;
                /// Line, rectangle, oval, arc, polygon, any other.
                const SHAPES: [u16; 6] = [1, 2, 3, 4, 9, 30];
                bytes.skip(2)?;
                self.object = (bytes.u16()?, bytes.u16()?);
                self.has_picture |= self.object.0 == PICTURE && self.styles.texts.is_unicode;
                if SHAPES.contains(&self.object.0) && self.styles.texts.is_unicode {
                    self.shapes.insert(self.object.1);
                }
            }
            _ => self.read_note((first, u32::from(bytes.u16()?)), &mut bytes)?,
        }
        Some(())
    }

    /// A note; in BIFF8 its text came with an object before.
    fn read_note(&mut self, at: CellKey, bytes: &mut BiffReader<'_>) -> Option<()> {
        let text = match self.styles.texts.is_unicode {
            true => {
                bytes.skip(2)?;
                self.texts.remove(&bytes.u16()?).unwrap_or_default()
            }
            false => self.styles.texts.long(bytes)?,
        };
        self.grid.remark(at, RemarkKind::Comment, &text);
        Some(())
    }

    /// Text of a note or shape: it comes in a record that continues it.
    fn read_text_box(&mut self, record: &BiffRecord<'_>) -> Option<()> {
        let mut head = BiffReader::of(BiffRecord { kind: record.kind, at: record.at, data: record.data, more: Vec::new() });
        head.skip(10)?;
        let letters = usize::from(head.u16()?);
        let Some((text, more)) = record.more.split_first().filter(|_| letters > 0) else { return Some(()) };
        let text = BiffRecord { kind: record.kind, at: record.at, data: text, more: more.to_vec() };
        let text = BiffReader::of(text).string(letters)?;
        if self.texts.len() < MAX_OBJECTS {
            self.texts.insert(self.object.1, text);
        }
        Some(())
    }

    fn read_empty_cells(&mut self, record: BiffRecord<'_>) -> Option<()> {
        let count = record.data.len().saturating_sub(6) / 2;
        let mut bytes = BiffReader::of(record);
        let (row, first) = (u32::from(bytes.u16()?), u32::from(bytes.u16()?));
        for column in (first..).take(count) {
            let style = usize::from(bytes.u16()?);
            self.add_fill((row, column), style);
        }
        Some(())
    }

    fn add_fill(&mut self, at: CellKey, style: usize) {
        if let Some(fill) = self.styles.fill(style) {
            self.grid.add_fill(at, fill);
        }
    }

    fn read_short_numbers(&mut self, record: BiffRecord<'_>) -> Option<()> {
        let count = record.data.len().saturating_sub(6) / 6;
        let mut bytes = BiffReader::of(record);
        let (row, first) = (u32::from(bytes.u16()?), u32::from(bytes.u16()?));
        for column in (first..).take(count) {
            let style = usize::from(bytes.u16()?);
            let number = bytes.short_number()?;
            self.add_number((row, column), number, style);
        }
        Some(())
    }

    fn read_cell(&mut self, record: BiffRecord<'_>) -> Option<()> {
        let kind = record.kind;
        let mut bytes = BiffReader::of(record);
        let at = (u32::from(bytes.u16()?), u32::from(bytes.u16()?));
        let style = usize::from(bytes.u16()?);
        let ink = self.styles.ink(style);
        self.add_fill(at, style);
        match kind {
            kind::EMPTY_CELL => {}
            kind::NUMBER => self.add_number(at, bytes.f64()?, style),
            kind::SHORT_NUMBER => self.add_number(at, bytes.short_number()?, style),
            kind::SHARED_LABEL => {
                let text = self.styles.strings.in_cell(bytes.u32()? as usize, ink);
                self.grid.add_text(at, text);
            }
            kind::TRUTH_OR_ERROR => {
                let value = bytes.byte()?;
                match bytes.byte()? {
                    0 => self.add_truth(at, value, style),
                    _ => self.add_error(at, value, style),
                }
            }
            kind::FORMULA => {
                self.formula = (at, style);
                self.add_result(at, bytes.f64()?, style);
            }
            _ => {
                let text = self.styles.texts.long(&mut bytes)?;
                self.grid.add_text(at, CellText::of(&text, ink));
            }
        }
        Some(())
    }

    /// The result of a formula. Texts, errors and truth values are marked by a number that is none.
    fn add_result(&mut self, at: CellKey, result: f64, style: usize) {
        let bytes = result.to_bits().to_le_bytes();
        match bytes {
            [1, _, value, .., 0xFF, 0xFF] => self.add_truth(at, value, style),
            [2, _, value, .., 0xFF, 0xFF] => self.add_error(at, value, style),
            [.., 0xFF, 0xFF] => {}
            _ => self.add_number(at, result, style),
        }
    }

    fn add_number(&mut self, at: CellKey, number: f64, style: usize) {
        if number.is_finite() {
            let ink = self.styles.ink(style);
            let number = stored_number(&mut self.styles.formats, number, style);
            self.grid.add_number(at, number, ink);
        }
    }

    fn add_truth(&mut self, at: CellKey, value: u8, style: usize) {
        let text = if value == 0 { "FALSE" } else { "TRUE" };
        self.grid.add(at, CellText::of(text, self.styles.ink(style)), CellValue::Boolean(value != 0));
    }

    fn add_error(&mut self, at: CellKey, value: u8, style: usize) {
        let text = match value {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            _ => "#N/A",
        };
        self.grid.remark(at, RemarkKind::Formula, text);
        self.grid.add_text(at, CellText::of(text, self.styles.ink(style)));
    }
}
