//! Reports PDF text whose Thai code points are wrong for search and screen readers although it
//! looks right (TX3).

use crate::attachment::{Contents, Passage};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostics;
use crate::slice::slice;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

/// Fewer faults are a slip in one paragraph, not a broken text layer.
const TRACE: usize = 5;
/// Report only if there is at least one fault per this many Thai letters.
const RARE: usize = 200;

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let broken = checked.attachments.iter().filter_map(|(source, facts)| match &facts.contents {
        Contents::Pdf(pdf) => Some((source, broken(&pdf.text)?)),
        _ => None,
    });
    broken
        .map(|(source, broken)| mentions.finding("pdf-broken-text", source).with("count", broken.count).with("sample", broken.sample))
        .collect()
}

#[derive(Debug, PartialEq)]
struct BrokenText {
    count: usize,
    sample: String,
}

fn broken(passages: &[Passage]) -> Option<BrokenText> {
    let letters: usize = passages.iter().map(|passage| passage.text.chars().filter(|c| is_letter(*c)).count()).sum();
    let unknown: usize = passages.iter().map(|passage| passage.text.matches('\u{FFFD}').count()).sum();
    if unknown > TRACE && unknown > letters {
        return Some(BrokenText { count: unknown, sample: "\u{FFFD}\u{FFFD}\u{FFFD}".to_owned() });
    }
    let mut found = passages.iter().flat_map(|passage| faults(&passage.text)).peekable();
    let sample = found.peek().cloned()?;
    let count = found.count();
    (count >= TRACE && count * RARE >= letters).then_some(BrokenText { count, sample })
}

/// Yields the text around each fault.
fn faults(text: &str) -> impl Iterator<Item = String> + '_ {
    let mut before = ['\0'; 2];
    text.char_indices().filter_map(move |(at, c)| {
        let [older, last] = before;
        before = [last, c];
        let is_apart = is_mark(c) && matches!(last, ' ' | '\u{A0}') && is_letter(older);
        let is_split = c == 'า' && (last == NIKHAHIT || (older == NIKHAHIT && matches!(last, '\u{E48}'..='\u{E4B}')));
        (is_apart || is_split || ('\u{F700}'..='\u{F71A}').contains(&c)).then(|| around(text, at))
    })
}

const NIKHAHIT: char = '\u{E4D}';

/// Some characters before and after byte offset `at`.
fn around(text: &str, at: usize) -> String {
    const BEFORE: usize = 6;
    const AFTER: usize = 5;
    let is_end = |c: &char| matches!(c, '\n' | '\t');
    let before: Vec<char> = slice(text, ..at).chars().rev().take_while(|c| !is_end(c)).take(BEFORE).collect();
    // Skips a leading combining mark, which has no base here.
    let before = before.into_iter().rev().skip_while(|c| is_mark(*c) || *c == ' ');
    before.chain(slice(text, at..).chars().take_while(|c| !is_end(c)).take(AFTER)).collect()
}

/// True for a character that combines with a base letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{E31}' | '\u{E33}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}

fn is_letter(c: char) -> bool {
    ('ก'..='๎').contains(&c) || ('\u{F700}'..='\u{F71A}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attachment::TextPosition;

    fn of(text: &str) -> Option<BrokenText> {
        broken(&[Passage::at(TextPosition::Page(1), text.to_owned())])
    }

    #[test]
    fn marks_that_stand_apart_are_found() {
        assert_eq!(of(&"ได \u{e49}รับ ".repeat(5)), Some(BrokenText { count: 5, sample: "ได \u{e49}รับ ".to_owned() }));
        assert_eq!(of(&"ก\u{e4d}าหนด".repeat(6)).map(|broken| broken.count), Some(6));
        assert_eq!(of(&"ที\u{f70a}".repeat(6)).map(|broken| broken.count), Some(6));
        assert_eq!(of(&"\u{fffd}".repeat(60)).map(|broken| broken.count), Some(60));
    }

    #[test]
    fn good_thai_and_a_trace_are_silent() {
        assert_eq!(of(&"ผู้ที่ได้รับน้ำดื่ม กำหนดไว้ ๆ ฯ ".repeat(50)), None);
        assert_eq!(of("ได \u{e49}รับ"), None);
        assert_eq!(of(&("ผู้ที่ได้รับน้ำดื่ม ".repeat(200) + &"ได \u{e49} ".repeat(6))), None);
        assert_eq!(of(""), None);
    }
}
