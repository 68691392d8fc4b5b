//! When: columns, days and years.

use serde_json::json;

use super::build::{grid, kinds, known, page, paragraph, read, table, with_value};
use crate::attachment::grid::{CellValue, GridBlock};
use crate::import::page_facts::{DoubtKind, Known};
use crate::thai::{Date, FiscalYear};

#[test]
fn a_mark_per_quarter_is_a_period() {
    let (front_matter, doubts) = read(&[
        &["มาตรการ", "ระยะเวลาดำเนินการ", "<", "<", "<"],
        &["^", "ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4"],
        &["ทำคู่มือ", "/", "", "✓", ""],
    ]);
    assert_eq!(front_matter, json!({"measures": [{"id": "m1", "title": "ทำคู่มือ", "period": {"quarters": [1, 3]}}]}));
    assert_eq!(doubts, []);
}

#[test]
fn a_day_of_a_spreadsheet_is_a_period() {
    let sheet = grid(&[&["มาตรการ", "ระยะเวลา"], &["ทำคู่มือ", "31 มี.ค. 66"]]);
    let sheet = with_value(sheet, 1, 1, CellValue::Date(Date::new(2023, 3, 31).unwrap()));
    let page = page(vec![GridBlock::Grid(sheet)], &known());
    assert_eq!(page.front_matter["measures"][0]["period"], json!({"from": "2023-03", "to": "2023-03", "label": "31 มี.ค. 66"}));
}

#[test]
fn a_month_of_a_spreadsheet_is_a_period_whatever_it_shows() {
    let sheet = grid(&[&["มาตรการ", "เริ่มต้น", "สิ้นสุด"], &["ทำคู่มือ", "Oct-22", "Mar-23"]]);
    let month = |year, month| CellValue::Month(Date::new(year, month, 1).unwrap().month());
    let sheet = with_value(with_value(sheet, 1, 1, month(2022, 10)), 1, 2, month(2023, 3));
    let page = page(vec![GridBlock::Grid(sheet)], &known());
    assert_eq!(page.front_matter["measures"][0]["period"], json!({"from": "2022-10", "to": "2023-03"}));
    assert_eq!(page.doubts, []);
}

#[test]
fn the_day_of_the_data_stands_above_the_tables_or_in_the_heading_of_one() {
    let between = |lines: &[&str]| {
        let plan = table(&[&["มาตรการ", "ขั้นตอน"], &["ทำคู่มือ", "ร่าง"]]);
        let report = table(&[&["มาตรการ", "สถานะ"], &["ทำคู่มือ", "ดำเนินการแล้ว"]]);
        let page = page([vec![plan], lines.iter().map(|line| paragraph(line)).collect(), vec![report]].concat(), &known());
        (page.front_matter.get("as_of").cloned(), kinds(&page.doubts))
    };
    assert_eq!(between(&["ผลการดำเนินการตามมาตรการ ณ วันที่ ๓๑ มีนาคม ๒๕๖๖"]), (Some(json!("2023-03-31")), vec![]));
    assert_eq!(between(&["ประกาศ ณ วันที่ 31 มีนาคม 2566"]), (None, vec![]));
    assert_eq!(between(&["ผู้บริหารลงนาม ณ วันที่ 31 มีนาคม 2566"]), (None, vec![]));
    let twice = ["ผลการดำเนินการ ณ วันที่ 31 มีนาคม 2566", "ข้อมูล ณ 30 กันยายน 2566"];
    assert_eq!(between(&twice), (None, vec![DoubtKind::AsOfUnclear]));
}

#[test]
fn columns_of_the_first_and_the_last_day_are_a_period() {
    let head: &[&str] = &["มาตรการ", "วันที่เริ่มต้น", "วันที่สิ้นสุด"];
    for (first, last, period) in [
        ("ม.ค. 2566", "มี.ค. 2566", json!({"from": "2023-01", "to": "2023-03"})),
        ("ต.ค.", "มี.ค. 2566", json!({"from": "2022-10", "to": "2023-03"})),
        ("15/1/2566", "31/3/2566", json!({"from": "2023-01", "to": "2023-03", "label": "15/1/2566 - 31/3/2566"})),
        ("1 ม.ค. 2566", "มี.ค. 2566", json!({"from": "2023-01", "to": "2023-03", "label": "1 ม.ค. 2566 - มี.ค. 2566"})),
        ("15/1/2566", "31 มี.ค. 2566", json!({"from": "2023-01", "to": "2023-03", "label": "15/1/2566 - 31 มี.ค. 2566"})),
        ("2023-01-15", "2566-03-31", json!({"from": "2023-01", "to": "2023-03", "label": "2023-01-15 - 2566-03-31"})),
        ("ม.ค. 2566", "-", json!({"from": "2023-01"})),
        ("", "มี.ค. 2566", json!({"to": "2023-03"})),
        ("", "ม.ค. - มี.ค. 2566", json!({"from": "2023-01", "to": "2023-03"})),
        ("ทันที", "มี.ค. 2566", json!({"label": "ทันที - มี.ค. 2566"})),
        ("มี.ค. 2566", "ม.ค. 2566", json!({"label": "มี.ค. 2566 - ม.ค. 2566"})),
    ] {
        let (front_matter, doubts) = read(&[head, &["ทำคู่มือ", first, last]]);
        assert_eq!(front_matter["measures"][0]["period"], period, "{first} {last}");
        assert_eq!(doubts.is_empty(), period.get("to").or(period.get("from")).is_some(), "{first} {last}");
    }
    let (front_matter, _) = read(&[head, &["ทำคู่มือ", "-", "-"]]);
    assert_eq!(front_matter["measures"][0].get("period"), None);
}

#[test]
fn stored_days_are_read_whatever_is_shown() {
    for head in [["มาตรการ", "ระยะเวลา", "<"], ["มาตรการ", "เริ่ม", "แล้วเสร็จ"]]
    {
        let sheet = grid(&[&head, &["", "เริ่มต้น", "แล้วเสร็จ"], &["ทำคู่มือ", "15/1/66", "31-Mar-23"]]);
        let sheet = with_value(sheet, 2, 1, CellValue::Date(Date::new(2023, 1, 15).unwrap()));
        let sheet = with_value(sheet, 2, 2, CellValue::Date(Date::new(2023, 3, 31).unwrap()));
        let page = page(vec![GridBlock::Grid(sheet)], &known());
        let period = json!({"from": "2023-01", "to": "2023-03", "label": "15/1/66 - 31-Mar-23"});
        assert_eq!(page.front_matter["measures"][0]["period"], period, "{head:?}");
        assert_eq!(page.doubts, []);
    }
}

#[test]
fn the_length_beside_two_days_is_kept() {
    let head: &[&str] = &["มาตรการ", "ระยะเวลา", "เริ่ม", "สิ้นสุด"];
    let (front_matter, _) = read(&[head, &["ทำคู่มือ", "3 เดือน", "ม.ค. 2566", "มี.ค. 2566"]]);
    let period = json!({"from": "2023-01", "to": "2023-03", "label": "3 เดือน (ม.ค. 2566 - มี.ค. 2566)"});
    assert_eq!(front_matter["measures"][0]["period"], period);
}

#[test]
fn years_rounds_and_days_are_taken_where_one_is_named() {
    let rows: &[&[&str]] = &[&["มาตรการ", "ผลการดำเนินการ"], &["ทำคู่มือ", "ทำแล้ว"]];
    let of = |lines: &[&str]| {
        let blocks = lines.iter().map(|line| paragraph(line)).chain([table(rows)]).collect();
        page(blocks, &known())
    };
    let clear = of(&["*รายงานผล รอบ 6 เดือน", "*ปีงบประมาณ พ.ศ. ๒๕๖๖", "(ข้อมูล ณ วันที่ 31 มีนาคม 2566)"]);
    assert_eq!((&clear.front_matter["round"], &clear.front_matter["as_of"]), (&json!("6m"), &json!("2023-03-31")));
    assert_eq!((clear.fiscal_year, kinds(&clear.doubts)), (FiscalYear::new(2566), vec![DoubtKind::NoStatus]));
    let unclear = of(&["*รายงานผล รอบ 6 เดือน และรอบ 12 เดือน ปีงบประมาณ 2565", "ณ วันที่ 31 มีนาคม 2566 และ", "ณ วันที่ 30 เมษายน 2566"]);
    assert_eq!(kinds(&unclear.doubts), [DoubtKind::RoundUnclear, DoubtKind::AsOfUnclear, DoubtKind::NoStatus, DoubtKind::YearsDiffer]);
    assert_eq!(unclear.front_matter.get("round"), None);
    assert_eq!(unclear.front_matter.get("as_of"), None);
}

#[test]
fn the_year_of_the_periods_is_found_where_no_title_has_one() {
    let rows: &[&[&str]] = &[&["มาตรการ", "ระยะเวลา"], &["ทำคู่มือ", "ต.ค. 2564 - มี.ค. 2565"], &["ทำสื่อ", "เม.ย. 2565"]];
    let page = page(vec![table(rows)], &Known::default());
    assert_eq!(page.fiscal_year, FiscalYear::new(2565));
}

#[test]
fn intervals_of_reports_are_codes() {
    for (text, report) in [
        ("รายไตรมาส", json!({"cadence": ["quarterly"]})),
        ("รายงานผลรอบ ๖ เดือน และ ๑๒ เดือน", json!({"cadence": ["6m", "12m"]})),
        ("เว็บไซต์หน่วยงาน", json!({"where": "เว็บไซต์หน่วยงาน"})),
    ] {
        let (front_matter, _) = read(&[&["มาตรการ", "การรายงานผล"], &["ทำคู่มือ", text]]);
        assert_eq!(front_matter["measures"][0]["report"], report, "{text}");
    }
}

#[test]
fn a_line_that_only_names_the_year_is_part_of_a_title_that_goes_on() {
    for (lines, title) in [
        (&["แผนมาตรการ", "ปีงบประมาณ พ.ศ. ๒๕๖๖", "คณะทำงานวิเคราะห์ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕"][..], "แผนมาตรการ"),
        (&["แผนมาตรการ", "ปีงบประมาณ 2566", "ของเทศบาลตำบลตัวอย่าง"], "แผนมาตรการ ปีงบประมาณ 2566 ของเทศบาลตำบลตัวอย่าง"),
        (&["แผนมาตรการ", "ประจำปีงบประมาณ 2566"], "แผนมาตรการ ประจำปีงบประมาณ 2566"),
        (&["*แผนมาตรการ", "*ปีงบประมาณ 2566", "คำนำ"], "แผนมาตรการ"),
    ] {
        let blocks = lines.iter().map(|line| paragraph(line)).chain([table(&[&["มาตรการ", "ขั้นตอน"], &["อบรม", "ก"]])]);
        let page = page(blocks.collect(), &known());
        assert_eq!(page.front_matter["title"], title, "{lines:?}");
        assert_eq!((page.fiscal_year, &page.doubts[..]), (FiscalYear::new(2566), &[][..]), "{lines:?}");
        let kept = lines.iter().all(|line| {
            let line = line.trim_start_matches('*');
            title.contains(line) || page.body.iter().any(|text| text.contains(line))
        });
        assert!(kept, "{lines:?}: {:?}", page.body);
    }
}
