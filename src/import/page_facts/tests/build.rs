//! Documents for tests, in a short notation.

use serde_json::Value;

use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, CellLine, CellValue, Grid, GridBlock, GridCell, GridDocument, GridParagraph, GridRow};
use crate::import::page_facts::{Doubt, DoubtKind, ImportedPage, Known, KnownIndicator, KnownInstrument, KnownMeasure, facts};
use crate::thai::FiscalYear;

/// The entries of a report.
pub(super) fn entries(front_matter: &Value) -> &Value {
    &front_matter["progress"]["entries"]
}

/// A line: `#1. ` before it is an automatic number, `*` bold, `_` underlined.
fn line(text: &str) -> CellLine {
    let (number, text) = match text.strip_prefix('#') {
        Some(rest) => rest.split_once(' ').map_or((None, rest), |(number, rest)| (Some(number.to_owned()), rest)),
        None => (None, text),
    };
    let (is_bold, text) = text.strip_prefix('*').map_or((false, text), |text| (true, text));
    let (is_underlined, text) = text.strip_prefix('_').map_or((false, text), |text| (true, text));
    CellLine { number, text: text.to_owned(), is_bold, is_underlined }
}

/// A table: `<` goes on with the cell to the left, `^` with the cell above, lines part at line feeds.
pub(super) fn grid(rows: &[&[&str]]) -> Grid {
    let mut grid = Grid::default();
    for (at, texts) in rows.iter().enumerate() {
        let mut row = GridRow::default();
        for (column, text) in texts.iter().enumerate() {
            let cell = match *text {
                "<" => origin(&row.cells[column - 1], at, column - 1),
                "^" => origin(&grid.rows[at - 1].cells[column], at - 1, column),
                text => GridCell::Own(content(text, at, column)),
            };
            if let GridCell::Covered { row: from, column: start } = cell {
                let own = if from == at { &mut row.cells[start] } else { &mut grid.rows[from].cells[start] };
                if let GridCell::Own(content) = own {
                    content.row_span = content.row_span.max(at - from + 1);
                    content.column_span = content.column_span.max(column - start + 1);
                }
            }
            row.cells.push(cell);
        }
        grid.rows.push(row);
    }
    grid
}

fn origin(cell: &GridCell, row: usize, column: usize) -> GridCell {
    match cell {
        GridCell::Covered { .. } => cell.clone(),
        _ => GridCell::Covered { row, column },
    }
}

fn content(text: &str, row: usize, column: usize) -> CellContent {
    let lines = text.split('\n').filter(|text| !text.is_empty()).map(line).collect();
    let place = TextPosition::TableCell { table: 1, row: row + 1, column: column + 1 };
    CellContent { place, row_span: 1, column_span: 1, lines, value: CellValue::Text, fill: None }
}

/// Sets what a spreadsheet stores in a cell.
pub(super) fn with_value(mut grid: Grid, row: usize, column: usize, value: CellValue) -> Grid {
    if let GridCell::Own(content) = &mut grid.rows[row].cells[column] {
        content.value = value;
    }
    grid
}

/// Gives cells of a row a background.
pub(super) fn with_fill(mut grid: Grid, row: usize, columns: &[usize], fill: &str) -> Grid {
    for column in columns {
        if let GridCell::Own(content) = &mut grid.rows[row].cells[*column] {
            content.fill = Some(fill.into());
        }
    }
    grid
}

/// A paragraph.
pub(super) fn paragraph(text: &str) -> GridBlock {
    GridBlock::Paragraph(GridParagraph { place: TextPosition::Paragraph(1), line: line(text) })
}

/// A table as a block.
pub(super) fn table(rows: &[&[&str]]) -> GridBlock {
    GridBlock::Grid(grid(rows))
}

/// The page of blocks.
pub(super) fn page(blocks: Vec<GridBlock>, known: &Known) -> ImportedPage {
    facts(&GridDocument { blocks, remarks: Vec::new() }, known)
}

/// The front matter of one table.
pub(super) fn read(rows: &[&[&str]]) -> (Value, Vec<DoubtKind>) {
    let page = page(vec![table(rows)], &known());
    (page.front_matter, kinds(&page.doubts))
}

/// The kinds of doubts.
pub(super) fn kinds(doubts: &[Doubt]) -> Vec<DoubtKind> {
    doubts.iter().map(|doubt| doubt.kind).collect()
}

/// A site with three divisions in 2566.
pub(super) fn known() -> Known {
    let names = [
        "การปฏิบัติหน้าที่",
        "การใช้งบประมาณ",
        "การใช้อำนาจ",
        "การใช้ทรัพย์สินของราชการ",
        "การแก้ไขปัญหาการทุจริต",
        "คุณภาพการดำเนินงาน",
        "ประสิทธิภาพการสื่อสาร",
        "การปรับปรุงการทำงาน",
        "การเปิดเผยข้อมูล",
        "การป้องกันการทุจริต",
    ];
    let instrument = |no| match no {
        1..=5 => KnownInstrument::Iit,
        6..=8 => KnownInstrument::Eit,
        _ => KnownInstrument::Oit,
    };
    let indicators = (1..).zip(names).map(|(no, name)| KnownIndicator { no, instrument: instrument(no), name: name.to_owned() });
    Known {
        fiscal_year: FiscalYear::new(2566),
        item: None,
        plan_items: vec!["O42".to_owned()],
        units: ["สำนักปลัด", "กองคลัง", "กองช่าง"].map(str::to_owned).to_vec(),
        plan: Vec::new(),
        indicators: indicators.collect(),
    }
}

/// The same site with a plan.
pub(super) fn with_plan(measures: &[(&str, &str)]) -> Known {
    let plan = measures.iter().map(|(id, title)| KnownMeasure { id: (*id).to_owned(), title: (*title).to_owned() });
    Known { plan: plan.collect(), ..known() }
}
