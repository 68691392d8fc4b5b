//! `-x`, `1.x`: without a space after its marker, or behind an invisible letter, a list item is text
//! and joins the lines around it.

use super::block::{Block, LineFinding, behind_list_mark, is_other_space};
use super::tabs::cells;
use crate::check::wording::EncodedLine;
use crate::thai::{is_digit, to_arabic};

/// Returns a diagnostic for the first such item of a block, with their number. A single one may be
/// intended (`*หมายเหตุ`, `1.บทนำ`), unless it is a dash at the start of the block or the block has
/// other list items.
pub(super) fn without_space(block: Block<'_, '_>) -> Option<LineFinding> {
    let mut points = block.iter().enumerate().filter_map(|(at, line)| Some((at, line, repaired(line)?)));
    let (at, line, repaired) = points.next()?;
    let count = 1 + points.count();
    let is_in_list = || block.iter().any(|line| behind_list_mark(line.text).is_some());
    let is_point = count > 1 || (at == 0 && repaired.starts_with('-')) || is_in_list();
    is_point.then(|| LineFinding::new("list-mark-space", line).with("repaired", repaired).with("count", count).with_unseen(line))
}

/// Returns the repaired line, if it starts with a marker without a space.
fn repaired(line: &EncodedLine<'_>) -> Option<String> {
    let typed = line.text.trim_start_matches([' ', '\t']);
    let text = typed.trim_start_matches(|c| c == ' ' || is_other_space(c));
    let repaired = match text.as_bytes().first()? {
        _ if text.len() < typed.len() && behind_list_mark(text).is_some_and(|point| !point.is_empty()) => Some(text.to_owned()),
        b'-' | b'*' | b'+' => bullet(text),
        // Thai digits start with byte 0xE0.
        b'0'..=b'9' | 0xE0 if text.starts_with(is_digit) => number(text),
        _ => None,
    };
    // Table cells have their own check.
    repaired.filter(|_| cells(text).len() < 2)
}

fn bullet(text: &str) -> Option<String> {
    let mark = text.chars().next()?;
    let behind = text.strip_prefix(mark)?;
    let point = glued(behind)?;
    // `-ไม่มี-` and `*เน้น*` are no list items.
    let is_closed = behind.contains('*') || (mark == '-' && behind.trim_end().ends_with('-'));
    (!is_closed).then(|| format!("{mark} {point}"))
}

/// Repairs `1.x`, `1)x` and `1 .x`; `1.5` is a number.
fn number(text: &str) -> Option<String> {
    let signs = text.trim_start_matches(is_digit);
    let digits = to_arabic(text.strip_suffix(signs)?);
    if !(1..=2).contains(&digits.len()) {
        return None;
    }
    let (behind, mark) = match signs.strip_prefix(['.', ')']) {
        Some(behind) => (behind, signs.chars().next()?),
        None => (signs.strip_prefix(" .")?.trim_start_matches(' '), '.'),
    };
    glued(behind).map(|point| format!("{digits}{mark} {point}"))
}

/// Returns the text if it follows its marker directly or after a space unknown to Markdown.
fn glued(behind: &str) -> Option<&str> {
    let point = behind.trim_start_matches(is_other_space).trim_end();
    let first = point.chars().next()?;
    (first.is_alphabetic() || (point.len() < behind.trim_end().len() && !first.is_whitespace()) || matches!(first, '“' | '('))
        .then_some(point)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        repaired(&EncodedLine { start: 0, text, digits: 0 })
    }

    #[test]
    fn the_space_is_put_in() {
        for (text, right) in [
            ("-จัดอบรม", "- จัดอบรม"),
            ("*จัดอบรม", "* จัดอบรม"),
            ("1.จัดอบรม", "1. จัดอบรม"),
            ("2)จัดอบรม", "2) จัดอบรม"),
            ("๑.จัดอบรม", "1. จัดอบรม"),
            ("1 .จัดอบรม", "1. จัดอบรม"),
            ("-\u{A0}จัดอบรม", "- จัดอบรม"),
            ("1.\u{A0}5 ครั้ง", "1. 5 ครั้ง"),
            ("\u{200B}- จัดอบรม", "- จัดอบรม"),
            ("\u{A0}1. จัดอบรม", "1. จัดอบรม"),
            ("\u{FEFF}-จัดอบรม", "- จัดอบรม"),
        ] {
            assert_eq!(of(text).as_deref(), Some(right), "{text}");
        }
    }

    #[test]
    fn numbers_rules_and_stressed_words_are_no_points() {
        for text in [
            "- ก",
            "-5 องศา",
            "1.5 ล้าน",
            "1.1.2 ก",
            "---",
            "-ไม่มี-",
            "*เน้น* คำ",
            "**เน้น**",
            "2566.ก",
            "10.00 น.",
            "+66 2 123",
            "ก",
            "เ",
            "",
            "1.",
            "1.ก\tข",
            "\u{A0}ก",
            "\u{A0}---",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
