//! Extracts claims about scores from a sentence: “ได้ 84.94 คะแนน ต่ำที่สุดแต่ผ่านเกณฑ์เป้าหมาย (85
//! คะแนนขึ้นไป)”.
//!
//! Only unambiguous text counts: a score before its claim in the same clause, or directly after it.
//! Wishes (ให้ผ่านเกณฑ์), conditions (หากผ่าน), ranges (75.00–84.99), differences (เพิ่มขึ้น 5.20)
//! and heading numbers (ข้อ 9.1) are not claims.

use std::ops::Range;

use crate::content::front_matter::PassClaim;
use crate::thai::to_arabic;
use crate::yaml::Decimal;

/// Words that start a claim, with the claim.
const STEMS: [(&str, PassClaim); 7] = [
    ("ผ่าน", PassClaim::Pass),
    ("สูงกว่า", PassClaim::Pass),
    ("มากกว่า", PassClaim::Pass),
    ("เกิน", PassClaim::Pass),
    ("บรรลุ", PassClaim::Pass),
    ("ต่ำกว่า", PassClaim::Fail),
    ("น้อยกว่า", PassClaim::Fail),
];
/// Objects of a claim; without one only ผ่าน is a claim.
const OBJECTS: [&str; 5] = ["เกณฑ์", "เป้าหมาย", "ค่าเป้าหมาย", "คะแนนเป้าหมาย", "ค่าเกณฑ์"];
/// Words allowed between the object and its number.
const FILLERS: [&str; 14] =
    ["เกณฑ์", "เป้าหมาย", "ค่าเป้าหมาย", "คะแนน", "ที่", "กำหนด", "ตั้ง", "ไว้", "มาตรฐาน", "ขั้นต่ำ", "คือ", "ร้อยละ", "การประเมิน", "("];
/// Negations before a claim.
const NOT: [&str; 6] = ["ไม่", "ไม่ได้", "มิได้", "ไม่สามารถ", "ไม่อาจ", "มิ"];
/// Words before a claim that make it a wish, a condition or a level.
const NO_STATEMENT: [&str; 12] = ["ให้", "จะ", "ควร", "ต้อง", "หาก", "ถ้า", "เพื่อ", "กรณี", "การ", "ที่", "ระดับ", "ผู้"];
/// Words between a score and a claim that start another clause.
const BREAKS: [&str; 10] = ["ปี", "ส่วน", "ขณะ", "ทั้งนี้", "สำหรับ", "รองลงมา", "ตัวชี้วัดที่", "ตัวชี้วัดการ", "\n\n", ";"];
/// Words allowed between a claim and a following score.
const LEADS: [&str; 9] = ["(", "ได้", "คะแนน", "คือ", "โดย", "มี", "ผล", "ด้วย", "ร้อยละ"];
/// Words before a number that is no score.
const NO_SCORE: [&str; 14] = ["ที่", "ข้อ", "หมวด", "เวลา", "เพิ่มขึ้น", "ลดลง", "ขึ้น", "ลง", "น้ำหนัก", "เกณฑ์", "เป้าหมาย", "มาตรา", "ต่างกัน", "ขาด"];
/// Maximum number of characters between a score and its claim.
const NEAR: usize = 60;

/// A claim and its scores.
#[derive(Debug, PartialEq)]
pub(super) struct ScoreClaim {
    /// Byte range of the claim.
    pub(super) at: Range<usize>,
    /// Pass or fail.
    pub(super) claim: PassClaim,
    /// True for ผ่าน without an object, which may also be a grade.
    pub(super) is_bare: bool,
    /// Scores, with the text as typed in Arabic digits.
    pub(super) scores: Vec<(Decimal, String)>,
    /// Target named in the claim, likewise.
    pub(super) target: Option<(Decimal, String)>,
}

struct Figure {
    at: Range<usize>,
    number: Decimal,
    text: String,
}

/// Returns all claims about a score in a passage.
pub(super) fn claims(text: &str) -> Vec<ScoreClaim> {
    let figures = figures(text);
    let mut found: Vec<ScoreClaim> = STEMS.iter().flat_map(|stem| of_stem(text, &figures, *stem)).collect();
    found.sort_by_key(|said| said.at.start);
    found
}

fn of_stem(text: &str, figures: &[Figure], (stem, claim): (&str, PassClaim)) -> Vec<ScoreClaim> {
    let said = |(start, _): (usize, &str)| {
        let (before, rest) = text.split_at_checked(start)?;
        let behind = rest.strip_prefix(stem)?;
        let object = OBJECTS.iter().find_map(|object| behind.trim_start().strip_prefix(object));
        let is_bare = object.is_none() && stem == "ผ่าน" && ends_here(behind);
        let rest = object.or_else(|| is_bare.then_some(behind))?;
        let (begins, claim) = negated(before, claim)?;
        let end = text.len() - rest.len();
        let (target, behind) = target(text, figures, end);
        let before = before_claim(text, figures, begins);
        let scores = if before.is_empty() { behind_claim(text, figures, behind) } else { before };
        (!scores.is_empty()).then_some(ScoreClaim { at: begins..end, claim, is_bare, scores, target })
    };
    text.match_indices(stem).filter_map(said).collect()
}

/// Returns the start of a claim including its negation, and the resulting claim; `None` if it
/// states no fact.
fn negated(before: &str, claim: PassClaim) -> Option<(usize, PassClaim)> {
    let bare = before.trim_end_matches(is_between);
    let not = NOT.iter().filter_map(|not| bare.strip_suffix(not)).min_by_key(|rest| rest.len());
    let without = not.map_or(bare, |rest| rest.trim_end_matches(is_between)).trim_end_matches("ยัง").trim_end_matches("ก็");
    if NO_STATEMENT.iter().any(|word| without.trim_end().ends_with(word)) {
        return None;
    }
    Some(match (not, claim) {
        (None, claim) => (before.len(), claim),
        (Some(rest), PassClaim::Pass) => (rest.len(), PassClaim::Fail),
        (Some(rest), PassClaim::Fail) => (rest.len(), PassClaim::Pass),
    })
}

/// Returns the target named after a claim, and the offset of the text after it.
fn target(text: &str, figures: &[Figure], end: usize) -> (Option<(Decimal, String)>, usize) {
    let is_whole = |figure: &&Figure| figure.number.value.fract() == 0.0;
    let next = figures.iter().find(|figure| figure.at.start >= end).filter(is_whole);
    let named = next.filter(|figure| text.get(end..figure.at.start).is_some_and(|gap| is_made_of(gap, &FILLERS)));
    match named {
        Some(figure) => (Some((figure.number, figure.text.clone())), figure.at.end),
        None => (None, end),
    }
}

/// Returns the last score before a claim and the scores joined to it.
fn before_claim(text: &str, figures: &[Figure], begins: usize) -> Vec<(Decimal, String)> {
    let mut scores: Vec<&Figure> = Vec::new();
    for figure in figures.iter().rev().filter(|figure| figure.at.end <= begins) {
        let until = scores.last().map_or(begins, |next| next.at.start);
        let Some(gap) = text.get(figure.at.end..until) else { break };
        let is_near =
            if scores.is_empty() { leads_on(gap) } else { is_made_of(gap, &["และ", "กับ", ",", "คะแนน", "/"]) };
        if !is_near {
            break;
        }
        scores.push(figure);
    }
    let is_score = |figure: &&&Figure| is_score(text, figure);
    scores.iter().filter(is_score).map(|figure| (figure.number, figure.text.clone())).collect()
}

/// True if a claim after this text still refers to the score before it.
fn leads_on(gap: &str) -> bool {
    let turns = gap.rsplit_once("แต่").is_some_and(|(_, last)| !last.trim_matches(is_between).trim_start_matches("ก็").is_empty());
    let claims_already = STEMS.iter().any(|(stem, _)| OBJECTS.iter().any(|object| gap.contains(&format!("{stem}{object}"))));
    gap.chars().count() <= NEAR && !turns && !claims_already && !BREAKS.iter().any(|word| gap.contains(word))
}

fn behind_claim(text: &str, figures: &[Figure], from: usize) -> Vec<(Decimal, String)> {
    let next = figures.iter().find(|figure| figure.at.start >= from);
    let is_led_to = |figure: &&Figure| text.get(from..figure.at.start).is_some_and(|gap| !gap.trim().is_empty() && is_made_of(gap, &LEADS));
    // A score before another claim belongs to that claim.
    let claims_next = |figure: &&Figure| {
        let rest = text.get(figure.at.end..).unwrap_or_default();
        STEMS.iter().filter_map(|(stem, _)| rest.find(stem)).min().is_some_and(|at| rest.get(..at).is_some_and(leads_on))
    };
    let score = next.filter(is_led_to).filter(|figure| is_score(text, figure) && !claims_next(figure));
    score.map(|figure| (figure.number, figure.text.clone())).into_iter().collect()
}

/// True for a number from 0 to 100 with one or two decimals whose context does not make it
/// something else.
fn is_score(text: &str, figure: &Figure) -> bool {
    let before = text.get(..figure.at.start).unwrap_or_default().trim_end_matches(is_between);
    let before = before.trim_end_matches("ร้อยละ").trim_end_matches("คะแนน").trim_end_matches(is_between);
    let behind = text.get(figure.at.end..).unwrap_or_default().trim_start_matches(is_between);
    let is_range = |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '–' | '—' | '−'));
    (1..=2).contains(&figure.number.decimals)
        && (0.0..=100.0).contains(&figure.number.value)
        && !NO_SCORE.iter().any(|word| before.ends_with(word))
        && !["น.", "บาท", "ล้าน", "ถึง", "คน", "ขึ้นไป"].iter().any(|word| behind.starts_with(word))
        && !is_range(before.chars().next_back())
        && !before.ends_with("ถึง")
        && !is_range(behind.chars().next())
}

/// Returns all numbers: digits with at most one decimal point. `1.2.65` and `9.1.1` are none.
fn figures(text: &str) -> Vec<Figure> {
    let arabic = |c: char| c.is_ascii_digit() || ('๐'..='๙').contains(&c);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(arabic)).map(|at| from + at) {
        let run = text.get(start..).unwrap_or_default();
        let length = run.find(|c: char| !arabic(c) && c != '.').unwrap_or(run.len());
        let typed = run.get(..length).unwrap_or_default().trim_end_matches('.');
        if let Some(number) = Decimal::parse(typed) {
            found.push(Figure { at: start..start + typed.len(), number, text: to_arabic(typed).into_owned() });
        }
        from = start + length;
    }
    found
}

fn ends_here(behind: &str) -> bool {
    behind.trim_start_matches('*').chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, ')' | '|' | ',' | '”' | '"'))
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '(' | '|' | '“' | '"' | '=' | ':')
}

/// True if a text consists of these words, white space, emphasis marks and similar punctuation.
fn is_made_of(text: &str, words: &[&str]) -> bool {
    let mut rest = text.trim_start_matches(is_between);
    while let Some(next) = words.iter().filter_map(|word| rest.strip_prefix(word)).min_by_key(|next| next.len()) {
        rest = next.trim_start_matches(is_between);
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let one = |said: ScoreClaim| {
            let scores: Vec<String> = said.scores.into_iter().map(|(_, text)| text).collect();
            let target = said.target.map_or_else(String::new, |(_, text)| format!(" / {text}"));
            format!("{} {}{target}", scores.join(" "), said.claim.key())
        };
        claims(text).into_iter().map(one).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn a_claim_speaks_of_the_score_beside_it() {
        for (text, expected) in [
            ("การใช้งบประมาณได้ 84.94 คะแนน ต่ำสุดแต่ผ่านเกณฑ์เป้าหมาย (85 คะแนนขึ้นไป)", "84.94 pass / 85"),
            ("ได้ ๘๔.๙๔ คะแนน ผ่านเกณฑ์ (๘๕)", "84.94 pass / 85"),
            ("ได้ 8๔.๙4 คะแนน สูงกว่าเป้าหมายร้อยละ 85", "84.94 pass / 85"),
            ("คะแนน **90.10** ยังไม่ผ่านเกณฑ์", "90.10 fail"),
            ("ได้ 90.10 คะแนน ซึ่งไม่ต่ำกว่าเกณฑ์ที่กำหนดไว้ 85.00", "90.10 pass / 85.00"),
            ("ได้ 90.10 คะแนน ต่ำกว่าค่าเป้าหมาย", "90.10 fail"),
            ("| 2 | การใช้งบประมาณ | 84.94 | ผ่าน |", "84.94 pass"),
            ("| 2 | การใช้งบประมาณ | 84.94 | ไม่ผ่าน |", "84.94 fail"),
            ("ได้ 84.10 และ 83.20 คะแนน ผ่านเกณฑ์", "83.20 84.10 pass"),
            ("ผ่านเกณฑ์เป้าหมาย 85 (ได้ 84.94 คะแนน)", "84.94 pass / 85"),
            ("จาก 80.10 เป็น 86.20 คะแนน ผ่านเกณฑ์", "86.20 pass"),
            ("ตัวชี้วัดที่ 1 ได้ 90.00 คะแนน ผ่านเกณฑ์ ส่วนตัวชี้วัดที่ 2 ได้ 80.00 คะแนน ไม่ผ่านเกณฑ์", "90.00 pass; 80.00 fail"),
            ("ได้ 80.00 คะแนน ไม่บรรลุเป้าหมาย", "80.00 fail"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_claims_nothing_of_a_score_is_left_alone() {
        for text in [
            "ได้ 84.94 คะแนน เพื่อให้ผ่านเกณฑ์ 85",
            "ได้ 84.94 คะแนน จะต้องผ่านเกณฑ์ 85",
            "ได้ 84.94 คะแนน หากผ่านเกณฑ์จะประกาศ",
            "ปี 2565 ได้ 84.94 คะแนน ปี 2566 ผ่านเกณฑ์",
            "ได้ 90.39 คะแนน ระดับผ่านดี แต่การสื่อสารยังต่ำกว่าเป้าหมาย",
            "| 75.00–84.99 | ผ่าน |",
            "| 85.00 - 100 | ผ่าน |",
            "เพิ่มขึ้น 5.20 คะแนน ผ่านเกณฑ์",
            "ตัวชี้วัดย่อยที่ 9.1 ผ่านเกณฑ์",
            "เกณฑ์ 85.50 ผ่านเกณฑ์",
            "ประชาสัมพันธ์ผ่านเว็บไซต์ได้ 84.94 คะแนน",
            "ได้ 84.94 คะแนน ระดับผ่าน",
            "ได้ 84.94 คะแนน ส่วนการสื่อสารผ่านเกณฑ์",
            "ใช้ 12.50 บาท ผ่านเกณฑ์",
            "วันที่ 1.2.65 ผ่านเกณฑ์",
            "",
        ] {
            assert_eq!(shown(text), "", "{text}");
        }
    }
}
