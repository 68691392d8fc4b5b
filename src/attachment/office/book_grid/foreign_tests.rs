//! Files of openpyxl and odfpy, made by `make_foreign.py`.

use std::cell::Cell;

use super::super::parts::Parts;
use super::xlsx_tests::{grid, remarks, rows, values};
use super::{ods, xlsx};
use crate::attachment::grid::{CellValue, GridBlock, GridDocument, RemarkKind};
use crate::thai::Date;

const WORKBOOK: &[u8] = include_bytes!("../../../../tests/files/grids/foreign.xlsx");
const SPREADSHEET: &[u8] = include_bytes!("../../../../tests/files/grids/foreign.ods");

fn workbook() -> GridDocument {
    let unpacked = Cell::new(128 << 20);
    xlsx::read(Parts::of(WORKBOOK, &unpacked).unwrap()).unwrap()
}

fn day(year: i16, month: i8, day: i8) -> CellValue {
    CellValue::Date(Date::new(year, month, day).unwrap())
}

#[test]
fn a_workbook_of_openpyxl_is_read() {
    let document = workbook();
    assert_eq!(
        rows(&document),
        ["*หัว[1x3] | ^ | ^", "2023-03-15 | 2565-01-31 0:00:00 | 50.0%", " | หนา บาง | TRUE", " | #REF! | ", "☑ | 8:30:00 | "]
    );
    let names = document.blocks.iter().map(|block| match block {
        GridBlock::Grid(grid) => (grid.name.as_deref().unwrap_or_default(), grid.rows.len()),
        GridBlock::Paragraph(_) => ("", 0),
    });
    assert_eq!(names.collect::<Vec<_>>(), [("งาน", 5), ("ว่าง", 0)]);
    assert_eq!(values(&document)[1..4], [day(2023, 3, 15), day(2022, 1, 31), CellValue::Number { value: 0.5, is_percent: true }]);
    assert_eq!(grid(&document).rows.iter().map(|row| row.is_heading).collect::<Vec<_>>(), [true, true, false, false, false]);
    let found: Vec<_> = remarks(&document);
    assert_eq!(
        found.iter().map(|(kind, place, text)| (*kind, place.as_str(), *text)).collect::<Vec<_>>(),
        [
            (RemarkKind::BuddhistYear, "1,1", "2565-01-31 0:00:00"),
            (RemarkKind::Formula, "2,0", "=SUM(C2:C2)"),
            (RemarkKind::Formula, "3,1", "#REF!"),
            (RemarkKind::Comment, "2,0", "ความเห็น"),
            (RemarkKind::HiddenRow, "4,0", "5"),
            (RemarkKind::HiddenColumn, "0,3", "D"),
            (RemarkKind::HiddenSheet, "", "ลับ")
        ]
    );
}

#[test]
fn a_spreadsheet_of_odfpy_is_read() {
    let unpacked = Cell::new(128 << 20);
    let document = ods::read(Parts::of(SPREADSHEET, &unpacked).unwrap()).unwrap();
    assert_eq!(rows(&document), ["*หัว[1x3] | ^ | ^ | ", "15/3/66 | 50% | 3 | มี.ค."]);
    let number = |value, is_percent| CellValue::Number { value, is_percent };
    let month = |year, month| CellValue::Month(Date::new(year, month, 1).unwrap().month());
    assert_eq!(values(&document)[2..], [day(2023, 3, 15), number(0.5, true), number(3.0, false), month(2023, 3)]);
    assert_eq!(document.remarks, []);
}

#[test]
fn no_damage_stops_the_readers() {
    let mut random = 11u32;
    let mut next = || {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 8) as usize
    };
    for at in 0..600 {
        let mut bytes = if at % 2 == 0 { WORKBOOK } else { SPREADSHEET }.to_vec();
        for _ in 0..1 + next() % 12 {
            let at = next() % bytes.len();
            bytes[at] = next() as u8;
        }
        if next() % 4 == 0 {
            bytes.truncate(next() % bytes.len());
        }
        let unpacked = Cell::new(16 << 20);
        if let Ok(parts) = Parts::of(&bytes, &unpacked) {
            let _ = if at % 2 == 0 { xlsx::read(parts) } else { ods::read(parts) };
        }
    }
}
