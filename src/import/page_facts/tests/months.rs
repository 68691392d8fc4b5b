//! Charts of months.

use serde_json::{Value, json};

use super::build::{grid, kinds, known, page, paragraph, read, table, with_fill};
use crate::attachment::TextPosition;
use crate::attachment::grid::{GridBlock, GridDocument, Remark, RemarkKind};
use crate::import::page_facts::{DoubtKind, Known, facts};

fn periods(front_matter: &Value) -> Vec<&Value> {
    front_matter["measures"].as_array().unwrap().iter().map(|measure| &measure["period"]).collect()
}

#[test]
fn marks_in_columns_of_months_are_a_period_with_a_doubt() {
    let page = page(
        vec![table(&[
            &["ที่", "กิจกรรม", "ผู้รับผิดชอบ", "พ.ศ. 2565", "<", "<", "พ.ศ. 2566", "<", "<"],
            &["^", "^", "^", "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค."],
            &["1", "อบรม", "กองคลัง", "/", "✓", "x", "", "", ""],
            &["2", "ทำสื่อ", "กองช่าง", "", "", "/", "", "/", ""],
            &["3", "ประเมิน", "กองช่าง", "", "", "", "<---->", "<", "<"],
            &["4", "ติดตาม", "กองช่าง", "", "", "", "", "", "-"],
            &["5", "สรุป", "กองช่าง", "", "", "", "", "", "รอบแรก"],
        ])],
        &known(),
    );
    assert_eq!(
        periods(&page.front_matter),
        [
            &json!({"from": "2022-10", "to": "2022-12"}),
            &json!({"from": "2022-12", "to": "2023-02", "label": "พ.ศ. 2565 ธ.ค., พ.ศ. 2566 ก.พ."}),
            &json!({"from": "2023-01", "to": "2023-03"}),
            &Value::Null,
            &json!({"from": "2023-03", "to": "2023-03", "label": "พ.ศ. 2566 มี.ค. (รอบแรก)"}),
        ]
    );
    let marked = DoubtKind::MonthsMarked;
    assert_eq!(kinds(&page.doubts), [marked, marked, marked, DoubtKind::MonthsUnmarked, marked]);
    assert_eq!(page.doubts[1].place, Some(TextPosition::TableCell { table: 1, row: 4, column: 6 }));
    assert_eq!(page.doubts[3].place, Some(TextPosition::TableCell { table: 1, row: 6, column: 2 }));
    assert_eq!(page.body, [""; 0]);
}

#[test]
fn months_without_a_year_are_those_of_the_fiscal_year() {
    for (headings, year) in [(["ต.ค.", "มกราคม"], Some(2566)), (["ต.ค.๖๕", "ม.ค. 66"], None), (["ตุลาคม 2565", "มกราคม 2566"], None)]
    {
        let year = year.and_then(crate::thai::FiscalYear::new);
        let rows: &[&[&str]] = &[&["กิจกรรม", headings[0], headings[1]], &["อบรม", "/", ""], &["ทำสื่อ", "", "/"]];
        let page = page(vec![table(rows)], &Known { fiscal_year: year, ..known() });
        let expected = [&json!({"from": "2022-10", "to": "2022-10"}), &json!({"from": "2023-01", "to": "2023-01"})];
        assert_eq!(periods(&page.front_matter), expected, "{headings:?}");
    }
    let fiscal: &[&[&str]] = &[&["กิจกรรม", "ปีงบประมาณ พ.ศ. 2566", "<"], &["^", "ต.ค.", "ม.ค."], &["อบรม", "/", ""], &["ทำสื่อ", "", "/"]];
    let page = page(vec![paragraph("แผน"), table(fiscal)], &Known { fiscal_year: None, ..known() });
    assert_eq!(page.front_matter["measures"][0]["period"], json!({"from": "2022-10", "to": "2022-10"}));
}

#[test]
fn months_that_rows_hold_are_no_heading() {
    let (front_matter, doubts) =
        read(&[&["มาตรการ", "เริ่มต้น", "สิ้นสุด"], &["อบรม", "ต.ค. 2565", "ม.ค. 2566"], &["ทำสื่อ", "ธ.ค. 2565", "มี.ค. 2566"]]);
    assert_eq!(periods(&front_matter), [&json!({"from": "2022-10", "to": "2023-01"}), &json!({"from": "2022-12", "to": "2023-03"})]);
    assert_eq!(doubts, []);
}

#[test]
fn coloured_cells_are_a_period_with_a_doubt_but_not_the_colour_of_a_row() {
    let chart = grid(&[
        &["กิจกรรม", "ผู้รับผิดชอบ", "ต.ค. 65", "พ.ย. 65", "ธ.ค. 65", "ม.ค. 66"],
        &["อบรม", "กองคลัง", "", "", "", ""],
        &["ทำสื่อ", "กองช่าง", "", "/", "", ""],
        &["สรุป", "กองช่าง", "", "", "", ""],
    ]);
    let chart = with_fill(with_fill(chart, 1, &[3, 4], "4472C4"), 2, &[4], "4472C4");
    let page = page(vec![GridBlock::Grid(with_fill(chart, 3, &[0, 1, 2, 3, 4, 5], "EEEEEE"))], &known());
    assert_eq!(
        periods(&page.front_matter),
        [&json!({"from": "2022-11", "to": "2022-12"}), &json!({"from": "2022-11", "to": "2022-12"}), &Value::Null]
    );
    let coloured = DoubtKind::MonthsColoured;
    assert_eq!(kinds(&page.doubts), [coloured, coloured, DoubtKind::MonthsUnmarked]);
    assert_eq!(page.doubts[0].place, Some(TextPosition::TableCell { table: 1, row: 2, column: 4 }));
    assert_eq!(page.body, [""; 0]);
}

#[test]
fn what_is_drawn_in_the_text_is_told_where_months_are_columns() {
    let remark = |place| Remark { place: Some(place), kind: RemarkKind::Drawing, text: String::new() };
    let remarks = vec![remark(TextPosition::Paragraph(1)), remark(TextPosition::TableCell { table: 1, row: 2, column: 2 })];
    let plan: &[&[&str]] = &[&["กิจกรรม", "ผู้รับผิดชอบ"], &["อบรม", "กองคลัง"]];
    let chart: &[&[&str]] = &[&["กิจกรรม", "ต.ค. 65", "พ.ย. 65"], &["อบรม", "/", ""]];
    for (rows, expected) in [(plan, 1), (chart, 2)] {
        let document = GridDocument { blocks: vec![paragraph("แผน"), table(rows)], remarks: remarks.clone() };
        let doubts = facts(&document, &known()).doubts;
        let drawn = doubts.iter().filter(|doubt| doubt.kind == DoubtKind::Remark(RemarkKind::Drawing)).count();
        assert_eq!(drawn, expected, "{rows:?}");
    }
}
