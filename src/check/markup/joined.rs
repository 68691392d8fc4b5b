//! Reports lines that look like list items but form one paragraph in Markdown: numbered in Thai or
//! in brackets, lettered, with a bullet from Word, or labelled.

use memchr::memchr;

use super::block::{Block, LineFinding, behind_list_mark, is_apart, unquoted};
use super::tabs::{GAP, cells};
use crate::check::wording::{EncodedLine, is_symbol};
use crate::thai::to_arabic;

/// Number of preceding marks compared with a mark; limits the depth of nested lists.
const REMEMBERED: usize = 8;

/// Mark at the start of a line that makes it look like an item.
#[derive(Clone, PartialEq, Debug)]
enum PointMark {
    /// `•`, or another symbol that starts no sentence.
    Sign(char),
    /// `๑.`, `(2)`, `1.2`, `ข้อ 3`: text before the number, number, character after it.
    Counted { before: String, number: u32, behind: Option<char> },
    /// `ก.`, `(b)`; `before` is true with an opening bracket.
    Lettered { before: bool, letter: char, behind: char },
    /// Label before a value: `โทรศัพท์:`
    Label,
    /// Checkbox of a task: `[ ]`, `[x]`
    Task,
}

/// A line with a mark.
struct MarkedLine<'t> {
    line: usize,
    mark: PointMark,
    text: &'t str,
    /// Text after the mark.
    point: &'t str,
}

/// Returns a diagnostic for the first line of a block that a later marked line continues without a
/// hard break.
pub(super) fn run_together(block: Block<'_, '_>) -> Option<LineFinding> {
    if block.len() < 2 {
        return None;
    }
    let marked = marked(block);
    let (first, mark) = marked.iter().enumerate().find_map(|(at, next)| {
        let before = marked.get(at.saturating_sub(REMEMBERED)..at)?;
        let is_broken = next.line.checked_sub(1).and_then(|above| block.get(above)).is_some_and(|above| ends_in_break(above.text));
        let first = before.iter().rev().find(|before| !is_broken && follows(next, before))?;
        Some((first, &first.mark))
    })?;
    let count = marked.iter().filter(|marked| is_alike(&marked.mark, mark)).count();
    let finding = LineFinding::new("lines-run-together", block.get(first.line)?).with("count", count);
    let listed = |number: &u32| format!("{number}. {}", first.point);
    Some(match mark {
        PointMark::Sign(_) => finding.with("listed", format!("- {}", first.point)),
        // Already a list item, but a list cannot start with it inside a paragraph.
        PointMark::Counted { number, .. } if listed(number) == first.text => finding.with("below", ""),
        PointMark::Counted { before, number, .. } if before.is_empty() || before == "(" => finding.with("listed", listed(number)),
        PointMark::Counted { .. } | PointMark::Lettered { .. } | PointMark::Label | PointMark::Task => {
            finding.with("apart", format!("- {}", first.text))
        }
    })
}

/// Returns a diagnostic for lines with a bullet from a Word symbol font, which appears as a box on
/// other machines; also for a single line.
pub(super) fn begin_with_symbol(block: Block<'_, '_>) -> Option<LineFinding> {
    let point = |line: &EncodedLine<'_>| unquoted(line).strip_prefix(is_symbol).map(|point| point.trim().to_owned());
    let mut points = block.iter().filter_map(|line| Some((line, point(line)?)));
    let (line, point) = points.next()?;
    let count = 1 + points.count();
    Some(LineFinding::new("lines-run-together", line).with("symbol", "").with("listed", format!("- {point}")).with("count", count))
}

/// Lines that start with a mark unknown to Markdown.
fn marked<'t>(block: Block<'_, 't>) -> Vec<MarkedLine<'t>> {
    let mut marked = Vec::new();
    let mut is_in_list = false;
    for (line, of) in block.iter().enumerate() {
        let text = unquoted(of);
        if text.starts_with('|') {
            // Table rows have no mark.
            continue;
        }
        if behind_list_mark(text).is_some() && (line == 0 || is_in_list || begins_list(text)) {
            is_in_list = true;
        } else if is_apart(text) {
            marked.clear();
        } else if let Some((mark, point)) = mark(text, of.digits).filter(|_| !text.contains('|') && cells(text).len() < 2) {
            marked.push(MarkedLine { line, mark, text: text.trim_end(), point });
        }
    }
    marked
}

/// True if a list can start with this marker inside a paragraph (CommonMark 0.31.2, section 5.2).
fn begins_list(text: &str) -> bool {
    text.starts_with(['-', '*', '+']) || text.strip_prefix('1').is_some_and(|behind| behind.starts_with(['.', ')']))
}

fn ends_in_break(line: &str) -> bool {
    line.ends_with("  ") || line.ends_with('\\')
}

fn is_alike(one: &PointMark, other: &PointMark) -> bool {
    match (one, other) {
        (PointMark::Counted { before, behind, .. }, PointMark::Counted { before: other, behind: as_well, .. }) => {
            before == other && behind == as_well
        }
        (PointMark::Lettered { before, behind, .. }, PointMark::Lettered { before: other, behind: as_well, .. }) => {
            before == other && behind == as_well
        }
        _ => one == other,
    }
}

/// True if a mark continues the sequence of another one.
fn follows(next: &MarkedLine<'_>, before: &MarkedLine<'_>) -> bool {
    is_alike(&next.mark, &before.mark)
        && match (&next.mark, &before.mark) {
            (PointMark::Counted { number, .. }, PointMark::Counted { number: before, .. }) => *number == before.saturating_add(1),
            (PointMark::Lettered { letter, .. }, PointMark::Lettered { letter: before, .. }) => is_next(*before, *letter),
            (PointMark::Label, PointMark::Label) => next.line == before.line + 1,
            _ => true,
        }
}

/// Order of Thai letters in lists; many authors skip ฆ.
const LETTERS: &str = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";

fn is_next(before: char, letter: char) -> bool {
    let place = |c| LETTERS.chars().position(|letter| letter == c);
    match (place(before), place(letter)) {
        (Some(before), Some(letter)) => letter == before + 1 || (letter == before + 2 && LETTERS.chars().nth(before + 1) == Some('ฆ')),
        _ => u32::from(letter) == u32::from(before) + 1 && letter.is_ascii_alphabetic(),
    }
}

fn mark(text: &str, digits: usize) -> Option<(PointMark, &str)> {
    let counted = || Some(text).filter(|_| digits > 0).and_then(counted);
    sign(text).or_else(|| lettered(text)).or_else(|| task(text)).or_else(|| label(text)).or_else(counted)
}

fn sign(text: &str) -> Option<(PointMark, &str)> {
    let sign = text.chars().next()?;
    let point = text.strip_prefix(sign)?;
    let is_sign = match sign {
        // Circled numbers such as ① form a sequence.
        '\u{2460}'..='\u{2473}' | '\u{2776}'..='\u{2793}' => {
            return Some((PointMark::Counted { before: "①".to_owned(), number: sign.into(), behind: None }, point));
        }
        // Boxes are alike, ticked or not.
        '☐' | '☑' | '☒' | '□' | '■' | '✓' | '✔' | '✗' | '✘' if !point.trim().is_empty() => {
            return Some((PointMark::Task, point.trim()));
        }
        'o' => point.starts_with([' ', '\t', '\u{A0}']),
        '\0'..='\x7F' | '\u{E00}'..='\u{E7F}' => matches!(sign, '๏' | '๛'),
        '“'
        | '”'
        | '‘'
        | '’'
        | '«'
        | '»'
        | '‹'
        | '›'
        | '…'
        | '（'
        | '【'
        | '「'
        | '『'
        | '《'
        | '〈'
        | '［'
        | '\u{200B}'..='\u{200F}'
        | '\u{FEFF}' => false,
        _ => !sign.is_alphanumeric() && !sign.is_whitespace(),
    };
    (is_sign && !point.trim().is_empty()).then(|| (PointMark::Sign(sign), point.trim()))
}

/// Variation selector that turns a digit into a keycap emoji: 1️⃣.
const KEYCAP: char = '\u{FE0F}';

/// Parses a number within the first characters of a line; of `1.2` the last part counts.
fn counted(text: &str) -> Option<(PointMark, &str)> {
    const NEAR: usize = 20;
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '๐'..='๙');
    let (first, _) = text.char_indices().take(NEAR).find(|(_, c)| is_digit(*c))?;
    let from_number = text.get(first..)?;
    let behind = from_number.trim_start_matches(|c| is_digit(c) || c == '.');
    let figures = from_number.strip_suffix(behind)?;
    let digits = figures.trim_end_matches('.');
    let number = digits.rsplit('.').next()?;
    let before = text.strip_suffix(behind)?.strip_suffix(figures)?.to_owned() + digits.strip_suffix(number)?;
    let ended_by = figures.strip_prefix(digits)?.chars().next().or_else(|| behind.chars().next().filter(|c| !c.is_alphanumeric()));
    let number: u32 = Some(to_arabic(number)).filter(|number| number.len() <= 4)?.parse().ok()?;
    let point = behind.trim_start_matches([')', '.', ' ', '\t', '\u{A0}', KEYCAP, '\u{20E3}']).trim_end();
    // Without a prefix or delimiter, a number is the first word of a sentence.
    // `1 ก` above `2 ข`; a larger number counts something.
    let is_bare = || before.is_empty() && number < 100 && matches!(ended_by, Some(' ' | '\t' | '\u{A0}')) && !text.contains(GAP);
    let is_mark = (!before.is_empty() && !before.starts_with('[')) || matches!(ended_by, Some('.' | ')' | '-' | ':' | KEYCAP)) || is_bare();
    is_mark.then(|| (PointMark::Counted { before: to_arabic(&before).into_owned(), number, behind: ended_by }, point))
}

fn task(text: &str) -> Option<(PointMark, &str)> {
    let point = ["[ ] ", "[x] ", "[X] ", "[] ", "( ) ", "(/) ", "(x) ", "() "].iter().find_map(|mark| text.strip_prefix(mark))?;
    Some((PointMark::Task, point))
}

fn lettered(text: &str) -> Option<(PointMark, &str)> {
    let inner = text.strip_prefix('(');
    let mut letters = inner.unwrap_or(text).chars();
    let letter = letters.next().filter(|c| c.is_ascii_alphabetic() || matches!(c, 'ก'..='ฮ'))?;
    let behind = letters.next().filter(|c| *c == ')' || (*c == '.' && inner.is_none()))?;
    // An abbreviation continues with a letter and a point: `พ.ศ.`, `e.g.`.
    let point = letters.as_str();
    let is_mark = behind == ')' || point.starts_with([' ', '\t', '\u{A0}']) || !matches!(point.chars().nth(1), None | Some('.'));
    is_mark.then(|| (PointMark::Lettered { before: inner.is_some(), letter, behind }, point.trim()))
}

fn label(text: &str) -> Option<(PointMark, &str)> {
    const NEAR: usize = 120;
    let bare = text.trim_start_matches('*');
    let at = memchr(b':', bare.as_bytes().get(..NEAR).unwrap_or(bare.as_bytes()))?;
    let (label, behind) = (bare.get(..at)?, bare.get(at + 1..)?);
    let is_label = label.starts_with(char::is_alphabetic)
        && label.split_whitespace().count() <= 4
        && !label.contains(['/', '[', '`', '(', '|', '“', '"'])
        && !label.contains(|c: char| c.is_numeric());
    // Lines that look like front matter keys have a check of their own.
    let is_key = label.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    (is_label && !is_key && !behind.starts_with(['/', ':'])).then_some((PointMark::Label, behind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::wording::EncodedText;

    fn is_found(text: &str) -> bool {
        text.split("\n\n").any(|block| run_together(&EncodedText::of(block).lines().collect::<Vec<_>>()).is_some())
    }

    #[test]
    fn lines_that_go_on_from_each_other_run_together() {
        for text in [
            "๑. ก\n๒. ข",
            "๑) ก\n๒) ข",
            "(1) ก\n(2) ข",
            "ก. จัด\nข. ทำ",
            "ข) จัด\nค) ทำ",
            "ค. จัด\nง. ทำ",
            "a. one\nb. two",
            "• ก\n• ข",
            "● ก\nต่อ\n● ข",
            "– ก\n– ข",
            "o ก\no ข",
            "✓ก\n✓ข",
            "1.1 ก\n1.2 ข",
            "๑.๑ ก\n๑.๒ ข",
            "ข้อ 1 ก\nข้อ 2 ข",
            "ชื่อ: ก\nโทรศัพท์: ข",
            "**ชื่อ:** ก\n**โทรศัพท์:** ข",
            "ดังนี้\n2. ก\n3. ข",
            "1. ก\n1.1 ข\n1.2 ค",
            "> • ก\n> • ข",
            "① ก\n② ข",
            "1\u{FE0F}\u{20E3} ก\n2\u{FE0F}\u{20E3} ข",
            "[ ] ก\n[x] ข",
            "( ) ก\n(/) ข",
            "☐ ก\n☑ ข",
            "1 ก\n2 ข",
            "๑ ก\n๒ ข",
        ] {
            assert!(is_found(text), "{text}");
        }
    }

    #[test]
    fn what_is_meant_does_not() {
        for text in [
            "• ก",
            "๑. ก\n\n๒. ข",
            "1. ก\n2. ข\n10. ค\n11. ง",
            "- ก\n- ข",
            "• ก  \n• ข",
            "• ก\\\n• ข",
            "ต.ตัวอย่าง\nอ.เมือง",
            "พ.ศ. 2565\nพ.ศ. ก่อน",
            "ก.พ. 2566\nข.ส.ท. ก",
            "ในปี 2565 มี\nจำนวน 2566",
            "2565 คน\n2566 คน",
            "1 ก\n3 ข",
            "1   ก   5\n2   ข   6",
            "เวลา 08:30\nถึง 16:30 น.",
            "https://a.th\nhttps://b.th",
            "“ก”\n“ข”",
            "—\nก\n—",
            "title: ก\nunit: ข",
            "[^1]: ก\n[^2]: ข",
            "# • ก\n# • ข",
            "เทศบาลมีหน้าที่จัดทำบริการสาธารณะ\nตามกฎหมายที่กำหนดไว้ทุกประการ",
        ] {
            assert!(!is_found(text), "{text}");
        }
    }
}
