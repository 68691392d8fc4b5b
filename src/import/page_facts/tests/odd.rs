//! Odd cells, rows and columns, one rule each.

use serde_json::{Value, json};

use super::build::{grid, kinds, known, page, paragraph, read, table, with_plan, with_value};
use crate::attachment::grid::{CellValue, GridBlock, GridDocument, Remark, RemarkKind};
use crate::import::page_facts::{DoubtKind, Known, PageKind, facts};
use crate::thai::{Date, FiscalYear};

fn entries(front_matter: &Value) -> &Value {
    &front_matter["progress"]["entries"]
}

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
fn automatic_numbers_are_marks() {
    let (front_matter, _) = read(&[&["มาตรการ", "ขั้นตอน"], &["#1. ทำคู่มือ", "#๑. ร่าง\nต่อจากข้างบน\n#๒. ประกาศ"]]);
    assert_eq!(front_matter, json!({"measures": [{"id": "m1", "title": "ทำคู่มือ", "steps": ["ร่าง ต่อจากข้างบน", "ประกาศ"]}]}));
}

#[test]
fn divisions_posts_and_names_are_told_apart() {
    for (cell, responsible, kinds) in [
        ("สำนักปลัด, กองคลัง และกองช่าง", json!({"units": ["สำนักปลัด", "กองคลัง", "กองช่าง"]}), &[][..]),
        ("กองสาธารณสุขและสิ่งแวดล้อม", json!({"units": ["กองสาธารณสุขและสิ่งแวดล้อม"]}), &[]),
        ("สำนักปลัด\nกองการศึกษา\nศาสนาและวัฒนธรรม", json!({"units": ["สำนักปลัด", "กองการศึกษา ศาสนาและวัฒนธรรม"]}), &[]),
        ("หัวหน้าสำนักปลัด/นิติกร", json!({"posts": ["หัวหน้าสำนักปลัด", "นิติกร"]}), &[]),
        ("นายกเทศมนตรี", json!({"posts": ["นายกเทศมนตรี"]}), &[]),
        ("นายช่างโยธา", json!({"posts": ["นายช่างโยธา"]}), &[]),
        ("กองคลัง\nนายสมมติ ทดลอง", json!({"units": ["กองคลัง"], "posts": ["นายสมมติ ทดลอง"]}), &[DoubtKind::PersonName]),
        ("อาสาสมัคร", json!({"units": ["อาสาสมัคร"]}), &[DoubtKind::Responsible]),
    ] {
        let (front_matter, found) = read(&[&["มาตรการ", "ผู้รับผิดชอบ"], &["ทำคู่มือ", cell]]);
        assert_eq!(front_matter["measures"][0]["responsible"], responsible, "{cell}");
        assert_eq!(found, kinds, "{cell}");
    }
}

#[test]
fn a_column_of_posts_holds_posts() {
    let (front_matter, doubts) = read(&[&["มาตรการ", "ผู้ที่เกี่ยวข้อง"], &["ทำคู่มือ", "อาสาสมัคร\nกองคลัง"]]);
    // Lines that begin with no known word go on: the division is found by its own line.
    assert_eq!(front_matter["measures"][0]["responsible"], json!({"units": ["กองคลัง"], "posts": ["อาสาสมัคร"]}));
    assert_eq!(doubts, []);
}

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
fn a_post_is_read_without_the_number_of_the_next() {
    let (front_matter, _) = read(&[&["มาตรการ", "ผู้รับผิดชอบ"], &["ทำคู่มือ", "กองคลัง ๑. ผอ.ทุกกอง ๒. นิติกร"]]);
    assert_eq!(front_matter["measures"][0]["responsible"], json!({"units": ["กองคลัง"], "posts": ["ผอ.ทุกกอง", "นิติกร"]}));
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
