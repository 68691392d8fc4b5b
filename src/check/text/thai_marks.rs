//! Vowels and tone marks are encoded as typed, not as extracted from a PDF or scan (TX3).

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::wording::{EncodedText, FOUR_BYTES, PRIVATE, PageText, code, is_symbol};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::slice::slice;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(broken) };

/// Kind of fault; its name selects the help text of the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum MarkFault {
    /// Space before a mark: ท ำ
    Space,
    /// Space before า: ท า, which some PDF files produce for ทำ.
    AmApart,
    /// The same mark twice, or two marks of one kind.
    Doubled,
    /// ํ and า instead of ำ.
    Split,
    /// เ and เ instead of แ.
    TwoE,
    /// Private-use code point of an old font.
    Private,
    /// Tone mark before vowel.
    Order,
}

impl MarkFault {
    fn value(self) -> &'static str {
        match self {
            MarkFault::Space => "space",
            MarkFault::AmApart => "am",
            MarkFault::Doubled => "doubled",
            MarkFault::Split => "split",
            MarkFault::TwoE => "two_e",
            MarkFault::Private => "private",
            MarkFault::Order => "order",
        }
    }

    /// The probably intended text.
    fn mended(self, text: &str) -> String {
        match self {
            MarkFault::AmApart => mended(&text.replace(" า", "ำ")),
            _ => mended(text),
        }
    }
}

/// One diagnostic per kind of fault: PDF text has hundreds of one kind.
fn broken(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let mut by_fault: BTreeMap<MarkFault, (Range<usize>, usize)> = BTreeMap::new();
    for (span, fault) in page.visible(faults(&page.letters)) {
        by_fault.entry(fault).or_insert((span, 0)).1 += 1;
    }
    let report = |(fault, (span, count)): (MarkFault, (Range<usize>, usize))| {
        let text = slice(page.file, span.clone());
        let names: Vec<String> = text.chars().filter(|c| !matches!(c, 'ก'..='ฮ')).map(name).collect();
        let diagnostic = Diagnostic::new("broken-thai-marks", SourceSpan::new(&page.document.source, span)).with("text", text);
        let diagnostic = match mended_otherwise(text) {
            Some(second) => diagnostic.with("first", mended(text)).with("second", second),
            None => diagnostic,
        };
        diagnostic
            .with("codes", names.join(" + "))
            .with("count", count)
            .with(fault.value(), fault.mended(text))
            .with("joined", mended(text))
    };
    by_fault.into_iter().map(report).collect()
}

/// Spans of faults, each with the base letter.
fn faults(letters: &EncodedText<'_>) -> Vec<(Range<usize>, MarkFault)> {
    let text = letters.text();
    let found = letters.picked(is_doubtful).into_iter().filter_map(|at| {
        let c = slice(text, at..).chars().next()?;
        let mut before = slice(text, ..at).chars().rev();
        let (previous, before) = (before.next().unwrap_or('\n'), before.next().unwrap_or('\n'));
        let fault = fault(before, previous, c)?;
        let start = match fault {
            MarkFault::Private => at,
            MarkFault::TwoE => at - previous.len_utf8(),
            _ => letter_before(text, at),
        };
        Some((start..at + c.len_utf8(), fault))
    });
    found.collect()
}

/// Prefilter on character codes: true if the last of three characters may be part of a fault. Rules
/// out nearly all; [`fault`] decides the rest.
#[inline]
fn is_doubtful([before, previous, c]: [u8; 3]) -> bool {
    let is_between = |of: u8, first: char, last: char| of.wrapping_sub(code(first)) <= code(last) - code(first);
    let is_tone = |of| is_between(of, '\u{E48}', '\u{E4B}');
    let is_vowel = |of| (of == code('\u{E31}')) | is_between(of, '\u{E34}', '\u{E39}');
    // Marks other than vowels and tones are a fault only if doubled.
    let is_mark = is_between(c, '\u{E47}', '\u{E4E}');
    let is_sara_a = is_between(c, 'า', 'ำ');
    let apart = (previous == b' ') & (is_sara_a | is_vowel(c) | is_mark);
    let same = (previous == c) & (is_mark | (c == code('เ')));
    let split = is_sara_a & ((previous == code(NIKHAHIT)) | (is_tone(previous) & (before == code(NIKHAHIT))));
    let doubled = (is_vowel(c) & (is_vowel(previous) | is_tone(previous))) | (is_tone(c) & is_tone(previous));
    apart | same | split | doubled | (c == PRIVATE) | (c == FOUR_BYTES)
}

fn fault(before: char, previous: char, c: char) -> Option<MarkFault> {
    match c {
        // A symbol-font bullet at the start of a line is reported with its list.
        _ if is_private(c) => (previous != '\n' || !is_symbol(c)).then_some(MarkFault::Private),
        'เ' if previous == 'เ' => Some(MarkFault::TwoE),
        'า' if previous == NIKHAHIT || (is_tone(previous) && before == NIKHAHIT) => Some(MarkFault::Split),
        'า' if previous == ' ' && is_letter(before) => Some(MarkFault::AmApart),
        'ำ' if previous == ' ' && is_letter(before) => Some(MarkFault::Space),
        _ if is_mark(c) && previous == ' ' && is_letter(before) => Some(MarkFault::Space),
        _ if is_mark(c) && previous == c => Some(MarkFault::Doubled),
        _ if is_tone(c) && is_tone(previous) => Some(MarkFault::Doubled),
        _ if is_vowel_mark(c) && is_vowel_mark(previous) => Some(MarkFault::Doubled),
        _ if is_vowel_mark(c) && is_tone(previous) => Some(MarkFault::Order),
        _ => None,
    }
}

const NIKHAHIT: char = '\u{E4D}';

/// Offset of the base letter of the mark at `at`.
fn letter_before(text: &str, at: usize) -> usize {
    let borne = |c: char| c == ' ' || is_mark(c);
    slice(text, ..at).char_indices().rev().take(8).find(|(_, c)| !borne(*c)).map_or(at, |(at, _)| at)
}

fn is_letter(c: char) -> bool {
    matches!(c, 'ก'..='ฮ' | 'ะ'..='ฺ' | '\u{E47}'..='\u{E4E}')
}

/// True for combining marks above or below a letter.
fn is_mark(c: char) -> bool {
    is_vowel_mark(c) || matches!(c, '\u{E47}'..='\u{E4E}')
}

fn is_vowel_mark(c: char) -> bool {
    matches!(c, '\u{E31}' | '\u{E34}'..='\u{E39}')
}

/// True for the three private use areas of Unicode, whose glyphs depend on the font.
fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{E48}'..='\u{E4B}')
}

/// Normalizes the text as if typed, without spaces and private-use characters. Of two tone marks or
/// two vowels over one letter the first stays: a repair must be no fault itself.
fn mended(text: &str) -> String {
    let plain: String = text.chars().filter(|c| *c != ' ' && !is_private(*c)).collect();
    let mut kept: Vec<char> = crate::thai::canonical(&plain).chars().collect();
    kept.dedup_by(|next, previous| is_mark(*next) && are_alike(*previous, *next));
    kept.into_iter().collect()
}

/// True for two marks of which a letter bears one.
fn are_alike(one: char, other: char) -> bool {
    one == other || (is_tone(one) && is_tone(other)) || (is_vowel_mark(one) && is_vowel_mark(other))
}

/// The repair that keeps the other of two different marks; `None` if the text has no two.
fn mended_otherwise(text: &str) -> Option<String> {
    let marks: Vec<char> = text.chars().filter(|c| is_mark(*c)).collect();
    let (first, _) = marks.iter().zip(marks.iter().skip(1)).find(|(one, other)| one != other && are_alike(**one, **other))?;
    Some(mended(&text.replacen(*first, "", 1)))
}

/// Code point and Unicode name, as `ํ` is not visible alone.
fn name(c: char) -> String {
    let name = match c {
        ' ' => "space",
        'ะ' => "SARA A",
        'ั' => "MAI HAN-AKAT",
        'า' => "SARA AA",
        'ำ' => "SARA AM",
        'ิ' => "SARA I",
        'ี' => "SARA II",
        'ึ' => "SARA UE",
        'ื' => "SARA UEE",
        'ุ' => "SARA U",
        'ู' => "SARA UU",
        'เ' => "SARA E",
        '็' => "MAITAIKHU",
        '่' => "MAI EK",
        '้' => "MAI THO",
        '๊' => "MAI TRI",
        '๋' => "MAI CHATTAWA",
        '์' => "THANTHAKHAT",
        NIKHAHIT => "NIKHAHIT",
        _ if is_private(c) => "private use",
        _ => "",
    };
    format!("U+{:04X} {name}", u32::from(c)).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<MarkFault> {
        faults(&EncodedText::of(text)).into_iter().map(|(_, fault)| fault).collect()
    }

    #[test]
    fn each_fault_is_told_from_the_others() {
        assert_eq!(found("ท ำงาน"), [MarkFault::Space]);
        assert_eq!(found("ด าเนิน"), [MarkFault::AmApart]);
        assert_eq!(found("จัด ทำท\u{e4d}\u{e32}"), [MarkFault::Split]);
        assert_eq!(found("น\u{e4d}\u{e49}\u{e32}"), [MarkFault::Split]);
        assert_eq!(found("ที\u{e48}\u{e48}"), [MarkFault::Doubled]);
        assert_eq!(found("ท\u{e48}\u{e35}"), [MarkFault::Order]);
        assert_eq!(found("เเผน"), [MarkFault::TwoE]);
        assert_eq!(found("ป\u{f70a}า"), [MarkFault::Private]);
        assert_eq!(found("ป\u{100000}า ก\u{F0041}"), [MarkFault::Private, MarkFault::Private]);
    }

    #[test]
    fn no_fault_is_passed_over_by_the_codes() {
        let all = || {
            ('\u{E00}'..='\u{E7F}').chain([
                '\n',
                ' ',
                'a',
                '\u{A0}',
                '\u{200B}',
                '\u{E000}',
                '\u{F8FF}',
                '\u{FEFF}',
                '😀',
                '\u{F0000}',
                '\u{100000}',
            ])
        };
        for (previous, c) in all().flat_map(|previous| all().map(move |c| (previous, c))) {
            for before in ['ก', NIKHAHIT, ' ', '\u{E48}'] {
                let last = faults(&EncodedText::of(&String::from_iter([before, previous, c]))).pop();
                let last = last.filter(|(span, _)| span.end == before.len_utf8() + previous.len_utf8() + c.len_utf8());
                assert_eq!(last.map(|(_, fault)| fault), fault(before, previous, c), "{before:?} {previous:?} {c:?}");
            }
        }
    }

    #[test]
    fn right_thai_has_none() {
        for text in [
            "\u{F0B7} ก",
            "น้ำท่วมที่สำนักปลัด ๆ ฯ",
            "เล่ม ๑ ณ ที่ทำการ",
            "สิทธิ์ ผู้ใต้บังคับบัญชา",
            "เป็น เก็บ เปิด",
            "- ำ",
            "เครื่องหมาย  ่",
            "กู้ชีพ กุ้ง",
            "ก็",
            "พ.ศ. ๒๕๖๖",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_broken_is_shown_mended() {
        assert_eq!(mended("ท ำ"), "ทำ");
        assert_eq!(MarkFault::AmApart.mended("ด า"), "ดำ");
        assert_eq!(mended("ท\u{e4d}\u{e32}"), "ทำ");
        assert_eq!(mended("ที\u{e48}\u{e48}"), "ที่");
        assert_eq!(mended("เเ"), "แ");
    }

    #[test]
    fn a_repair_is_no_fault_itself() {
        let marks = ['\u{E31}', '\u{E34}', '\u{E35}', '\u{E47}', '\u{E48}', '\u{E49}', '\u{E4C}', '\u{E4D}', ' ', 'า', 'ำ'];
        for (one, other) in marks.iter().flat_map(|one| marks.iter().map(move |other| (*one, *other))) {
            let text = String::from_iter(['ก', one, other]);
            assert_eq!(found(&mended(&text)), [], "{text:?}");
        }
        assert_eq!(mended("ก\u{e49} \u{e48}"), "ก\u{e49}");
        assert_eq!(mended_otherwise("ก\u{e49} \u{e48}").as_deref(), Some("ก\u{e48}"));
        assert_eq!(mended_otherwise("ที\u{e48}\u{e48}"), None);
    }
}
