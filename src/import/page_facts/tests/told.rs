//! Fields that the text around the tables states.

use serde_json::json;

use super::build::{kinds, known, page, paragraph, table};
use crate::import::page_facts::{DoubtKind, Known};

#[test]
fn a_report_says_its_plan_its_months_and_who_answered() {
    let blocks = || {
        vec![
            paragraph("รายงานผลตามมาตรการ (O42) ปีงบประมาณ 2566"),
            paragraph("รอบ 6 เดือน (ตุลาคม 2565 - มีนาคม 2566)"),
            paragraph("มีผู้ตอบแบบวัด IIT จำนวน 33 คน และแบบวัด EIT จำนวน 47 คน"),
            table(&[&["มาตรการ", "สถานะ"], &["อบรม", "ดำเนินการแล้ว"]]),
        ]
    };
    let report = page(blocks(), &Known { item: Some("O43".to_owned()), ..known() });
    assert_eq!(
        report.front_matter["progress"],
        json!({
            "of": {"item": "O42"},
            "covers": {"from": "2022-10", "to": "2023-03"},
            "entries": [{"measures": ["m1"], "status": "done"}],
        })
    );
    assert_eq!(report.front_matter["assessment"], json!({"samples": {"IIT": 33, "EIT": 47}}));
    assert_eq!(kinds(&report.doubts), [DoubtKind::FieldFromText; 4]);
    // What is read from a sentence stays in it.
    assert!(report.body.iter().any(|text| text.contains("33 คน")), "{:?}", report.body);
    let own = page(blocks(), &Known { item: Some("O42".to_owned()), ..known() });
    assert!(own.front_matter["progress"].get("of").is_none(), "a page does not report on itself");
}

#[test]
fn what_is_stated_twice_in_two_ways_is_not_written() {
    let report = page(
        vec![
            paragraph("รายงานผลตามมาตรการ"),
            paragraph("(ตุลาคม 2565 - มีนาคม 2566)"),
            paragraph("(เมษายน 2566 - กันยายน 2566)"),
            paragraph("มีผู้ตอบแบบวัด IIT จำนวน 33 คน"),
            paragraph("กลุ่มตัวอย่าง IIT จำนวน 34 คน"),
            table(&[&["มาตรการ", "สถานะ"], &["อบรม", "ดำเนินการแล้ว"]]),
        ],
        &known(),
    );
    assert!(report.front_matter["progress"].get("covers").is_none() && report.front_matter.get("assessment").is_none());
    assert_eq!(kinds(&report.doubts), [DoubtKind::SamplesUnclear, DoubtKind::CoversUnclear]);
}

#[test]
fn a_plan_says_who_adopted_it_and_covers_no_months() {
    let plan = page(
        vec![
            paragraph("แผนมาตรการ (ตุลาคม 2565 - กันยายน 2566)"),
            paragraph("ที่ประชุมคณะผู้บริหารมีมติเห็นชอบ เมื่อวันที่ 31 มกราคม 2566"),
            table(&[&["มาตรการ", "ขั้นตอน"], &["อบรม", "ประชุม"]]),
        ],
        &known(),
    );
    assert_eq!(plan.front_matter["adopted"], json!({"date": "2023-01-31", "by": "ที่ประชุมคณะผู้บริหาร"}));
    assert_eq!(kinds(&plan.doubts), [DoubtKind::FieldFromText]);
    assert!(plan.front_matter.get("progress").is_none());
}
