//! Scores in running text: `ตัวชี้วัดที่ 2 … คือ 84.94 คะแนน`, `68.16 คะแนน อยู่ในระดับ C`.

use serde_json::Value;

use super::addressed::{self, ToldIndicator};
use super::doubt::{DoubtKind, Doubts};
use super::draft::PageDraft;
use super::list::FoundItem;
use super::number::{FoundNumber, numbers};
use super::paragraph::ImportedParagraph;
use super::scores::Stated;
use super::wording::one_line;
use crate::slice::slice;
use crate::thai::{is_digit, to_arabic};

/// Longer paragraphs are not searched.
const LONGEST: usize = 12_000;
/// Bytes between a name and its score.
const NEAR: usize = 60;

/// Takes the scores that sentences state; the sentences stay in the body.
pub(super) fn read(paragraphs: &[ImportedParagraph], draft: &mut PageDraft<'_>) {
    let mut told: Vec<(&ImportedParagraph, Vec<ToldIndicator>)> = Vec::new();
    for paragraph in paragraphs.iter().filter(|paragraph| paragraph.text.len() <= LONGEST) {
        let text = one_line(&paragraph.text);
        let mut is_taken = false;
        let mut named = Vec::new();
        for (at, word) in text.match_indices("ตัวชี้วัดที่") {
            let tail = slice(&text, at + word.len()..);
            let segment = tail.split("ตัวชี้วัดที่").next().unwrap_or(tail);
            is_taken |= indicator(segment, paragraph, &mut named, draft);
        }
        if !named.is_empty() {
            told.push((paragraph, named));
        }
        if !text.contains("ตัวชี้วัด") {
            is_taken |= total(&text, paragraph, draft);
        }
        if is_taken {
            draft.doubts.add(DoubtKind::TextScore, Some(&paragraph.place), &text);
        }
    }
    addressed::read(&told, draft);
}

/// `2 การใช้งบประมาณ คือ 84.94 คะแนน มีค่าต่ำสุด แต่ผ่านเกณฑ์เป้าหมาย (85 คะแนนขึ้นไป)`.
fn indicator(segment: &str, paragraph: &ImportedParagraph, told: &mut Vec<ToldIndicator>, draft: &mut PageDraft<'_>) -> bool {
    let segment = segment.trim_start();
    let digits: String = segment.chars().take(2).take_while(|c| is_digit(*c)).collect();
    let rest = segment.strip_prefix(digits.as_str()).unwrap_or(segment);
    let Some(points) = numbers(rest).next().filter(is_points) else { return false };
    let Some((name, between)) = name_before(points.before) else { return false };
    if between.len() > NEAR {
        return false;
    }
    let item = FoundItem { number: to_arabic(&digits).parse().ok(), digits: Some(digits), is_marked: true, text: name.to_owned() };
    let mut doubts = Doubts::default();
    let Some(named) = draft.indicators.named(&item, None, Some(&paragraph.place), &mut doubts) else { return false };
    let after = points.after;
    let points = points.written(Some(&paragraph.place), &mut doubts);
    let (claim, is_lowest) = (claim(after), is_lowest(after));
    told.push(ToldIndicator { no: named.no, instrument: named.instrument, claim, is_lowest });
    if !draft.scores.state(&named, Stated { points, claim, is_lowest }) {
        return false;
    }
    draft.doubts.0.append(&mut doubts.0);
    if let Some((_, target)) = after.split_once("เป้าหมาย")
        && let Some(target) = numbers(target).next().filter(|found| is_points(found) && found.before.len() <= NEAR)
    {
        let target = target.written(Some(&paragraph.place), &mut draft.doubts);
        draft.scores.aim(target, paragraph, &mut draft.doubts);
    }
    true
}

fn is_points(found: &FoundNumber<'_>) -> bool {
    found.after.trim_start().starts_with("คะแนน")
}

/// The name of an indicator, and the words between it and the score.
fn name_before(text: &str) -> Option<(&str, &str)> {
    let ends = [" คือ", " ได้", " มี", " เท่ากับ"].iter().filter_map(|word| text.find(word)).min()?;
    Some((slice(text, ..ends).trim_matches([' ', ':', '"']), slice(text, ends..)))
}

/// Whether the paper calls it passed.
fn claim(text: &str) -> Option<&'static str> {
    match text {
        _ if text.contains("ไม่ผ่าน") || text.contains("ต่ำกว่าเกณฑ์") => Some("fail"),
        _ if text.contains("ผ่านเกณฑ์") => Some("pass"),
        _ => None,
    }
}

fn is_lowest(text: &str) -> bool {
    ["ต่ำสุด", "ต่ำที่สุด"].iter().any(|word| text.contains(word))
}

/// `68.16 คะแนน อยู่ในระดับ C`.
fn total(text: &str, paragraph: &ImportedParagraph, draft: &mut PageDraft<'_>) -> bool {
    let Some((before, after)) = text.split_once("อยู่ในระดับ") else { return false };
    let Some(points) = numbers(before).filter(is_points).last().filter(|found| found.after.len() <= NEAR) else { return false };
    let grade: String =
        after.trim_start().chars().take_while(|c| c.is_alphanumeric() || matches!(c, '+' | '\u{E31}' | '\u{E34}'..='\u{E4E}')).collect();
    let written: Value = points.written(Some(&paragraph.place), &mut draft.doubts);
    !grade.is_empty() && draft.scores.state_total(written, grade)
}
