//! Intervals of reports.

use super::wording::plain;

/// How often a report is due, if a text says nothing else.
pub(super) fn cadence(text: &str) -> Option<Vec<&'static str>> {
    let text = plain(text);
    let text = ["รายงานผล", "รายงาน"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
    let text = ["ของปีงบประมาณ", "ต่อปีงบประมาณ"].iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    let found = match text {
        "รายไตรมาส" | "ทุกไตรมาส" => vec!["quarterly"],
        "รายเดือน" | "ทุกเดือน" | "ประจำทุกเดือน" | "ประจำเดือน" =>
        {
            vec!["monthly"]
        }
        "ราย6เดือน" | "รอบ6เดือน" | "ทุก6เดือน" => vec!["6m"],
        "ราย12เดือน" | "รอบ12เดือน" => vec!["12m"],
        "ราย6เดือนและ12เดือน" | "ราย6เดือนและราย12เดือน" | "รอบ6เดือนและ12เดือน" | "รอบ6เดือนและรอบ12เดือน" =>
        {
            vec!["6m", "12m"]
        }
        "รายปี" | "ทุกปี" | "ปีละ1ครั้ง" => vec!["yearly"],
        _ => return None,
    };
    Some(found)
}
