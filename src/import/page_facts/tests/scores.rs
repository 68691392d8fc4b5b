//! Scores, indicators and questions.

use serde_json::{Value, json};

use super::build::{grid, kinds, known, page, paragraph, read, table, with_value};
use crate::attachment::grid::{CellValue, GridBlock};
use crate::import::page_facts::{DoubtKind, Known};

#[test]
fn indicators_are_numbered_by_their_names() {
    for (cell, indicators, kinds) in [
        ("ตัวชี้วัดที่ 2 การใช้งบประมาณ", json!([2]), &[][..]),
        ("๑. การปรับปรุงการทำงาน", json!([8]), &[]),
        ("การใช้อำนาจ\nการเปิดเผยข้อมูล", json!([3, 9]), &[]),
        ("ตัวชี้วัดที่ 4", json!([4]), &[]),
        ("การใช้อำนาด", json!([3]), &[DoubtKind::IndicatorName]),
        ("การจัดงานประจำปีของหมู่บ้าน", Value::Null, &[DoubtKind::OtherIndicators]),
    ] {
        let (front_matter, found) = read(&[&["ตัวชี้วัด", "มาตรการ", "ขั้นตอน"], &[cell, "ทำคู่มือ", "ร่าง"]]);
        assert_eq!(front_matter["measures"][0]["addresses"]["indicators"], indicators, "{cell}");
        assert_eq!(found, kinds, "{cell}");
    }
}

#[test]
fn without_a_list_the_paper_s_numbers_are_taken() {
    let nothing = Known::default();
    let page = page(vec![table(&[&["ตัวชี้วัด", "มาตรการ"], &["7. การสื่อสาร", "ทำสื่อ"]])], &nothing);
    assert_eq!(page.front_matter["measures"][0]["addresses"], json!({"indicators": [7]}));
    assert_eq!(page.doubts, []);
}

#[test]
fn scores_of_a_spreadsheet_are_points() {
    let sheet = grid(&[
        &["ตัวชี้วัด", "คะแนน", "เป้าหมาย", "ระดับ"],
        &["1. การปฏิบัติหน้าที่", "68%", "85", "ไม่ผ่าน"],
        &["2. การใช้งบประมาณ", "8๑.๕๑", "85", "ผ่าน"],
        &["3. การใช้อำนาจ", "70,5", "", ""],
        &["4. การใช้ทรัพย์สินของราชการ", "รอผล", "", ""],
        &["คะแนนรวม", "74.00", "", "C"],
    ]);
    let sheet = with_value(sheet, 1, 1, CellValue::Number { value: 0.6816, is_percent: true });
    let page = page(vec![GridBlock::Grid(sheet)], &known());
    assert_eq!(
        page.front_matter["assessment"],
        json!({"total": 74.0, "grade": "C", "target": 85.0, "instruments": [{"id": "IIT", "indicators": [
            {"no": 1, "name": "การปฏิบัติหน้าที่", "score": {"value": 68.16, "as_written": "68%"}, "claim": "fail"},
            {"no": 2, "name": "การใช้งบประมาณ", "score": {"value": 81.51, "as_written": "8๑.๕๑"}, "claim": "pass"},
            {"no": 3, "name": "การใช้อำนาจ", "score": {"value": 70.5, "as_written": "70,5"}},
            {"no": 4, "name": "การใช้ทรัพย์สินของราชการ"},
        ]}]})
    );
    assert_eq!(kinds(&page.doubts), [DoubtKind::MixedDigits, DoubtKind::CommaDecimal, DoubtKind::ScoreUnread]);
}

#[test]
fn readings_of_single_indicators_name_them() {
    let (front_matter, _) =
        read(&[&["ตัวชี้วัด", "คะแนน", "ประเด็นที่ต้องปรับปรุง"], &["การปฏิบัติหน้าที่", "80", "ฝึกเพิ่ม"], &["การใช้อำนาจ", "81", "วางหลักเกณฑ์"]]);
    assert_eq!(front_matter["assessment"]["instruments"][0]["reading"], json!("การปฏิบัติหน้าที่: ฝึกเพิ่ม\nการใช้อำนาจ: วางหลักเกณฑ์"));
}

#[test]
fn numbers_of_indicators_are_taken_without_names() {
    let head: &[&str] = &["ตัวชี้วัด", "มาตรการ"];
    let (front_matter, doubts) = read(&[head, &["ตัวชี้วัดที่ 1, 3 และ 5", "ทำคู่มือ"], &["ตัวชี้วัดที่\n๙ - ๑๐", "ทำเว็บไซต์"], &["5 และ 12", "ทำผัง"]]);
    let indicators = |at: usize| front_matter["measures"][at]["addresses"]["indicators"].clone();
    assert_eq!([indicators(0), indicators(1), indicators(2)], [json!([1, 3, 5]), json!([9, 10]), json!([5])]);
    assert_eq!(doubts, [DoubtKind::UnknownIndicator]);
    // Below a heading of EIT, 1 is the first of EIT.
    let (front_matter, doubts) = read(&[head, &["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "<"], &["1 และ 7", "ทำผัง"]]);
    assert_eq!(front_matter["measures"][0]["addresses"]["indicators"], json!([7]));
    assert_eq!(doubts, [DoubtKind::UnknownIndicator]);
}

/// Two tables of measures by instrument, each below its sentence.
fn by_instrument(sentences: [&str; 2], head: &[&str]) -> (Vec<Value>, Vec<DoubtKind>) {
    let rows = |title| {
        let row: Vec<&str> = head.iter().map(|heading| if *heading == "มาตรการ" { title } else { "" }).collect();
        GridBlock::Grid(grid(&[head, &row]))
    };
    let blocks = vec![paragraph(sentences[0]), rows("1. ทำคู่มือ"), paragraph(sentences[1]), rows("2. ทำเว็บไซต์")];
    let page = page(blocks, &known());
    let indicators = |at: usize| page.front_matter["measures"][at]["addresses"]["indicators"].clone();
    (vec![indicators(0), indicators(1)], kinds(&page.doubts))
}

#[test]
fn the_sentence_on_an_instrument_says_what_its_measures_are_about() {
    let iit = "แบบวัด (IIT) พบว่า ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้ 84.94 คะแนน ต่ำที่สุดในกลุ่ม IIT";
    let oit = "แบบวัด (OIT) พบว่า ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ได้ 28.28 คะแนน และตัวชี้วัดที่ 10 การป้องกันการทุจริต ได้ 0.00 คะแนน ต่ำกว่าเกณฑ์";
    let head: &[&str] = &["มาตรการ", "ผลการดำเนินการ"];
    let score = DoubtKind::TextScore;
    let (from_text, unstated) = (DoubtKind::IndicatorsFromText, DoubtKind::NoStatus);
    assert_eq!(by_instrument([iit, oit], head), (vec![json!([2]), json!([9, 10])], vec![unstated, score, score, from_text, from_text]));
    // A column of indicators, even an empty one, says it itself.
    assert_eq!(by_instrument([iit, oit], &["ตัวชี้วัด", "มาตรการ"]), (vec![Value::Null; 2], vec![score, score]));
    // Two sentences on one instrument, and a list of scores that singles none out.
    let second = "แบบวัด (IIT) พบว่า ตัวชี้วัดที่ 3 การใช้อำนาจ ได้ 80.00 คะแนน ต่ำกว่าเกณฑ์";
    assert_eq!(by_instrument([iit, second], head), (vec![Value::Null; 2], vec![unstated, score, score]));
    let list = "แบบวัด (EIT) ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ได้ 90.00 คะแนน ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 81.51 คะแนน ต่ำที่สุด";
    assert_eq!(by_instrument([iit, list], head), (vec![json!([2]), Value::Null], vec![unstated, score, score, from_text]));
}

#[test]
fn a_question_that_comes_twice_is_written_once() {
    let head: &[&str] = &["ประเด็น", "ข้อคำถาม", "ข้อค้นพบ", "ขั้นตอน"];
    let (front_matter, doubts) = read(&[
        head,
        &["งานบริการ", "E1 ตรงเวลา คะแนน 70.00 E2 เป็นธรรม คะแนน 71.00", "- พบข้อเดียว", "ทำผัง"],
        &["งานเว็บ", "E1 ตรงเวลา คะแนน 72.00", "", "ทำเว็บ"],
    ]);
    assert_eq!(
        front_matter["assessment"]["questions"],
        json!([{"id": "E1", "score": 70.0, "text": "ตรงเวลา"}, {"id": "E2", "score": 71.0, "text": "เป็นธรรม"}])
    );
    assert_eq!(front_matter["issues"][0]["findings"], json!([{"text": "พบข้อเดียว"}]));
    assert_eq!(doubts, [DoubtKind::FindingFor, DoubtKind::QuestionTwice]);
}

#[test]
fn a_score_in_brackets_is_one_and_what_is_none_keeps_its_signs() {
    let head: &[&str] = &["ประเด็น", "ข้อคำถาม", "ขั้นตอน"];
    for (typed, question) in [
        ("E1 ตรงเวลา (85.71)", json!({"id": "E1", "score": 85.71, "text": "ตรงเวลา"})),
        ("E1 ตรงเวลา (ร้อยละ ๘๑.๒๐)", json!({"id": "E1", "score": {"value": 81.20, "as_written": "๘๑.๒๐"}, "text": "ตรงเวลา"})),
        ("E1 ตรงเวลา : 66.67 %", json!({"id": "E1", "score": 66.67, "text": "ตรงเวลา"})),
        ("E1 ตรงเวลา = 77.5", json!({"id": "E1", "score": 77.5, "text": "ตรงเวลา"})),
        ("E1 ตรงเวลา [99.10]", json!({"id": "E1", "score": 99.10, "text": "ตรงเวลา"})),
        ("E1 ตรงเวลา (ข้อ 3)", json!({"id": "E1", "text": "ตรงเวลา (ข้อ 3)"})),
        ("E1 เกินกว่าร้อยละ 50 %", json!({"id": "E1", "text": "เกินกว่าร้อยละ 50 %"})),
    ] {
        let (front_matter, _) = read(&[head, &["งานบริการ", typed, "ทำผัง"]]);
        let found = &front_matter["assessment"]["questions"][0];
        let score = |value: &Value| value["score"].get("value").unwrap_or(&value["score"]).clone();
        assert_eq!((&found["text"], score(found)), (&question["text"], score(&question)), "{typed}");
    }
}

#[test]
fn questions_without_codes_and_limitations_of_their_own_column() {
    let page = page(
        vec![table(&[
            &["ประเด็น", "ข้อคำถาม", "คะแนน", "ขั้นตอน", "ข้อจำกัด"],
            &["งานบริการ", "I5 รู้งาน\nI6 ตั้งใจ", "80.00\n81.๕", "ทำผัง", "- ไม่มี"],
            &["งานเว็บ", "ค้นง่ายหรือไม่", "", "ทำเว็บ", "คนน้อย"],
        ])],
        &known(),
    );
    assert_eq!(
        page.front_matter["assessment"]["questions"],
        json!([{"id": "I5", "score": 80.0, "text": "รู้งาน"}, {"id": "I6", "score": {"value": 81.5, "as_written": "81.๕"}, "text": "ตั้งใจ"}])
    );
    assert_eq!(page.front_matter["issues"][0]["limitations"], json!([]));
    assert_eq!(page.front_matter["issues"][1]["limitations"], json!(["คนน้อย"]));
    assert_eq!(page.body, ["ค้นง่ายหรือไม่"]);
    assert_eq!(kinds(&page.doubts), [DoubtKind::MixedDigits, DoubtKind::QuestionWithoutCode]);
}

#[test]
fn scores_in_sentences_are_taken_and_doubted() {
    let page = page(
        vec![
            paragraph("หน่วยงานมีผลคะแนน 78.๒0 คะแนน อยู่ในระดับ B ดังนี้"),
            paragraph("1. แบบวัด (IIT) พบว่า ตัวชี้วัดที่ 2 การใช้งบประมาณ คือ ๘๔.๙๔ คะแนน มีค่าต่ำสุด แต่ผ่านเกณฑ์เป้าหมาย (85 คะแนนขึ้นไป)"),
            paragraph("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล คือ 28.28 คะแนน และ ตัวชี้วัดที่ 10 การป้องกันการทุจริต คือ 0.00 คะแนน ไม่ผ่านเกณฑ์"),
            paragraph("ตัวชี้วัดที่ 2 มีผู้ตอบ 40 คน และตัวชี้วัดที่ 99 คือ 5 คะแนน"),
            table(&[&["มาตรการ", "ขั้นตอน"], &["ทำคู่มือ", "ร่าง"]]),
        ],
        &known(),
    );
    assert_eq!(
        page.front_matter["assessment"],
        json!({"total": {"value": 78.2, "as_written": "78.๒0"}, "grade": "B", "target": 85.0, "instruments": [
            {"id": "IIT", "lowest": 2, "indicators": [{"no": 2, "name": "การใช้งบประมาณ", "score": 84.94, "claim": "pass"}]},
            {"id": "OIT", "indicators": [
                {"no": 9, "name": "การเปิดเผยข้อมูล", "score": 28.28},
                {"no": 10, "name": "การป้องกันการทุจริต", "score": 0.0, "claim": "fail"},
            ]},
        ]})
    );
    assert_eq!(kinds(&page.doubts), [DoubtKind::MixedDigits, DoubtKind::TextScore, DoubtKind::TextScore, DoubtKind::TextScore]);
}

#[test]
fn codes_of_items_among_indicators_are_items() {
    let (front_matter, doubts) = read(&[&["ตัวชี้วัด", "มาตรการ", "ขั้นตอน"], &["1. O17 งานบริการ\n2. O๑๘", "ทำคู่มือ", "ร่าง"]]);
    assert_eq!(front_matter["measures"][0]["addresses"], json!({"items": ["O17", "O18"]}));
    assert_eq!(doubts, [DoubtKind::ItemCode]);
}
