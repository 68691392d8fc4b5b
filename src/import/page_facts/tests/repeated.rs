//! What comes twice is written, and said with its place.

use serde_json::json;

use super::build::{known, page, paragraph, read, table, with_plan};
use crate::attachment::TextPosition;
use crate::import::page_facts::DoubtKind;

fn cell(row: usize, column: usize) -> Option<TextPosition> {
    Some(TextPosition::TableCell { table: 1, row, column })
}

#[test]
fn two_measures_of_one_title_are_both_written_and_said() {
    let page = page(vec![table(&[&["มาตรการ", "ขั้นตอน"], &["อบรม", "1. ประชุม"], &["ทำสื่อ", "1. ประชุม"], &["อบรม ", "1. ประเมิน"]])], &known());
    assert_eq!(page.front_matter["measures"].as_array().unwrap().len(), 3);
    let [doubt] = &page.doubts[..] else { panic!("{:?}", page.doubts) };
    assert_eq!((doubt.kind, &doubt.place, doubt.text.as_str()), (DoubtKind::TitleTwice, &cell(4, 1), "อบรม"));
    assert_eq!(doubt.taken.as_deref(), Some("m3"));
}

#[test]
fn two_issues_of_one_title_are_said() {
    let (front_matter, doubts) = read(&[
        &["ประเด็น", "ข้อคำถาม ITA", "ขั้นตอน"],
        &["การให้บริการ", "E1 ได้คะแนน 80", "1. อบรม"],
        &["การให้บริการ", "E2 ได้คะแนน 81", "1. ประกาศ"],
    ]);
    assert_eq!(front_matter["issues"].as_array().unwrap().len(), 2);
    assert_eq!(doubts, [DoubtKind::TitleTwice]);
}

#[test]
fn two_rows_on_one_measure_are_both_written_and_said() {
    let rows: &[&[&str]] = &[&["มาตรการ", "สถานะ"], &["อบรม", "ดำเนินการแล้ว"], &["อบรม", "อยู่ระหว่างดำเนินการ"]];
    let of_plan = page(vec![table(rows)], &with_plan(&[("a", "อบรม"), ("b", "ทำสื่อ")]));
    assert_eq!(
        of_plan.front_matter["progress"]["entries"],
        json!([{"measures": ["a"], "status": "done"}, {"measures": ["a"], "status": "in_progress"}])
    );
    let [doubt] = &of_plan.doubts[..] else { panic!("{:?}", of_plan.doubts) };
    assert_eq!((doubt.kind, &doubt.place), (DoubtKind::ReportedTwice, &cell(3, 1)));
    // Where the plan has two of the title, each is reported on once, in their order.
    let of_two = page(vec![table(rows)], &with_plan(&[("a", "อบรม"), ("b", "อบรม")]));
    assert_eq!(of_two.front_matter["progress"]["entries"][1], json!({"measures": ["b"], "status": "in_progress"}));
    assert!(of_two.doubts.iter().all(|doubt| doubt.kind == DoubtKind::TitleTwice) && of_two.doubts.len() == 2);
    // Without a plan each row is a measure of its own.
    let (front_matter, doubts) = read(rows);
    assert_eq!(front_matter["progress"]["entries"][1]["measures"], json!(["m2"]));
    assert_eq!(doubts, [DoubtKind::TitleTwice]);
}

#[test]
fn numbers_of_rows_that_skip_or_come_twice_are_said() {
    for (numbers, text) in [
        (["1", "2", "3"], None),
        (["๑", "๒", "๓."], None),
        (["1", "2", "2"], Some("1, 2, 2")),
        (["๑", "๒", "๒"], Some("1, 2, 2")),
        (["1", "3", "4"], Some("1, 3, 4")),
        (["2", "3", "4"], Some("2, 3, 4")),
        (["1", "1.1", "1.2"], None),
        (["#1. ", "#2. ", "#4. "], Some("1, 2, 4")),
    ] {
        let [one, two, three] = numbers;
        let page =
            page(vec![table(&[&["ที่", "มาตรการ", "ขั้นตอน"], &[one, "อบรม", "ก"], &[two, "ทำสื่อ", "ข"], &[three, "ประเมิน", "ค"]])], &known());
        let said: Vec<&str> =
            page.doubts.iter().filter(|doubt| doubt.kind == DoubtKind::RowNumbers).map(|doubt| doubt.text.as_str()).collect();
        assert_eq!(said, text.into_iter().collect::<Vec<_>>(), "{numbers:?}");
    }
    let (_, doubts) = read(&[&["มาตรการ", "ขั้นตอน"], &["1. อบรม", "ก"], &["๒. ทำสื่อ", "ข"], &["๒. ประเมิน", "ค"]]);
    assert_eq!(doubts, [DoubtKind::RowNumbers]);
}

#[test]
fn numbers_may_begin_again_below_a_heading() {
    let blocks = vec![
        paragraph("แผนมาตรการ"),
        table(&[
            &["ที่", "มาตรการ", "ขั้นตอน"],
            &["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "<", "<"],
            &["1", "อบรม", "ก"],
            &["2", "ทำสื่อ", "ข"],
            &["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "<", "<"],
            &["1", "ประเมิน", "ค"],
        ]),
    ];
    assert!(page(blocks, &known()).doubts.iter().all(|doubt| doubt.kind != DoubtKind::RowNumbers));
}

#[test]
fn people_and_indicators_that_come_twice_are_said() {
    let (front_matter, doubts) = read(&[&["มาตรการ", "ผู้รับผิดชอบ"], &["อบรม", "- กองคลัง\n- กอง คลัง\n- นิติกร\n- นิติกร"]]);
    assert_eq!(front_matter["measures"][0]["responsible"], json!({"units": ["กองคลัง"], "posts": ["นิติกร"]}));
    assert_eq!(doubts, [DoubtKind::PeopleTwice, DoubtKind::PeopleTwice]);
    let (front_matter, doubts) =
        read(&[&["ตัวชี้วัด", "คะแนน"], &["1. การปฏิบัติหน้าที่", "90.41"], &["2. การใช้งบประมาณ", "80"], &["2. การใช้งบประมาณ", "81"]]);
    assert_eq!(front_matter["assessment"]["instruments"][0]["indicators"].as_array().unwrap().len(), 3);
    assert_eq!(doubts, [DoubtKind::TitleTwice]);
}
