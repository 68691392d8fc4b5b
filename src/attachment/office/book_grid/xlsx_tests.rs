use std::cell::Cell;
use std::io::Cursor;

use super::super::parts::Parts;
use super::xlsx::read;
use crate::archive::ArchiveWriter;
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellValue, Grid, GridBlock, GridCell, GridDocument, GridFault, RemarkKind};
use crate::thai::Date;

const NONE: [(RemarkKind, &str, &str); 0] = [];

pub(super) fn archive(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ArchiveWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.begin(name, text.len() as u64).unwrap().write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Parts of a workbook with one sheet; fonts are plain, bold, Wingdings, struck; styles are those fonts and then the
/// formats `d/m/yyyy`, `0.00%`, `mmm yyyy`.
fn parts(sheet: &str, strings: &str) -> Vec<(&'static str, String)> {
    let fonts = ["", "<b/>", "<name val=\"Wingdings\"/>", "<strike/>"].map(|font| format!("<font>{font}</font>")).concat();
    let styles = (0..4).map(|font| format!("<xf numFmtId=\"0\" fontId=\"{font}\"/>"));
    let formats = [14, 10, 170].into_iter().map(|format| format!("<xf numFmtId=\"{format}\" fontId=\"0\"/>"));
    let styles: String = styles.chain(formats).collect();
    vec![
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"แผ่น\" r:id=\"a\"/><sheet name=\"ลับ\" state=\"veryHidden\" r:id=\"b\"/></sheets>\
             <definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'แผ่น'!$A:$A,'แผ่น'!$1:$1</definedName></definedNames></workbook>"
                .to_owned(),
        ),
        ("xl/_rels/workbook.xml.rels", "<x><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></x>".to_owned()),
        ("xl/sharedStrings.xml", format!("<sst>{strings}</sst>")),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"mmm yyyy\"/></numFmts><fonts>{fonts}</fonts>\
                 <cellXfs>{styles}</cellXfs></styleSheet>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet>{sheet}</worksheet>")),
    ]
}

fn document_of(parts: &[(&str, String)]) -> Result<GridDocument, GridFault> {
    let bytes = archive(parts);
    let unpacked = Cell::new(128 << 20);
    read(Parts::of(&bytes, &unpacked).unwrap())
}

fn document(sheet: &str, strings: &str) -> GridDocument {
    document_of(&parts(sheet, strings)).unwrap()
}

/// A sheet with these cells; `=` before a text makes a formula.
fn cells(cells: &[(&str, &str)]) -> String {
    let mut rows: std::collections::BTreeMap<u32, String> = std::collections::BTreeMap::new();
    for (place, rest) in cells {
        let row = place.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().unwrap();
        rows.entry(row).or_default().push_str(&format!("<c r=\"{place}\" {rest}</c>"));
    }
    let rows: String = rows.into_iter().map(|(row, cells)| format!("<row r=\"{row}\">{cells}</row>")).collect();
    format!("<sheetData>{rows}</sheetData>")
}

pub(super) fn grid(document: &GridDocument) -> &Grid {
    match &document.blocks[0] {
        GridBlock::Grid(grid) => grid,
        GridBlock::Paragraph(_) => panic!(),
    }
}

/// Rows as `a | b`; `^` is covered, `*` bold, `/` ends a line.
pub(super) fn rows(document: &GridDocument) -> Vec<String> {
    let cell = |cell: &GridCell| match cell {
        GridCell::Own(content) => {
            let bold = if content.lines.iter().any(|line| line.is_bold) { "*" } else { "" };
            let span = match (content.row_span, content.column_span) {
                (1, 1) => String::new(),
                (rows, columns) => format!("[{rows}x{columns}]"),
            };
            format!("{bold}{}{span}", content.text().replace('\n', "/"))
        }
        GridCell::Covered { .. } => "^".to_owned(),
        GridCell::Missing => "-".to_owned(),
    };
    grid(document).rows.iter().map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join(" | ")).collect()
}

/// Places of cells with a background, as `row,column` from 0.
pub(super) fn filled(document: &GridDocument) -> Vec<String> {
    let of_row = |(row, of): (usize, &crate::attachment::grid::GridRow)| {
        let is_filled = |cell: &GridCell| matches!(cell, GridCell::Own(content) if content.fill.is_some());
        (0..of.cells.len()).filter(|column| is_filled(&of.cells[*column])).map(|column| format!("{row},{column}")).collect::<Vec<_>>()
    };
    grid(document).rows.iter().enumerate().flat_map(of_row).collect()
}

/// Kind, row and column from 0, and text of the remarks.
pub(super) fn remarks(document: &GridDocument) -> Vec<(RemarkKind, String, &str)> {
    let place = |place: &Option<TextPosition>| match place {
        Some(TextPosition::Cell { row, column, .. }) => format!("{row},{column}"),
        _ => String::new(),
    };
    document.remarks.iter().map(|remark| (remark.kind, place(&remark.place), remark.text.as_str())).collect()
}

/// Remarks but that on the hidden sheet.
fn own_remarks(document: &GridDocument) -> Vec<(RemarkKind, String, &str)> {
    remarks(document).into_iter().filter(|(kind, ..)| *kind != RemarkKind::HiddenSheet).collect()
}

fn at(kind: RemarkKind, place: &str, text: &'static str) -> (RemarkKind, String, &'static str) {
    (kind, place.to_owned(), text)
}

pub(super) fn values(document: &GridDocument) -> Vec<CellValue> {
    let value = |cell: &GridCell| match cell {
        GridCell::Own(content) => Some(content.value.clone()),
        _ => None,
    };
    grid(document).rows.iter().flat_map(|row| &row.cells).filter_map(value).collect()
}

#[test]
fn sheets_have_names_and_hidden_ones_are_remarked() {
    let document = document(&cells(&[("B2", "t=\"inlineStr\"><is><t>ก</t></is>"), ("C4", "><v>7</v>")]), "");
    assert_eq!((grid(&document).name.as_deref(), document.blocks.len()), (Some("แผ่น"), 1));
    assert_eq!(rows(&document), ["ก | ", " | ", " | 7"]);
    assert_eq!(remarks(&document), [at(RemarkKind::HiddenSheet, "", "ลับ")]);
    let GridCell::Own(content) = &grid(&document).rows[2].cells[1] else { panic!() };
    assert_eq!(content.place, TextPosition::Cell { sheet: "แผ่น".into(), row: 3, column: 2 });
}

#[test]
fn merged_cells_cover_others() {
    let merged = |cells: String, areas: &[&str]| {
        let areas: String = areas.iter().map(|area| format!("<mergeCell ref=\"{area}\"/>")).collect();
        document(&format!("{cells}<mergeCells>{areas}</mergeCells>"), "")
    };
    let corners = || cells(&[("A1", "><v>1</v>"), ("B2", "><v>2</v>"), ("C3", "><v>3</v>")]);
    assert_eq!(rows(&merged(corners(), &["A1:B1", "C1:C2", "A2:A9"])), ["1[1x2] | ^ | [2x1]", "[2x1] | 2 | ^", "^ |  | 3"]);
    let overlapping = merged(corners(), &["A1:B2", "B2:C3"]);
    assert_eq!(rows(&overlapping), ["1 |  | ", " | 2 | ", " |  | 3"]);
    assert_eq!(own_remarks(&overlapping), [at(RemarkKind::OverlappingCells, "0,0", ""), at(RemarkKind::OverlappingCells, "1,1", "")]);
    let behind = merged(corners(), &["A1:B2"]);
    assert_eq!(own_remarks(&behind), [at(RemarkKind::HiddenText, "1,1", "2")]);
    assert_eq!(grid(&behind).content(1, 1).map(|content| content.text()), Some("1".into()));
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_remarked() {
    let row = |number: u32, hidden: &str| {
        let cells: String = ["A", "B", "C", "D"].iter().map(|column| format!("<c r=\"{column}{number}\"><v>{number}</v></c>")).collect();
        format!("<row r=\"{number}\" {hidden}>{cells}</row>")
    };
    let rows_of = [row(1, ""), row(2, "hidden=\"1\""), row(3, "ht=\"0\" customHeight=\"1\""), row(4, "")].concat();
    let sheet = format!(
        "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols><sheetData>{rows_of}</sheetData>\
         <mergeCells><mergeCell ref=\"B1:D1\"/><mergeCell ref=\"A2:A4\"/></mergeCells>"
    );
    let document = document(&sheet, "");
    assert_eq!(rows(&document), ["1 | 1", "2 | 4"]);
    assert_eq!(own_remarks(&document)[..2], [at(RemarkKind::HiddenRow, "1,0", "2–3"), at(RemarkKind::HiddenColumn, "0,1", "B–C")]);
}

#[test]
fn distant_cells_make_no_large_table() {
    let document = document(&cells(&[("A1", "><v>1</v>"), ("C3", "><v>2</v>"), ("XFD1048576", "><v>3</v>")]), "");
    assert_eq!(rows(&document), ["1 |  |  |  | ", " |  |  |  | ", " |  | 2 |  | ", " |  |  |  | ", " |  |  |  | 3"]);
    let wide = "<c><v>1</v></c>".repeat(1000);
    let many = format!("<row>{wide}</row>{}", "<row><c><v>1</v></c></row>".repeat(250));
    let document = self::document(&format!("<sheetData>{many}</sheetData>"), "");
    assert_eq!(grid(&document).rows.len(), 200);
    assert_eq!(own_remarks(&document), [at(RemarkKind::TooLarge, "200,0", "")]);
}

#[test]
fn text_has_lines_runs_and_signs() {
    let strings = "<si><t>ก&#10;&#10;ข_x000D_</t><rPh><t>x</t></rPh></si>\
         <si><r><rPr><b/></rPr><t>หนา</t></r><r><t>บาง\nลง</t></r></si>\
         <si><r><rPr><b/><rFont val=\"Wingdings 2\"/></rPr><t>P</t></r><r><rPr><b/></rPr><t> ผ่าน</t></r></si>";
    let sheet = cells(&[
        ("A1", "t=\"s\"><v>0</v>"),
        ("B1", "t=\"s\"><v>1</v>"),
        ("C1", "t=\"s\"><v>2</v>"),
        ("A2", "s=\"1\" t=\"s\"><v>1</v>"),
        ("B2", "s=\"2\" t=\"inlineStr\"><is><t>\u{F0FC}0</t></is>"),
        ("C2", "s=\"3\" t=\"str\"><v>ขีด</v>"),
    ]);
    let document = document(&sheet, strings);
    assert_eq!(rows(&document), ["ก/ข | หนาบาง/ลง | *✓ ผ่าน", "*หนาบาง/ลง | ✓\u{FFFD} | ขีด"]);
    assert_eq!(own_remarks(&document), [at(RemarkKind::Symbol, "1,1", "Wingdings U+0030"), at(RemarkKind::Struck, "1,2", "ขีด")]);
}

#[test]
fn values_are_what_the_author_means() {
    let sheet = cells(&[
        ("A1", "s=\"4\"><v>45000</v>"),
        ("B1", "s=\"5\"><v>0.6816</v>"),
        ("C1", "s=\"6\"><v>45000</v>"),
        ("D1", "s=\"4\"><v>2566</v>"),
        ("E1", "s=\"4\"><v>242919</v>"),
        ("F1", "t=\"b\"><v>1</v>"),
        ("G1", "s=\"4\" t=\"d\"><v>2023-03-15</v>"),
        ("H1", "><v>1.5</v>"),
    ]);
    let document = document(&sheet, "");
    let day = |year, month, day| CellValue::Date(Date::new(year, month, day).unwrap());
    let number = |value, is_percent| CellValue::Number { value, is_percent };
    assert_eq!(
        values(&document),
        [
            day(2023, 3, 15),
            number(0.6816, true),
            CellValue::Month(Date::new(2023, 3, 1).unwrap().month()),
            number(2566.0, false),
            day(2022, 1, 31),
            CellValue::Boolean(true),
            day(2023, 3, 15),
            number(1.5, false)
        ]
    );
    assert_eq!(rows(&document), ["15/3/2023 | 68.16% | Mar 2023 | 2566 | 31/1/2565 | TRUE | 2023-03-15 | 1.5"]);
    assert_eq!(own_remarks(&document), [at(RemarkKind::YearAsDay, "0,3", "9/1/1907"), at(RemarkKind::BuddhistYear, "0,4", "31/1/2565")]);
}

#[test]
fn formulas_have_their_results() {
    let sheet = cells(&[
        ("A1", "><f>1+1</f><v>2</v>"),
        ("B1", "><f>SUM(A1:A3)</f><v></v>"),
        ("C1", "t=\"e\"><f>A0</f><v>#REF!</v>"),
        ("D1", "t=\"str\"><f>A1&amp;\"\"</f><v>ก</v>"),
        ("E1", "t=\"str\"><f>\"\"</f><v></v>"),
    ]);
    let document = document(&sheet, "");
    assert_eq!(rows(&document), ["2 |  | #REF! | ก"]);
    assert_eq!(own_remarks(&document), [at(RemarkKind::Formula, "0,1", "=SUM(A1:A3)"), at(RemarkKind::Formula, "0,2", "#REF!")]);
}

#[test]
fn rows_repeated_on_each_page_are_headings() {
    let document = document(&cells(&[("A1", "><v>1</v>"), ("A2", "><v>2</v>")]), "");
    assert_eq!(grid(&document).rows.iter().map(|row| row.is_heading).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn days_may_count_from_1904() {
    let mut parts = parts(&cells(&[("A1", "s=\"4\"><v>43538</v>")]), "");
    parts[0].1 = parts[0].1.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    assert_eq!(values(&document_of(&parts).unwrap()), [CellValue::Date(Date::new(2023, 3, 15).unwrap())]);
}

#[test]
fn what_stands_beside_the_cells_is_remarked() {
    let mut parts = parts(&cells(&[("A1", "><v>1</v>")]), "");
    parts.push((
        "xl/worksheets/_rels/sheet1.xml.rels",
        "<x><Relationship Id=\"1\" Target=\"../comments1.xml\"/><Relationship Id=\"2\" Target=\"../drawings/drawing1.xml\"/>\
         <Relationship Id=\"3\" Target=\"../threadedComments/threadedComment1.xml\"/></x>"
            .to_owned(),
    ));
    parts.push((
        "xl/comments1.xml",
        "<comments><commentList><comment ref=\"B2\"><text><r><t>เห็นควร</t></r><r><t>แก้</t></r></text></comment>\
         <comment ref=\"C3\"><text><t>[Threaded comment] x</t></text></comment></commentList></comments>"
            .to_owned(),
    ));
    parts.push((
        "xl/threadedComments/threadedComment1.xml",
        "<ThreadedComments><threadedComment ref=\"C3\"><text>ถาม</text></threadedComment></ThreadedComments>".to_owned(),
    ));
    let anchor = "<from><col>3</col><row>4</row></from><to><col>9</col><row>9</row></to>";
    parts.push((
        "xl/drawings/drawing1.xml",
        format!(
            "<wsDr><a>{anchor}<sp><txBody><p><r><t>ในกล่อง</t></r></p></txBody></sp></a><a>{anchor}<pic/></a><a>{anchor}<pic/></a>\
             <a>{anchor}<cxnSp/></a><a>{anchor}<sp><txBody><p/></txBody></sp></a></wsDr>"
        ),
    ));
    assert_eq!(
        own_remarks(&document_of(&parts).unwrap()),
        [
            at(RemarkKind::Comment, "1,1", "เห็นควรแก้"),
            at(RemarkKind::Comment, "2,2", "ถาม"),
            at(RemarkKind::TextBox, "4,3", "ในกล่อง"),
            at(RemarkKind::Drawing, "4,3", "J10"),
            at(RemarkKind::Drawing, "4,3", "J10"),
            at(RemarkKind::Picture, "4,3", "")
        ]
    );
}

#[test]
fn backgrounds_are_kept_within_the_table() {
    let fills = ["", "FFFFFFFF", "FF4472C4"].map(|colour| {
        let pattern = if colour.is_empty() { "none" } else { "solid" };
        format!("<fill><patternFill patternType=\"{pattern}\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>")
    });
    let styles: String = (0..3).map(|fill| format!("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"{fill}\"/>")).collect();
    let sheet = cells(&[
        ("A1", "t=\"str\"><v>ก</v>"),
        ("C1", "t=\"str\"><v>ข</v>"),
        ("A2", "t=\"str\" s=\"2\"><v>ค</v>"),
        ("B2", "s=\"1\">"),
        ("C2", "s=\"2\">"),
        ("D2", "s=\"2\">"),
        ("A9", "s=\"2\">"),
    ]);
    let mut parts = parts(&sheet, "");
    parts.retain(|(name, _)| *name != "xl/styles.xml");
    let fills = fills.concat();
    parts.push((
        "xl/styles.xml",
        format!("<styleSheet><fonts><font/></fonts><fills>{fills}</fills><cellXfs>{styles}</cellXfs></styleSheet>"),
    ));
    let document = document_of(&parts).unwrap();
    assert_eq!(rows(&document), ["ก |  | ข", "ค |  | "]);
    assert_eq!(filled(&document), ["1,0", "1,2"]);
}

#[test]
fn damage_is_told_and_stops_nothing() {
    assert_eq!(document_of(&[("a.xml", String::new())]), Err(GridFault::Format));
    assert_eq!(document_of(&[("xl/workbook.xml", "<a><b></a>".to_owned())]), Err(GridFault::Unreadable));
    let cut = document("<sheetData><row><c><v>1</v></c><c><v>", "");
    assert_eq!((rows(&cut), own_remarks(&cut)), (vec!["1".to_owned()], vec![at(RemarkKind::Unreadable, "", "xl/worksheets/sheet1.xml")]));
    assert_eq!(own_remarks(&document("", "")), NONE.map(|(kind, place, text)| (kind, place.to_owned(), text)));
}

#[test]
fn no_damage_stops_the_reader() {
    let sheet = cells(&[("A1", "s=\"4\"><v>45000</v>"), ("B2", "t=\"s\"><v>0</v>"), ("C3", "><f>A1</f><v>#REF!</v>")]);
    let whole = parts(
        &format!("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>{sheet}<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"),
        "<si><r><rPr><b/></rPr><t>ก_x000A_</t></r></si>",
    );
    let mut random = 7u32;
    let mut next = || {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 8) as usize
    };
    for _ in 0..400 {
        let mut parts = whole.clone();
        let which = next() % parts.len();
        let mut bytes = parts[which].1.clone().into_bytes();
        for _ in 0..1 + next() % 3 {
            let at = next() % bytes.len();
            bytes[at] = b"0123456789<>/\"=:$A"[next() % 18];
        }
        parts[which].1 = String::from_utf8_lossy(&bytes).into_owned();
        let _ = document_of(&parts);
    }
}

#[test]
fn raised_digits_stay_apart_from_those_on_the_line() {
    let run = |position: &str, text: &str| format!("<r><rPr><vertAlign val=\"{position}\"/></rPr><t>{text}</t></r>");
    let strings = format!(
        "<si><r><t>10</t></r>{}<r><t> ตัน</t></r></si><si><r><t>CO</t></r>{}</si><si><r><t>๑๐</t></r>{}</si>",
        run("superscript", "3"),
        run("subscript", "2"),
        run("superscript", "๒")
    );
    let sheet = cells(&[("A1", "t=\"s\"><v>0</v>"), ("B1", "t=\"s\"><v>1</v>"), ("C1", "t=\"s\"><v>2</v>")]);
    let document = document(&sheet, &strings);
    assert_eq!(rows(&document), ["10³ ตัน | CO₂ | ๑๐²"]);
    let raised: Vec<_> = document.remarks.iter().filter(|remark| remark.kind == RemarkKind::Raised).map(|remark| &remark.text).collect();
    assert_eq!(raised, ["๒"]);
}
