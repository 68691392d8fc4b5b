//! S1: a progress table of FY 2566 (O43) in nine columns: three rows, one of them for three
//! indicators, Thai digits.

use crate::common;
use crate::facts::{each_holds, holds, list_of};

const SITE: &str = "tests/sites/s1";
const PAGE: &str = "2566/o43";

#[test]
fn the_heading_and_the_year_of_the_folder() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    holds("h1", &page.heading(), "ความก้าวหน้าในการนำมาตรการด้านคุณธรรมและความโปร่งใส");
    holds("fiscal year", &page.text("dl#about [data-field=fiscal-year]"), "2566");
}

#[test]
fn five_indicators_are_named_under_their_canonical_numbers_without_scores() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let indicators =
        [(2, "การใช้งบประมาณ"), (5, "การแก้ไขปัญหาการทุจริต"), (6, "คุณภาพการดำเนินงาน"), (7, "ประสิทธิภาพการสื่อสาร"), (8, "การปรับปรุงการทำงาน")];
    assert_eq!(page.texts("table#scores tr[data-indicator]").len(), indicators.len());
    for (no, name) in indicators {
        holds("name", &page.text(&format!("table#scores tr[data-indicator=\"{no}\"] [data-field=name]")), name);
    }
}

#[test]
fn one_row_answers_three_indicators() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    assert_eq!(page.texts("table#plan tr[data-measure]").len(), 3);
    assert_eq!(page.texts("table#plan tr[data-measure=service]").len(), 1);
    let indicators = page.text("table#plan tr#service [data-field=indicators]");
    for number in ["6", "7", "8"] {
        holds("indicators", &indicators, number);
    }
}

#[test]
fn the_plan_of_budget() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#budget [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#budget", field));
    each_holds("title", cell("title"), &["ให้บุคลากรรู้และร่วมตรวจการใช้งบประมาณ"]);
    holds("indicators", &cell("indicators").concat(), "2");
    each_holds(
        "steps",
        list("steps"),
        &["งานนโยบายและแผนแจ้งแผนการใช้จ่ายประจำปีแก่บุคลากรในที่ประชุมพนักงาน", "บอกช่องทางที่บุคลากรใช้สอบถาม แสดงความเห็น หรือทักท้วงเรื่องการใช้เงินงบประมาณ"],
    );
    each_holds("responsible", list("responsible"), &["สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา"]);
    each_holds("posts", list("posts"), &["ผู้อำนวยการทุกกอง", "เจ้าหน้าที่การเงิน", "นักวิเคราะห์นโยบายและแผน", "เจ้าพนักงานทุกคน"]);
    each_holds(
        "monitoring",
        list("monitoring"),
        &["ทต.ตัวอย่างสองให้บุคลากรมีส่วนร่วมตรวจการใช้จ่ายงบประมาณตามสมควร", "ตั้งคณะทำงานติดตามการใช้จ่าย", "งานนโยบายและแผนเสนอผลต่อผู้บังคับบัญชาทีละระดับ"],
    );
    each_holds("period", cell("period"), &["มี.ค. ๒๕๖๖"]);
    holds("report", &cell("report").concat(), "ไตรมาส");
}

#[test]
fn the_plan_of_anticorruption() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#anticorruption [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#anticorruption", field));
    each_holds("title", cell("title"), &["วางมาตรการภายในและประเมินความเสี่ยงการทุจริต"]);
    holds("indicators", &cell("indicators").concat(), "5");
    each_holds(
        "steps",
        list("steps"),
        &["ตั้งคณะกรรมการจัดทำมาตรการด้านคุณธรรมและความโปร่งใส", "ประชุมคณะกรรมการยกร่างมาตรการ", "มอบหมายผู้รับผิดชอบในแต่ละสำนักและกอง"],
    );
    each_holds("responsible", list("responsible"), &["สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา"]);
    each_holds("posts", list("posts"), &["ผู้อำนวยการทุกกอง", "นิติกร"]);
    each_holds(
        "monitoring",
        list("monitoring"),
        &[
            "วิเคราะห์ความเสี่ยงการทุจริตพร้อมข้อเสนอและอุปสรรค แล้ววางวิธีแก้ไขให้เพียงพอ",
            "เสนอผลการป้องกันการทุจริตของปีต่อผู้บังคับบัญชา รอบ 6 เดือนแรกและรอบ 12 เดือน",
        ],
    );
    each_holds("period", cell("period"), &["มี.ค. ๒๕๖๖"]);
    holds("report", &cell("report").concat(), "6 เดือน");
    holds("report", &cell("report").concat(), "12 เดือน");
}

#[test]
fn the_plan_of_service() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#service [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#service", field));
    each_holds("title", cell("title"), &["บริการเท่าเทียม สื่อสารชัดเจน และมี E-Service"]);
    holds("indicators", &cell("indicators").concat(), "6");
    holds("indicators", &cell("indicators").concat(), "7");
    holds("indicators", &cell("indicators").concat(), "8");
    each_holds(
        "steps",
        list("steps"),
        &[
            "ปรับวิธีทำงานและบริการให้ผู้มาติดต่อทุกคนได้รับการปฏิบัติเสมอกัน",
            "ค้นหางานบริการที่ผู้รับบริการยังได้รับการปฏิบัติต่างกัน",
            "เขียนขั้นตอนบริการไว้ในคู่มือหรือมาตรฐานบริการของ ทต.ตัวอย่างสอง",
            "เปิดบริการ E-Service",
            "ให้คนภายนอกร่วมงานตามภารกิจของ ทต.ตัวอย่างสองผ่านโครงการและกิจกรรม",
        ],
    );
    each_holds("responsible", list("responsible"), &["สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา"]);
    each_holds("posts", list("posts"), &["ผู้อำนวยการทุกกอง", "นักทรัพยากรบุคคล", "เจ้าพนักงานทุกคน"]);
    each_holds(
        "monitoring",
        list("monitoring"),
        &["ผู้บังคับบัญชาติดตามผลงานที่ปรับปรุงแล้วของ ทต.ตัวอย่างสองจากรายงานผลประจำปี", "ผู้บังคับบัญชาติดตามรายงานผลตามมาตรการด้านคุณธรรมและความโปร่งใส"],
    );
    each_holds("period", cell("period"), &["ต.ค. ๒๕๖๕ – มี.ค. ๒๕๖๖"]);
    holds("report", &cell("report").concat(), "ไตรมาส");
}
#[test]
fn the_progress_of_budget() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=budget] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=budget]", field));
    each_holds("title", cell("title"), &["ให้บุคลากรรู้และร่วมตรวจการใช้งบประมาณ"]);
    each_holds(
        "steps",
        list("steps"),
        &["งานนโยบายและแผนแจ้งแผนการใช้จ่ายประจำปีแก่บุคลากรในที่ประชุมพนักงาน", "บอกช่องทางที่บุคลากรใช้สอบถาม แสดงความเห็น หรือทักท้วงเรื่องการใช้เงินงบประมาณ"],
    );
    each_holds("status", page.texts("table#plan tr[data-measure=budget] [data-field=status][data-status=done]"), &["ดำเนินการแล้ว"]);
    each_holds(
        "results",
        list("results"),
        &["อนุมัติแผนและประชุมจัดทำการใช้จ่ายงบประมาณแล้ว", "กำกับและติดตามการใช้จ่ายแล้ว", "เสนอผลในที่ประชุมประจำเดือนและต่อผู้บริหาร"],
    );
}

#[test]
fn the_progress_of_anticorruption() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=anticorruption] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=anticorruption]", field));
    each_holds("title", cell("title"), &["วางมาตรการภายในและประเมินความเสี่ยงการทุจริต"]);
    each_holds(
        "steps",
        list("steps"),
        &["ตั้งคณะกรรมการจัดทำมาตรการด้านคุณธรรมและความโปร่งใส", "ประชุมคณะกรรมการยกร่างมาตรการ", "มอบหมายผู้รับผิดชอบในแต่ละสำนักและกอง"],
    );
    each_holds("status", page.texts("table#plan tr[data-measure=anticorruption] [data-field=status][data-status=done]"), &["ดำเนินการแล้ว"]);
    each_holds("results", list("results"), &["ออกคำสั่งตั้งคณะกรรมการจัดทำมาตรการด้านคุณธรรมและความโปร่งใสแล้ว"]);
}

#[test]
fn the_progress_of_service() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=service] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=service]", field));
    each_holds("title", cell("title"), &["บริการเท่าเทียม สื่อสารชัดเจน และมี E-Service"]);
    each_holds(
        "steps",
        list("steps"),
        &[
            "ปรับวิธีทำงานและบริการให้ผู้มาติดต่อทุกคนได้รับการปฏิบัติเสมอกัน",
            "ค้นหางานบริการที่ผู้รับบริการยังได้รับการปฏิบัติต่างกัน",
            "เขียนขั้นตอนบริการไว้ในคู่มือหรือมาตรฐานบริการของ ทต.ตัวอย่างสอง",
            "เปิดบริการ E-Service",
            "ให้คนภายนอกร่วมงานตามภารกิจของ ทต.ตัวอย่างสองผ่านโครงการและกิจกรรม",
        ],
    );
    each_holds("status", page.texts("table#plan tr[data-measure=service] [data-field=status][data-status=done]"), &["ดำเนินการแล้ว"]);
    each_holds(
        "results",
        list("results"),
        &[
            "ทำคู่มือมาตรฐานงานและคู่มือการรับบริการแล้ว",
            "เผยแพร่คู่มือการรับบริการ",
            "เปิด E-Service แล้ว",
            "มีช่องทางเผยแพร่คู่มือการรับบริการ",
            "เสนอผู้บังคับบัญชาตามลำดับและแจ้งผู้บริหาร",
        ],
    );
}

#[test]
fn the_status_stands_in_one_of_three_columns() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let head = page.text("table#plan thead");
    for column in ["ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว"]
    {
        holds("header", &head, column);
    }
    assert_eq!(page.texts("table#plan [data-field=status][data-status=done]").len(), 3);
}

#[test]
fn numbers_are_printed_in_thai_digits() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    for (measure, period) in [("budget", "มี.ค. ๒๕๖๖"), ("anticorruption", "มี.ค. ๒๕๖๖"), ("service", "ต.ค. ๒๕๖๕ – มี.ค. ๒๕๖๖")]
    {
        let printed = page.text(&format!("table#plan tr#{measure} [data-field=period]"));
        assert!(printed.contains(period), "{measure}: {printed}");
    }
}

#[test]
fn what_the_paper_really_says_is_kept() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let text = page.texts("body").concat();
    holds("a word too many in an indicator name", &text, "การแก้ไขปัญหามูลค่าการทุจริต");
    holds("a garbled post", &text, "ก.ทพ.พยากรบุคคล");
    holds("the second abbreviation of the body", &text, "ทต.ตัวอย่างคู่");
}
