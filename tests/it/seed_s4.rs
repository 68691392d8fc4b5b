//! S4: progress by instrument (O43 of FY 2565, ITA 2564): four scores, three readings, three
//! measures without a status.

use crate::common;
use crate::facts::{each_holds, holds, list_of};

const SITE: &str = "tests/sites/s4";
const PAGE: &str = "2565/o43";

#[test]
fn the_heading_and_the_facts_about_the_document() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    holds("h1", &page.heading(), "ผลการปฏิบัติตามมาตรการด้านคุณธรรมและความโปร่งใส ประจำปีงบประมาณ 2565");
    holds("fiscal year", &page.text("dl#about [data-field=fiscal-year]"), "2565");
    holds("analysed year", &page.text("dl#about [data-field=analysed-year]"), "2564");
    holds("target", &page.text("#analysis [data-field=target]"), "85");
}

#[test]
fn four_indicators_have_their_scores_and_verdicts() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let indicators =
        [(2, "การใช้งบประมาณ", "84.94"), (8, "การปรับปรุงการทำงาน", "81.51"), (9, "การเปิดเผยข้อมูล", "28.28"), (10, "การป้องกันการทุจริต", "0.00")];
    assert_eq!(page.texts("table#scores tr[data-indicator]").len(), indicators.len());
    for (no, name, score) in indicators {
        let cell = |field: &str| page.text(&format!("table#scores tr[data-indicator=\"{no}\"] [data-field={field}]"));
        holds("name", &cell("name"), name);
        holds("score", &cell("score"), score);
        holds("below the target of 85", &cell("claim"), "ไม่ผ่าน");
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
            "ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้ 84.94 คะแนน ต่ำที่สุดในกลุ่ม IIT เอกสารสรุปว่าผ่านเป้าหมาย 85",
            "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 81.51 คะแนน ต่ำที่สุดในกลุ่ม EIT เอกสารสรุปว่าผ่านเป้าหมาย 85",
            "ตัวชี้วัดที่ 9 ได้ 28.28 คะแนน และตัวชี้วัดที่ 10 ได้ 0.00 คะแนน จากคะแนนเต็ม 100 ทั้งสองตัวต่ำกว่าเป้าหมาย 85",
        ],
    );
}

#[test]
fn the_plan_of_iit1() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#iit1 [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#iit1", field));
    each_holds("title", cell("title"), &["สื่อสารให้มีประสิทธิภาพขึ้น"]);
    holds("indicators", &cell("indicators").concat(), "2");
    each_holds(
        "steps",
        list("steps"),
        &[
            "ให้ผู้รับผิดชอบทำงานกับบริษัทผู้ทำเว็บไซต์เพื่อลงข้อมูลข่าวสารให้ครบและทันสมัย",
            "ให้ผู้เกี่ยวข้องลงข่าวและโต้ตอบผู้ติดต่อทางเฟซบุ๊กและไลน์หลักของ อบต.ตัวอย่างห้าให้ครบและทันเหตุการณ์",
        ],
    );
}

#[test]
fn the_plan_of_eit1() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#eit1 [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#eit1", field));
    each_holds("title", cell("title"), &["ปรับปรุงวิธีทำงาน"]);
    holds("indicators", &cell("indicators").concat(), "8");
    each_holds(
        "steps",
        list("steps"),
        &["ทำงานและบริการตามขั้นตอนและเวลาที่ประกาศ", "บริการทุกคนอย่างเสมอกัน", "ให้ข้อมูลเรื่องงานและบริการอย่างตรงไปตรงมา"],
    );
}

#[test]
fn the_plan_of_oit1() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr#oit1 [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr#oit1", field));
    each_holds("title", cell("title"), &["เปิดข้อมูลเพื่อให้การสื่อสารดีขึ้น"]);
    holds("indicators", &cell("indicators").concat(), "9");
    holds("indicators", &cell("indicators").concat(), "10");
    each_holds("steps", list("steps"), &["ประชุมชี้แจงผู้เกี่ยวข้อง", "ตั้งผู้รับผิดชอบลงข้อมูลสาธารณะทางเว็บไซต์ เฟซบุ๊ก และไลน์ของ อบต.ตัวอย่างห้า"]);
}
#[test]
fn the_progress_of_iit1() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=iit1] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=iit1]", field));
    each_holds("title", cell("title"), &["สื่อสารให้มีประสิทธิภาพขึ้น"]);
    each_holds(
        "steps",
        list("steps"),
        &[
            "ให้ผู้รับผิดชอบทำงานกับบริษัทผู้ทำเว็บไซต์เพื่อลงข้อมูลข่าวสารให้ครบและทันสมัย",
            "ให้ผู้เกี่ยวข้องลงข่าวและโต้ตอบผู้ติดต่อทางเฟซบุ๊กและไลน์หลักของ อบต.ตัวอย่างห้าให้ครบและทันเหตุการณ์",
        ],
    );
    each_holds("status", page.texts("table#plan tr[data-measure=iit1] [data-field=status][data-status=unstated]"), &["ไม่ระบุ"]);
    each_holds(
        "results",
        list("results"),
        &["ทำมาตรการตรวจสอบการทำงาน", "ทำคู่มือหลักการใช้งบประมาณ", "กำหนดหน้าที่ผู้บริหารในการตรวจและติดตามการใช้งบประมาณของผู้ใต้บังคับบัญชา"],
    );
}

#[test]
fn the_progress_of_eit1() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=eit1] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=eit1]", field));
    each_holds("title", cell("title"), &["ปรับปรุงวิธีทำงาน"]);
    each_holds(
        "steps",
        list("steps"),
        &["ทำงานและบริการตามขั้นตอนและเวลาที่ประกาศ", "บริการทุกคนอย่างเสมอกัน", "ให้ข้อมูลเรื่องงานและบริการอย่างตรงไปตรงมา"],
    );
    each_holds("status", page.texts("table#plan tr[data-measure=eit1] [data-field=status][data-status=unstated]"), &["ไม่ระบุ"]);
    each_holds(
        "results",
        list("results"),
        &["ประชุมชี้แจงวิธีทำงาน", "ผู้บริหารประกาศเกณฑ์และมาตรฐาน และกำกับการใช้ดุลพินิจให้เป็นไปตามข้อบังคับและคู่มืออย่างเคร่งครัด"],
    );
}

#[test]
fn the_progress_of_oit1() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#plan tr[data-measure=oit1] [data-field={field}]"));
    let list = |field: &str| page.texts(&list_of("table#plan tr[data-measure=oit1]", field));
    each_holds("title", cell("title"), &["เปิดข้อมูลเพื่อให้การสื่อสารดีขึ้น"]);
    each_holds("steps", list("steps"), &["ประชุมชี้แจงผู้เกี่ยวข้อง", "ตั้งผู้รับผิดชอบลงข้อมูลสาธารณะทางเว็บไซต์ เฟซบุ๊ก และไลน์ของ อบต.ตัวอย่างห้า"]);
    each_holds("status", page.texts("table#plan tr[data-measure=oit1] [data-field=status][data-status=unstated]"), &["ไม่ระบุ"]);
    each_holds(
        "results",
        list("results"),
        &["ผู้รับผิดชอบหาข้อมูลลงเว็บไซต์ เฟซบุ๊ก และไลน์", "เพิ่มช่องทางมีส่วนร่วมของประชาชนผ่านเว็บไซต์ของ อบต.ตัวอย่างห้า", "ติดตามและตรวจสถานะของข้อมูล"],
    );
}

#[test]
fn no_status_is_invented() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    assert_eq!(page.texts("table#plan [data-status=unstated]").len(), 3);
    assert!(page.texts("table#plan [data-status=done]").is_empty());
}

#[test]
fn the_figures_of_the_paper_are_kept_with_their_mixed_digits() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let text = page.texts("body").concat();
    for figure in ["๘๔.๙๔", "8๑.๕๑", "๒๘.๒๘", "๐.00"] {
        assert!(text.contains(figure), "{figure}");
    }
}
