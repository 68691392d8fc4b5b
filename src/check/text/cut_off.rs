//! Texts do not end in the middle of a sentence (TX5).
//!
//! Thai has no full stop, so a truncated sentence is recognised only by an ending that requires a
//! continuation.

use crate::check::wording::{PageText, place_on_paper};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::FrontMatter;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::slice::slice;
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(broken_ends) };

/// Words that require a continuation, whatever precedes them.
const OPEN: &[&str] = &["และ", "หรือ", "โดย", "เพื่อ", "ซึ่ง", "เนื่องจาก", "สำหรับ", "ได้แก่", "เช่น", "และ/หรือ"];

/// Words that require a continuation, except as the end of a longer word: เจ้าหน้าที่, ภายใน,
/// สิ่งของ, โครงการ, ข้อความ.
const OPEN_ALONE: &[&str] = &["ที่", "ใน", "ของ", "การ", "ความ", "จาก", "กับ", "แก่", "ด้าน", "ผู้"];

/// Endings of a body that may introduce the tables of the page.
const BEFORE_TABLES: &[&str] = &["ได้แก่", "เช่น"];

fn broken_ends(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    of_front_matter(page).into_iter().chain(of_body(page)).collect()
}

fn of_front_matter(page: &PageText<'_>) -> Vec<Diagnostic> {
    let broken = |given: &Spanned<String>| {
        let texts = [Some(given.value.as_str()), given.as_written.as_deref()];
        let (text, end) = texts.into_iter().flatten().find_map(|text| Some((text, open_end(text)?)))?;
        let place = SourceSpan::new(&page.document.source, place_on_paper(page.file, &given.span, text));
        Some(Diagnostic::new("text-cut-off", place).with("end", end).with("text", tail(text)))
    };
    texts(&page.document.front_matter).into_iter().filter_map(broken).collect()
}

fn of_body(page: &PageText<'_>) -> Option<Diagnostic> {
    let body = &page.document.body;
    let text = slice(page.file, body.range.clone()).trim_end().trim_end_matches(['*', '_', '|']).trim_end();
    let line = text.rsplit('\n').next()?;
    let end = open_end(line).filter(|end| !BEFORE_TABLES.contains(end) && !line.starts_with(['#', '|']))?;
    let close = body.range.start + text.len();
    let (span, ()) = page.visible(vec![(close - end.len()..close, ())]).pop()?;
    let place = SourceSpan::new(&page.document.source, span);
    Some(Diagnostic::new("text-cut-off", place).with("end", end).with("text", tail(line.trim_start_matches(['-', '*', '+', ' ']))))
}

/// Texts and list entries that are sentences or parts of them.
fn texts(front_matter: &FrontMatter) -> Vec<&Spanned<String>> {
    let measures = front_matter.measures.iter();
    let of_measures = measures.flat_map(|measure| measure.title.iter().chain(&measure.steps).chain(&measure.monitoring));
    let entries = front_matter.progress.iter().flat_map(|progress| &progress.entries);
    let of_progress = entries.flat_map(|entry| entry.results.iter().chain(&entry.remark));
    let readings =
        front_matter.assessment.iter().flat_map(|assessment| &assessment.instruments).filter_map(|scores| scores.reading.as_ref());
    let memo = front_matter.memo.iter().flat_map(|memo| memo.subject.iter().chain(&memo.body));
    let mut texts: Vec<&Spanned<String>> =
        front_matter.title.iter().chain(of_measures).chain(of_progress).chain(readings).chain(memo).collect();
    for issue in &front_matter.issues {
        texts.extend(issue.findings.iter().filter_map(|finding| finding.text.as_ref()));
        texts.extend(issue.limitations());
    }
    texts
}

/// The ending of `text` that requires a continuation.
fn open_end(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let ends = |word: &&&str| text.ends_with(**word);
    if let Some(word) = OPEN.iter().find(ends) {
        return Some(slice(text, text.len() - word.len()..));
    }
    let alone = |word: &&&str| text.strip_suffix(**word).is_some_and(|before| before.ends_with([' ', '\n']));
    if let Some(word) = OPEN_ALONE.iter().find(alone) {
        return Some(slice(text, text.len() - word.len()..));
    }
    text.rfind(',').and_then(|at| broken_list(text, at)).or_else(|| open_bracket(text))
}

/// “, L” in a text with its last comma at `at`; not in “กลุ่ม A, B”.
fn broken_list(text: &str, at: usize) -> Option<&str> {
    let (before, end) = (slice(text, ..at), slice(text, at..));
    (is_broken_list(end) && !(ends_with_letter(before) && ends_with_letter(end))).then_some(end)
}

/// True for a Latin letter that stands alone, as in “กลุ่ม A, B”.
fn ends_with_letter(text: &str) -> bool {
    let mut letters = text.trim_end().chars().rev();
    letters.next().is_some_and(|last| last.is_ascii_alphabetic()) && !letters.next().is_some_and(|before| before.is_ascii_alphanumeric())
}

/// “, L”: a comma and at most one Latin letter.
fn is_broken_list(end: &str) -> bool {
    let rest = slice(end, 1..).trim();
    rest.is_empty() || (rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// Text from an unclosed bracket or quotation mark near the end; further up it is a typing error.
fn open_bracket(text: &str) -> Option<&str> {
    const NEAR: usize = 120;
    [('(', ')'), ('“', '”'), ('[', ']')].into_iter().find_map(|(open, close)| {
        let at = text.rfind(open)?;
        let end = slice(text, at..);
        (!end.contains(close) && end.len() <= NEAR).then_some(end)
    })
}

/// Last words, for the message.
fn tail(text: &str) -> String {
    const SHOWN: usize = 30;
    let text = text.trim_end();
    match text.char_indices().rev().nth(SHOWN - 1) {
        Some((at, _)) if at > 0 => format!("…{}", slice(text, at..)),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_end_is_told_from_a_word_that_looks_like_one() {
        for text in
            ["จัดอบรมและ", "แจ้งทางเว็บไซต์ เพื่อ", "ส่งเสริม การ", "เผยแพร่ทาง (เว็บไซต์", "เว็บไซต์, facebook, L", "ห้อง A, ", "ประกาศ “นโยบาย", "ก,"]
        {
            assert!(open_end(text).is_some(), "{text}");
        }
        for text in [
            "",
            "แต่งตั้งเจ้าหน้าที่",
            "ตรวจสอบภายใน",
            "ไม่รับสิ่งของ",
            "ทุกโครงการ",
            "ส่งข้อความ",
            "มีการกำกับ",
            "ช่องทางติดต่อ",
            "ครบถ้วน (ร้อยละ 100)",
            "1) ประชุม 2) รายงาน",
            "ผู้บริหาร, พนักงาน",
            "ดำเนินการตามแผน ก, ข",
            "อบรมกลุ่ม A, B",
            "กลุ่มA, B, C",
        ] {
            assert!(open_end(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_tail_of_a_text_is_short() {
        assert_eq!(tail("ก"), "ก");
        assert_eq!(tail(&"ก".repeat(40)).chars().count(), 31);
    }
}
