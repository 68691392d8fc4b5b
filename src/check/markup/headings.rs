//! `##x`: without a space after its signs, or behind an invisible letter, a heading is a paragraph.
//! Signs alone are a heading without words.

use super::block::{LineFinding, is_other_space};
use crate::check::wording::EncodedLine;

const WIDE: char = '＃';

/// Returns a diagnostic for a line meant as a heading. One sign before a digit is a number (`#12`);
/// several words with signs are hashtags.
pub(super) fn without_space(line: &EncodedLine<'_>) -> Option<LineFinding> {
    let typed = line.text.trim_start_matches(' ');
    // `＃` starts with byte 0xEF, other spaces with 0xC2, 0xE2, 0xE3 or 0xEF.
    if !matches!(typed.as_bytes().first(), Some(b'#' | 0xC2 | 0xE2 | 0xE3 | 0xEF)) {
        return None;
    }
    let text = typed.trim_start_matches(|c| c == ' ' || is_other_space(c));
    let behind = text.trim_start_matches(['#', WIDE]);
    let signs = text.get(..text.len() - behind.len())?;
    if signs.is_ascii() && behind.starts_with([' ', '\t']) && text.len() == typed.len() {
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
    let is_title = is_title || (level == 1 && text.len() < typed.len() && behind.starts_with([' ', '\t']));
    let repaired = || format!("{} {title}", "#".repeat(level));
    is_title.then(|| LineFinding::new("heading-space", line).with("repaired", repaired()).with_unseen(line))
}

/// Returns a diagnostic for a heading without words.
pub(super) fn without_words(line: &EncodedLine<'_>) -> Option<LineFinding> {
    let text = line.text.trim_start_matches(' ');
    let indent = line.text.len() - text.len();
    // Most lines end here.
    let signs = text.starts_with('#').then(|| text.trim_end())?;
    let is_heading = indent < 4 && signs.len() <= 6 && signs.bytes().all(|byte| byte == b'#');
    is_heading.then(|| LineFinding::new("heading-empty", line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_told_from_a_number_and_from_words_for_other_sites() {
        let is_found = |text| without_space(&EncodedLine { start: 0, text, digits: 0 }).is_some();
        for text in [
            "#บทนำ",
            "##บทนำ",
            "  ###Results",
            "##1. บทนำ",
            "＃ บทนำ",
            "＃＃บทนำ",
            "##\u{A0}บทนำ",
            "##**บทนำ**",
            "\u{200B}# บทนำ",
            "\u{A0}## บทนำ",
            "\u{FEFF}#บทนำ",
            "\u{200B}# 1. บทนำ",
        ] {
            assert!(is_found(text), "{text}");
        }
        for text in
            ["# บทนำ", "##", "#12 ลงวันที่", "#1", "#โปร่งใส #เทศบาล", "#######ก", "ก ##ข", "\u{FEFF}", "## ", "#-", "\u{A0}ก", "\u{200B}#12"]
        {
            assert!(!is_found(text), "{text}");
        }
    }

    #[test]
    fn signs_alone_are_a_heading() {
        let is_found = |text| without_words(&EncodedLine { start: 0, text, digits: 0 }).is_some();
        for text in ["#", "## ", "  ###", "######"] {
            assert!(is_found(text), "{text}");
        }
        for text in ["", "# ก", "#######", "    #", "#-"] {
            assert!(!is_found(text), "{text}");
        }
    }
}
