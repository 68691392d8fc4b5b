//! Tables as offices make them: what looked alike and was something else, one kind each.

use serde_json::{Value, json};

use super::build::{kinds, known, page, paragraph, read, table};
use crate::import::page_facts::DoubtKind;

fn measures(front_matter: &Value) -> &Vec<Value> {
    front_matter["measures"].as_array().unwrap()
}

fn of<'v>(front_matter: &'v Value, key: &str) -> Vec<&'v Value> {
    measures(front_matter).iter().map(|measure| &measure[key]).collect()
}

#[test]
fn rows_beside_a_merged_measure_are_steps_of_their_own() {
    let (front_matter, doubts) = read(&[
        &["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"],
        &["เผยแพร่แผน", "รวบรวม", "กองคลัง"],
        &["^", "จัดทำ\nร่าง", "กองช่าง"],
        &["^", "เผยแพร่", "^"],
        &["ทำทะเบียน", "1. สำรวจ", "กองช่าง"],
        &["^", "2. บันทึก", "^"],
        &["^", "สรุป", "^"],
    ]);
    assert_eq!(of(&front_matter, "steps"), [&json!(["รวบรวม", "จัดทำ ร่าง", "เผยแพร่"]), &json!(["สำรวจ", "บันทึก", "สรุป"])]);
    assert_eq!(doubts, []);
}

#[test]
fn a_list_in_brackets_on_one_line_is_a_list() {
    let (front_matter, doubts) = read(&[&["มาตรการ", "ขั้นตอน"], &["(1) ทำแผน (2) รายงานผล", "๑) สำรวจ (2) ปรับปรุง"]]);
    assert_eq!(of(&front_matter, "title"), [&json!("(1) ทำแผน (2) รายงานผล")]);
    assert_eq!(of(&front_matter, "steps"), [&json!(["สำรวจ", "ปรับปรุง"])]);
    assert_eq!(doubts, [DoubtKind::SeveralMeasures]);
}

#[test]
fn numbers_of_two_levels_begin_items_and_stay() {
    let (front_matter, doubts) = read(&[&["มาตรการ", "ขั้นตอน"], &["ทำคู่มือ", "1.1 จัดอบรม\n1.2 ประเมิน\nความพึงพอใจ"]]);
    assert_eq!(of(&front_matter, "steps"), [&json!(["1.1 จัดอบรม", "1.2 ประเมิน ความพึงพอใจ"])]);
    assert_eq!(doubts, []);
}

#[test]
fn a_word_for_divisions_alone_is_no_division() {
    for (cell, units) in [
        ("ทุกสำนัก/กอง", json!(["ทุกสำนัก/กอง"])),
        ("สำนัก/กอง/ฝ่าย", json!(["สำนัก/กอง/ฝ่าย"])),
        ("กองคลัง/กองช่าง", json!(["กองคลัง", "กองช่าง"])),
        ("กองคลัง / กอง ช่าง", json!(["กองคลัง", {"value": "กองช่าง", "as_written": "กอง ช่าง"}])),
    ] {
        let (front_matter, _) = read(&[&["มาตรการ", "ผู้รับผิดชอบ"], &["ทำคู่มือ", cell]]);
        assert_eq!(measures(&front_matter)[0]["responsible"]["units"], units, "{cell}");
    }
}

#[test]
fn places_for_signatures_and_sums_of_groups_are_no_measures() {
    let page = page(
        vec![table(&[
            &["ที่", "มาตรการ", "งบประมาณ", "ผู้รับผิดชอบ"],
            &["มิติที่ 1", "<", "<", "<"],
            &["1.1", "ทำคู่มือ", "20,000", "กองคลัง"],
            &["รวมมิติที่ 1", "<", "20,000", "1 โครงการ"],
            &["(ลงชื่อ)..........ผู้จัดทำ", "<", "ลงชื่อ..........ผู้อนุมัติ", "<"],
            &["นักทรัพยากรบุคคล", "<", "นายกเทศมนตรี", "<"],
        ])],
        &known(),
    );
    assert_eq!(of(&page.front_matter, "title"), [&json!("ทำคู่มือ")]);
    assert_eq!(kinds(&page.doubts), [DoubtKind::TotalRow, DoubtKind::GroupAsIssue]);
    let body = page.body.join("\n");
    for kept in ["รวมมิติที่ 1 20,000 1 โครงการ", "ผู้จัดทำ", "นายกเทศมนตรี"]
    {
        assert!(body.contains(kept), "{kept}: {body}");
    }
}

#[test]
fn a_measure_that_begins_like_a_sum_stays_one() {
    let (front_matter, doubts) = read(&[&["ที่", "มาตรการ"], &["1", "รวมพลังต้านทุจริต"], &["", "รวมใจโปร่งใส"]]);
    assert_eq!(of(&front_matter, "title").len() + doubts.len(), 2, "{front_matter} {doubts:?}");
    let (front_matter, _) = read(&[&["มาตรการ", "ผู้รับผิดชอบ"], &["รวมพลังต้านทุจริต", "กองคลัง"]]);
    assert_eq!(of(&front_matter, "title"), [&json!("รวมพลังต้านทุจริต")]);
}

#[test]
fn what_was_spent_is_not_the_budget() {
    for (planned, spent) in [("ที่ตั้งไว้", "ใช้ไป"), ("ที่ได้รับ", "ที่ใช้")] {
        let page = page(
            vec![table(&[
                &["มาตรการ", "งบประมาณ (บาท)", "<", "ผู้รับผิดชอบ"],
                &["^", planned, spent, "^"],
                &["ทำคู่มือ", "๑๐,๐๐๐", "๙,๘๕๐.๕๐", "กองคลัง"],
            ])],
            &known(),
        );
        assert_eq!(of(&page.front_matter, "budget"), [&json!("๑๐,๐๐๐")]);
        assert_eq!(kinds(&page.doubts), [DoubtKind::UnknownColumn]);
        assert!(page.body.join("\n").contains("๙,๘๕๐"), "{:?}", page.body);
    }
    let (front_matter, doubts) = read(&[&["มาตรการ", "ผู้รับผิดชอบ", "งบประมาณเบิกจ่ายจริง"], &["ทำคู่มือ", "กองคลัง", "500"]]);
    assert_eq!((of(&front_matter, "budget"), doubts), (vec![&Value::Null], vec![DoubtKind::UnknownColumn]));
}

#[test]
fn the_name_of_the_body_is_not_the_title() {
    let plan = || table(&[&["มาตรการ", "ผู้รับผิดชอบ"], &["ทำคู่มือ", "กองคลัง"]]);
    let with_title = page(vec![paragraph("เทศบาลตำบลบ้านสวน"), paragraph("แผนมาตรการ ปีงบประมาณ 2566"), plan()], &known());
    assert_eq!(with_title.front_matter["title"], "แผนมาตรการ ปีงบประมาณ 2566");
    assert_eq!(with_title.body, ["เทศบาลตำบลบ้านสวน"]);
    let alone = page(vec![paragraph("เทศบาลตำบลบ้านสวน"), plan()], &known());
    assert_eq!(alone.front_matter["title"], "เทศบาลตำบลบ้านสวน");
}

#[test]
fn rows_with_their_own_time_are_steps_of_their_own_but_not_parts_of_a_cut_row() {
    let head: &[&str] = &["ที่", "มาตรการ", "ขั้นตอน", "ระยะเวลา"];
    let first: &[&str] = &["1", "เผยแพร่แผน", "รวบรวม", "ต.ค. 2565 -"];
    let second: &[&str] = &["", "", "ข้อมูล", "พ.ย. 2565"];
    let (within, _) = read(&[head, first, second]);
    assert_eq!(of(&within, "steps"), [&json!(["รวบรวม", "ข้อมูล"])]);
    let (cut, _) = read(&[head, first, head, second]);
    assert_eq!(of(&cut, "steps"), [&json!(["รวบรวม ข้อมูล"])]);
    let (wrapped, _) = read(&[head, first, &["", "", "ข้อมูล", ""]]);
    assert_eq!(of(&wrapped, "steps"), [&json!(["รวบรวม ข้อมูล"])]);
}
