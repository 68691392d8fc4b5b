//! Rows, headings and columns that are unlike others.

use serde_json::{Value, json};

use super::build::{entries, grid, kinds, known, page, paragraph, read, table, with_plan};
use crate::attachment::grid::{GridBlock, GridDocument, Remark, RemarkKind};
use crate::import::page_facts::{DoubtKind, Known, PageKind, facts};
use crate::thai::FiscalYear;

#[test]
fn remarks_of_the_reader_are_passed_on_first() {
    let remark = Remark { place: None, kind: RemarkKind::HiddenRow, text: "แถว 3".to_owned() };
    let page = facts(&GridDocument { blocks: Vec::new(), remarks: vec![remark] }, &known());
    assert_eq!(page.doubts.len(), 1);
    assert_eq!((page.doubts[0].kind, page.doubts[0].text.as_str()), (DoubtKind::Remark(RemarkKind::HiddenRow), "แถว 3"));
    assert_eq!(page.front_matter, json!({}));
    assert_eq!(page.kind, None);
}

#[test]
fn merged_and_blank_measures_are_one() {
    let expected = json!([{"id": "m1", "title": "ทำคู่มือ", "steps": ["ร่าง", "ประกาศ"], "responsible": {"units": ["กองคลัง"]}}]);
    for rows in [
        [&["ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"], &["1", "ทำคู่มือ", "- ร่าง", "กองคลัง"], &["^", "^", "- ประกาศ", "^"]],
        [&["ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"], &["1", "ทำคู่มือ", "- ร่าง", "กองคลัง"], &["", "", "- ประกาศ", ""]],
    ] {
        assert_eq!(read(&rows.map(|row| row as &[&str])), (json!({"measures": expected}), vec![]));
    }
}

#[test]
fn a_merged_cell_holds_for_each_of_its_rows() {
    let (front_matter, doubts) = read(&[&["มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"], &["ทำคู่มือ", "กองคลัง", "ไตรมาส 2"], &["ทำสื่อ", "กองช่าง", "^"]]);
    let periods: Vec<&Value> = front_matter["measures"].as_array().unwrap().iter().map(|measure| &measure["period"]).collect();
    assert_eq!(periods, [&json!({"quarters": [2]}), &json!({"quarters": [2]})]);
    assert_eq!(doubts, []);
}

#[test]
fn a_heading_is_found_below_a_title_and_in_two_rows() {
    let page = page(
        vec![table(&[
            &["แผนมาตรการทดลอง ประจำปีงบประมาณ พ.ศ. 2567", "<", "<", "<"],
            &["", "", "", ""],
            &["ลำดับ", "มาตรการ", "การดำเนินงาน", "<"],
            &["^", "^", "ระยะเวลา", "งบประมาณ"],
            &["(1)", "(2)", "(3)", "(4)"],
            &["1", "ทำคู่มือ", "ไตรมาส 1", "ไม่ใช้งบประมาณ"],
        ])],
        &Known { fiscal_year: None, ..known() },
    );
    assert_eq!(
        page.front_matter,
        json!({
            "title": "แผนมาตรการทดลอง ประจำปีงบประมาณ พ.ศ. 2567",
            "measures": [{"id": "m1", "title": "ทำคู่มือ", "period": {"quarters": [1]}, "budget": "ไม่ใช้งบประมาณ"}],
        })
    );
    assert_eq!((page.fiscal_year, page.kind), (FiscalYear::new(2567), Some(PageKind::Measures)));
}

#[test]
fn unknown_columns_and_tables_stay_in_the_body() {
    let page = page(
        vec![
            table(&[&["มาตรการ", "ขั้นตอน", "ตัวชี้วัดความสำเร็จ"], &["ทำคู่มือ", "ร่าง", "1 เล่ม|ชุด"], &["ทำสื่อ", "", ""]]),
            table(&[&["ชื่อ", "เบอร์"], &["ศูนย์ตัวอย่าง", "100"]]),
            table(&[&["กรอบข้อความ"]]),
        ],
        &known(),
    );
    assert_eq!(kinds(&page.doubts), [DoubtKind::UnknownTable, DoubtKind::UnknownColumn]);
    assert_eq!(
        page.body,
        [
            "| มาตรการ | ตัวชี้วัดความสำเร็จ |\n| --- | --- |\n| ทำคู่มือ | 1 เล่ม\\|ชุด |",
            "| ชื่อ | เบอร์ |\n| --- | --- |\n| ศูนย์ตัวอย่าง | 100 |",
            "กรอบข้อความ",
        ]
    );
}

#[test]
fn a_remark_in_a_plan_is_not_lost() {
    let page = page(vec![table(&[&["มาตรการ", "ขั้นตอน", "หมายเหตุ"], &["ทำคู่มือ", "ร่าง", "รออนุมัติ"]])], &known());
    assert_eq!(page.body, ["| มาตรการ | หมายเหตุ |\n| --- | --- |\n| ทำคู่มือ | รออนุมัติ |"]);
}

#[test]
fn headings_within_a_table_are_instruments_or_issues() {
    let (front_matter, doubts) =
        read(&[&["มาตรการ", "ขั้นตอน"], &["แบบวัด IIT", "<"], &["ทำคู่มือ", "ร่าง"], &["ด้านการบริการ", "<"], &["ทำสื่อ", "ร่าง"], &["ทำเว็บ", "ร่าง"]]);
    assert_eq!(front_matter["issues"], json!([{"id": "i1", "title": "ด้านการบริการ", "measures": ["m2", "m3"]}]));
    assert_eq!(doubts, [DoubtKind::GroupAsIssue]);
}

#[test]
fn notes_and_signatures_below_rows_are_no_rows() {
    let page = page(
        vec![table(&[&["มาตรการ", "ขั้นตอน", "ผล"], &["ทำคู่มือ", "ร่าง", "เสร็จ"], &["หมายเหตุ ข้อมูลเบื้องต้น", "<", "<"], &["", "", "ผู้รายงาน"]])],
        &known(),
    );
    assert_eq!(entries(&page.front_matter), &json!([{"measures": ["m1"], "status": "unstated", "results": ["เสร็จ"]}]));
    assert_eq!(page.body, ["หมายเหตุ ข้อมูลเบื้องต้น", "ผู้รายงาน"]);
}

#[test]
fn several_measures_in_a_cell_stay_together() {
    let (front_matter, doubts) = read(&[&["มาตรการ", "ขั้นตอน"], &["1. ทำคู่มือ\n2. ทำสื่อ", "1. ร่าง\n2. ประกาศ"]]);
    assert_eq!(front_matter, json!({"measures": [{"id": "m1", "title": "1. ทำคู่มือ 2. ทำสื่อ", "steps": ["ร่าง", "ประกาศ"]}]}));
    assert_eq!(doubts, [DoubtKind::SeveralMeasures]);
}

#[test]
fn entries_take_the_ids_of_a_known_plan() {
    let plan = with_plan(&[("a", "1. จัดทำคู่มือการให้บริการประชาชน"), ("m1", "พัฒนาเว็บไซต์ของหน่วยงาน")]);
    let page = page(
        vec![table(&[
            &["มาตรการ", "ผลการดำเนินการ", "ผู้รับผิดชอบ"],
            &["จัดทำ คู่มือการให้บริการประชาชน", "ทำแล้ว", ""],
            &["2. พัฒนาเว็ปไซต์ของหน่วยงาน", "- รายไตรมาส\n- ทำแล้ว", "กองคลัง"],
            &["ปลูกต้นไม้", "ทำแล้ว", "กองช่าง"],
        ])],
        &plan,
    );
    assert_eq!(
        page.front_matter,
        json!({
            "measures": [{"id": "m2", "title": "ปลูกต้นไม้", "responsible": {"units": ["กองช่าง"]}}],
            "progress": {"entries": [
                {"measures": ["a"], "status": "unstated", "results": ["ทำแล้ว"]},
                {"measures": ["m1"], "title": "พัฒนาเว็ปไซต์ของหน่วยงาน", "status": "unstated", "results": ["รายไตรมาส", "ทำแล้ว"]},
                {"measures": ["m2"], "status": "unstated", "results": ["ทำแล้ว"]},
            ]},
        })
    );
    assert_eq!(kinds(&page.doubts), [DoubtKind::NoStatus, DoubtKind::TitleDiffers, DoubtKind::RepeatedPlan, DoubtKind::UnknownMeasure]);
    assert_eq!(page.doubts[1].taken.as_deref(), Some("m1"));
}

#[test]
fn evidence_with_an_address_is_evidence() {
    let (front_matter, doubts) = read(&[
        &["มาตรการ", "ผลการดำเนินการ", "เอกสาร/หลักฐาน"],
        &["ทำคู่มือ", "ทำแล้ว", "คู่มือ https://example.go.th/a.pdf"],
        &["ทำสื่อ", "ทำแล้ว", "ภาพถ่าย"],
        &["ทำเว็บ", "ทำแล้ว", "-"],
    ]);
    assert_eq!(front_matter["evidence"], json!([{"id": "e1", "url": "https://example.go.th/a.pdf", "title": "คู่มือ"}]));
    assert_eq!(
        entries(&front_matter),
        &json!([
            {"measures": ["m1"], "status": "unstated", "results": ["ทำแล้ว"], "evidence": ["e1"]},
            {"measures": ["m2"], "status": "unstated", "results": ["ทำแล้ว"], "remark": "ภาพถ่าย"},
            {"measures": ["m3"], "status": "unstated", "results": ["ทำแล้ว"]},
        ])
    );
    assert_eq!(doubts, [DoubtKind::NoStatus, DoubtKind::EvidenceWithoutAddress]);
}

#[test]
fn remarks_of_a_report_go_to_the_entry() {
    for (problems, cell, remark) in [
        ("ปัญหา/อุปสรรค", "ขาดงบ", "ปัญหา/อุปสรรค: ขาดงบ\nปีหน้า"),
        ("ปัญหา อุปสรรค และข้อเสนอแนะ", "ขาดงบ", "ปัญหา อุปสรรค และข้อเสนอแนะ: ขาดงบ\nปีหน้า"),
        ("ปัญหาอุปสรรค", "-", "ปีหน้า"),
    ] {
        let (front_matter, _) = read(&[&["มาตรการ", "สถานะ", problems, "หมายเหตุ"], &["ทำคู่มือ", "ยกเลิก", cell, "ปีหน้า"]]);
        assert_eq!(entries(&front_matter), &json!([{"measures": ["m1"], "status": "cancelled", "remark": remark}]));
    }
}

#[test]
fn a_row_below_a_repeated_heading_goes_on_with_a_cut_one() {
    let head: &[&str] = &["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"];
    let first: &[&str] = &["แยกเรื่อง", "1. อบรม\n2. ทำคู่มือ", "กองคลัง", "ม.ค. 2566"];
    let cut: &[&str] = &["ยกระดับ", "1. ตั้งศูนย์", "กองช่าง", "ตลอดปี"];
    let (front_matter, doubts) = read(&[
        head,
        first,
        cut,
        head,
        &["งานบริการ", "ข้อมูล\n2. อบรมเจ้าหน้าที่", "", "2566"],
        &["วางมาตรการ", "1. ร่าง", "กองคลัง", "มี.ค. 2566"],
    ]);
    let measures = &front_matter["measures"];
    assert_eq!(measures[1]["title"], "ยกระดับ งานบริการ");
    assert_eq!(measures[1]["steps"], json!(["ตั้งศูนย์ ข้อมูล", "อบรมเจ้าหน้าที่"]));
    assert_eq!(measures[1]["period"]["label"], "ตลอดปี 2566");
    assert_eq!(measures[2]["title"], "วางมาตรการ");
    assert_eq!(measures.as_array().map(Vec::len), Some(3));
    assert_eq!(doubts, [DoubtKind::RowJoined, DoubtKind::YearTakenAsFiscal]);
    // Whole rows below the heading, a list that runs through the table, and rows amid the table are their own.
    for rows in [
        &[head, first, head, cut][..],
        &[head, cut, head, &["ทำเว็บไซต์", "2. เขียน", "กองคลัง", "มี.ค. 2566"]],
        &[head, cut, &["งานบริการ", "ข้อมูล\n2. อบรมเจ้าหน้าที่", "", "2566"]],
    ] {
        let (front_matter, doubts) = read(rows);
        assert_eq!(front_matter["measures"].as_array().map(Vec::len), Some(2), "{rows:?}");
        assert!(!doubts.contains(&DoubtKind::RowJoined));
    }
}

#[test]
fn a_heading_of_two_rows_is_skipped_where_it_is_printed_again() {
    let above: &[&str] = &["ประเด็น", "การนำผลไปสู่การปฏิบัติ", "<", "ขั้นตอน", "หน่วยงานผู้รับผิดชอบ"];
    let (front_matter, doubts) = read(&[
        above,
        &["^", "ข้อคำถาม ITA", "ข้อค้นพบ", "^", "^"],
        &["(๑) งานพัสดุ", "I1 ยืมถูกต้อง คะแนน 90.00", "- ทำถูกต้อง", "1. ทำคู่มือ", "- กองคลัง\nข้อจำกัดของหน่วยงาน\nไม่มี"],
        above,
        &["^", "ข้อความ", "ข้อค้นพบ", "^", "^"],
        &["(๒) งานช่าง", "I2 คุ้มค่า คะแนน 80.00", "- ไม่คุ้มค่า", "1. ตรวจ", "- กองช่าง\nข้อจำกัดของหน่วยงาน\nคนน้อย"],
    ]);
    let issues = &front_matter["issues"];
    assert_eq!((&issues[0]["title"], &issues[0]["limitations"]), (&json!("งานพัสดุ"), &json!([])));
    assert_eq!((&issues[1]["title"], &issues[1]["limitations"]), (&json!("งานช่าง"), &json!(["คนน้อย"])));
    assert_eq!(front_matter["measures"][0]["responsible"], json!({"units": ["กองคลัง"]}));
    assert_eq!(issues.as_array().map(Vec::len), Some(2));
    assert_eq!(doubts, []);
}

#[test]
fn sheets_do_not_go_on_with_each_other_without_a_heading() {
    let mut first = grid(&[&["มาตรการ", "ขั้นตอน"], &["ทำคู่มือ", "ร่าง"]]);
    let mut second = grid(&[&["รายชื่อ", "เบอร์"], &["ก", "1"]]);
    (first.name, second.name) = (Some("แผน".to_owned()), Some("อื่น".to_owned()));
    let page = page(vec![GridBlock::Grid(first), GridBlock::Grid(second)], &known());
    assert_eq!(page.front_matter["measures"].as_array().map(Vec::len), Some(1));
    assert_eq!(kinds(&page.doubts), [DoubtKind::UnknownTable]);
}

#[test]
fn a_row_without_a_measure_is_kept() {
    let (front_matter, doubts) = read(&[&["มาตรการ", "ขั้นตอน"], &["", "ร่าง"]]);
    assert_eq!(front_matter, json!({"measures": [{"id": "m1", "steps": ["ร่าง"]}]}));
    assert_eq!(doubts, [DoubtKind::NoTitle]);
}

#[test]
fn a_large_document_takes_linear_time() {
    // 200,000 cells are twenty times as many.
    const ROWS: usize = 1_700;
    let row: &[&str] = &["ปรับปรุงขั้นตอนการให้บริการของหน่วยงาน", "1. ร่าง 2. ประกาศ", "กองคลัง/กองช่าง", "ต.ค. 2565 - มี.ค. 2566", "✓", "ทำแล้ว"];
    let head: &[&str] = &["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "ดำเนินการแล้ว", "ผลการดำเนินการ"];
    let rows: Vec<&[&str]> = std::iter::once(head).chain(std::iter::repeat_n(row, ROWS)).collect();
    let plan: Vec<(String, String)> = (0..3_000).map(|at| (format!("p{at}"), format!("{at} มาตรการตามแผนของหน่วยงานที่ {at}"))).collect();
    let plan: Vec<(&str, &str)> = plan.iter().map(|(id, title)| (id.as_str(), title.as_str())).collect();
    let start = std::time::Instant::now();
    let page = page(vec![table(&rows)], &with_plan(&plan));
    assert_eq!(entries(&page.front_matter).as_array().map(Vec::len), Some(ROWS));
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn a_cell_merged_over_thousands_of_rows_is_not_multiplied_without_limit() {
    let text = "รายงานทุกเดือน ".repeat(2_000);
    let first: Vec<&str> = vec!["ทำคู่มือ", &text];
    let titles: Vec<String> = (0..3_000).map(|at| format!("ทำสื่อ {at}")).collect();
    let others: Vec<[&str; 2]> = titles.iter().map(|title| [title.as_str(), "^"]).collect();
    let rows: Vec<&[&str]> =
        [&["มาตรการ", "การกำกับติดตาม"] as &[&str], &first].into_iter().chain(others.iter().map(|row| row as &[&str])).collect();
    let page = page(vec![table(&rows)], &known());
    assert!(page.front_matter.to_string().len() < 4_000_000);
    assert_eq!(kinds(&page.doubts), [DoubtKind::CopyLimit]);
}

#[test]
fn a_row_that_looks_like_a_heading_goes_on_with_the_table() {
    let page = page(
        vec![
            table(&[&["มาตรการ", "ขั้นตอน", "การกำกับติดตาม"], &["๑.ทำคู่มือ", "ร่าง", "-รายงานผล"]]),
            table(&[&["เล่มใหม่", "และเล่มเก่า", ""], &["๒.การดำเนินงาน", "ประกาศ", "รายงานผล"], &["--", "---", ""]]),
        ],
        &known(),
    );
    assert_eq!(
        page.front_matter["measures"],
        json!([
            {"id": "m1", "title": "ทำคู่มือ เล่มใหม่", "steps": ["ร่าง และเล่มเก่า"], "monitoring": ["รายงานผล"]},
            {"id": "m2", "title": "การดำเนินงาน", "steps": ["ประกาศ"], "monitoring": ["รายงานผล"]},
        ])
    );
    assert_eq!(kinds(&page.doubts), [DoubtKind::RowJoined]);
}

#[test]
fn a_page_that_begins_without_a_number_goes_on_with_the_row() {
    let page = page(
        vec![
            table(&[&["ที่", "มาตรการ", "ขั้นตอน"], &["1", "ทำ", "ร่าง"]]),
            table(&[&["", "คู่มือ", "ประกาศ"], &["2", "ทำสื่อ", "ร่าง"]]),
            paragraph("(นายสมมติ ทดลอง)"),
        ],
        &known(),
    );
    assert_eq!(
        page.front_matter["measures"],
        json!([{"id": "m1", "title": "ทำ คู่มือ", "steps": ["ร่าง ประกาศ"]}, {"id": "m2", "title": "ทำสื่อ", "steps": ["ร่าง"]}])
    );
    assert_eq!(kinds(&page.doubts), [DoubtKind::RowJoined, DoubtKind::PersonName]);
    assert_eq!(page.body, ["(นายสมมติ ทดลอง)"]);
}
