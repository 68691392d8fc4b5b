//! How a status is marked.

use serde_json::json;

use super::build::{entries, grid, known, page, read, with_value};
use crate::attachment::grid::{CellValue, GridBlock};
use crate::import::page_facts::DoubtKind;

#[test]
fn a_status_needs_one_clear_mark() {
    let head: &[&str] = &["มาตรการ", "ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว"];
    for (marks, entry, kinds) in [
        (["/", "", ""], json!({"measures": ["m1"], "status": "not_started", "as_marked": "/"}), &[][..]),
        (["-", "☑", "☐"], json!({"measures": ["m1"], "status": "in_progress", "as_marked": "☑"}), &[]),
        (["", "", "X"], json!({"measures": ["m1"], "status": "done", "as_marked": "X"}), &[]),
        (["", "", "1"], json!({"measures": ["m1"], "status": "done", "as_marked": "1"}), &[]),
        (["", "", "TRUE"], json!({"measures": ["m1"], "status": "done", "as_marked": "TRUE"}), &[]),
        (["", "", "ดำเนินการแล้ว"], json!({"measures": ["m1"], "status": "done", "as_marked": "ดำเนินการแล้ว"}), &[]),
        (["", "", "✓ ครบ"], json!({"measures": ["m1"], "status": "done", "remark": "ครบ", "as_marked": "✓"}), &[]),
        (["", "", ""], json!({"measures": ["m1"], "status": "unstated"}), &[DoubtKind::NoStatus]),
        (["☐", "☐", "☐"], json!({"measures": ["m1"], "status": "unstated"}), &[DoubtKind::NoStatus]),
        (["", "ดูเว็บ", ""], json!({"measures": ["m1"], "status": "unstated", "remark": "ดูเว็บ", "as_marked": ""}), &[DoubtKind::NoStatus]),
        (["/", "", "/"], json!({"measures": ["m1"], "status": "unstated", "as_marked": "/ /"}), &[DoubtKind::TwoStatuses]),
    ] {
        let [one, two, three] = marks;
        let (front_matter, found) = read(&[head, &["ทำคู่มือ", one, two, three]]);
        assert_eq!(entries(&front_matter), &json!([entry]), "{marks:?}");
        assert_eq!(found, kinds, "{marks:?}");
    }
}

#[test]
fn booleans_of_a_spreadsheet_are_marks() {
    let sheet = grid(&[&["มาตรการ", "ยังไม่ดำเนินการ", "ดำเนินการแล้ว"], &["ทำคู่มือ", "FALSE", "TRUE"]]);
    let sheet = with_value(with_value(sheet, 1, 1, CellValue::Boolean(false)), 1, 2, CellValue::Boolean(true));
    let page = page(vec![GridBlock::Grid(sheet)], &known());
    assert_eq!(entries(&page.front_matter), &json!([{"measures": ["m1"], "status": "done", "as_marked": "TRUE"}]));
}

#[test]
fn a_column_of_status_is_read_by_its_words() {
    for (words, status, remark, kinds) in [
        ("ดำเนินการแล้ว", json!("done"), None, &[][..]),
        ("อยู่ระหว่าง ดำเนินการ", json!("in_progress"), None, &[]),
        ("แล้วเสร็จ", json!({"value": "done", "as_written": "แล้วเสร็จ"}), None, &[]),
        ("กำลังดำเนินการ", json!({"value": "in_progress", "as_written": "กำลังดำเนินการ"}), None, &[]),
        ("ดำเนินการแล้ว (บางส่วน)", json!("done"), Some("(บางส่วน)"), &[DoubtKind::StatusText]),
        ("☐ ยังไม่ดำเนินการ\n☑ ดำเนินการแล้ว", json!("done"), None, &[]),
        ("ร้อยละ 50", json!("unstated"), Some("ร้อยละ 50"), &[DoubtKind::NoStatus]),
        ("ยังไม่แล้วเสร็จ", json!("unstated"), Some("ยังไม่แล้วเสร็จ"), &[DoubtKind::NoStatus]),
        ("/", json!("unstated"), Some("/"), &[DoubtKind::NoStatus]),
        ("", json!("unstated"), None, &[DoubtKind::NoStatus]),
    ] {
        let (front_matter, found) = read(&[&["มาตรการ", "สถานะ"], &["ทำคู่มือ", words]]);
        let entry = &entries(&front_matter)[0];
        assert_eq!((&entry["status"], entry["remark"].as_str()), (&status, remark), "{words}");
        assert_eq!(found, kinds, "{words}");
    }
}

#[test]
fn automatic_numbers_are_marks() {
    let (front_matter, _) = read(&[&["มาตรการ", "ขั้นตอน"], &["#1. ทำคู่มือ", "#๑. ร่าง\nต่อจากข้างบน\n#๒. ประกาศ"]]);
    assert_eq!(front_matter, json!({"measures": [{"id": "m1", "title": "ทำคู่มือ", "steps": ["ร่าง ต่อจากข้างบน", "ประกาศ"]}]}));
}
