//! Excel workbooks (`.xlsx` and its relatives) as tables.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::super::parts::Parts;
use super::super::relations::Relations;
use super::super::xml::{Element, Then, Visitor};
use super::beside_cells::remark_beside;
use super::cell_styles::{CellStyles, define_for_thailand};
use super::gathered_sheet::SheetGrid;
use super::rich_text::RichStrings;
use super::sheet_cells::SheetCellReader;
use crate::attachment::grid::{GridDocument, GridFault, RemarkKind};
use crate::attachment::grids_gathered::GatheredGrids;
use crate::attachment::{FileFault, NotInspected, WhyUnread};

/// Most sheets that are read.
const MAX_SHEETS: usize = 1000;

/// Reads a workbook.
///
/// # Errors
/// Nothing could be read.
pub(in crate::attachment) fn read(mut parts: Parts<'_>) -> Result<GridDocument, GridFault> {
    let main = parts.named("xl/workbook", ".xml").into_iter().next().ok_or(GridFault::Format)?;
    let mut gathered = GatheredGrids::new();
    let mut book = SheetList::default();
    define_for_thailand(&mut book.styles.formats);
    let result = parts.visit(&main, &mut book);
    if let (Err(why), true) = (&result, book.sheets.is_empty()) {
        return Err(fault(why));
    }
    note(&mut gathered, &main, result);
    let mut strings = RichStrings::default();
    let result = parts.visit("xl/sharedStrings.xml", &mut strings);
    note(&mut gathered, "xl/sharedStrings.xml", result);
    let result = parts.visit("xl/styles.xml", &mut book.styles);
    note(&mut gathered, "xl/styles.xml", result);
    if book.sheets.len() >= MAX_SHEETS {
        gathered.remark(None, RemarkKind::TooLarge, "");
    }
    let relations = Relations::of(&mut parts, &main);
    for (number, sheet) in std::mem::take(&mut book.sheets).into_iter().enumerate() {
        if sheet.is_hidden {
            gathered.remark(None, RemarkKind::HiddenSheet, &sheet.name);
            continue;
        }
        match relations.part(&sheet.id).filter(|part| parts.has(part)) {
            // A sheet that is one chart.
            Some(part) if part.contains("chartsheet") => gathered.remark(None, RemarkKind::Picture, &sheet.name),
            Some(part) => {
                let mut grid = SheetGrid::new(gathered, Arc::from(sheet.name));
                grid.headings = book.headings.remove(&number);
                gathered = read_sheet(&mut parts, part, grid, &strings, &mut book.styles);
            }
            None => gathered.remark(None, RemarkKind::Unreadable, &sheet.name),
        }
    }
    Ok(gathered.into_document())
}

fn read_sheet(parts: &mut Parts<'_>, part: &str, grid: SheetGrid, strings: &RichStrings, styles: &mut CellStyles) -> GatheredGrids {
    let mut reader = SheetCellReader::new(grid, strings, styles);
    let result = parts.visit(part, &mut reader);
    let mut grid = reader.grid;
    note(&mut grid.gathered, part, result);
    remark_beside(parts, part, &mut grid);
    grid.finish()
}

/// Remarks a part that could not be read to its end.
pub(super) fn note(gathered: &mut GatheredGrids, part: &str, result: Result<(), WhyUnread>) {
    match result {
        Ok(()) => {}
        Err(WhyUnread::NotInspected(NotInspected::UnpackedSize)) => gathered.remark(None, RemarkKind::TooLarge, part),
        Err(_) => gathered.remark(None, RemarkKind::Unreadable, part),
    }
}

/// Why nothing was read.
pub(super) fn fault(why: &WhyUnread) -> GridFault {
    match why {
        WhyUnread::Fault(FileFault::Locked) => GridFault::Locked,
        WhyUnread::NotInspected(NotInspected::UnpackedSize | NotInspected::FileSize) => GridFault::Size,
        WhyUnread::NotInspected(NotInspected::Format) => GridFault::Format,
        _ => GridFault::Unreadable,
    }
}

/// A sheet in the list of the workbook.
struct ListedSheet {
    name: String,
    id: String,
    is_hidden: bool,
}

/// What the main part tells.
#[derive(Default)]
struct SheetList {
    sheets: Vec<ListedSheet>,
    styles: CellStyles,
    /// Rows that are repeated on each page, by the number of their sheet.
    headings: BTreeMap<usize, RangeInclusive<u32>>,
    /// The open name of rows that are repeated.
    titles: Option<(usize, String)>,
}

impl Visitor for SheetList {
    fn start(&mut self, name: &str, element: &Element<'_>) -> Then {
        let text = |local| element.attribute(local).unwrap_or_default().into_owned();
        match name {
            "sheet" => {
                let is_hidden = matches!(element.attribute("state").as_deref(), Some("hidden" | "veryHidden"));
                let id = element.relation().unwrap_or_default().into_owned();
                self.sheets.push(ListedSheet { name: text("name"), id, is_hidden });
            }
            "workbookPr" if matches!(element.attribute("date1904").as_deref(), Some("1" | "true")) => {
                self.styles.formats.count_from_1904();
            }
            "definedName" if text("name") == "_xlnm.Print_Titles" => {
                self.titles = element.number("localSheetId").map(|sheet| (sheet, String::new()));
            }
            "extLst" => return Then::Skip,
            _ => {}
        }
        Then::Enter
    }

    fn end(&mut self, name: &str) {
        if name == "definedName"
            && let Some((sheet, titles)) = self.titles.take()
            && let Some(rows) = title_rows(&titles)
        {
            self.headings.insert(sheet, rows);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, titles)) = &mut self.titles {
            titles.push_str(text);
        }
    }

    fn is_done(&self) -> bool {
        self.sheets.len() >= MAX_SHEETS
    }
}

/// The rows of `'ก,ข'!$A:$B,'ก,ข'!$1:$3`, from 0.
fn title_rows(titles: &str) -> Option<RangeInclusive<u32>> {
    let rows = titles.rsplit('!').next().and_then(row_range);
    rows.or_else(|| titles.split('!').find_map(|part| row_range(part.split_once(',').map_or(part, |(part, _)| part))))
}

fn row_range(part: &str) -> Option<RangeInclusive<u32>> {
    let (first, last) = part.split_once(':')?;
    let row = |text: &str| text.trim_start_matches('$').parse::<u32>().ok()?.checked_sub(1);
    Some(row(first)?..=row(last)?)
}
