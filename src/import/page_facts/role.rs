//! What the heading of a column means.

use super::period_tokens::month_heading;
use super::status::FoundStatus;
use super::wording::plain_unnumbered;

/// Meaning of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// ที่, ลำดับ
    Number,
    /// ตัวชี้วัด
    Indicator,
    /// ประเด็น
    Issue,
    /// ข้อคำถาม
    Question,
    /// ข้อค้นพบ
    Finding,
    /// มาตรการ
    Measure,
    /// ขั้นตอน
    Steps,
    /// ผู้รับผิดชอบ
    Responsible,
    /// ผู้ที่เกี่ยวข้อง
    Posts,
    /// ระยะเวลา
    Period,
    /// เริ่มต้น: the first day or month
    PeriodStart,
    /// สิ้นสุด: the last day or month
    PeriodEnd,
    /// A quarter of the fiscal year with a mark in it.
    Quarter(u32),
    /// A month with a mark in it.
    Month(u8),
    /// การกำกับติดตาม
    Monitoring,
    /// การรายงาน
    Report,
    /// สถานะ, in words
    Status,
    /// A column for one status, with a mark in it.
    StatusMark(FoundStatus),
    /// ผลการดำเนินการ
    Results,
    /// หมายเหตุ
    Remark,
    /// งบประมาณ
    Budget,
    /// หลักฐาน
    Evidence,
    /// คะแนน
    Score,
    /// เป้าหมาย
    Target,
    /// ระดับ
    Grade,
    /// ประเด็นที่ต้องแก้ไข
    Reading,
    /// ข้อจำกัด
    Limitations,
}

/// Letters of a heading without blanks; longer texts are content.
const LONGEST_HEADING: usize = 70;
/// Letters of a heading that is recognised by a word that titles of measures begin with, too.
const LONGEST_AMBIGUOUS: usize = 32;

/// How a word must stand in a heading.
#[derive(Clone, Copy)]
enum At {
    Whole,
    Start,
    Within,
}

/// Whole headings of the first day or month.
const PERIOD_START: &[&str] = &[
    "เริ่ม",
    "เริ่มต้น",
    "วันเริ่ม",
    "วันเริ่มต้น",
    "วันที่เริ่ม",
    "วันที่เริ่มต้น",
    "เดือนเริ่มต้น",
    "เดือนที่เริ่ม",
    "เดือนที่เริ่มต้น",
    "เริ่มดำเนินการ",
    "วันเริ่มดำเนินการ",
    "วันที่เริ่มดำเนินการ",
    "ตั้งแต่",
    "ตั้งแต่วันที่",
    "ตั้งแต่เดือน",
];
/// Whole headings of the last day or month; `แล้วเสร็จ` alone is a status, unless it follows one of those above.
const PERIOD_END: &[&str] = &[
    "สิ้นสุด",
    "วันสิ้นสุด",
    "วันที่สิ้นสุด",
    "เดือนสิ้นสุด",
    "เดือนที่สิ้นสุด",
    "สิ้นสุดดำเนินการ",
    "วันสิ้นสุดดำเนินการ",
    "วันที่สิ้นสุดดำเนินการ",
    "กำหนดแล้วเสร็จ",
    "กำหนดเสร็จ",
    "วันแล้วเสร็จ",
    "วันที่แล้วเสร็จ",
    "ถึง",
    "ถึงวันที่",
    "ถึงเดือน",
];

/// In order: the first that fits. What is more special stands before what is part of it.
const WORDS: &[(Role, At, &[&str])] = &[
    (Role::Number, At::Whole, &["ที่", "ลำดับ", "ลำดับที่", "ข้อ", "ข้อที่", "no"]),
    (Role::PeriodStart, At::Whole, PERIOD_START),
    (Role::PeriodEnd, At::Whole, PERIOD_END),
    (Role::Period, At::Within, &["ระยะเวลา", "กำหนดเวลา", "ห้วงเวลา", "ช่วงเวลา", "กำหนดแล้วเสร็จ", "เวลาดำเนินการ", "กำหนดการ"]),
    (Role::Period, At::Whole, &["ไตรมาส", "เดือน", "เดือนปี", "วันเดือนปี", "วันที่ดำเนินการ", "วันดำเนินการ", "เดือนที่ดำเนินการ", "วันเวลา"]),
    (Role::Limitations, At::Within, &["ข้อจำกัด"]),
    (Role::Evidence, At::Within, &["หลักฐาน", "ลิงก์", "ลิงค์", "เอกสารอ้างอิง", "เอกสารประกอบ", "เอกสารแนบ", "link", "url"]),
    (Role::Evidence, At::Whole, &["เอกสาร"]),
    (Role::Remark, At::Start, &["หมายเหตุ", "ปัญหาอุปสรรค", "ปัญหาและอุปสรรค", "ปัญหาหรืออุปสรรค"]),
    (Role::Reading, At::Within, &["ประเด็นที่ต้อง", "รักษาระดับ", "แก้ไขปรับปรุง"]),
    (Role::Reading, At::Whole, &["ข้อเสนอแนะ"]),
    (Role::Question, At::Within, &["ข้อคำถาม", "ข้อความita"]),
    (Role::Question, At::Whole, &["คำถาม", "ข้อความ"]),
    (Role::Finding, At::Within, &["ข้อค้นพบ", "จุดอ่อน", "ข้อบกพร่อง"]),
    (Role::Finding, At::Start, &["ผลการวิเคราะห์"]),
    (Role::Target, At::Whole, &["เป้าหมาย", "ค่าเป้าหมาย", "คะแนนเป้าหมาย", "เกณฑ์เป้าหมาย", "เป้าหมายคะแนน"]),
    (Role::Grade, At::Whole, &["ระดับ", "ระดับผลการประเมิน", "ระดับคะแนน", "เกรด"]),
    (Role::Score, At::Start, &["คะแนน", "ผลคะแนน", "ค่าคะแนน", "ผลการประเมิน"]),
    (Role::Responsible, At::Within, &["รับผิดชอบ"]),
    (Role::Responsible, At::Start, &["ส่วนงาน", "หน่วยงาน", "ผู้ดำเนินการ", "ส่วนราชการ", "เจ้าภาพ"]),
    (Role::Posts, At::Within, &["ผู้ที่เกี่ยวข้อง", "ผู้เกี่ยวข้อง"]),
    (Role::Posts, At::Whole, &["ตำแหน่ง"]),
    (Role::Status, At::Within, &["สถานะ"]),
    (Role::Results, At::Start, &["ผล", "รายงานผล", "การรายงานผลการดำเนิน", "ความก้าวหน้า", "ความคืบหน้า", "สรุปผล"]),
    (Role::Monitoring, At::Within, &["กำกับ", "ติดตาม"]),
    (Role::Report, At::Start, &["การรายงาน", "รายงาน"]),
    (Role::Budget, At::Start, &["งบประมาณ", "วงเงิน"]),
    (Role::Measure, At::Start, &["มาตรการส่งเสริม", "มาตรการเพื่อส่งเสริม", "มาตรการเพื่อขับเคลื่อน"]),
    (Role::Issue, At::Whole, &["ประเด็น"]),
    (Role::Indicator, At::Within, &["ประเด็นการประเมิน"]),
];

/// Whole headings in English.
const ENGLISH: &[(Role, &[&str])] = &[
    (Role::Number, &["no", "number", "seq", "order"]),
    (Role::Indicator, &["indicator", "indicators", "itaindicator"]),
    (Role::Issue, &["issue", "issues", "topic"]),
    (Role::Measure, &["measure", "measures", "activity", "activities", "project", "projects", "projectactivity"]),
    (Role::Steps, &["step", "steps", "procedure", "procedures", "method", "methods", "action", "actions"]),
    (Role::Responsible, &["responsible", "responsibility", "responsibleunit", "responsibleperson", "owner", "department", "unit"]),
    (Role::Period, &["period", "duration", "timeframe", "timeline", "schedule"]),
    (Role::PeriodStart, &["start", "startdate"]),
    (Role::PeriodEnd, &["end", "enddate", "finish", "finishdate"]),
    (Role::Monitoring, &["monitoring", "followup"]),
    (Role::Status, &["status"]),
    (Role::Results, &["result", "results", "progress"]),
    (Role::Budget, &["budget", "budgetbaht"]),
    (Role::Remark, &["remark", "remarks", "note", "notes"]),
    (Role::Evidence, &["evidence"]),
    (Role::Score, &["score", "scores"]),
    (Role::Target, &["target", "targets"]),
];

/// In a heading of money: not what was planned.
const SPENT: [&str; 5] = ["ใช้ไป", "ใช้จริง", "เบิกจ่าย", "จ่ายจริง", "คงเหลือ"];

/// In a heading of results that nobody reports: expected ones, and those of an earlier year.
const HOPED_FOR: [&str; 5] = ["คาดว่า", "คาดหวัง", "ผลกระทบ", "ผลประโยชน์", "ที่ผ่านมา"];

/// Words of measures and of steps: the one that comes first in the heading decides.
const MEASURE: [&str; 5] = ["มาตรการ", "แนวทาง", "โครงการ", "กิจกรรม", "แผนงาน"];
const STEPS: [&str; 6] = ["ขั้นตอน", "วิธีการ", "วิธีปฏิบัติ", "วิธีดำเนินการ", "กระบวนการ", "รายละเอียด"];
/// Whole headings of steps.
const STEPS_WHOLE: [&str; 5] = ["การดำเนินการ", "การดำเนินงาน", "การปฏิบัติ", "การนำไปปฏิบัติ", "การนำไปสู่การปฏิบัติ"];

/// The meaning of a heading as typed; `None` if it is not known, or no heading.
pub(super) fn role_of(heading: &str) -> Option<Role> {
    if heading.trim_start().starts_with(['-', '–', '•']) {
        return None;
    }
    let plain = plain_unnumbered(heading);
    let letters = plain.chars().count();
    let is_spent = plain.contains("งบประมาณ") && SPENT.iter().any(|word| plain.contains(word));
    let is_hoped_for = HOPED_FOR.iter().any(|word| plain.contains(word));
    if plain.is_empty() || letters > LONGEST_HEADING || is_spent {
        return None;
    }
    let whole = quarter(&plain).or_else(|| status(&plain)).or_else(|| listed(&plain)).or_else(|| ambiguous(&plain, letters));
    let role = whole.or_else(|| month_heading(heading).map(Role::Month)).or_else(|| of_parts(heading));
    role.filter(|role| !(is_hoped_for && *role == Role::Results))
}

/// `ที่/No.`, `ลำดับ (No.)`: all parts mean the same.
fn of_parts(heading: &str) -> Option<Role> {
    let mut parts = heading.split(['/', '(', ')', '\n']).filter(|part| !plain_unnumbered(part).is_empty());
    let (first, second) = (parts.next()?, parts.next()?);
    let role = role_of(first)?;
    (role_of(second) == Some(role) && parts.all(|part| role_of(part) == Some(role))).then_some(role)
}

/// Columns `ไตรมาสที่ 1` … `4` under a heading of time.
fn quarter(plain: &str) -> Option<Role> {
    let number = plain.strip_prefix("ไตรมาส")?.trim_start_matches("ที่").parse().ok()?;
    (1..=4).contains(&number).then_some(Role::Quarter(number))
}

/// A heading that is a status itself; `ผลการดำเนินการแล้วเสร็จ` is none.
fn status(plain: &str) -> Option<Role> {
    FoundStatus::of_words(plain).map(Role::StatusMark)
}

fn listed(plain: &str) -> Option<Role> {
    let fits = |at: At, word: &str| match at {
        At::Whole => plain == word,
        At::Start => plain.starts_with(word),
        At::Within => plain.contains(word),
    };
    let in_english = || ENGLISH.iter().find(|(_, words)| words.contains(&plain)).map(|(role, _)| *role);
    WORDS.iter().find(|(_, at, words)| words.iter().any(|word| fits(*at, word))).map(|(role, ..)| *role).or_else(in_english)
}

fn ambiguous(plain: &str, letters: usize) -> Option<Role> {
    if letters > LONGEST_AMBIGUOUS + 8 {
        return None;
    }
    // Measures of success are not indicators of the assessment.
    if plain.contains("ตัวชี้วัด") {
        return (!plain.contains("ความสำเร็จ") && !plain.contains("โครงการ")).then_some(Role::Indicator);
    }
    if STEPS_WHOLE.contains(&plain) {
        return Some(Role::Steps);
    }
    let first = |words: &[&str]| words.iter().filter_map(|word| plain.find(word)).min();
    match (first(&MEASURE), first(&STEPS)) {
        (Some(measure), Some(steps)) if steps < measure => Some(Role::Steps),
        (Some(_), _) if letters <= LONGEST_AMBIGUOUS => Some(Role::Measure),
        (None, Some(_)) => Some(Role::Steps),
        _ => plain.starts_with("ประเด็น").then_some(Role::Issue).filter(|_| letters <= LONGEST_AMBIGUOUS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_the_words_of_many_offices() {
        for (heading, role) in [
            ("ที่", Role::Number),
            ("ลำดับ ที่", Role::Number),
            ("ตัวชี้วัดของ การ ประเมิน ITA", Role::Indicator),
            ("ประเด็นการประเมิน", Role::Indicator),
            ("ประเด็น", Role::Issue),
            ("ข้อคำถาม ITA", Role::Question),
            ("ข้อค้นพบ", Role::Finding),
            ("มาตรการ/แนวทาง", Role::Measure),
            ("โครงการ/กิจกรรม", Role::Measure),
            ("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", Role::Measure),
            ("(๒) ขั้นตอน หรือวิธีปฏิบัติ", Role::Steps),
            ("วิธีการดำเนินการ", Role::Steps),
            ("ขั้นตอนการดำเนินการตามมาตรการ", Role::Steps),
            ("(๑) ผู้รับผิดชอบ หรือผู้ที่เกี่ยวข้อง", Role::Responsible),
            ("หน่วยงานผู้รับผิดชอบ", Role::Responsible),
            ("ผู้ที่เกี่ยวข้อง", Role::Posts),
            ("ระยะเวลา ดำเนินการ", Role::Period),
            ("ห้วงเวลา", Role::Period),
            ("วันที่เริ่มต้น", Role::PeriodStart),
            ("เริ่ม ดำเนินการ", Role::PeriodStart),
            ("วันที่ สิ้นสุด", Role::PeriodEnd),
            ("กำหนดแล้วเสร็จ", Role::PeriodEnd),
            ("แล้วเสร็จ", Role::StatusMark(FoundStatus::Done)),
            ("แนวทางการกำกับ ติดตาม และการรายงานผล", Role::Monitoring),
            ("การติดตามผล", Role::Monitoring),
            ("การรายงานผล", Role::Report),
            ("สถานะการดำเนินการ", Role::Status),
            ("ผลสถานะ", Role::Status),
            ("ยังไม่ ดำเนินการ", Role::StatusMark(FoundStatus::NotStarted)),
            ("อยู่ระหว่าง ดำเนินการ", Role::StatusMark(FoundStatus::InProgress)),
            ("ดำเนินการเสร็จเรียบร้อยแล้ว", Role::StatusMark(FoundStatus::Done)),
            ("ยกเลิก", Role::StatusMark(FoundStatus::Cancelled)),
            ("(๕) การรายงานผลการ ดำเนินการ", Role::Results),
            ("ผลการดำเนินงาน", Role::Results),
            ("ผลผลิต", Role::Results),
            ("ปัญหา/อุปสรรค", Role::Remark),
            ("งบประมาณ (บาท)", Role::Budget),
            ("เอกสาร/หลักฐาน", Role::Evidence),
            ("ผลคะแนน", Role::Score),
            ("ค่าเป้าหมาย", Role::Target),
            ("ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ", Role::Reading),
            ("ข้อจำกัดของหน่วยงาน", Role::Limitations),
            ("ไตรมาสที่ ๒", Role::Quarter(2)),
            ("ที่/No.", Role::Number),
            ("มาตรการ (Measure)", Role::Measure),
            ("Responsible", Role::Responsible),
            ("ต.ค.", Role::Month(10)),
            ("ม.ค.๖๖", Role::Month(1)),
            ("เดือนมีนาคม 2566", Role::Month(3)),
            ("ความคืบหน้า", Role::Results),
            ("วันที่ดำเนินการ", Role::Period),
            ("คะแนนปีที่ผ่านมา", Role::Score),
            ("งบประมาณที่คาดว่าจะใช้", Role::Budget),
        ] {
            assert_eq!(role_of(heading), Some(role), "{heading}");
        }
    }

    #[test]
    fn content_and_other_headings_are_not_known() {
        for text in [
            "",
            "-",
            "ผลที่คาดว่าจะได้รับ",
            "ผลลัพธ์ที่คาดหวัง",
            "ผลการดำเนินงานที่ผ่านมา",
            "สำนักปลัด",
            "ตัวชี้วัดความสำเร็จ",
            "ตลอดปี",
            "ผู้บริหารและพนักงานทุกคนร่วมกันประกาศมาตรการ",
            "5",
            "/",
        ] {
            assert_eq!(role_of(text), None, "{text}");
        }
    }
}
