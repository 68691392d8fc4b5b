//! `##x`: without a space after its signs, a heading is a paragraph.

use super::block::{LineFinding, is_other_space};
use crate::check::wording::EncodedLine;

const WIDE: char = '＃';

/// Returns a diagnostic for a line meant as a heading. One sign before a digit is a number (`#12`);
/// several words with signs are hashtags.
pub(super) fn without_space(line: &EncodedLine<'_>) -> Option<LineFinding> {
    let text = line.text.trim_start_matches(' ');
    // `＃` starts with byte 0xEF.
    if !matches!(text.as_bytes().first(), Some(b'#' | 0xEF)) {
        return None;
    }
    let behind = text.trim_start_matches(['#', WIDE]);
    let signs = text.get(..text.len() - behind.len())?;
    if signs.is_ascii() && behind.starts_with([' ', '\t']) {
        return None;
    }
    let title = behind.trim_start_matches(|c| c == ' ' || is_other_space(c)).trim_end();
    let first = title.chars().next()?;
    let level = signs.chars().count();
    let is_title = match level {
        1 => first.is_alphabetic() && !title.contains(" #"),
        2..=6 => first.is_alphanumeric() || matches!(first, '*' | '(' | '“' | '"'),
        _ => false,
    };
    let repaired = || format!("{} {title}", "#".repeat(level));
    is_title.then(|| LineFinding::new("heading-space", line).with("repaired", repaired()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_told_from_a_number_and_from_words_for_other_sites() {
        let is_found = |text| without_space(&EncodedLine { start: 0, text, digits: 0 }).is_some();
        for text in ["#บทนำ", "##บทนำ", "  ###Results", "##1. บทนำ", "＃ บทนำ", "＃＃บทนำ", "##\u{A0}บทนำ", "##**บทนำ**"]
        {
            assert!(is_found(text), "{text}");
        }
        for text in ["# บทนำ", "##", "#12 ลงวันที่", "#1", "#โปร่งใส #เทศบาล", "#######ก", "ก ##ข", "\u{FEFF}", "## ", "#-"]
        {
            assert!(!is_found(text), "{text}");
        }
    }
}
