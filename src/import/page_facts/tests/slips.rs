//! Slips that officers make in tables.

use serde_json::json;

use super::build::{kinds, known, page, paragraph, read, table};
use crate::import::page_facts::DoubtKind;

#[test]
fn headings_in_two_languages_are_one_heading() {
    let expected = json!([
        {"id": "m1", "title": "อบรม", "steps": ["ประชุม"], "responsible": {"units": ["กองคลัง"]}},
        {"id": "m2", "title": "ทำสื่อ", "steps": ["ออกแบบ"], "responsible": {"units": ["กองช่าง"]}},
    ]);
    let (one, two): (&[&str], &[&str]) = (&["1", "อบรม", "ประชุม", "กองคลัง"], &["2", "ทำสื่อ", "ออกแบบ", "กองช่าง"]);
    let thai: &[&str] = &["ลำดับ", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"];
    for rows in [
        &[thai, &["No.", "Measure", "Steps", "Responsible"], one, two][..],
        &[&["ที่/No.", "มาตรการ (Measures)", "ขั้นตอน\nSteps", "Responsible (ผู้รับผิดชอบ)"], one, two],
        &[&["No", "Activity", "Procedure", "Department"], one, two],
    ] {
        assert_eq!(read(rows), (json!({"measures": expected}), vec![]), "{rows:?}");
    }
}

#[test]
fn totals_are_no_measures() {
    let page = page(
        vec![table(&[
            &["ลำดับที่", "มาตรการ", "งบประมาณ", "ดำเนินการแล้ว", "ยังไม่ดำเนินการ"],
            &["1", "รวมพลังต่อต้านการทุจริต", "20,000", "/", ""],
            &["2", "ทำสื่อ", "-", "/", ""],
            &["รวม", "<", "20,000", "2", "0"],
            &["รวมทั้งสิ้น 2 มาตรการ", "", "", "", ""],
            &["", "", "", "ร้อยละ 100", ""],
        ])],
        &known(),
    );
    assert_eq!(
        page.front_matter["measures"],
        json!([{"id": "m1", "title": "รวมพลังต่อต้านการทุจริต", "budget": "20,000"}, {"id": "m2", "title": "ทำสื่อ"}])
    );
    assert_eq!(page.front_matter["progress"]["entries"].as_array().unwrap().len(), 2);
    assert_eq!(page.body, ["รวม 20,000 2 0", "รวมทั้งสิ้น 2 มาตรการ", "ร้อยละ 100"]);
    assert_eq!(kinds(&page.doubts), [DoubtKind::TotalRow; 3]);
}

#[test]
fn a_dash_is_an_empty_cell() {
    let (front_matter, doubts) =
        read(&[&["มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "สถานะ", "ผลการดำเนินการ", "หมายเหตุ"], &["อบรม", "-", "–", "-", "-", "—"]]);
    assert_eq!(front_matter["measures"], json!([{"id": "m1", "title": "อบรม"}]));
    assert_eq!(front_matter["progress"]["entries"], json!([{"measures": ["m1"], "status": "unstated"}]));
    assert_eq!(doubts, [DoubtKind::NoStatus]);
}

#[test]
fn a_row_cut_over_two_tables_with_a_heading_each_is_joined_with_a_doubt() {
    let head: &[&str] = &["ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"];
    let first: &[&[&str]] = &[head, &["1", "อบรม", "1. ประชุม", "กองคลัง"], &["2", "จัดทำคู่มือ", "1. ร่าง\n2. เสนอ", "กองช่าง"]];
    for (rest, title) in [(["", "การให้บริการ", "3. ประกาศ", ""], "จัดทำคู่มือ การให้บริการ"), (["", "", "3. ประกาศ", ""], "จัดทำคู่มือ")]
    {
        let second: &[&[&str]] = &[head, &rest, &["3", "ประเมิน", "1. สำรวจ", "กองช่าง"]];
        let cut = page(vec![table(first), paragraph(""), table(second)], &known());
        let measures = cut.front_matter["measures"].as_array().unwrap();
        assert_eq!((measures.len(), &measures[1]["title"], &measures[1]["steps"]), (3, &json!(title), &json!(["ร่าง", "เสนอ", "ประกาศ"])));
        assert_eq!(kinds(&cut.doubts), [DoubtKind::RowJoined]);
    }
    // Below words, the same heading is that of another table.
    let other: &[&[&str]] = &[head, &["", "ประเมิน", "1. สำรวจ", "กองช่าง"]];
    let apart = page(vec![table(first), paragraph("มาตรการด้านการสื่อสาร"), table(other)], &known());
    assert_eq!(apart.front_matter["measures"].as_array().unwrap().len(), 3);
    assert!(apart.doubts.iter().all(|doubt| doubt.kind != DoubtKind::RowJoined));
}

#[test]
fn a_table_with_many_columns_of_its_own_is_a_table_of_measures() {
    let (front_matter, doubts) = read(&[
        &["โครงการ/กิจกรรม", "วันที่ดำเนินการ", "หน่วยงานที่รับผิดชอบ", "ความคืบหน้า", "ร้อยละความสำเร็จ", "เอกสารประกอบ"],
        &["อบรม", "ม.ค. 2566", "กองคลัง", "อบรมแล้ว", "45%", "https://www.thotlong.go.th/x"],
    ]);
    assert_eq!(
        front_matter["progress"]["entries"],
        json!([{"measures": ["m1"], "status": "unstated", "results": ["อบรมแล้ว"], "evidence": ["e1"]}])
    );
    assert_eq!(doubts, [DoubtKind::NoStatus, DoubtKind::UnknownColumn]);
}

#[test]
fn sentences_that_begin_with_the_word_for_a_signature_stay_and_signatures_are_named() {
    let sentences = ["ลงชื่อร่วมประกาศเจตนารมณ์ งดรับของขวัญ", "ลงชื่อเข้าใช้ระบบก่อนยื่นคำขอ", "ลงชื่อ ผู้อนุมัติตามมติที่ 12/2568", "(ลงชื่อ) เข้าร่วมประชุมครบทุกคน"];
    let plan = table(&[&["มาตรการ", "ขั้นตอน"], &["ทำคู่มือ", "ประชุม"]]);
    for sentence in sentences {
        let page = page(vec![plan.clone(), paragraph(sentence), paragraph("หน้าถัดไป")], &known());
        assert_eq!((page.body, kinds(&page.doubts)), (vec![sentence.to_owned(), "หน้าถัดไป".to_owned()], vec![]));
    }
    for (lines, left_out) in [
        (&["ลงชื่อ..........ผู้จัดทำ", "(นายสมมติ ตัวอย่าง)", "นักทรัพยากรบุคคล"][..], "ผู้จัดทำ"),
        (&["(ลงชื่อ)", "(สมมติ ตัวอย่าง)", "นายกเทศมนตรี"], "นายกเทศมนตรี"),
        (&["ลงชื่อ ผู้อนุมัติ"], "ผู้อนุมัติ"),
        (&["ลงชื่อ ……………"], ""),
    ] {
        let page = page([vec![plan.clone()], lines.iter().map(|line| paragraph(line)).collect()].concat(), &known());
        let said = page.doubts.iter().find(|doubt| doubt.kind == DoubtKind::SignatureLeftOut).map(|doubt| doubt.text.as_str());
        assert_eq!(said, Some(left_out), "{lines:?}");
        // Nothing vanishes without a word: a line is in the body, or a doubt has it.
        let told: String = page.doubts.iter().map(|doubt| doubt.text.as_str()).chain(page.body.iter().map(String::as_str)).collect();
        for line in lines.iter().skip(1) {
            assert!(told.contains(line.trim_matches(['(', ')'])), "{line}: {told}");
        }
    }
}
