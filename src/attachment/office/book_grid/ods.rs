//! OpenDocument spreadsheets (`.ods`) as tables.

use std::sync::Arc;

use super::super::parts::Parts;
use super::super::xml::{Element, Then, Visitor};
use super::gathered_sheet::SheetGrid;
use super::ink::CellInk;
use super::open_cells::{OpenSheetCell, ReadCell};
use super::open_styles::OpenStyles;
use super::sheet_area::MergedArea;
use super::xlsx::{fault, note};
use crate::attachment::grid::{CellValue, GridDocument, GridFault, RemarkKind};
use crate::attachment::grids_gathered::GatheredGrids;

const MAIN: &str = "content.xml";
/// Most sheets that are read.
const MAX_SHEETS: usize = 1000;
/// Most rows and columns of a sheet.
const MAX_LINES: u32 = 1 << 20;
/// Most bytes of the text in a remark.
const MAX_TEXT: usize = 1000;
/// Shapes with text of their own.
const SHAPES: [&str; 10] = ["text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "caption", "connector", "line", "polyline"];
/// Elements without text that is shown.
const SKIPPED: [&str; 8] = [
    "forms",
    "content-validations",
    "named-expressions",
    "database-ranges",
    "binary-data",
    "ruby-text",
    "conditional-formats",
    "event-listeners",
];
/// Names with a prefix of what tells of comments and shapes.
const SKIPPED_WITH_PREFIX: [&str; 5] = ["dc:creator", "dc:date", "svg:desc", "svg:title", "meta:creator-initials"];

/// Reads a spreadsheet.
///
/// # Errors
/// Nothing could be read.
pub(in crate::attachment) fn read(mut parts: Parts<'_>) -> Result<GridDocument, GridFault> {
    let mut manifest = OpenManifest { is_locked: false };
    // Without it, all is readable or nothing.
    let _ = parts.visit("META-INF/manifest.xml", &mut manifest);
    if manifest.is_locked {
        return Err(GridFault::Locked);
    }
    let mut gathered = GatheredGrids::new();
    let mut styles = OpenStyles::default();
    let result = parts.visit("styles.xml", &mut styles);
    note(&mut gathered, "styles.xml", result);
    let mut reader = OpenSheets { gathered, styles, ..OpenSheets::default() };
    let result = parts.visit(MAIN, &mut reader);
    reader.end_sheet();
    let OpenSheets { mut gathered, sheets, is_spreadsheet, .. } = reader;
    match result {
        Err(why) if sheets == 0 => return Err(fault(&why)),
        Ok(()) if !is_spreadsheet => return Err(GridFault::Format),
        result => note(&mut gathered, MAIN, result),
    }
    if sheets >= MAX_SHEETS {
        gathered.remark(None, RemarkKind::TooLarge, "");
    }
    Ok(gathered.into_document())
}

/// Tells whether a password is needed.
struct OpenManifest {
    is_locked: bool,
}

impl Visitor for OpenManifest {
    fn start(&mut self, name: &str, _element: &Element<'_>) -> Then {
        self.is_locked |= name == "encryption-data";
        Then::Enter
    }
}

/// Reads the sheets.
#[derive(Default)]
struct OpenSheets {
    gathered: GatheredGrids,
    styles: OpenStyles,
    is_spreadsheet: bool,
    sheets: usize,
    sheet: Option<OpenSheet>,
    cell: Option<OpenSheetCell>,
    /// Tables within a cell.
    nested: usize,
    /// Open paragraphs; what stands outside them is the layout of the XML.
    paragraphs: usize,
    is_after_space: bool,
    /// Fonts of the open spans.
    inks: Vec<CellInk>,
    /// How many comments and shapes are open, and their text.
    beside: usize,
    beside_text: String,
    has_object: bool,
}

/// A sheet that is being read.
struct OpenSheet {
    grid: SheetGrid,
    row: u32,
    rows: u32,
    row_style: String,
    cells: Vec<ReadCell>,
    column: u32,
    /// Behind the columns so far.
    columns: u32,
    /// Column behind the last one of a style, ascending.
    column_styles: Vec<(u32, String)>,
    is_in_headings: bool,
    has_picture: bool,
}

fn repeated(element: &Element<'_>, local: &str) -> u32 {
    element.number(local).and_then(|count| u32::try_from(count).ok()).unwrap_or(1).clamp(1, MAX_LINES)
}

fn is_hidden(element: &Element<'_>) -> bool {
    matches!(element.attribute("visibility").as_deref(), Some("collapse" | "filter"))
}

impl OpenSheet {
    fn begin_columns(&mut self, element: &Element<'_>) {
        let end = self.columns.saturating_add(repeated(element, "number-columns-repeated"));
        if is_hidden(element) && self.columns < MAX_LINES {
            self.grid.hidden_columns.add(self.columns, end - 1);
        }
        self.columns = end;
        let style = element.attribute("default-cell-style-name").unwrap_or_default().into_owned();
        self.column_styles.push((end, style));
    }

    fn begin_row(&mut self, element: &Element<'_>) {
        (self.column, self.rows) = (0, repeated(element, "number-rows-repeated"));
        self.row_style = element.attribute("default-cell-style-name").unwrap_or_default().into_owned();
        let last = self.row.saturating_add(self.rows - 1);
        if is_hidden(element) {
            self.grid.hidden_rows.add(self.row, last);
        }
        if self.is_in_headings {
            let first = self.grid.headings.as_ref().map_or(self.row, |rows| *rows.start());
            self.grid.headings = Some(first..=last);
        }
    }

    /// The style of a cell that names none.
    fn default_style(&self) -> &str {
        if !self.row_style.is_empty() {
            return &self.row_style;
        }
        let at = self.column_styles.partition_point(|(end, _)| *end <= self.column);
        self.column_styles.get(at).map_or("", |(_, style)| style)
    }

    fn begin_cell(&mut self, element: &Element<'_>, styles: &OpenStyles) -> OpenSheetCell {
        let (rows, columns) = (repeated(element, "number-rows-spanned"), repeated(element, "number-columns-spanned"));
        let last = (self.row.saturating_add(rows - 1), self.column.saturating_add(columns - 1));
        self.grid.add_merged(MergedArea { rows: (self.row, last.0), columns: (self.column, last.1) });
        let cell = OpenSheetCell::begin(self.column, self.default_style(), element, styles);
        self.column = self.column.saturating_add(cell.repeated);
        cell
    }

    /// Adds the cells of the row, as often as it is repeated.
    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        for cell in &cells {
            if let Some((kind, text)) = &cell.remark {
                self.grid.remark((self.row, cell.column), *kind, text);
            }
        }
        let used = |cell: &&ReadCell| !cell.text.is_empty() || cell.value != CellValue::Text;
        let filled: Vec<&ReadCell> = cells.iter().filter(|cell| cell.fill.is_some()).collect();
        let used: Vec<&ReadCell> = cells.iter().filter(used).collect();
        for row in (self.row..self.row.saturating_add(self.rows).min(MAX_LINES)).take_while(|_| !used.is_empty()) {
            for cell in &used {
                for column in cell.column..cell.column.saturating_add(cell.repeated).min(MAX_LINES) {
                    if self.grid.is_full() {
                        return;
                    }
                    self.grid.add((row, column), cell.text.clone(), cell.value.clone());
                }
            }
            for (cell, fill) in filled.iter().filter_map(|cell| Some((cell, cell.fill.as_ref()?))) {
                self.grid.add_fills(row, cell.column..cell.column.saturating_add(cell.repeated), fill);
            }
        }
        self.row = self.row.saturating_add(self.rows);
    }
}

impl OpenSheets {
    fn begin_sheet(&mut self, element: &Element<'_>) -> Then {
        let name = element.attribute("name").unwrap_or_default().into_owned();
        self.sheets += 1;
        if element.attribute("style-name").is_some_and(|style| self.styles.hides(&style)) {
            self.gathered.remark(None, RemarkKind::HiddenSheet, &name);
            return Then::Skip;
        }
        self.sheet = Some(OpenSheet {
            grid: SheetGrid::new(std::mem::take(&mut self.gathered), Arc::from(name)),
            row: 0,
            rows: 1,
            row_style: String::new(),
            cells: Vec::new(),
            column: 0,
            columns: 0,
            column_styles: Vec::new(),
            is_in_headings: false,
            has_picture: false,
        });
        Then::Enter
    }

    fn end_sheet(&mut self) {
        self.end_cell();
        if let Some(mut sheet) = self.sheet.take() {
            sheet.end_row();
            self.gathered = sheet.grid.finish();
        }
    }

    fn end_cell(&mut self) {
        if let (Some(cell), Some(sheet)) = (self.cell.take(), &mut self.sheet) {
            sheet.cells.push(cell.read(&self.styles));
        }
        self.inks.clear();
    }

    /// Acts on an element of a sheet.
    fn start_in_sheet(&mut self, name: &str, element: &Element<'_>) {
        let Some(sheet) = &mut self.sheet else { return };
        match name {
            _ if self.nested > 0 => {}
            "table-column" => sheet.begin_columns(element),
            "table-header-rows" => sheet.is_in_headings = true,
            "table-row" => sheet.begin_row(element),
            "table-cell" | "covered-table-cell" => self.cell = Some(sheet.begin_cell(element, &self.styles)),
            _ => {}
        }
    }

    /// Acts on an element within a paragraph.
    fn start_letter(&mut self, name: &str, element: &Element<'_>) {
        /// More than that is a drawing with letters.
        const MOST: usize = 100;
        match name {
            "s" => self.push(&" ".repeat(element.number("c").unwrap_or(1).min(MOST))),
            "tab" => self.push("\t"),
            "line-break" => {
                self.push("\n");
                self.is_after_space = true;
            }
            "span" => {
                let around = self.ink();
                let ink = element.attribute("style-name").map_or(around, |style| self.styles.ink("text", &style, around));
                self.inks.push(ink);
            }
            _ => {}
        }
    }

    fn ink(&self) -> CellInk {
        self.inks.last().copied().unwrap_or_else(|| self.cell.as_ref().map(|cell| cell.ink).unwrap_or_default())
    }

    fn push(&mut self, text: &str) {
        self.is_after_space = false;
        let ink = self.ink();
        if self.beside > 0 {
            if self.beside_text.len() < MAX_TEXT {
                self.beside_text.push_str(text);
            }
        } else if let Some(cell) = &mut self.cell {
            cell.text.push(text, ink);
        }
    }

    fn end_paragraph(&mut self) {
        self.paragraphs = self.paragraphs.saturating_sub(1);
        if self.beside > 0 {
            self.beside_text.push('\n');
        } else if let Some(cell) = &mut self.cell {
            cell.text.end_line();
        }
    }

    fn end_beside(&mut self, kind: RemarkKind) {
        self.beside = self.beside.saturating_sub(1);
        let text = std::mem::take(&mut self.beside_text);
        let Some(sheet) = &mut self.sheet else { return };
        let at = (sheet.row, self.cell.as_ref().map_or(0, |cell| cell.column));
        match kind {
            RemarkKind::Drawing if text.trim().is_empty() => sheet.grid.remark(at, kind, ""),
            RemarkKind::Drawing => sheet.grid.remark(at, RemarkKind::TextBox, &text),
            RemarkKind::TextBox if text.trim().is_empty() => {}
            _ => sheet.grid.remark(at, kind, &text),
        }
    }

    fn remark_picture(&mut self) {
        let Some(sheet) = self.sheet.as_mut().filter(|sheet| !sheet.has_picture && !self.has_object) else { return };
        sheet.has_picture = true;
        let at = (sheet.row, self.cell.as_ref().map_or(0, |cell| cell.column));
        sheet.grid.remark(at, RemarkKind::Picture, "");
    }
}

impl Visitor for OpenSheets {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        match name {
            _ if SKIPPED.contains(&name) || SKIPPED_WITH_PREFIX.contains(&element.name()) => return Then::Skip,
            "tracked-changes" => {
                self.gathered.remark(None, RemarkKind::Deleted, "");
                return Then::Skip;
            }
            "spreadsheet" => self.is_spreadsheet = true,
            "table" if self.sheet.is_none() && self.is_spreadsheet => return self.begin_sheet(element),
            "table" if self.sheet.is_some() => self.nested += 1,
            "p" | "h" => (self.paragraphs, self.is_after_space) = (self.paragraphs + 1, true),
            "annotation" => self.beside += 1,
            "frame" => self.has_object = false,
            "object" => self.has_object = true,
            "image" => self.remark_picture(),
            "s" | "tab" | "line-break" | "span" => self.start_letter(name, element),
            _ if SHAPES.contains(&name) => self.beside += 1,
            _ if self.sheet.is_some() => self.start_in_sheet(name, element),
            _ if !self.is_spreadsheet => self.styles.start(name, element),
            _ => {}
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => self.end_paragraph(),
            "span" => drop(self.inks.pop()),
            "annotation" => self.end_beside(RemarkKind::Comment),
            "table" if self.nested > 0 => self.nested -= 1,
            "table" => self.end_sheet(),
            "text-box" => self.end_beside(RemarkKind::TextBox),
            _ if SHAPES.contains(&name) => self.end_beside(RemarkKind::Drawing),
            _ if self.nested > 0 => {}
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.sheet.iter_mut().for_each(OpenSheet::end_row),
            "table-header-rows" => self.sheet.iter_mut().for_each(|sheet| sheet.is_in_headings = false),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.paragraphs == 0 {
            return;
        }
        // Any white space is one space, and none after another.
        let mut shown = String::with_capacity(text.len());
        let mut is_after_space = self.is_after_space;
        for letter in text.chars() {
            let is_space = matches!(letter, ' ' | '\t' | '\n' | '\r');
            if !(is_space && is_after_space) {
                shown.push(if is_space { ' ' } else { letter });
            }
            is_after_space = is_space;
        }
        self.push(&shown);
        self.is_after_space = is_after_space;
    }

    fn is_done(&self) -> bool {
        self.sheets >= MAX_SHEETS && self.sheet.is_none()
    }
}
