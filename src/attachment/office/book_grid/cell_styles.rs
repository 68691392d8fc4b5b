//! Styles of the cells of an `.xlsx` workbook: number formats, fonts and backgrounds.

use std::sync::Arc;

use super::super::number_format::NumberFormats;
use super::super::xml::{Element, Then, Visitor};
use super::ink::CellInk;

/// Number formats that a program of Thailand knows without a definition; 14 and 22 are those of the system.
const OF_THAILAND: [(u32, &str); 19] = [
    (14, "d/m/yyyy"),
    (22, "d/m/yyyy h:mm"),
    (59, "0"),
    (60, "0.00"),
    (61, "#,##0"),
    (62, "#,##0.00"),
    (67, "0%"),
    (68, "0.00%"),
    (71, "[$-107041E]d/m/bbbb"),
    (72, "[$-107041E]d-mmm-bb"),
    (73, "[$-107041E]d-mmm"),
    (74, "[$-107041E]mmm-bb"),
    (75, "h:mm"),
    (76, "h:mm:ss"),
    (77, "[$-107041E]d/m/bbbb h:mm"),
    (78, "mm:ss"),
    (79, "[h]:mm:ss"),
    (80, "mm:ss.0"),
    (81, "[$-107041E]d/m/bb"),
];

/// Knows what no workbook defines.
pub(super) fn define_for_thailand(formats: &mut NumberFormats) {
    for (number, code) in OF_THAILAND {
        formats.define(number, code);
    }
}

/// Fonts and number formats by cell style.
#[derive(Default)]
pub(super) struct CellStyles {
    pub(super) formats: NumberFormats,
    fonts: Vec<CellInk>,
    fills: Vec<Option<Arc<str>>>,
    /// Numbers of the fonts and of the fills of the styles.
    styles: Vec<(usize, usize)>,
    within: Within,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Within {
    #[default]
    Other,
    Fonts,
    Fills,
    Cells,
}

impl CellStyles {
    /// The font of a style.
    pub(super) fn ink(&self, style: usize) -> CellInk {
        self.styles.get(style).and_then(|(font, _)| self.fonts.get(*font)).copied().unwrap_or_default()
    }

    /// The background of a style, if it is not white.
    pub(super) fn fill(&self, style: usize) -> Option<&Arc<str>> {
        self.styles.get(style).and_then(|(_, fill)| self.fills.get(*fill))?.as_ref()
    }

    fn start_fill(&mut self, name: &str, element: &Element<'_>) {
        let Some(fill) = self.fills.last_mut() else { return };
        match name {
            "patternFill" => *fill = element.attribute("patternType").filter(|kind| *kind != "none").map(Arc::from),
            "gradientFill" => *fill = Some(Arc::from(name)),
            // The colour of a plain background, and of the lines of a pattern.
            "fgColor" => {
                let kinds = ["rgb", "theme", "indexed", "tint"];
                let said = kinds.map(|kind| element.attribute(kind).map(|value| format!("{kind}={value} ")).unwrap_or_default()).concat();
                let is_white = said.trim_end().ends_with("FFFFFF") || matches!(said.trim_end(), "theme=0" | "indexed=1" | "indexed=9");
                *fill = fill.take().filter(|_| !is_white).map(|kind| Arc::from(format!("{kind} {said}")));
            }
            _ => {}
        }
    }
}

impl Visitor for CellStyles {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        let number = |local| element.number(local).and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
        match name {
            "numFmt" => self.formats.define(number("numFmtId"), &element.attribute("formatCode").unwrap_or_default()),
            "fonts" => self.within = Within::Fonts,
            "fills" => self.within = Within::Fills,
            "fill" if self.within == Within::Fills => self.fills.push(None),
            "cellXfs" => self.within = Within::Cells,
            "font" if self.within == Within::Fonts => self.fonts.push(CellInk::default()),
            "xf" if self.within == Within::Cells => {
                self.formats.add_style(number("numFmtId"));
                self.styles.push((element.number("fontId").unwrap_or(0), element.number("fillId").unwrap_or(0)));
            }
            // Formats for conditions.
            "dxfs" => return Then::Skip,
            _ if self.within == Within::Fills => self.start_fill(name, element),
            _ if self.within == Within::Fonts => {
                if let Some(font) = self.fonts.last_mut() {
                    font.apply(name, element);
                }
            }
            _ => {}
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "fonts" | "fills" | "cellXfs") {
            self.within = Within::Other;
        }
    }
}
