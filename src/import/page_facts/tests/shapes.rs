//! The five shapes of documents, each as a whole.

use serde_json::json;

use super::build::{kinds, known, page, paragraph, table};
use crate::import::page_facts::{DoubtKind, PageKind};
use crate::thai::FiscalYear;

/// Scores with one reading per instrument, then a plan whose second row a page cuts.
#[test]
fn scores_and_plan() {
    let page = page(
        vec![
            paragraph("*แผนมาตรการทดลอง"),
            paragraph("*ประจำปีงบประมาณ พ.ศ. 2566"),
            paragraph("ตามที่หน่วยงานตัวอย่างได้ทราบผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565 แล้ว"),
            table(&[
                &["ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง"],
                &["*แบบวัดภายใน (IIT)", "<"],
                &["1. การปฏิบัติหน้าที่ 90.41คะแนน", "ควรฝึกเพิ่ม"],
                &["2. การใช้งบประมาณ ....85.54.... คะแนน", "^"],
                &["แบบวัดภายนอก (EIT)", ""],
                &["6. คุณภาพการดำเนินงาน ๘๖.๐๔ คะแนน", "ควรเร็วขึ้น"],
                &["คะแนนรวม 81.20 ระดับ B", ""],
            ]),
            paragraph("ที่ประชุมเห็นชอบแผนเมื่อวันที่ 31 มกราคม 2566 แล้ว"),
            table(&[
                &["มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "การติดตามผล"],
                &["1. แยกเรื่องส่วนตัว", "1. อบรม 2. ทำคู่มือ", "สำนักปลัดฯ", "ม.ค. - มี.ค. 66", "แจ้งในที่ประชุม"],
                &["2. พัฒนาระบบ", "1. ตั้งศูนย์", "กองคลัง", "ตลอดปี", "แจ้งผล"],
            ]),
            table(&[&["งานให้ทันสมัย", "ข้อมูล\n2. อบรมเจ้าหน้าที่", "", "2566", "ทุกเดือน"], &["3. วางมาตรการ", "", "กองช่าง", "", ""]]),
            paragraph("หน่วยงานตัวอย่าง"),
        ],
        &known(),
    );
    assert_eq!(page.kind, Some(PageKind::Measures));
    assert_eq!(page.fiscal_year, FiscalYear::new(2566));
    assert_eq!(
        page.front_matter,
        json!({
            "title": "แผนมาตรการทดลอง ประจำปีงบประมาณ พ.ศ. 2566",
            "analysed_year": 2565,
            "adopted": {"date": "2023-01-31"},
            "assessment": {"year": 2565, "total": 81.2, "grade": "B", "instruments": [
                {"id": "IIT", "indicators": [
                    {"no": 1, "name": "การปฏิบัติหน้าที่", "score": 90.41},
                    {"no": 2, "name": "การใช้งบประมาณ", "score": 85.54},
                ], "reading": "ควรฝึกเพิ่ม"},
                {"id": "EIT", "indicators": [{"no": 6, "name": "คุณภาพการดำเนินงาน", "score": 86.04}], "reading": "ควรเร็วขึ้น"},
            ]},
            "measures": [
                {"id": "m1", "title": "แยกเรื่องส่วนตัว", "steps": ["อบรม", "ทำคู่มือ"],
                 "responsible": {"units": [{"value": "สำนักปลัด", "as_written": "สำนักปลัดฯ"}]},
                 "period": {"from": "2023-01", "to": "2023-03", "label": "ม.ค. - มี.ค. 66"}, "monitoring": ["แจ้งในที่ประชุม"]},
                {"id": "m2", "title": "พัฒนาระบบ งานให้ทันสมัย", "steps": ["ตั้งศูนย์ ข้อมูล", "อบรมเจ้าหน้าที่"],
                 "responsible": {"units": ["กองคลัง"]},
                 "period": {"from": "2022-10", "to": "2023-09", "label": "ตลอดปี 2566"}, "monitoring": ["แจ้งผล ทุกเดือน"]},
                {"id": "m3", "title": "วางมาตรการ", "responsible": {"units": ["กองช่าง"]}},
            ],
        })
    );
    assert_eq!(kinds(&page.doubts), [DoubtKind::RowJoined, DoubtKind::TwoDigitYear, DoubtKind::YearTakenAsFiscal]);
    assert_eq!(
        page.body,
        ["ตามที่หน่วยงานตัวอย่างได้ทราบผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565 แล้ว", "ที่ประชุมเห็นชอบแผนเมื่อวันที่ 31 มกราคม 2566 แล้ว", "หน่วยงานตัวอย่าง",]
    );
}

/// Rows by indicator, with numbers that restart, columns of status and a repeated heading.
#[test]
fn progress_by_indicator() {
    let head: &[&str] = &[
        "ตัวชี้วัดของ การ ประเมิน ITA",
        "(๑) ผู้รับผิดชอบ หรือผู้ที่เกี่ยวข้อง",
        "(๒) ขั้นตอน หรือวิธีปฏิบัติ",
        "(๔) ระยะเวลา ดำเนินการ",
        "ยังไม่ ดำเนินการ",
        "อยู่ระหว่าง ดำเนินการ",
        "ดำเนินการ แล้ว",
        "(๕) การรายงานผลการ ดำเนินการ",
    ];
    let page = page(
        vec![
            paragraph("ความก้าวหน้าตาม O๔๒ ของหน่วยงาน"),
            paragraph("แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายใน (IIT)"),
            table(&[
                head,
                &[
                    "๑. การใช้ งบประมาณ",
                    "สำนักปลัด/กอง คลัง/ กองพัฒนา\n๑. ผอ.ทุกกอง\n๒. นิติกร",
                    "๑. แจ้งแผน\n๒ตรวจสอบการใช้จ่าย",
                    "มี.ค. ๒๕๖๖",
                    "",
                    "",
                    "/",
                    "- รายไตรมาส\n๑. อนุมัติแล้ว",
                ],
                head,
                &["๒. การแก้ไขปัญหาเรื่องการทุจริต", "นิติกร", "", "", "/", "", "", ""],
            ]),
            paragraph("แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายนอก (EIT)"),
            table(&[
                head,
                &[
                    "๑ . คุณภาพการดำเนินงาน\n๒. ประสิทธิภาพการสื่อสาร",
                    "กองช่าง",
                    "เปิดรับฟัง",
                    "ต.ค. ๒๕๖๕ ถึง มี.ค. ๒๕๖๖",
                    "",
                    "",
                    "✓",
                    "ราย ๖ เดือน และ ๑๒ เดือน\n๑. ทำแล้ว",
                ],
            ]),
        ],
        &known(),
    );
    assert_eq!(page.kind, Some(PageKind::Progress));
    assert_eq!(page.item.map(|item| item.code).as_deref(), Some("O42"));
    assert_eq!(
        page.front_matter,
        json!({
            "title": "ความก้าวหน้าตาม O๔๒ ของหน่วยงาน",
            "assessment": {"instruments": [
                {"id": "IIT", "indicators": [
                    {"no": {"value": 2, "as_written": "๑"}, "name": {"value": "การใช้งบประมาณ", "as_written": "การใช้ งบประมาณ"}},
                    {"no": {"value": 5, "as_written": "๒"}, "name": {"value": "การแก้ไขปัญหาการทุจริต", "as_written": "การแก้ไขปัญหาเรื่องการทุจริต"}},
                ]},
                {"id": "EIT", "indicators": [
                    {"no": {"value": 6, "as_written": "๑"}, "name": "คุณภาพการดำเนินงาน"},
                    {"no": {"value": 7, "as_written": "๒"}, "name": "ประสิทธิภาพการสื่อสาร"},
                ]},
            ]},
            "measures": [
                {"id": "m1", "addresses": {"indicators": [2]}, "steps": ["แจ้งแผน", "ตรวจสอบการใช้จ่าย"],
                 "responsible": {"units": ["สำนักปลัด", {"value": "กองคลัง", "as_written": "กอง คลัง"}, "กองพัฒนา"], "posts": ["ผอ.ทุกกอง", "นิติกร"]},
                 "period": {"from": "2023-03", "to": "2023-03"}, "report": {"cadence": ["quarterly"]}},
                {"id": "m2", "addresses": {"indicators": [5]}, "responsible": {"posts": ["นิติกร"]}},
                {"id": "m3", "addresses": {"indicators": [6, 7]}, "steps": ["เปิดรับฟัง"], "responsible": {"units": ["กองช่าง"]},
                 "period": {"from": "2022-10", "to": "2023-03"}, "report": {"cadence": ["6m", "12m"]}},
            ],
            "progress": {"of": {"item": "O42"}, "entries": [
                {"measures": ["m1"], "status": "done", "results": ["อนุมัติแล้ว"], "as_marked": "/"},
                {"measures": ["m2"], "status": "not_started", "as_marked": "/"},
                {"measures": ["m3"], "status": "done", "results": ["ทำแล้ว"], "as_marked": "✓"},
            ]},
            "view": {"status_columns": "split", "group_by": "instrument"},
        })
    );
    assert_eq!(kinds(&page.doubts), [DoubtKind::FieldFromText, DoubtKind::LooseMark, DoubtKind::IndicatorName]);
    assert_eq!(page.body.len(), 2);
}

/// A memo with a plan and, below it, a report on the same measures under a merged heading.
#[test]
fn memo_with_plan_and_progress() {
    let page = page(
        vec![
            paragraph("บันทึกข้อความ"),
            paragraph("ส่วนราชการ สำนักปลัดเทศบาลตำบลตัวอย่าง"),
            paragraph("ที่ ตย ๑๒๓๔๕/   วันที่ ๓๑ มีนาคม พ.ศ. ๒๕๖๖"),
            paragraph("เรื่อง รายงานผลตามมาตรการ"),
            paragraph("เรียน นายกเทศมนตรี"),
            paragraph("ตามที่ได้กำหนดมาตรการไว้ ขอรายงานดังนี้"),
            table(&[
                &["มาตรการ", "ขั้นตอนหรือวิธีการ", "ผู้รับผิดชอบ", "การกำกับติดตาม"],
                &["๑.ให้ความรู้แก่ทุกคน", "ทำสื่อ", "สำนักปลัด กองคลัง", "-สรุปผล ณ ๓๑ มีนาคม"],
                &["๒.ลดขั้นตอนการบริการ", "-รวมจุดบริการ\n-รับฟัง", "กองช่าง", "^"],
            ]),
            table(&[
                &["มาตรการ", "ขั้นตอนหรือวิธีการ", "สถานะการดำเนินการ", "<", "<"],
                &["^", "^", "ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการเสร็จเรียบร้อยแล้ว"],
                &["ให้ความรู้แก่ทุกคน", "ทำสื่อ", "/", "", ""],
                &["ลดขั้นตอนในการบริการ", "- รวมจุดบริการ - รับฟัง", "", "", "/ (ดูที่เว็บไซต์)"],
                &["เผยแพร่ข่าวสารใหม่ทั้งหมด", "", "", "", "(ดูที่เว็บไซต์)"],
            ]),
            paragraph("จึงเรียนมาเพื่อโปรดทราบ"),
            paragraph("(ลงชื่อ)"),
            paragraph("นางสาวสมมติ ตัวอย่าง"),
            paragraph("หัวหน้าสำนักปลัด"),
            paragraph("ความเห็นนายกเทศมนตรี"),
            paragraph("(ลงชื่อ)........"),
            paragraph("(สมมุติ ทดลอง)"),
            paragraph("ปลัดเทศบาล ปฏิบัติหน้าที่"),
            paragraph("นายกเทศมนตรี"),
        ],
        &known(),
    );
    assert_eq!(
        page.front_matter,
        json!({
            "title": "รายงานผลตามมาตรการ",
            "measures": [
                {"id": "m1", "title": "ให้ความรู้แก่ทุกคน", "steps": ["ทำสื่อ"], "responsible": {"units": ["สำนักปลัด", "กองคลัง"]}, "monitoring": ["สรุปผล ณ ๓๑ มีนาคม"]},
                {"id": "m2", "title": "ลดขั้นตอนการบริการ", "steps": ["รวมจุดบริการ", "รับฟัง"], "responsible": {"units": ["กองช่าง"]}, "monitoring": ["สรุปผล ณ ๓๑ มีนาคม"]},
                {"id": "m3", "title": "เผยแพร่ข่าวสารใหม่ทั้งหมด"},
            ],
            "progress": {"entries": [
                {"measures": ["m1"], "status": "not_started", "as_marked": "/"},
                {"measures": ["m2"], "title": "ลดขั้นตอนในการบริการ", "status": "done", "remark": "(ดูที่เว็บไซต์)", "as_marked": "/"},
                {"measures": ["m3"], "status": "unstated", "remark": "(ดูที่เว็บไซต์)", "as_marked": ""},
            ]},
            "memo": {
                "unit": "สำนักปลัดเทศบาลตำบลตัวอย่าง",
                "number": {"prefix": "ตย ๑๒๓๔๕/"},
                "date": "2023-03-31",
                "subject": "รายงานผลตามมาตรการ",
                "to": "นายกเทศมนตรี",
                "signatures": [{"post": "หัวหน้าสำนักปลัด"}, {"post": "ปลัดเทศบาล", "acting_for": "นายกเทศมนตรี"}],
                "endorsement": {"post": "นายกเทศมนตรี"},
            },
            "view": {"status_columns": "split"},
        })
    );
    assert_eq!(
        kinds(&page.doubts),
        [DoubtKind::PersonName, DoubtKind::PersonName, DoubtKind::TitleDiffers, DoubtKind::UnknownMeasure, DoubtKind::NoStatus]
    );
    assert_eq!(page.body, ["ตามที่ได้กำหนดมาตรการไว้ ขอรายงานดังนี้", "จึงเรียนมาเพื่อโปรดทราบ"]);
}

/// Topics with questions and findings under a merged heading, limitations hidden in the last cell.
#[test]
fn issues_with_questions() {
    let page = page(
        vec![
            paragraph("มาตรการทดลอง องค์การตัวอย่าง"),
            paragraph("ปีงบประมาณ พ.ศ.๒๕๖๖"),
            table(&[
                &["ประเด็น", "การนำผลการวิเคราะห์ไปสู่การปฏิบัติ", "<", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาดำเนินการ", "หน่วยงานผู้รับผิดชอบ"],
                &["^", "ข้อคำถาม ITA", "ข้อค้นพบ", "^", "^", "^"],
                &[
                    "(๑)งานโปร่งใส",
                    "E๑ บริการตรงเวลาหรือไม่ คะแนน ๗๔.๖๒\nE๒ เป็นธรรม\nหรือไม่ คะแนน ๗๘.๙๔",
                    "-ผู้ตอบ ๔.๒๖ % เห็นว่าช้า\n-ผู้ตอบ ๖.๓๘% เห็นว่าไม่เท่ากัน",
                    "๑.ทำผังขั้นตอน\n๒. กำชับ",
                    "ไตรมาส๑-๔",
                    "-สำนักปลัด -กองคลัง\n_ข้อจำกัดของหน่วยงาน\n_ในการประเมิน\n๑.คนไม่พอ\n๓.ที่คับแคบ",
                ],
            ]),
            table(&[
                &["ประเด็น", "การนำผลการวิเคราะห์ไปสู่การปฏิบัติ", "<", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาดำเนินการ", "หน่วยงานผู้รับผิดชอบ"],
                &["", "ข้อความ ITA", "ข้อค้นพบ", "", "", ""],
                &["(๒) ทรัพย์สิน", "1๒๑ ยืมถูกต้องหรือไม่ คะแนน ๑๐๐.๐๐", "-รู้วิธียืม", "๑.ทำคู่มือ", "ไตรมาส๑-๔", "-กองช่าง\n_ข้อจำกัดของหน่วยงาน\n-ไม่มี-"],
            ]),
        ],
        &known(),
    );
    assert_eq!(page.kind, Some(PageKind::Measures));
    assert_eq!(
        page.front_matter,
        json!({
            "title": "มาตรการทดลอง องค์การตัวอย่าง",
            "assessment": {"questions": [
                {"id": "E1", "score": 74.62, "text": "บริการตรงเวลาหรือไม่"},
                {"id": "E2", "score": 78.94, "text": "เป็นธรรม หรือไม่"},
                {"id": {"value": "I21", "as_written": "1๒๑"}, "score": 100.0, "text": "ยืมถูกต้องหรือไม่"},
            ]},
            "issues": [
                {"id": "i1", "title": "งานโปร่งใส", "questions": ["E1", "E2"], "findings": [
                    {"for": ["E1"], "percent": 4.26, "text": "ผู้ตอบ ๔.๒๖ % เห็นว่าช้า"},
                    {"for": ["E2"], "percent": 6.38, "text": "ผู้ตอบ ๖.๓๘% เห็นว่าไม่เท่ากัน"},
                ], "limitations": ["คนไม่พอ", "ที่คับแคบ"], "measures": ["m1"]},
                {"id": "i2", "title": "ทรัพย์สิน", "questions": ["I21"], "findings": [{"for": ["I21"], "text": "รู้วิธียืม"}], "limitations": [], "measures": ["m2"]},
            ],
            "measures": [
                {"id": "m1", "addresses": {"questions": ["E1", "E2"]}, "steps": ["ทำผังขั้นตอน", "กำชับ"],
                 "responsible": {"units": ["สำนักปลัด", "กองคลัง"]}, "period": {"quarters": [1, 2, 3, 4]}},
                {"id": "m2", "addresses": {"questions": ["I21"]}, "steps": ["ทำคู่มือ"], "responsible": {"units": ["กองช่าง"]}, "period": {"quarters": [1, 2, 3, 4]}},
            ],
        })
    );
    assert_eq!(kinds(&page.doubts), [DoubtKind::ListNumbering, DoubtKind::FindingsPaired, DoubtKind::QuestionCode]);
}

/// A table per instrument without a column of status; a row goes on over a page with blank first cells.
#[test]
fn progress_without_status() {
    let page = page(
        vec![
            paragraph("*รายงานผลทดลอง\n"),
            paragraph("*ประจำปีงบประมาณ 2566"),
            paragraph("1. แบบวัดภายใน (IIT) ได้ผลดังนี้"),
            table(&[&["มาตรการ", "วิธีการดำเนินการ", "ผลการดำเนินการ"], &["1.เพิ่มการสื่อสาร", "- ลงข่าว", "1.ทำคู่มือ\n2.กำหนดหน้าที่"]]),
            table(&[&["", "- โต้ตอบผู้ติดต่อ", "ของผู้บริหาร"]]),
            paragraph("2. แบบวัดภายนอก (EIT) ได้ผลดังนี้"),
            table(&[&["มาตรการ", "วิธีการดำเนินการ", "ผลการดำเนินงาน"], &["1. ปรับปรุงงาน", "1.บริการตรงเวลา", "1. ประชุม\n3. ประกาศเกณฑ์"]]),
        ],
        &known(),
    );
    assert_eq!(
        page.front_matter,
        json!({
            "title": "รายงานผลทดลอง ประจำปีงบประมาณ 2566",
            "measures": [
                {"id": "m1", "title": "เพิ่มการสื่อสาร", "steps": ["ลงข่าว", "โต้ตอบผู้ติดต่อ"]},
                {"id": "m2", "title": "ปรับปรุงงาน", "steps": ["บริการตรงเวลา"]},
            ],
            "progress": {"entries": [
                {"measures": ["m1"], "status": "unstated", "results": ["ทำคู่มือ", "กำหนดหน้าที่ ของผู้บริหาร"]},
                {"measures": ["m2"], "status": "unstated", "results": ["ประชุม", "ประกาศเกณฑ์"]},
            ]},
            "view": {"group_by": "instrument"},
        })
    );
    assert_eq!(kinds(&page.doubts), [DoubtKind::NoStatus, DoubtKind::ListNumbering]);
    assert_eq!(page.body.len(), 2);
}
