//! S0: a measures document of FY 2565 (O42) that analyses ITA 2564: ten scores, three readings,
//! three measures.

use crate::common;
use crate::facts::{each_holds, holds};

const SITE: &str = "tests/sites/s0";
const PAGE: &str = "2565/o42";

#[test]
fn the_heading_and_the_facts_about_the_document() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    holds("h1", &page.heading(), "แผนมาตรการด้านคุณธรรมและความโปร่งใสในหน่วยงาน ประจำปีงบประมาณ 2565");
    holds("fiscal year", &page.text("dl#about [data-field=fiscal-year]"), "2565");
    holds("analysed year", &page.text("dl#about [data-field=analysed-year]"), "2564");
    holds("unit", &page.text("dl#about [data-field=unit]"), "สำนักปลัด");
    holds("day of the meeting", &page.text("dl#about [data-field=adopted]"), "31 มกราคม 2565");
    holds("the meeting", &page.text("dl#about [data-field=adopted]"), "ที่ประชุมผู้บริหารและเจ้าหน้าที่ของเทศบาล");
}

#[test]
fn the_total_is_68_16_and_the_grade_c() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    holds("total", &page.text("#analysis [data-field=total]"), "68.16");
    holds("grade", &page.text("#analysis [data-field=grade]"), "C");
}

#[test]
fn ten_indicators_have_their_scores() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let indicators = [
        (1, "การปฏิบัติหน้าที่", "90.41"),
        (2, "การใช้งบประมาณ", "85.54"),
        (3, "การใช้อำนาจ", "91.15"),
        (4, "การใช้ทรัพย์สินของราชการ", "87.30"),
        (5, "การแก้ไขปัญหาการทุจริต", "83.12"),
        (6, "คุณภาพการดำเนินงาน", "86.04"),
        (7, "ประสิทธิภาพการสื่อสาร", "82.53"),
        (8, "การปรับปรุงการทำงาน", "76.34"),
        (9, "การเปิดเผยข้อมูล", "68.34"),
        (10, "การป้องกันการทุจริต", "18.75"),
    ];
    assert_eq!(page.texts("table#scores tr[data-indicator]").len(), indicators.len());
    for (no, name, score) in indicators {
        let row = format!("table#scores tr[data-indicator=\"{no}\"]");
        holds("name", &page.text(&format!("{row} [data-field=name]")), name);
        assert_eq!(page.text(&format!("{row} [data-field=score]")), score, "indicator {no}");
    }
}

#[test]
fn each_instrument_has_one_reading() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    each_holds(
        "readings",
        page.texts("table#scores [data-field=reading]"),
        &[
            "ปีถัดไปควรให้ผู้บริหารเป็นผู้นำด้านการต้านทุจริตและมีแผนที่ลงมือทำได้จริง พร้อมระบบรับเรื่องร้องเรียนที่ผู้ร้องมั่นใจในความปลอดภัยและตรวจดูความคืบหน้าของเรื่องได้",
            "ควรทำให้ขั้นตอนงานสั้นและสะดวกขึ้นด้วยเทคโนโลยี รับฟังและให้ผู้มารับบริการร่วมปรับปรุงงานตามที่เขาต้องการ และเน้นความโปร่งใส",
            "สองตัวชี้วัดนี้ต่างขึ้นกับข้อมูลบนเว็บไซต์และภาพรวมยังไม่ผ่านเกณฑ์ จึงต้องอ่านคู่มือ OIT ให้ละเอียด จัดข้อมูลให้ตรงประเด็นที่ตรวจ ส่ง URL ของหน้าที่มีข้อมูลจริง และทดสอบว่าเปิดดูได้เสมอ",
        ],
    );
}

#[test]
fn there_are_three_measures() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    assert_eq!(page.texts("table#plan tbody tr").len(), 3);
}

#[test]
fn measure_1_separates_private_from_public_interest() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#m1 [data-field={field}]"));
    let list = |field: &str| page.texts(&format!("table#plan tr#m1 [data-field={field}] li"));
    each_holds("title", cell("title"), &["ปลูกฝังวิธีคิดแยกเรื่องส่วนตัวออกจากเรื่องส่วนรวม"]);
    holds("indicators", &cell("indicators").concat(), "4");
    holds("indicators", &cell("indicators").concat(), "5");
    each_holds("steps", list("steps"), &["จัดอบรมหรือทำสื่อรณรงค์ให้เห็นความต่างของประโยชน์ส่วนตนกับส่วนรวม", "ทำคู่มือการใช้ทรัพย์สินราชการ"]);
    each_holds("responsible", list("responsible"), &["สำนักปลัด"]);
    each_holds("period", cell("period"), &["ม.ค. 2565 – มี.ค. 2565"]);
    holds("report", &cell("report").concat(), "ที่ประชุมประจำเดือนขององค์กร");
    holds("report", &cell("report").concat(), "2565");
}

#[test]
fn measure_2_builds_the_smart_country_centre() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#m2 [data-field={field}]"));
    let list = |field: &str| page.texts(&format!("table#plan tr#m2 [data-field={field}] li"));
    each_holds("title", cell("title"), &["ยกระดับระบบงานและการสื่อสารด้วยแนวคิด smart country ที่รวมวิถีชนบทกับความทันสมัยแบบเมือง"]);
    holds("indicators", &cell("indicators").concat(), "7");
    each_holds(
        "steps",
        list("steps"),
        &[
            "ตั้งศูนย์ smart country",
            "แต่งตั้งเจ้าหน้าที่ทำงานประจำศูนย์",
            "อบรมเจ้าหน้าที่ของศูนย์",
            "ตั้งผู้ทำหน้าที่ประชาสัมพันธ์ในแต่ละหมู่บ้าน",
            "เผยแพร่ข่าวสารเป็นระยะทุกช่องทาง",
            "สำรวจความพึงพอใจของประชาชน",
        ],
    );
    each_holds("responsible", list("responsible"), &["สำนักปลัด"]);
    each_holds("period", cell("period"), &["ตลอดปี 2565"]);
    holds("report", &cell("report").concat(), "เดือน");
    holds("report", &cell("report").concat(), "ที่ประชุมประจำเดือนขององค์กร");
}

#[test]
fn measure_3_writes_the_internal_measures() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#m3 [data-field={field}]"));
    let list = |field: &str| page.texts(&format!("table#plan tr#m3 [data-field={field}] li"));
    each_holds("title", cell("title"), &["จัดทำมาตรการภายในด้านคุณธรรมและความโปร่งใส พร้อมวิเคราะห์ความเสี่ยงการทุจริต"]);
    holds("indicators", &cell("indicators").concat(), "10");
    each_holds("steps", list("steps"), &["ตั้งคณะทำงานยกร่างมาตรการ", "ประชุมคณะทำงานเพื่อยกร่าง", "ให้สำนักปลัดเป็นผู้รับผิดชอบดำเนินงาน"]);
    each_holds("responsible", list("responsible"), &["สำนักปลัด"]);
    each_holds("period", cell("period"), &["ม.ค. 2565 – มี.ค. 2565"]);
    each_holds("monitoring", list("monitoring"), &["ส่งผลงานและเอกสารของตัวชี้วัดที่ 10 ขึ้นเปิดเผยบนเว็บไซต์"]);
    holds("report", &cell("report").concat(), "เว็บไซต์ของหน่วยงาน");
}

#[test]
fn the_two_spellings_of_the_unit_are_kept() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let text = page.texts("body").concat();
    holds("cover and footer", &text, "สำนักงานปลัด");
    holds("table", &text, "สำนักปลัดฯ");
}
