//! S2: a progress report as a memo of 31 March 2564 (O43): memo fields, six measures planned and
//! reported, two not begun.

use crate::common;
use crate::facts::{each_holds, holds, list_of};

const SITE: &str = "tests/sites/s2";
const PAGE: &str = "2564/o43";

#[test]
fn the_heading_and_the_facts_about_the_document() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    holds("h1", &page.heading(), "บันทึกรายงานผลตามมาตรการด้านคุณธรรมและความโปร่งใส");
    holds("fiscal year", &page.text("dl#about [data-field=fiscal-year]"), "2564");
    holds("analysed year", &page.text("dl#about [data-field=analysed-year]"), "2563");
    holds("data of", &page.text("dl#about [data-field=as-of]"), "31 มีนาคม 2564");
    holds("round", &page.text("dl#about [data-field=round]"), "6 เดือน");
    holds("unit", &page.text("dl#about [data-field=unit]"), "สำนักปลัด");
    holds("day of the plan", &page.text("dl#about [data-field=adopted]"), "19 มีนาคม 2564");
}

#[test]
fn the_memo_has_its_fields() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let field = |name: &str| page.text(&format!("section#memo [data-field={name}]"));
    holds("ส่วนราชการ", &field("unit"), "สำนักปลัดเทศบาลตำบลตัวอย่างสาม อำเภอตัวอย่างสาม จังหวัดตัวอย่าง");
    holds("ที่", &field("number"), "ลย 74301/");
    holds("วันที่", &field("date"), "31 มีนาคม 2564");
    holds("เรื่อง", &field("subject"), "เสนอผลการปฏิบัติตามมาตรการด้านคุณธรรมและความโปร่งใสของหน่วยงาน");
    holds("เรียน", &field("to"), "นายกเทศมนตรีตำบลตัวอย่างสาม");
    holds("ความเห็น", &field("endorsement"), "นายกเทศมนตรีตำบลตัวอย่างสาม");
    holds("reference to the earlier memo", &page.text("section#memo"), "บันทึกวิเคราะห์ผลการประเมิน ITA ปี 2563");
    holds("its date", &page.text("section#memo"), "19 มีนาคม 2564");
}

#[test]
fn two_posts_signed_and_one_acted_for_the_mayor() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    each_holds("signatures", page.texts("section#memo [data-field=signature]"), &["หัวหน้าสำนักปลัด", "ปลัดเทศบาล"]);
    holds("acting", &page.texts("section#memo [data-field=signature]")[1], "นายกเทศมนตรีตำบลตัวอย่างสาม");
}

#[test]
fn the_total_is_78_33_and_the_grade_of_the_paper_is_kept_beside_the_right_one() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    holds("total", &page.text("#analysis [data-field=total]"), "78.33");
    let grade = page.text("#analysis [data-field=grade]");
    holds("grade by the table of the year", &grade, "B");
    holds("grade in the paper", &page.texts(".notes li").concat(), "“C”");
}

#[test]
fn six_measures_are_planned_and_six_are_reported() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    assert_eq!(page.texts("table#plan tbody tr").len(), 6);
    assert_eq!(page.texts("table#plan tr[data-measure]").len(), 6);
}

#[test]
fn the_plan_of_measure_1() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#m1 [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#m1", field));
    each_holds("title", cell("title"), &["สร้างความรู้เรื่องการประเมิน ITA"]);
    each_holds("steps", list("steps"), &["เผยแพร่ความรู้เรื่อง ITA ทางสื่อสังคมออนไลน์หรือสื่อของหน่วยงาน"]);
    each_holds("responsible", list("responsible"), &["สำนักปลัด"]);
    each_holds("monitoring", list("monitoring"), &["รายงานความคืบหน้าและสรุปผล ณ 31 มีนาคม 2564"]);
}

#[test]
fn the_plan_of_measure_2() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#m2 [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#m2", field));
    each_holds("title", cell("title"), &["ทำให้ขั้นตอนบริการสั้นลง"]);
    each_holds("steps", list("steps"), &["ปรับกระบวนงานให้จบในจุดเดียวและนำระบบ IT มาช่วยบริการ", "เปิดให้เสนอความเห็นต่อการทำงานของเจ้าหน้าที่"]);
    each_holds("responsible", list("responsible"), &["สำนักปลัด", "กองคลัง", "กองช่าง"]);
    each_holds("monitoring", list("monitoring"), &["รายงานความคืบหน้าและสรุปผล ณ 31 มีนาคม 2564"]);
}

#[test]
fn the_plan_of_measure_3() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#m3 [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#m3", field));
    each_holds("title", cell("title"), &["วางนโยบายความโปร่งใสด้านการจัดซื้อจัดจ้าง"]);
    each_holds("steps", list("steps"), &["ใช้เว็บไซต์ของหน่วยงานเป็นช่องทางหลักของงานจัดซื้อจัดจ้างเพื่อกันการทุจริต"]);
    each_holds("responsible", list("responsible"), &["กองคลัง"]);
    each_holds("monitoring", list("monitoring"), &["รายงานความคืบหน้าและสรุปผล ณ 31 มีนาคม 2564"]);
}

#[test]
fn the_plan_of_measure_4() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#m4 [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#m4", field));
    each_holds("title", cell("title"), &["ให้ผู้บริหารประกาศเจตจำนงและนโยบายคุณธรรมให้ครบถ้วนทุกด้านของการประเมิน"]);
    each_holds(
        "steps",
        list("steps"),
        &[
            "ให้ผู้บริหารแสดงเจตจำนงซื่อสัตย์ กำหนดนโยบาย มาตรการ แผน หรือโครงการให้ครบทุกด้าน แล้วแจ้งเจ้าหน้าที่และประชาชนทางที่ประชุม หนังสือเวียน ประกาศ เว็บไซต์หรือสื่ออื่น",
        ],
    );
    each_holds("responsible", list("responsible"), &["สำนักปลัด"]);
    each_holds("monitoring", list("monitoring"), &["รายงานความคืบหน้าและสรุปผล ณ 31 มีนาคม 2564"]);
}

#[test]
fn the_plan_of_measure_5() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#m5 [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#m5", field));
    each_holds("title", cell("title"), &["ปรับปรุงการดำเนินงาน"]);
    each_holds(
        "steps",
        list("steps"),
        &["กำหนดขั้นตอนและเวลาของงานบริการให้ชัด", "ย้ำให้พนักงานบริการผู้มาติดต่ออย่างเสมอกันโดยไม่เลือกปฏิบัติ", "บอกข้อมูลที่ถูกต้องและตรงไปตรงมาโดยไม่ปิดบัง"],
    );
    each_holds("responsible", list("responsible"), &["สำนักปลัด", "กองคลัง", "กองช่าง"]);
    each_holds("monitoring", list("monitoring"), &["รายงานความคืบหน้าและสรุปผล ณ 31 มีนาคม 2564"]);
}

#[test]
fn the_plan_of_measure_6() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#m6 [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#m6", field));
    each_holds("title", cell("title"), &["เผยแพร่ข้อมูลข่าวสาร"]);
    each_holds("steps", list("steps"), &["เปิดเผยผลงานและข้อมูลที่สาธารณะควรรู้ในหลายช่องทางที่เข้าถึงง่าย และให้ผู้รับบริการติชมหรือแจ้งเรื่องทุจริตของเจ้าหน้าที่ได้"]);
    each_holds("responsible", list("responsible"), &["สำนักปลัด"]);
    each_holds("monitoring", list("monitoring"), &["รายงานความคืบหน้าและสรุปผล ณ 31 มีนาคม 2564"]);
}
#[test]
fn the_progress_of_measure_1() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=m1] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=m1]", field));
    each_holds("title", cell("title"), &["สร้างความรู้เรื่องการประเมิน ITA"]);
    each_holds("steps", list("steps"), &["เผยแพร่ความรู้เรื่อง ITA ทางสื่อสังคมออนไลน์หรือสื่อของหน่วยงาน"]);
    each_holds("status", page.texts("table#plan tr[data-measure=m1] [data-field=status][data-status=not_started]"), &["ยังไม่ดำเนินการ"]);
}

#[test]
fn the_progress_of_measure_2() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=m2] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=m2]", field));
    each_holds("title", cell("title"), &["ทำให้ขั้นตอนบริการสั้นลง"]);
    each_holds("steps", list("steps"), &["ปรับกระบวนงานให้จบในจุดเดียวและนำระบบ IT มาช่วยบริการ", "เปิดให้เสนอความเห็นต่อการทำงานของเจ้าหน้าที่"]);
    each_holds("status", page.texts("table#plan tr[data-measure=m2] [data-field=status][data-status=not_started]"), &["ยังไม่ดำเนินการ"]);
}

#[test]
fn the_progress_of_measure_3() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=m3] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=m3]", field));
    each_holds("title", cell("title"), &["วางนโยบายความโปร่งใสด้านการจัดซื้อจัดจ้าง"]);
    each_holds("steps", list("steps"), &["ใช้เว็บไซต์ของหน่วยงานเป็นช่องทางหลักของงานจัดซื้อจัดจ้างเพื่อกันการทุจริต"]);
    each_holds("status", page.texts("table#plan tr[data-measure=m3] [data-field=status][data-status=done]"), &["ดำเนินการแล้ว"]);
    each_holds("remark", cell("remark"), &["ดูได้ที่เว็บไซต์ของหน่วยงาน"]);
}

#[test]
fn the_progress_of_measure_4() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=m4] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=m4]", field));
    each_holds("title", cell("title"), &["ให้ผู้บริหารประกาศเจตจำนงและนโยบายคุณธรรมให้ครบถ้วนทุกด้านของการประเมิน"]);
    each_holds(
        "steps",
        list("steps"),
        &[
            "ให้ผู้บริหารแสดงเจตจำนงซื่อสัตย์ กำหนดนโยบาย มาตรการ แผน หรือโครงการให้ครบทุกด้าน แล้วแจ้งเจ้าหน้าที่และประชาชนทางที่ประชุม หนังสือเวียน ประกาศ เว็บไซต์หรือสื่ออื่น",
        ],
    );
    each_holds("status", page.texts("table#plan tr[data-measure=m4] [data-field=status][data-status=done]"), &["ดำเนินการแล้ว"]);
    each_holds("remark", cell("remark"), &["ดูได้ที่เว็บไซต์ของหน่วยงาน"]);
}

#[test]
fn the_progress_of_measure_5() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=m5] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=m5]", field));
    each_holds("title", cell("title"), &["ปรับปรุงการดำเนินงาน"]);
    each_holds(
        "steps",
        list("steps"),
        &["กำหนดขั้นตอนและเวลาของงานบริการให้ชัด", "ย้ำให้พนักงานบริการผู้มาติดต่ออย่างเสมอกันโดยไม่เลือกปฏิบัติ", "บอกข้อมูลที่ถูกต้องและตรงไปตรงมาโดยไม่ปิดบัง"],
    );
    each_holds("status", page.texts("table#plan tr[data-measure=m5] [data-field=status][data-status=done]"), &["ดำเนินการแล้ว"]);
    each_holds("remark", cell("remark"), &["ดูได้ที่เว็บไซต์ของหน่วยงาน"]);
}

#[test]
fn the_progress_of_measure_6() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=m6] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=m6]", field));
    each_holds("title", cell("title"), &["เผยแพร่ข้อมูลข่าวสาร"]);
    each_holds("steps", list("steps"), &["เปิดเผยผลงานและข้อมูลที่สาธารณะควรรู้ในหลายช่องทางที่เข้าถึงง่าย และให้ผู้รับบริการติชมหรือแจ้งเรื่องทุจริตของเจ้าหน้าที่ได้"]);
    each_holds("status", page.texts("table#plan tr[data-measure=m6] [data-field=status][data-status=done]"), &["ดำเนินการแล้ว"]);
    each_holds("remark", cell("remark"), &["ดูได้ที่เว็บไซต์ของหน่วยงาน"]);
}

#[test]
fn the_date_of_the_memo_is_in_thai_digits() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let date = page.text("section#memo [data-field=date]");
    assert!(date.contains("๓๑ มีนาคม ๒๕๖๔"), "{date}");
}

#[test]
fn what_the_paper_really_says_is_kept() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let text = page.texts("body").concat();
    for words in ["๒๕๖๒", "๒๕๖๗", "เทศบาลตำบลตัวอย่างซาม", "กองซ่อม", "เมื่อปิดบังข้อมูล", "เวปไซต์"]
    {
        assert!(text.contains(words), "{words}");
    }
}
