//! What the cells of an older Excel workbook refer to: strings, fonts, backgrounds, number formats.

use std::sync::Arc;

use super::super::biff::{BiffReader, BiffRecord};
use super::super::number_format::NumberFormats;
use super::super::old_strings::OldStrings;
use super::super::raised::Raised;
use super::super::symbol_font::SymbolFont;
use super::cell_styles::define_for_thailand;
use super::ink::CellInk;
use super::rich_text::RichStrings;

/// Kinds of records.
mod kind {
    pub(super) const DATE_MODE: u16 = 0x22;
    pub(super) const FONT: u16 = 0x31;
    pub(super) const CODE_PAGE: u16 = 0x42;
    pub(super) const STYLE: u16 = 0xE0;
    pub(super) const STRINGS: u16 = 0xFC;
    pub(super) const FORMAT: u16 = 0x41E;
}

/// Strings, fonts and formats.
pub(super) struct OldStyles {
    pub(super) texts: OldStrings,
    pub(super) strings: RichStrings,
    pub(super) formats: NumberFormats,
    fonts: Vec<CellInk>,
    /// Numbers of the fonts of the styles.
    styles: Vec<u16>,
    fills: Vec<Option<Arc<str>>>,
}

impl OldStyles {
    pub(super) fn new(is_unicode: bool) -> Self {
        let mut formats = NumberFormats::default();
        define_for_thailand(&mut formats);
        OldStyles {
            texts: OldStrings::new(is_unicode),
            strings: RichStrings::default(),
            formats,
            fonts: Vec::new(),
            styles: Vec::new(),
            fills: Vec::new(),
        }
    }

    /// The font of a style.
    pub(super) fn ink(&self, style: usize) -> CellInk {
        self.styles.get(style).map(|font| self.font(*font)).unwrap_or_default()
    }

    /// The background of a style, if it is not white.
    pub(super) fn fill(&self, style: usize) -> Option<&Arc<str>> {
        self.fills.get(style)?.as_ref()
    }

    /// A font by its number; no font has the number 4.
    pub(super) fn font(&self, number: u16) -> CellInk {
        let place = usize::from(if number > 4 { number - 1 } else { number });
        self.fonts.get(place).copied().unwrap_or_default()
    }

    /// Acts on a record before the sheets; `None` if it has not what it must.
    pub(super) fn define(&mut self, record: BiffRecord<'_>) -> Option<()> {
        let kind = record.kind;
        let mut bytes = BiffReader::of(record);
        match kind {
            kind::CODE_PAGE => self.texts.code_page = bytes.u16()?,
            kind::DATE_MODE if bytes.u16()? == 1 => self.formats.count_from_1904(),
            kind::FORMAT => {
                let number = bytes.u16()?;
                let code = if self.texts.is_unicode { self.texts.long(&mut bytes)? } else { self.texts.short(&mut bytes)? };
                self.formats.define(u32::from(number), &code);
            }
            kind::FONT => {
                let font = self.read_font(&mut bytes)?;
                self.fonts.push(font);
            }
            kind::STYLE => {
                self.styles.push(bytes.u16()?);
                self.formats.add_style(u32::from(bytes.u16()?));
                let fill = read_fill(&mut bytes).filter(|_| self.texts.is_unicode);
                self.fills.push(fill);
            }
            kind::STRINGS => {
                bytes.skip(4)?;
                let count = bytes.u32()?;
                // Some programs count wrong.
                for _ in 0..count {
                    let Some(letters) = bytes.u16() else { break };
                    let Some(pieces) = bytes.pieces(usize::from(letters)) else { break };
                    let pieces: Vec<_> = pieces.into_iter().map(|(piece, font)| (piece, font.map(|font| self.font(font)))).collect();
                    self.strings.add(&pieces);
                }
            }
            _ => {}
        }
        Some(())
    }

    fn read_font(&self, bytes: &mut BiffReader<'_>) -> Option<CellInk> {
        const IS_STRUCK: u16 = 8;
        const BOLD: u16 = 600;
        bytes.skip(2)?;
        let flags = bytes.u16()?;
        bytes.skip(2)?;
        let weight = bytes.u16()?;
        let raised = match bytes.u16()? {
            1 => Some(Raised::Above),
            2 => Some(Raised::Below),
            _ => None,
        };
        let underline = bytes.byte()?;
        bytes.skip(3)?;
        let symbols = SymbolFont::named(&self.texts.short(bytes).unwrap_or_default());
        Some(CellInk { is_bold: weight >= BOLD, is_underlined: underline != 0, is_struck: flags & IS_STRUCK != 0, raised, symbols })
    }
}

/// Pattern and number of the colour of a style of BIFF8, behind its font and its format.
fn read_fill(bytes: &mut BiffReader<'_>) -> Option<Arc<str>> {
    const BEFORE: usize = 10;
    const PATTERN_SHIFT: u32 = 26;
    const COLOUR: u16 = 0x7F;
    const WHITE: [u16; 2] = [1, 9];
    bytes.skip(BEFORE)?;
    let pattern = bytes.u32()? >> PATTERN_SHIFT;
    let colour = bytes.u16()? & COLOUR;
    (pattern != 0 && !WHITE.contains(&colour)).then(|| Arc::from(format!("{pattern} {colour}")))
}
