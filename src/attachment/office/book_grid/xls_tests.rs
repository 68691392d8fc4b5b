use super::xls::read;
use super::xlsx_tests::{filled, remarks, rows, values};
use crate::attachment::grid::{CellValue, GridFault, RemarkKind};
use crate::thai::Date;

/// Made by `make_xls.py` with xlwt.
const BOOK: &[u8] = include_bytes!("../../../../tests/files/grids/grid.xls");

#[test]
fn an_older_workbook_is_read_like_a_newer_one() {
    let document = read(BOOK).unwrap();
    let mut shown = rows(&document);
    let long = shown.pop().unwrap();
    assert_eq!(
        shown,
        [
            "*หัวเรื่อง[1x4] | ^ | ^ | ^ | ",
            "1 | 68.16% | 15 มี.ค. 2566 | 2566 | ",
            "✓ | หนา บาง | TRUE | ก/ข | ",
            " | #REF! | 31 ม.ค. 3108 |  | "
        ]
    );
    assert!(long.ends_with(&"ยาว".repeat(5000)));
    let day = |year, month, day| CellValue::Date(Date::new(year, month, day).unwrap());
    let number = |value, is_percent| CellValue::Number { value, is_percent };
    assert_eq!(values(&document)[2..6], [number(1.0, false), number(0.6816, true), day(2023, 3, 15), number(2566.0, false)]);
    let kinds: Vec<_> = remarks(&document);
    assert_eq!(
        kinds.iter().map(|(kind, place, text)| (*kind, place.as_str(), *text)).collect::<Vec<_>>(),
        [
            (RemarkKind::YearAsDay, "1,3", "9 ม.ค. 2450"),
            (RemarkKind::Formula, "4,1", "#REF!"),
            (RemarkKind::BuddhistYear, "4,2", "31 ม.ค. 3108"),
            (RemarkKind::HiddenRow, "3,0", "4"),
            (RemarkKind::HiddenColumn, "0,4", "E"),
            (RemarkKind::HiddenSheet, "", "ลับ")
        ]
    );
}

/// A chart of months with coloured cells and an arrow, saved by LibreOffice.
const CHART: &[u8] = include_bytes!("../../../../tests/files/grids/chart.xls");

#[test]
fn backgrounds_and_drawn_lines_of_an_older_workbook_are_seen() {
    let document = read(CHART).unwrap();
    let below_head: Vec<String> = filled(&document).into_iter().filter(|place| !place.starts_with("2,")).collect();
    assert_eq!(below_head, ["3,4", "3,5", "3,6", "4,7", "6,5", "6,6", "6,7", "6,8"]);
    assert_eq!(remarks(&document), [(RemarkKind::Drawing, "0,0".to_owned(), "")]);
}

#[test]
fn other_files_are_refused() {
    assert_eq!(read(b"x"), Err(GridFault::Unreadable));
    // A record for a password in place of the code page.
    let mut locked = BOOK.to_vec();
    let at = locked.windows(4).position(|bytes| bytes == [0x42, 0, 2, 0]).unwrap();
    locked[at] = 0x2F;
    assert_eq!(read(&locked), Err(GridFault::Locked));
}

#[test]
fn no_damage_stops_the_reader() {
    let mut random = 7u32;
    let mut next = || {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 8) as usize
    };
    for _ in 0..400 {
        let mut bytes = BOOK.to_vec();
        for _ in 0..1 + next() % 12 {
            let at = next() % bytes.len();
            bytes[at] = next() as u8;
        }
        if next() % 4 == 0 {
            bytes.truncate(next() % bytes.len());
        }
        let _ = read(&bytes);
    }
}
