//! Properties of paragraphs, runs, tables and controls.

use std::sync::Arc;

use super::super::super::xml::Element;
use super::super::styles::StyleKind;
use super::super::tables::Merging;
use super::{OpenMark, WordBody};
use crate::attachment::grid::RemarkKind;

impl WordBody<'_> {
    pub(super) fn paragraph_property(&mut self, name: &str, element: &Element<'_>) -> Option<OpenMark> {
        let paragraph = self.story.paragraph.as_mut()?;
        match name {
            "pStyle" => {
                paragraph.style = element.attribute("val").map(|id| id.into_owned());
                let style = self.story.styles.style(StyleKind::Paragraph, paragraph.style.as_deref());
                paragraph.formats.paragraph = style.map(|style| style.run).unwrap_or_default();
            }
            "numPr" => return Some(OpenMark::ParagraphProperties),
            "numId" => paragraph.list.list = element.number("val"),
            "ilvl" => paragraph.list.level = element.number("val"),
            "rPr" => return Some(OpenMark::EndProperties),
            _ => {}
        }
        None
    }

    pub(super) fn end_property(&mut self, name: &str, element: &Element<'_>) -> Option<OpenMark> {
        let paragraph = self.story.paragraph.as_mut()?;
        match name {
            "del" | "moveFrom" => paragraph.is_end_deleted = true,
            _ => paragraph.end.take(name, element),
        }
        None
    }

    pub(super) fn run_property(&mut self, name: &str, element: &Element<'_>) -> Option<OpenMark> {
        match name {
            "rStyle" => self.character = element.attribute("val").map(|id| id.into_owned()),
            _ => self.direct.take(name, element),
        }
        None
    }

    pub(super) fn table_property(&mut self, name: &str, element: &Element<'_>) -> Option<OpenMark> {
        const FIRST_ROW: usize = 0x20;
        const FIRST_COLUMN: usize = 0x80;
        let styles = self.story.styles;
        let table = self.story.table()?;
        match name {
            "tblStyle" => {
                let style = element.attribute("val").and_then(|id| styles.style(StyleKind::Table, Some(&id)));
                style.into_iter().for_each(|style| table.style.take(style));
            }
            "tblLook" => {
                let bits = element.attribute("val").and_then(|bits| usize::from_str_radix(&bits, 16).ok()).unwrap_or(0);
                let has = |name: &str, bit: usize| match element.attribute(name).as_deref() {
                    Some(value) => matches!(value, "1" | "true" | "on"),
                    None => bits & bit != 0,
                };
                table.style.has_first_row = has("firstRow", FIRST_ROW);
                table.style.has_first_column = has("firstColumn", FIRST_COLUMN);
            }
            _ => {}
        }
        None
    }

    pub(super) fn row_property(&mut self, name: &str, element: &Element<'_>) -> Option<OpenMark> {
        let row = self.story.table()?.row.as_mut()?;
        match name {
            "tblHeader" => row.raw.is_heading = element.is_on(),
            "gridBefore" => row.position = element.number("val").unwrap_or(0),
            "hidden" if element.is_on() => row.left_out = row.left_out.or(Some(RemarkKind::HiddenRow)),
            "del" | "moveFrom" => row.left_out = row.left_out.or(Some(RemarkKind::Deleted)),
            "ins" | "moveTo" => self.story.remark(RemarkKind::Inserted, ""),
            _ => {}
        }
        None
    }

    pub(super) fn cell_property(&mut self, name: &str, element: &Element<'_>) -> Option<OpenMark> {
        let merging = || match element.attribute("val").as_deref() {
            Some("restart") => Merging::Restart,
            _ => Merging::Continue,
        };
        let table = self.story.table()?;
        match name {
            "gridSpan" => table.cell()?.span = element.number("val").unwrap_or(1),
            "vMerge" => table.merge_rows(merging()),
            "hMerge" => table.merge_columns(merging()),
            "shd" => table.cell()?.fill = shading(element),
            "cellIns" => self.story.remark(RemarkKind::Inserted, ""),
            "cellDel" => self.story.remark(RemarkKind::Deleted, ""),
            _ => {}
        }
        None
    }

    pub(super) fn control_property(&mut self, name: &str, element: &Element<'_>) -> Option<OpenMark> {
        let at = self.controls.len().checked_sub(1)?;
        let control = self.controls.last_mut()?;
        match name {
            "checkbox" if control.is_checked.is_none() => {
                control.is_checked = Some(false);
                self.boxes.push(at);
            }
            "checked" if control.is_checked.is_some() => control.is_checked = Some(element.is_on()),
            _ => {}
        }
        (name == "checkbox").then_some(OpenMark::ControlProperties)
    }
}

/// The colour of a cell: that of its background, or of a pattern on it.
fn shading(element: &Element<'_>) -> Option<Arc<str>> {
    const NONE: [&str; 4] = ["auto", "FFFFFF", "white", ""];
    let colour = |local| element.attribute(local).filter(|colour| !NONE.iter().any(|none| none.eq_ignore_ascii_case(colour)));
    let pattern = element.attribute("val").filter(|pattern| !matches!(&**pattern, "clear" | "nil" | "none"));
    let pattern = pattern.map(|pattern| format!("{pattern} {}", colour("color").unwrap_or_default()));
    colour("fill").map(|fill| fill.into_owned()).or(pattern).map(Arc::from)
}
