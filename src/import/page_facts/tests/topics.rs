//! An issue over several measures, and indicators that are not those of the assessment.

use serde_json::{Value, json};

use super::build::{known, page, read, table};
use crate::import::page_facts::DoubtKind;

const HEAD: &[&str] = &["ที่", "ประเด็น", "มาตรการ", "ขั้นตอน"];

/// Titles and measures of the issues of rows below the [`HEAD`].
fn issues(rows: &[&[&str]]) -> (Value, Vec<DoubtKind>) {
    let (front_matter, doubts) = read(&[&[HEAD], rows].concat());
    (front_matter["issues"].clone(), doubts)
}

#[test]
fn a_merged_issue_is_one_issue() {
    let (found, doubts) = issues(&[
        &["1", "การให้บริการ", "ทำคู่มือ", "ร่าง"],
        &["2", "^", "ประกาศใช้คู่มือ", "ประกาศ"],
        &["3", "การใช้งบประมาณ", "เผยแพร่แผน", "ลงเว็บไซต์"],
    ]);
    let expected = json!([
        {"id": "i1", "title": "การให้บริการ", "measures": ["m1", "m2"]},
        {"id": "i2", "title": "การใช้งบประมาณ", "measures": ["m3"]},
    ]);
    assert_eq!((found, doubts), (expected, vec![]));
}

#[test]
fn a_blank_issue_is_that_of_the_row_above_which_is_said() {
    for blank in ["", "-", "〃", "\""] {
        let (found, doubts) = issues(&[
            &["1", "การให้บริการ", "ทำคู่มือ", "ร่าง"],
            &["2", blank, "ประกาศใช้คู่มือ", "ประกาศ"],
            &["3", blank, "ทบทวนคู่มือ", "ประชุม"],
            &["4", "การใช้งบประมาณ", "เผยแพร่แผน", "ลงเว็บไซต์"],
        ]);
        let expected = json!([
            {"id": "i1", "title": "การให้บริการ", "measures": ["m1", "m2", "m3"]},
            {"id": "i2", "title": "การใช้งบประมาณ", "measures": ["m4"]},
        ]);
        assert_eq!((found, doubts), (expected, vec![DoubtKind::IssueOfRowAbove; 2]), "{blank:?}");
    }
    // The message names the row and the issue.
    let (rows, known) = (&[HEAD, &["1", "การให้บริการ", "ทำคู่มือ", ""], &["2", "", "ประกาศใช้คู่มือ", ""]], known());
    let page = page(vec![table(rows)], &known);
    let doubt = &page.doubts[0];
    assert_eq!((doubt.text.as_str(), doubt.taken.as_deref()), ("ประกาศใช้คู่มือ", Some("การให้บริการ")));
}

#[test]
fn a_blank_issue_without_one_above_is_no_issue() {
    // The first row, a row below another heading, and a row of another indicator.
    let first = issues(&[&["1", "", "ทำคู่มือ", "ร่าง"], &["2", "การให้บริการ", "ประกาศ", ""]]);
    assert_eq!(first, (json!([{"id": "i1", "title": "การให้บริการ", "measures": ["m2"]}]), vec![]));
    let (front_matter, _) =
        read(&[&["ตัวชี้วัด", "ประเด็น", "มาตรการ"], &["การใช้อำนาจ", "การมอบหมายงาน", "ทำคู่มือ"], &["การใช้งบประมาณ", "", "เผยแพร่แผน"]]);
    assert_eq!(front_matter["issues"], json!([{"id": "i1", "title": "การมอบหมายงาน", "measures": ["m1"]}]));
}

#[test]
fn rows_of_one_issue_add_their_questions_and_findings_once() {
    let (front_matter, doubts) = read(&[
        &["ประเด็น", "ข้อคำถาม", "ข้อค้นพบ", "มาตรการ", "ข้อจำกัด"],
        &["การให้บริการ", "E1 ตรงเวลา", "ช้า", "ทำผัง", "คนไม่พอ"],
        &["^", "^", "^", "ประกาศผัง", "^"],
        &["^", "E2 เป็นธรรม", "ไม่เท่ากัน", "อบรม", "ไม่มี"],
    ]);
    let expected = json!([{
        "id": "i1", "title": "การให้บริการ", "questions": ["E1", "E2"],
        "findings": [{"for": ["E1"], "text": "ช้า"}, {"for": ["E2"], "text": "ไม่เท่ากัน"}],
        "limitations": ["คนไม่พอ"], "measures": ["m1", "m2", "m3"],
    }]);
    assert_eq!(front_matter["issues"], expected);
    let asked: Vec<&Value> = (0..3).map(|at| &front_matter["measures"][at]["addresses"]["questions"]).collect();
    assert_eq!(asked, [&json!(["E1"]), &json!(["E1"]), &json!(["E2"])]);
    assert_eq!(doubts, []);
}

#[test]
fn indicators_of_success_stay_on_the_page() {
    let head: &[&str] = &["ที่", "มาตรการ", "ตัวชี้วัด"];
    let rows = [head, &["1", "ทำคู่มือ", "มีคู่มืออย่างน้อย 1 เล่ม"], &["2", "อบรม", "ร้อยละ 80 พึงพอใจ"]];
    let found = page(vec![table(&rows)], &known());
    assert_eq!(found.body, ["| มาตรการ | ตัวชี้วัด |\n| --- | --- |\n| ทำคู่มือ | มีคู่มืออย่างน้อย 1 เล่ม |\n| อบรม | ร้อยละ 80 พึงพอใจ |"]);
    assert_eq!(super::build::kinds(&found.doubts), [DoubtKind::OtherIndicators]);
    // Among indicators of the assessment, only what is none of them is kept there.
    let rows = [head, &["1", "ทำคู่มือ", "การใช้อำนาจ"], &["2", "อบรม", "ร้อยละ 80 พึงพอใจ"], &["3", "จ้าง", "5 และ 12"]];
    let found = page(vec![table(&rows)], &known());
    assert_eq!(found.front_matter["measures"][0]["addresses"], json!({"indicators": [3]}));
    assert_eq!(found.body, ["| มาตรการ | ตัวชี้วัด |\n| --- | --- |\n| อบรม | ร้อยละ 80 พึงพอใจ |\n| จ้าง | 5 และ 12 |"]);
    assert_eq!(super::build::kinds(&found.doubts), [DoubtKind::UnknownIndicator; 2]);
}
