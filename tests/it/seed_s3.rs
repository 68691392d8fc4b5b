//! S3: measures by seven topics (O34 of FY 2567, ITA 2566): eighteen questions with scores,
//! findings, limitations, steps.

use crate::common;
use crate::facts::{each_holds, holds};

const SITE: &str = "tests/sites/s3";
const PAGE: &str = "2567/o34";

const UNITS: [&str; 4] = ["สำนักปลัด", "กองคลัง", "กองช่าง", "กองสาธารณสุขและสิ่งแวดล้อม"];

#[test]
fn the_heading_and_the_years() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    holds("h1", &page.heading(), "มาตรการด้านคุณธรรมและความโปร่งใสเจ็ดประเด็น");
    holds("fiscal year", &page.text("dl#about [data-field=fiscal-year]"), "2567");
    holds("analysed year", &page.text("dl#about [data-field=analysed-year]"), "2566");
}

#[test]
fn the_year_typed_in_the_paper_is_kept_beside_the_right_one() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let year = page.text("dl#about [data-field=fiscal-year]");
    assert_eq!(year, "2567 *1");
    holds("year in the paper", &page.texts(".notes li").concat(), "*1 ต้นฉบับเขียนว่า “๒๕๖๖”");
}

#[test]
fn there_are_seven_topics() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let topics = page.texts("table#issues tr[data-issue] [data-field=issue]");
    each_holds(
        "topics",
        topics,
        &[
            "งานโปร่งใสและมีประสิทธิภาพ",
            "งานบริการและ E-Service",
            "ช่องทางและรูปแบบการเผยแพร่ข้อมูล",
            "การดูแลการใช้ทรัพย์สินราชการ",
            "ความโปร่งใสของงบประมาณและงานจัดหา",
            "การควบคุมการใช้อำนาจและงานบุคคล",
            "กลไกแก้ไขและป้องกันการทุจริต",
        ],
    );
}

#[test]
fn eighteen_questions_have_their_scores() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let questions = page.texts("table#issues [data-field=questions] li").join(" ");
    for (code, score) in [
        ("E1", "74.62"),
        ("E2", "78.94"),
        ("E3", "79.64"),
        ("E4", "95.77"),
        ("E6", "73.91"),
        ("E7", "73.19"),
        ("E8", "78.77"),
        ("E9", "78.96"),
        ("E10", "66.00"),
        ("E11", "76.13"),
        ("E12", "77.53"),
        ("E13", "76.64"),
        ("E14", "72.55"),
        ("E15", "76.77"),
        ("I9", "93.94"),
        ("I14", "100.00"),
        ("I16", "96.97"),
        ("I21", "100.00"),
    ] {
        holds("code", &questions, code);
        holds("score", &questions, score);
    }
}

#[test]
fn topic_1_is_complete() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#issues tr[data-issue=t1] [data-field={field}]"));
    let list = |field: &str| page.texts(&format!("table#issues tr[data-issue=t1] [data-field={field}] li"));
    each_holds("topic", cell("issue"), &["งานโปร่งใสและมีประสิทธิภาพ"]);
    each_holds("questions", list("questions"), &["E1", "E2", "E3", "E4"]);
    each_holds("scores", list("questions"), &["74.62", "78.94", "79.64", "95.77"]);
    each_holds(
        "wording of the questions",
        list("questions"),
        &["บริการตรงขั้นตอนและเวลา", "บริการเป็นธรรมไม่เลือกปฏิบัติ", "มุ่งผลสำเร็จและรับผิดชอบ", "ไม่เคยถูกเรียกรับผลประโยชน์"],
    );
    each_holds(
        "findings",
        list("findings"),
        &[
            "เห็นว่างานบริการยังไม่ตรงตามขั้นตอนหรือเวลาที่ประกาศ",
            "เห็นว่ายังมีการบริการที่ไม่เท่าเทียม",
            "เห็นว่าเจ้าหน้าที่บางส่วนยังไม่เน้นผลสำเร็จและความรับผิดชอบ",
            "ตอบว่าเคยถูกเรียกรับเงิน ของขวัญ หรือประโยชน์อื่น",
        ],
    );
    each_holds("percent of the answers", list("findings"), &["4.26", "6.38", "4.26", "4.26"]);
    each_holds(
        "steps",
        list("steps"),
        &[
            "ทำแผนผังขั้นตอนและเวลาของทุกภารกิจ แล้วติดไว้ในที่ที่เห็นได้ง่าย",
            "สั่งกำชับให้บริการตามขั้นตอนที่กำหนด",
            "ปลูกจิตบริการแก่เจ้าหน้าที่",
            "ติดป้ายบอกทางร้องเรียนหรือเสนอแนะตรงถึงผู้บริหารสูงสุดเมื่อได้รับบริการไม่เหมาะสม",
        ],
    );
    each_holds("period", cell("period"), &["ไตรมาส 1–4"]);
    each_holds("responsible", list("responsible"), &UNITS);
    each_holds("limitations", list("limitations"), &["ผู้ให้บริการยังเข้าใจงานของตนไม่เพียงพอ", "สถานที่ยังไม่เอื้อต่อการบริการ"]);
}

#[test]
fn topic_2_is_complete() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#issues tr[data-issue=t2] [data-field={field}]"));
    let list = |field: &str| page.texts(&format!("table#issues tr[data-issue=t2] [data-field={field}] li"));
    each_holds("topic", cell("issue"), &["งานบริการและ E-Service"]);
    each_holds("questions", list("questions"), &["E11", "E12", "E13", "E14"]);
    each_holds("scores", list("questions"), &["76.13", "77.53", "76.64", "72.55"]);
    each_holds(
        "wording of the questions",
        list("questions"),
        &["เจ้าหน้าที่ทำงานดีขึ้น", "ขั้นตอนสะดวกเร็วขึ้น", "มีบริการออนไลน์", "เปิดให้คนนอกร่วมปรับปรุง"],
    );
    each_holds(
        "findings",
        list("findings"),
        &[
            "เห็นว่าการทำงานของเจ้าหน้าที่ยังไม่ดีขึ้น",
            "เห็นว่าขั้นตอนยังไม่สะดวกหรือเร็วขึ้น",
            "ไม่รู้จักหรือยังไม่เคยใช้บริการออนไลน์",
            "เห็นว่ายังเปิดให้คนนอกร่วมปรับปรุงงานน้อยไป",
        ],
    );
    each_holds("percent of the answers", list("findings"), &["2.13", "2.13", "23.40", "4.26"]);
    each_holds(
        "steps",
        list("steps"),
        &[
            "สำรวจความพึงพอใจแล้วนำผลไปปรับปรุงงานบริการ",
            "แนะนำและปรับระบบออนไลน์ให้คนส่วนใหญ่เข้าถึงได้หลายทาง",
            "ให้คนภายนอกร่วมงานผ่านโครงการและกิจกรรม แล้วเผยแพร่ผลของการมีส่วนร่วม",
        ],
    );
    each_holds("period", cell("period"), &["ไตรมาส 1–4"]);
    each_holds("responsible", list("responsible"), &UNITS);
    each_holds("limitations", list("limitations"), &["ผู้ใช้บริการยังไม่คล่องกับระบบออนไลน์", "บางงานมีรายละเอียดมากจนเปิดเป็นบริการออนไลน์ไม่ได้"]);
}

#[test]
fn topic_3_is_complete() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#issues tr[data-issue=t3] [data-field={field}]"));
    let list = |field: &str| page.texts(&format!("table#issues tr[data-issue=t3] [data-field={field}] li"));
    each_holds("topic", cell("issue"), &["ช่องทางและรูปแบบการเผยแพร่ข้อมูล"]);
    each_holds("questions", list("questions"), &["E6", "E7", "E8", "E9", "E10"]);
    each_holds("scores", list("questions"), &["73.91", "73.19", "78.77", "78.96", "66.00"]);
    each_holds(
        "wording of the questions",
        list("questions"),
        &["ช่องทางข้อมูลเข้าถึงง่าย", "ข้อมูลที่ควรรู้มีความชัดเจน", "มีช่องทางติชม", "ตอบข้อซักถามชัดเจน", "มีช่องทางแจ้งเรื่องทุจริต"],
    );
    each_holds("findings", list("findings"), &["เห็นว่าช่องทางเข้าถึงยากและข้อมูลยังไม่ชัด", "ไม่มีหรือไม่รู้ช่องทางแจ้งเรื่องทุจริตของเจ้าหน้าที่"]);
    each_holds("percent of the answers", list("findings"), &["4.26", "34.04"]);
    each_holds(
        "steps",
        list("steps"),
        &[
            "เผยแพร่หลายช่องทางที่ใช้ง่าย และปรับข้อมูลพื้นฐานบนเว็บไซต์ให้ครบและทันสมัย",
            "บอกช่องทางร้องเรียนเจ้าหน้าที่ทางออนไลน์ พร้อมคุ้มครองและปกปิดข้อมูลผู้แจ้ง และติดประกาศ ณ จุดบริการ",
        ],
    );
    each_holds("period", cell("period"), &["ไตรมาส 1–4"]);
    each_holds("responsible", list("responsible"), &UNITS);
    each_holds("limitations", list("limitations"), &["ยังขาดงบประมาณและคนที่ชำนาญด้านสารสนเทศ"]);
}

#[test]
fn topic_4_is_complete() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#issues tr[data-issue=t4] [data-field={field}]"));
    let list = |field: &str| page.texts(&format!("table#issues tr[data-issue=t4] [data-field={field}] li"));
    each_holds("topic", cell("issue"), &["การดูแลการใช้ทรัพย์สินราชการ"]);
    each_holds("questions", list("questions"), &["I21"]);
    each_holds("scores", list("questions"), &["100.00"]);
    each_holds("wording of the questions", list("questions"), &["ขอยืมทรัพย์สินถูกต้อง"]);
    each_holds("findings", list("findings"), &["เจ้าหน้าที่รู้วิธีขอยืมทรัพย์สินราชการและทำถูกต้อง"]);
    each_holds(
        "steps",
        list("steps"),
        &["ทำคู่มือการยืมทรัพย์สิน", "มีแบบใบยืมพัสดุและครุภัณฑ์", "กำหนดตัวผู้อนุญาตให้ยืม", "ประชุมให้ความรู้เรื่องการขอยืม", "ให้ผู้บังคับบัญชาทุกส่วนราชการดูแลการยืม"],
    );
    each_holds("period", cell("period"), &["ไตรมาส 1–4"]);
    each_holds("responsible", list("responsible"), &UNITS);
    each_holds("no limitations, said in words", cell("limitations"), &["ไม่มี"]);
}

#[test]
fn topic_5_is_complete() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#issues tr[data-issue=t5] [data-field={field}]"));
    let list = |field: &str| page.texts(&format!("table#issues tr[data-issue=t5] [data-field={field}] li"));
    each_holds("topic", cell("issue"), &["ความโปร่งใสของงบประมาณและงานจัดหา"]);
    each_holds("questions", list("questions"), &["I9"]);
    each_holds("scores", list("questions"), &["93.94"]);
    each_holds("wording of the questions", list("questions"), &["ใช้งบประมาณตรงวัตถุประสงค์และคุ้มค่า"]);
    each_holds("findings", list("findings"), &["เห็นว่าใช้งบประมาณไม่ตรงวัตถุประสงค์และไม่คุ้มค่า"]);
    each_holds("percent of the answers", list("findings"), &["6.06"]);
    each_holds(
        "steps",
        list("steps"),
        &["ให้บุคลากรร่วมกำกับแผนงานและแผนใช้จ่ายให้ตรงเป้า คุ้มค่า และเป็นประโยชน์ต่อประชาชน", "ให้ความรู้เรื่องงบประมาณแก่บุคลากร"],
    );
    each_holds("period", cell("period"), &["ไตรมาส 1–4"]);
    each_holds("responsible", list("responsible"), &UNITS);
    each_holds("limitations", list("limitations"), &["บุคลากรทำงานต่างลักษณะกัน บางกลุ่มจึงอาจไม่รู้ข้อมูลการใช้งบประมาณ"]);
}

#[test]
fn topic_6_is_complete() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#issues tr[data-issue=t6] [data-field={field}]"));
    let list = |field: &str| page.texts(&format!("table#issues tr[data-issue=t6] [data-field={field}] li"));
    each_holds("topic", cell("issue"), &["การควบคุมการใช้อำนาจและงานบุคคล"]);
    each_holds("questions", list("questions"), &["I16", "I14"]);
    each_holds("scores", list("questions"), &["96.97", "100.00"]);
    each_holds("wording of the questions", list("questions"), &["ไม่ถูกใช้ให้ทำธุระส่วนตัวของหัวหน้า", "ประเมินผลงานอย่างเป็นธรรม"]);
    each_holds("findings", list("findings"), &["ตอบว่าเคยถูกใช้ให้ทำธุระส่วนตัวของหัวหน้า", "เห็นว่าหัวหน้าประเมินผลงานอย่างเป็นธรรม"]);
    holds("percent of the answers", &list("findings").concat(), "3.03");
    each_holds(
        "steps",
        list("steps"),
        &["จัดกิจกรรมสร้างจิตสำนึกต่อหน้าที่และการแยกประโยชน์ส่วนตนกับส่วนรวมตามมาตรฐานจริยธรรมแก่ผู้บังคับบัญชา และขับเคลื่อนเรื่องนี้ต่อเนื่อง"],
    );
    each_holds("period", cell("period"), &["ไตรมาส 1–4"]);
    each_holds("responsible", list("responsible"), &UNITS);
    each_holds("no limitations, said in words", cell("limitations"), &["ไม่มี"]);
}

#[test]
fn topic_7_is_complete() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let cell = |field: &str| page.texts(&format!("table#issues tr[data-issue=t7] [data-field={field}]"));
    let list = |field: &str| page.texts(&format!("table#issues tr[data-issue=t7] [data-field={field}] li"));
    each_holds("topic", cell("issue"), &["กลไกแก้ไขและป้องกันการทุจริต"]);
    each_holds("questions", list("questions"), &["E10", "E15"]);
    each_holds("scores", list("questions"), &["66.00", "76.77"]);
    each_holds("wording of the questions", list("questions"), &["มีช่องทางแจ้งเรื่องทุจริต", "หน่วยงานโปร่งใสขึ้น"]);
    each_holds("findings", list("findings"), &["ยังไม่มีหรือไม่ทราบทางแจ้งเรื่องเจ้าหน้าที่ทุจริต", "เห็นว่าหน่วยงานยังต้องโปร่งใสกว่านี้"]);
    each_holds("percent of the answers", list("findings"), &["34.04", "2.13"]);
    each_holds(
        "steps",
        list("steps"),
        &[
            "บอกช่องทางร้องเรียนออนไลน์ พร้อมคุ้มครองผู้แจ้ง ณ จุดที่คนภายนอกเห็นง่าย",
            "นำผลประเมินแต่ละประเด็นมาทำมาตรการเพิ่มความโปร่งใส",
            "ให้หน่วยตรวจสอบภายในตรวจงานโดยละเอียด รายงาน และเผยแพร่ผล",
        ],
    );
    each_holds("period", cell("period"), &["ไตรมาส 1–4"]);
    each_holds("responsible", list("responsible"), &UNITS);
    each_holds("limitations", list("limitations"), &["การบอกช่องทางร้องเรียนยังไปไม่ถึงผู้รับบริการส่วนใหญ่"]);
}

#[test]
fn the_codes_that_the_scan_broke_are_kept() {
    let site = common::build(SITE);
    let page = site.page(PAGE);
    let text = page.texts("body").concat();
    for code in ["1๒๑", "1๙", "1๑๖", "1๑๔"] {
        assert!(text.contains(code), "{code}");
    }
}
