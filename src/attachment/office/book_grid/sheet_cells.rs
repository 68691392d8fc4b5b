//! Cells of one sheet of an `.xlsx` workbook, with what is merged and hidden.

use super::super::strings::unescaped;
use super::super::xml::{Element, Then, Visitor};
use super::cell_styles::CellStyles;
use super::gathered_sheet::SheetGrid;
use super::ink::CellText;
use super::iso_day::{iso_day, stored_day};
use super::rich_text::{RichStrings, RichText};
use super::sheet_area::{CellKey, MergedArea};
use super::stored_number::stored_number;
use crate::attachment::grid::{CellValue, RemarkKind};

/// Most letters of a formula that are kept.
const MAX_FORMULA: usize = 100;

/// Reads a sheet.
pub(super) struct SheetCellReader<'s> {
    pub(super) grid: SheetGrid,
    strings: &'s RichStrings,
    styles: &'s mut CellStyles,
    next: CellKey,
    /// The cell that is open.
    cell: Option<OpenSheetCellElement>,
    text: OpenCellText,
}

#[derive(Default)]
struct OpenSheetCellElement {
    style: usize,
    kind: String,
    value: Option<String>,
    formula: Option<String>,
    /// Text that is not shared.
    rich: RichText,
}

/// Where text belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OpenCellText {
    Nowhere,
    Value,
    Formula,
    Rich,
}

impl<'s> SheetCellReader<'s> {
    pub(super) fn new(grid: SheetGrid, strings: &'s RichStrings, styles: &'s mut CellStyles) -> Self {
        SheetCellReader { grid, strings, styles, next: (0, 0), cell: None, text: OpenCellText::Nowhere }
    }

    fn begin_row(&mut self, element: &Element<'_>) {
        let number = element.number("r").and_then(|row| u32::try_from(row).ok()?.checked_sub(1));
        self.next = (number.unwrap_or(self.next.0), 0);
        if is_true(element, "hidden") || is_zero(element, "ht") {
            self.grid.hidden_rows.add(self.next.0, self.next.0);
        }
    }

    fn begin_columns(&mut self, element: &Element<'_>) {
        let number = |local| element.number(local).and_then(|column| u32::try_from(column).ok()?.checked_sub(1));
        if let (Some(first), Some(last)) = (number("min"), number("max"))
            && first <= last
            && (is_true(element, "hidden") || is_zero(element, "width"))
        {
            self.grid.hidden_columns.add(first, last);
        }
    }

    fn begin_cell(&mut self, element: &Element<'_>) {
        let place = element.attribute("r").and_then(|place| cell_key(&place));
        self.next = place.unwrap_or(self.next);
        let kind = element.attribute("t").unwrap_or_default().into_owned();
        self.cell = Some(OpenSheetCellElement { style: element.number("s").unwrap_or(0), kind, ..OpenSheetCellElement::default() });
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let at = self.next;
        self.next.1 = at.1.saturating_add(1);
        let ink = self.styles.ink(cell.style);
        if let Some(fill) = self.styles.fill(cell.style) {
            self.grid.add_fill(at, fill);
        }
        let value = cell.value.as_deref().unwrap_or_default();
        match cell.kind.as_str() {
            "inlineStr" => self.grid.add_text(at, cell.rich.in_cell(ink)),
            "str" => self.grid.add_text(at, CellText::of(&unescaped(value), ink)),
            _ if value.trim().is_empty() => {
                if let Some(formula) = &cell.formula {
                    self.grid.remark(at, RemarkKind::Formula, &format!("={formula}"));
                }
            }
            "s" => {
                let text = value.trim().parse().map_or_else(|_| CellText::default(), |number| self.strings.in_cell(number, ink));
                self.grid.add_text(at, text);
            }
            "b" => {
                let is_true = matches!(value.trim(), "1" | "true");
                let text = if is_true { "TRUE" } else { "FALSE" };
                self.grid.add(at, CellText::of(text, ink), CellValue::Boolean(is_true));
            }
            "e" => {
                self.grid.remark(at, RemarkKind::Formula, value);
                self.grid.add_text(at, CellText::of(value.trim(), ink));
            }
            "d" => self.add_day(at, value.trim(), cell.style),
            _ => self.add_number(at, value.trim(), cell.style),
        }
    }

    fn add_number(&mut self, at: CellKey, value: &str, style: usize) {
        let ink = self.styles.ink(style);
        match value.parse::<f64>().ok().filter(|number| number.is_finite()) {
            Some(number) => {
                let number = stored_number(&mut self.styles.formats, number, style);
                self.grid.add_number(at, number, ink);
            }
            None => self.grid.add_text(at, CellText::of(value, ink)),
        }
    }

    /// A day in the form of ISO 8601.
    fn add_day(&mut self, at: CellKey, value: &str, style: usize) {
        let ink = self.styles.ink(style);
        let number = stored_day(value, iso_day(value));
        self.grid.add_number(at, number, ink);
    }
}

impl Visitor for SheetCellReader<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            "extLst" => return Then::Skip,
            "row" => self.begin_row(element),
            "col" => self.begin_columns(element),
            "c" => self.begin_cell(element),
            "mergeCell" => {
                if let Some(area) = element.attribute("ref").and_then(|area| merged_area(&area)) {
                    self.grid.add_merged(area);
                }
            }
            _ => {
                let Some(cell) = &mut self.cell else { return Then::Enter };
                match name {
                    "v" => (self.text, cell.value) = (OpenCellText::Value, Some(String::new())),
                    "f" => (self.text, cell.formula) = (OpenCellText::Formula, Some(String::new())),
                    "is" => self.text = OpenCellText::Rich,
                    _ => return cell.rich.start(name, element),
                }
            }
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        match name {
            "row" => self.next = (self.next.0.saturating_add(1), 0),
            "c" => self.end_cell(),
            "v" | "f" | "is" => self.text = OpenCellText::Nowhere,
            _ => {
                if let Some(cell) = &mut self.cell {
                    cell.rich.end(name);
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        let Some(cell) = &mut self.cell else { return };
        match (self.text, &mut cell.value, &mut cell.formula) {
            (OpenCellText::Value, Some(value), _) => value.push_str(text),
            (OpenCellText::Formula, _, Some(formula)) if formula.len() < MAX_FORMULA => formula.extend(text.chars().take(MAX_FORMULA)),
            (OpenCellText::Rich, ..) => cell.rich.push(text),
            _ => {}
        }
    }
}

fn is_true(element: &Element<'_>, local: &str) -> bool {
    matches!(element.attribute(local).as_deref(), Some("1" | "true"))
}

/// True for a height or width of nothing, which hides.
fn is_zero(element: &Element<'_>, local: &str) -> bool {
    element.attribute(local).and_then(|size| size.trim().parse::<f64>().ok()) == Some(0.0)
}

/// Row and column of a place such as `BC12` or `$BC$12`, from 0.
pub(super) fn cell_key(place: &str) -> Option<CellKey> {
    const MAX_COLUMN: u32 = 16_384;
    let place = place.replace('$', "");
    let end = place.find(|letter: char| !letter.is_ascii_alphabetic())?;
    let (letters, number) = place.split_at_checked(end)?;
    if letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = number.parse().ok()?;
    (column <= MAX_COLUMN).then_some(())?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

fn merged_area(area: &str) -> Option<MergedArea> {
    let (first, last) = area.split_once(':')?;
    let (first, last) = (cell_key(first)?, cell_key(last)?);
    Some(MergedArea { rows: (first.0, last.0), columns: (first.1, last.1) })
}
