use std::cell::Cell;

use super::super::parts::Parts;
use super::ods::read;
use super::xlsx_tests::{archive, filled, grid, remarks, rows, values};
use crate::attachment::grid::{CellValue, GridDocument, GridFault, RemarkKind};
use crate::thai::Date;

fn document_of(parts: &[(&str, String)]) -> Result<GridDocument, GridFault> {
    let bytes = archive(parts);
    let unpacked = Cell::new(128 << 20);
    read(Parts::of(&bytes, &unpacked).unwrap())
}

fn content(styles: &str, tables: &str) -> String {
    format!(
        "<o:document-content><o:automatic-styles>{styles}</o:automatic-styles><o:body><o:spreadsheet>{tables}</o:spreadsheet></o:body></o:document-content>"
    )
}

fn sheet(styles: &str, rows: &str) -> GridDocument {
    document_of(&[("content.xml", content(styles, &format!("<t:table t:name=\"แผ่น\">{rows}</t:table>")))]).unwrap()
}

fn row(cells: &str) -> String {
    format!("<t:table-row>{cells}</t:table-row>")
}

fn cell(attributes: &str, text: &str) -> String {
    format!("<t:table-cell {attributes}><x:p>{text}</x:p></t:table-cell>")
}

fn at(kind: RemarkKind, place: &str, text: &'static str) -> (RemarkKind, String, &'static str) {
    (kind, place.to_owned(), text)
}

#[test]
fn cells_are_shown_as_written() {
    let rows_of = [
        row(&[cell("", "ก<x:s x:c=\"2\"/>ข<x:tab/>\n  ค<x:line-break/>ง"), cell("", "หนึ่ง</x:p><x:p>สอง")].concat()),
        row("<t:table-cell t:number-columns-repeated=\"16384\"/>"),
        "<t:table-row t:number-rows-repeated=\"2\"><t:table-cell/><t:table-cell t:number-columns-repeated=\"2\"><x:p>ซ้ำ</x:p></t:table-cell></t:table-row>"
            .to_owned(),
        "<t:table-row t:number-rows-repeated=\"1048000\"><t:table-cell t:number-columns-repeated=\"16384\"/></t:table-row>".to_owned(),
    ];
    let document = sheet("", &rows_of.concat());
    assert_eq!(rows(&document), ["ก  ข\t ค/ง | หนึ่ง/สอง | ", " |  | ", " | ซ้ำ | ซ้ำ", " | ซ้ำ | ซ้ำ"]);
    assert_eq!((grid(&document).name.as_deref(), document.remarks.len()), (Some("แผ่น"), 0));
}

#[test]
fn values_are_what_the_author_means() {
    let styles = "<n:date-style s:name=\"N1\"><n:day/><n:month/></n:date-style><n:date-style s:name=\"N2\"><n:month/><n:year/></n:date-style>\
                  <s:style s:family=\"table-cell\" s:name=\"d\" s:data-style-name=\"N1\"/>\
                  <s:style s:family=\"table-cell\" s:name=\"m\" s:data-style-name=\"N2\"/>";
    let cells = [
        cell("t:style-name=\"d\" o:value-type=\"date\" o:date-value=\"2023-03-15\"", "15 มี.ค. 66"),
        cell("t:style-name=\"m\" o:value-type=\"date\" o:date-value=\"2023-03-01\"", "มี.ค. 66"),
        cell("o:value-type=\"date\" o:date-value=\"2023-03-01T08:00:00\"", "8:00"),
        cell("o:value-type=\"date\" o:date-value=\"2565-01-31\"", "31/01/2565"),
        cell("o:value-type=\"date\" o:date-value=\"1907-01-09\"", "09/01/07"),
        cell("o:value-type=\"percentage\" o:value=\"0.5\"", "50%"),
        cell("o:value-type=\"boolean\" o:boolean-value=\"true\"", "TRUE"),
        "<t:table-cell o:value-type=\"float\" o:value=\"7\"/>".to_owned(),
        cell("o:value-type=\"time\" o:time-value=\"PT8H\"", "08:00"),
    ];
    let document = sheet(styles, &row(&cells.concat()));
    let day = |year, month, day| CellValue::Date(Date::new(year, month, day).unwrap());
    let number = |value, is_percent| CellValue::Number { value, is_percent };
    assert_eq!(
        values(&document),
        [
            day(2023, 3, 15),
            CellValue::Month(Date::new(2023, 3, 1).unwrap().month()),
            CellValue::Moment,
            day(2022, 1, 31),
            number(2566.0, false),
            number(0.5, true),
            CellValue::Boolean(true),
            number(7.0, false),
            CellValue::Moment
        ]
    );
    assert_eq!(rows(&document), ["15 มี.ค. 66 | มี.ค. 66 | 8:00 | 31/01/2565 | 2566 | 50% | TRUE | 7 | 08:00"]);
    assert_eq!(remarks(&document), [at(RemarkKind::BuddhistYear, "0,3", "2565-01-31"), at(RemarkKind::YearAsDay, "0,4", "1907-01-09")]);
}

#[test]
fn merged_and_hidden_cells_are_understood() {
    let rows_of = [
        "<t:table-column t:number-columns-repeated=\"2\"/><t:table-column t:visibility=\"collapse\"/><t:table-column/>".to_owned(),
        format!(
            "<t:table-header-rows>{}</t:table-header-rows>",
            row(&[cell("t:number-columns-spanned=\"4\"", "หัว"), "<t:covered-table-cell t:number-columns-repeated=\"3\"/>".into()].concat())
        ),
        row(&["1", "2", "3", "4"].map(|text| cell("", text)).concat()),
        format!("<t:table-row t:visibility=\"filter\">{}</t:table-row>", cell("", "ซ่อน")),
        row(&cell("", "5")),
    ];
    let document = sheet("", &rows_of.concat());
    assert_eq!(rows(&document), ["หัว[1x3] | ^ | ^", "1 | 2 | 4", "5 |  | "]);
    assert_eq!(remarks(&document), [at(RemarkKind::HiddenRow, "2,0", "3"), at(RemarkKind::HiddenColumn, "0,2", "C")]);
    assert_eq!(grid(&document).rows.iter().map(|row| row.is_heading).collect::<Vec<_>>(), [true, false, false]);
}

#[test]
fn fonts_come_from_styles_and_their_parents() {
    let styles = "<s:font-face s:name=\"W2\" g:font-family=\"'Wingdings 2'\"/>\
         <s:style s:family=\"table-cell\" s:name=\"h\"><s:text-properties f:font-weight=\"bold\"/></s:style>\
         <s:style s:family=\"table-cell\" s:name=\"c\" s:parent-style-name=\"h\"/>\
         <s:style s:family=\"text\" s:name=\"n\"><s:text-properties f:font-weight=\"normal\"/></s:style>\
         <s:style s:family=\"text\" s:name=\"w\"><s:text-properties s:font-name=\"W2\"/></s:style>";
    let cells = [
        cell("t:style-name=\"c\"", "หนา"),
        cell("t:style-name=\"c\"", "หนา<x:span x:style-name=\"n\">บาง</x:span>"),
        cell("", "<x:span x:style-name=\"w\">P</x:span> ผ่าน"),
    ];
    assert_eq!(rows(&sheet(styles, &row(&cells.concat()))), ["*หนา | หนาบาง | ✓ ผ่าน"]);
}

#[test]
fn backgrounds_come_from_styles_and_their_parents() {
    let styles = "<s:style s:family=\"table-cell\" s:name=\"f\"><s:table-cell-properties f:background-color=\"#4472c4\"/></s:style>\
         <s:style s:family=\"table-cell\" s:name=\"c\" s:parent-style-name=\"f\"/>\
         <s:style s:family=\"table-cell\" s:name=\"n\" s:parent-style-name=\"f\"><s:table-cell-properties f:background-color=\"transparent\"/></s:style>";
    let rows_of = [
        row(&cell("", "ก").repeat(4)),
        row(&[&cell("", "ข"), "<t:table-cell t:style-name=\"n\"/><t:table-cell t:style-name=\"c\" t:number-columns-repeated=\"999\"/>"]
            .concat()),
    ];
    let document = sheet(styles, &rows_of.concat());
    assert_eq!(rows(&document), ["ก | ก | ก | ก", "ข |  |  | "]);
    assert_eq!(filled(&document), ["1,2", "1,3"]);
}

#[test]
fn what_is_left_out_is_remarked() {
    let cells = [
        "<t:table-cell><o:annotation><d:creator>x</d:creator><x:p>เห็นควร</x:p></o:annotation><x:p>ก</x:p></t:table-cell>".to_owned(),
        "<t:table-cell><w:frame><w:image/></w:frame><w:custom-shape><x:p>ในรูป</x:p></w:custom-shape>\
         <w:line><x:p/></w:line></t:table-cell>"
            .to_owned(),
        cell("t:formula=\"of:=A0\" o:value-type=\"string\" o:string-value=\"\"", "#REF!"),
        "<t:table-cell t:formula=\"of:=1\"/>".to_owned(),
    ];
    let tables = format!(
        "<t:tracked-changes><t:deletion/></t:tracked-changes><t:table t:name=\"ลับ\" t:style-name=\"off\">{}</t:table><t:table t:name=\"ข\">{}</t:table>",
        row(&cell("", "x")),
        row(&cells.concat())
    );
    let styles = "<s:style s:family=\"table\" s:name=\"off\"><s:table-properties t:display=\"false\"/></s:style>";
    let document = document_of(&[("content.xml", content(styles, &tables))]).unwrap();
    assert_eq!(rows(&document), ["ก |  | #REF!"]);
    assert_eq!(
        remarks(&document),
        [
            at(RemarkKind::Deleted, "", ""),
            at(RemarkKind::HiddenSheet, "", "ลับ"),
            at(RemarkKind::Comment, "0,0", "เห็นควร"),
            at(RemarkKind::Picture, "0,1", ""),
            at(RemarkKind::TextBox, "0,1", "ในรูป"),
            at(RemarkKind::Drawing, "0,1", ""),
            at(RemarkKind::Formula, "0,2", "#REF!"),
            at(RemarkKind::Formula, "0,3", "of:=1")
        ]
    );
}

#[test]
fn other_files_are_refused() {
    assert_eq!(document_of(&[("content.xml", "<a><text/></a>".into())]), Err(GridFault::Format));
    assert_eq!(document_of(&[("content.xml", "<a".into())]), Err(GridFault::Unreadable));
    let manifest = "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>".to_owned();
    assert_eq!(document_of(&[("META-INF/manifest.xml", manifest), ("content.xml", "x".into())]), Err(GridFault::Locked));
}

#[test]
fn repetition_is_bounded() {
    let many =
        format!("<t:table-row t:number-rows-repeated=\"1048576\">{}</t:table-row>", cell("t:number-columns-repeated=\"16384\"", "1"));
    let document = sheet("", &many);
    assert!(document.remarks.iter().any(|remark| remark.kind == RemarkKind::TooLarge));
    assert!(grid(&document).rows.iter().map(|row| row.cells.len()).sum::<usize>() <= 200_000);
}

#[test]
fn no_damage_stops_the_reader() {
    let cells =
        [cell("t:number-columns-spanned=\"2\" o:value-type=\"date\" o:date-value=\"2023-03-15\"", "15"), cell("", "<x:s/>ก")].concat();
    let whole = content(
        "<s:style s:family=\"table-cell\" s:name=\"c\" s:parent-style-name=\"c\"/>",
        &format!("<t:table>{}</t:table>", row(&cells)),
    );
    let mut random = 7u32;
    let mut next = || {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 8) as usize
    };
    for _ in 0..400 {
        let mut bytes = whole.clone().into_bytes();
        for _ in 0..1 + next() % 3 {
            let at = next() % bytes.len();
            bytes[at] = b"0123456789<>/\"=:-c"[next() % 18];
        }
        let _ = document_of(&[("content.xml", String::from_utf8_lossy(&bytes).into_owned())]);
    }
}

#[test]
fn raised_digits_stay_apart_from_those_on_the_line() {
    let styles = "<s:style s:family=\"text\" s:name=\"a\"><s:text-properties s:text-position=\"super 58%\"/></s:style>\
                  <s:style s:family=\"text\" s:name=\"b\"><s:text-properties s:text-position=\"-33% 58%\"/></s:style>\
                  <s:style s:family=\"text\" s:name=\"c\"><s:text-properties s:text-position=\"0% 100%\"/></s:style>";
    let span = |style: &str, text: &str| format!("<x:span x:style-name=\"{style}\">{text}</x:span>");
    let document = sheet(styles, &row(&cell("", &format!("10{} CO{} 10{}", span("a", "3"), span("b", "2"), span("c", "2")))));
    assert_eq!((rows(&document), document.remarks.len()), (vec!["10³ CO₂ 102".to_owned()], 0));
}
