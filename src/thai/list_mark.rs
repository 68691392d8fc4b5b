//! List markers as officers type them: `1.`, `(๒)`, `ก)`, `•`.

use super::{is_digit, to_arabic};

/// Kind of list marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListMark {
    /// `1.`, `๒)`, `(3)`
    Number(u32),
    /// `ก.`, `(ข)`, `a)`
    Letter,
    /// `-`, `•`
    Bullet,
}

/// Bullet characters inserted by Word and LINE.
const BULLETS: [char; 16] = ['•', '●', '○', '▪', '■', '□', '◦', '‣', '·', '➢', '✓', '✔', '\u{F0B7}', '\u{F0A7}', '►', '▶'];
/// Characters that are bullets only if followed by white space.
const DASHES: [char; 4] = ['-', '–', '—', '*'];

/// Splits a list item into marker and text; `None` if either is missing, and for `1.5 ล้าน`, `2566.
/// ปี`, `ก.พ. แจ้ง`.
pub fn list_mark(text: &str) -> Option<(ListMark, &str)> {
    let text = text.trim_start();
    if let Some(rest) =
        text.strip_prefix(BULLETS).or_else(|| text.strip_prefix(DASHES).filter(|rest| rest.starts_with(char::is_whitespace)))
    {
        return point(ListMark::Bullet, rest);
    }
    let opened = text.strip_prefix('(');
    let inner = opened.unwrap_or(text);
    let (name, rest) = match opened {
        Some(inner) => inner.split_once(')')?,
        None => inner.split_once(['.', ')'])?,
    };
    let digits = to_arabic(name);
    if !name.is_empty() && name.chars().all(is_digit) && digits.len() <= 2 {
        let goes_on = rest.starts_with(|c: char| c.is_numeric() || matches!(c, '.' | 'ฯ'));
        return point(ListMark::Number(digits.parse().ok()?), rest).filter(|_| !goes_on);
    }
    let mut letters = name.chars();
    let is_letter = letters.next().is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, 'ก'..='ฮ')) && letters.next().is_none();
    if is_letter && rest.starts_with(char::is_whitespace) { point(ListMark::Letter, rest) } else { None }
}

fn point(mark: ListMark, rest: &str) -> Option<(ListMark, &str)> {
    let rest = rest.trim_start();
    (!rest.is_empty()).then_some((mark, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_told_from_what_belongs_to_the_text() {
        let number = |n| Some((ListMark::Number(n), "อบรม"));
        for (text, found) in [
            ("1. อบรม", number(1)),
            ("๑) อบรม", number(1)),
            ("(๑๒) อบรม", number(12)),
            ("3.อบรม", number(3)),
            ("ก. อบรม", Some((ListMark::Letter, "อบรม"))),
            ("(ข) อบรม", Some((ListMark::Letter, "อบรม"))),
            ("• อบรม", Some((ListMark::Bullet, "อบรม"))),
            ("-\u{a0}อบรม", Some((ListMark::Bullet, "อบรม"))),
        ] {
            assert_eq!(list_mark(text), found, "{text}");
        }
        for text in
            ["1.5 ล้าน", "2566. ปี", "ก.พ. แจ้ง", "1.", "(ร่าง) แผน", "-5 องศา", "อบรม", "", "(2566) ปี", "1 คน", "ม.5 ห้อง 2", "๑.๒ ก", ") ก"]
        {
            assert_eq!(list_mark(text), None, "{text}");
        }
    }
}
