//! Fields that sentences around the tables state: who adopted, the plan that is reported on, the months that
//! are covered, how many people answered. The sentences stay in the body.

use serde_json::{Value, json};

use super::doubt::{DoubtKind, Doubts};
use super::fields::Object;
use super::item_code::code_in;
use super::known::{Known, KnownInstrument};
use super::matter::{date_at, headings};
use super::paragraph::ImportedParagraph;
use super::people::is_person;
use super::period_reading::range_of_months;
use crate::slice::slice;
use crate::thai::{Date, Month, is_digit, to_arabic};

/// Longer paragraphs are not searched.
const LONGEST: usize = 12_000;

/// The decision that sentences state: those with `เห็นชอบ` and `เมื่อวันที่`, if all name one day.
pub(super) fn adopted(paragraphs: &[ImportedParagraph], doubts: &mut Doubts) -> Option<Value> {
    let mut stated = paragraphs.iter().filter(|paragraph| paragraph.text.contains("เห็นชอบ")).filter_map(|paragraph| {
        let line = paragraph.line();
        let (before, tail) = line.split_once("เมื่อวันที่")?;
        Some((date_at(tail)?, adopted_by(before).map(str::to_owned), paragraph))
    });
    let (day, by, paragraph) = stated.next()?;
    if !stated.all(|(other, ..)| other == day) {
        return None;
    }
    let mut adopted = Object::default();
    adopted.put("date", Date::to_string(&day));
    if let Some(by) = by {
        doubts.add_taken(DoubtKind::FieldFromText, Some(&paragraph.place), &paragraph.line(), format!("adopted.by: {by}"));
        adopted.put("by", by);
    }
    Some(adopted.into_value())
}

/// The meeting or post before the day: `ที่ประชุม… มีมติเห็นชอบ`, `ได้รับความเห็นชอบจาก…`. Names of persons are not taken.
fn adopted_by(text: &str) -> Option<&str> {
    const FROM: [&str; 4] = ["ความเห็นชอบจาก", "ความเห็นชอบของ", "เห็นชอบจาก", "เห็นชอบโดย"];
    const BODIES: [&str; 6] = ["ที่ประชุม", "คณะกรรมการ", "คณะผู้บริหาร", "สภา", "นายก", "ผู้บริหาร"];
    const ENDS: [&str; 7] = ["มีมติ", "ได้มีมติ", "ได้เห็นชอบ", "เห็นชอบ", "ได้พิจารณา", "ในการประชุม", "ครั้งที่"];
    const LONGEST_NAME: usize = 80;
    let after = FROM.iter().find_map(|word| text.split_once(word)).map(|(_, after)| after);
    let begin = || BODIES.iter().filter_map(|word| text.find(word)).min().map(|at| slice(text, at..));
    let named = after.or_else(begin)?;
    let end = ENDS.iter().filter_map(|word| named.find(word)).min().unwrap_or(named.len());
    let named = slice(named, ..end).trim_matches([' ', ',', '.', '(']);
    // "The meeting" alone says nothing.
    let is_name = BODIES.iter().any(|word| named.starts_with(word)) && named != "ที่ประชุม" && named.chars().count() <= LONGEST_NAME;
    (is_name && !is_person(named)).then_some(named)
}

/// The plan that a report names by the code of its item.
pub(super) fn reported_plan(paragraphs: &[ImportedParagraph], known: &Known, doubts: &mut Doubts) -> Option<Value> {
    let is_plan = |code: &String| known.plan_items.contains(code) && known.item.as_ref() != Some(code);
    let mut named = paragraphs.iter().filter(|paragraph| !paragraph.is_below() && paragraph.text.len() <= LONGEST);
    let (paragraph, code) = named.find_map(|paragraph| Some((paragraph, code_in(&paragraph.text).filter(is_plan)?)))?;
    doubts.add_taken(DoubtKind::FieldFromText, Some(&paragraph.place), &paragraph.line(), format!("progress.of.item: {code}"));
    Some(json!({"item": code}))
}

/// The months that title and headings say a report covers.
pub(super) fn covered_months(title: Option<&str>, paragraphs: &[ImportedParagraph], doubts: &mut Doubts) -> Option<Value> {
    let mut found: Vec<((Month, Month), String)> = Vec::new();
    for line in headings(title, paragraphs) {
        if let Some(range) = months_in(&line).filter(|range| found.iter().all(|(other, _)| other != range)) {
            found.push((range, line));
        }
    }
    match found.as_slice() {
        [] => None,
        [((from, to), line)] => {
            doubts.add_taken(DoubtKind::FieldFromText, None, line, format!("progress.covers: {from} – {to}"));
            Some(json!({"from": from.to_string(), "to": to.to_string()}))
        }
        several => {
            let lines: Vec<&str> = several.iter().map(|(_, line)| line.as_str()).collect();
            doubts.add(DoubtKind::CoversUnclear, None, &lines.join(", "));
            None
        }
    }
}

/// A range of months with their years after a word for one: `(ตุลาคม 2565 – มีนาคม 2566)`.
fn months_in(line: &str) -> Option<(Month, Month)> {
    const CUES: [&str; 4] = ["(", "ระหว่าง", "ตั้งแต่", "เดือน"];
    /// Words of a range.
    const MOST: usize = 14;
    let tails = CUES.iter().flat_map(|cue| line.match_indices(cue).map(|(at, cue)| slice(line, at + cue.len()..)));
    tails.into_iter().find_map(|tail| {
        let words: Vec<&str> = tail.split(')').next().unwrap_or(tail).split_whitespace().take(MOST).collect();
        (1..=words.len()).rev().find_map(|count| range_of_months(&words.get(..count).unwrap_or_default().join(" ")))
    })
}

/// How many people answered each survey, where the sentences name one number.
pub(super) fn samples(paragraphs: &[ImportedParagraph], doubts: &mut Doubts) -> Option<Value> {
    let mut samples = Object::default();
    for instrument in [KnownInstrument::Iit, KnownInstrument::Eit] {
        let mut found: Vec<(u32, &ImportedParagraph)> = Vec::new();
        for paragraph in paragraphs.iter().filter(|paragraph| paragraph.text.len() <= LONGEST) {
            let people = people_who_answered(&paragraph.line(), instrument);
            found.extend(people.filter(|people| found.iter().all(|(other, _)| other != people)).map(|people| (people, paragraph)));
        }
        match found.as_slice() {
            [] => {}
            [(people, paragraph)] => {
                let taken = format!("assessment.samples.{}: {people}", instrument.id());
                doubts.add_taken(DoubtKind::FieldFromText, Some(&paragraph.place), &paragraph.line(), taken);
                samples.put(instrument.id(), *people);
            }
            several => {
                let numbers: Vec<String> = several.iter().map(|(people, _)| format!("{} {people}", instrument.id())).collect();
                doubts.add(DoubtKind::SamplesUnclear, several.first().map(|(_, paragraph)| &paragraph.place), &numbers.join(", "));
            }
        }
    }
    (!samples.is_empty()).then(|| samples.into_value())
}

/// `ผู้ตอบแบบ IIT จำนวน 33 คน`: the number of people after the name of a survey, before that of the next.
fn people_who_answered(line: &str, instrument: KnownInstrument) -> Option<u32> {
    const ANSWERED: [&str; 3] = ["ตอบ", "ตัวอย่าง", "เก็บข้อมูล"];
    let (own, other): (&[&str], &[&str]) = match instrument {
        KnownInstrument::Iit => (&["IIT", "ได้ส่วนเสียภายใน", "ได้เสียภายใน"], &["EIT", "OIT", "ได้ส่วนเสียภายนอก", "ได้เสียภายนอก"]),
        _ => (&["EIT", "ได้ส่วนเสียภายนอก", "ได้เสียภายนอก"], &["IIT", "OIT", "ได้ส่วนเสียภายใน", "ได้เสียภายใน"]),
    };
    if !ANSWERED.iter().any(|word| line.contains(word)) {
        return None;
    }
    let starts = own.iter().filter_map(|word| line.rfind(word).map(|at| at + word.len())).max()?;
    let tail = slice(line, starts..);
    let end = other.iter().filter_map(|word| tail.find(word)).min().unwrap_or(tail.len());
    counted_people(slice(tail, ..end))
}

/// The first number before a word for people, near the start.
fn counted_people(text: &str) -> Option<u32> {
    const UNITS: [&str; 4] = ["คน", "ราย", "ตัวอย่าง", "ชุด"];
    const NEAR: usize = 120;
    let at = text.find(is_digit).filter(|at| *at <= NEAR)?;
    let number = slice(text, at..);
    let end = number.find(|c: char| !is_digit(c) && c != ',').unwrap_or(number.len());
    let after = slice(number, end..).trim_start();
    let digits: String = to_arabic(slice(number, ..end)).chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|_| UNITS.iter().any(|unit| after.starts_with(unit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_adopted_stands_before_the_day() {
        for (text, by) in [
            ("ที่ประชุมร่วมผู้บริหารและเจ้าหน้าที่ ", Some("ที่ประชุมร่วมผู้บริหารและเจ้าหน้าที่")),
            ("ตามที่ ที่ประชุมคณะผู้บริหารได้มีมติเห็นชอบมาตรการ ", Some("ที่ประชุมคณะผู้บริหาร")),
            ("มาตรการนี้ได้รับความเห็นชอบจากคณะกรรมการอำนวยการ ในการประชุมครั้งที่ 1/2565 ", Some("คณะกรรมการอำนวยการ")),
            ("เห็นชอบโดยนายกเทศมนตรีตำบลตัวอย่าง ", Some("นายกเทศมนตรีตำบลตัวอย่าง")),
            ("เห็นชอบโดยนายตัวอย่าง ใจดี ", None),
            ("ที่ประชุมเห็นชอบ", None),
            ("เห็นชอบ", None),
        ] {
            assert_eq!(adopted_by(text), by, "{text}");
        }
    }

    #[test]
    fn months_of_a_report_need_their_years() {
        let months = |line| months_in(line).map(|(from, to)| format!("{from} {to}"));
        for line in [
            "รายงานผล รอบ 6 เดือน (ตุลาคม 2565 – มีนาคม 2566)",
            "รายงานผล ระหว่างเดือนตุลาคม ๒๕๖๕ ถึงเดือนมีนาคม ๒๕๖๖ ของเทศบาลตำบลตัวอย่าง",
            "รายงานผลตั้งแต่วันที่ 1 ต.ค. 65 - 31 มี.ค. 66",
            "รายงานผล (1/10/2565 - 31/3/2566)",
        ] {
            assert_eq!(months(line).as_deref(), Some("2022-10 2023-03"), "{line}");
        }
        for line in ["รายงานผล (ปีงบประมาณ 2566)", "รายงานผล (ต.ค. - มี.ค.)", "ข้อมูล ณ วันที่ 31 มีนาคม 2566", "รอบ 6 เดือน"]
        {
            assert_eq!(months(line), None, "{line}");
        }
    }

    #[test]
    fn people_are_those_who_answered_the_survey() {
        let line = "มีผู้ตอบแบบวัด IIT จำนวน ๓๓ คน และ EIT จำนวน 1,047 คน";
        assert_eq!(people_who_answered(line, KnownInstrument::Iit), Some(33));
        assert_eq!(people_who_answered(line, KnownInstrument::Eit), Some(1047));
        let line = "กลุ่มตัวอย่างผู้มีส่วนได้ส่วนเสียภายนอก 47 ราย";
        assert_eq!((people_who_answered(line, KnownInstrument::Iit), people_who_answered(line, KnownInstrument::Eit)), (None, Some(47)));
        for line in ["อบรมเรื่อง IIT จำนวน 30 คน", "ผู้ตอบแบบวัด IIT ร้อยละ 80", "ผู้ตอบแบบวัด IIT 2566"]
        {
            assert_eq!(people_who_answered(line, KnownInstrument::Iit), None, "{line}");
        }
    }
}
