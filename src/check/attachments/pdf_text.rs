//! Reports PDF text whose Thai letters are wrong for search and screen readers although it looks
//! right (TX3).

use super::broken_thai::{LetterSigns, faults, letters, sample};
use crate::attachment::{Contents, Passage};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostics;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

/// Fewer faults are a slip in one paragraph, not a broken text layer.
const TRACE: usize = 5;
/// Report only if there is at least one fault per this many Thai letters.
const RARE: usize = 200;
/// Fewer letters between blanks are a heading in spaced type.
const MANY_ALONE: usize = 60;

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let broken = checked.attachments.iter().filter_map(|(source, facts)| match &facts.contents {
        Contents::Pdf(pdf) => Some((source, broken(&pdf.text)?)),
        _ => None,
    });
    let finding = |(source, broken): (_, BrokenText)| {
        let finding = mentions.finding("pdf-broken-text", source).with("count", broken.count).with("sample", broken.sample);
        if broken.is_apart { finding.with("apart", broken.count) } else { finding }
    };
    broken.map(finding).collect()
}

#[derive(Debug, PartialEq)]
struct BrokenText {
    count: usize,
    sample: String,
    /// True if most letters stand apart, as OCR programs write them.
    is_apart: bool,
}

/// True if most words in the text of a PDF can be found.
pub(crate) fn is_searchable(passages: &[Passage]) -> bool {
    broken(passages).is_none()
}

fn broken(passages: &[Passage]) -> Option<BrokenText> {
    let texts = || passages.iter().map(|passage| passage.text.as_str());
    let (all, alone) = texts().map(letters).fold((0, 0), |(all, alone), (more, apart)| (all + more, alone + apart));
    let mut found = texts().flat_map(|text| faults(text).into_iter().map(move |at| sample(text, at)));
    let first = found.next();
    let count = found.count() + usize::from(first.is_some());
    if alone >= MANY_ALONE && alone * 2 > all {
        let line = texts().flat_map(str::lines).max_by_key(|line| letters(line).1)?;
        return Some(BrokenText { count: alone, sample: sample(line, 0), is_apart: true });
    }
    let signs = texts().map(LetterSigns::of).fold(LetterSigns::default(), LetterSigns::and);
    if signs.are_codes() {
        let line = texts().flat_map(str::lines).max_by_key(|line| LetterSigns::of(line).odd)?;
        return Some(BrokenText { count: signs.odd + signs.unknown, sample: sample(line, 0), is_apart: false });
    }
    let sample = first?;
    (count >= TRACE && count * RARE >= all).then_some(BrokenText { count, sample, is_apart: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attachment::TextPosition;

    fn of(text: &str) -> Option<BrokenText> {
        broken(&[Passage::at(TextPosition::Page(1), text.to_owned())])
    }

    #[test]
    fn many_faults_are_reported_with_a_word() {
        let expected = BrokenText { count: 5, sample: "ได \u{e49}รับ ".to_owned(), is_apart: false };
        assert_eq!(of(&"ได \u{e49}รับ ".repeat(5)), Some(expected));
        assert_eq!(of(&"ก\u{e4d}าหนด".repeat(6)).map(|broken| broken.count), Some(6));
        assert_eq!(of(&"??????????????\nประกาศเทศบาลตำบลตัวอย่าง\n".repeat(5)).map(|broken| broken.count), Some(5));
        assert_eq!(of(&"จริงหรือ??? ".repeat(9)), None);
        assert_eq!(of(&"ที\u{f70a}".repeat(6)).map(|broken| broken.sample), Some("ที่ที่ท".to_owned()));
    }

    #[test]
    fn letters_apart_are_reported_as_such() {
        let broken = of(&"เ ท ศ บ า ล ต ำ บ ล\n".repeat(10)).unwrap();
        assert!(broken.is_apart && broken.count == 100, "{broken:?}");
        assert_eq!(of("เ ท ศ บ า ล"), None, "a heading");
    }

    #[test]
    fn codes_in_place_of_letters_are_reported() {
        let codes = of(&"N//>?>?//>> 8-3941-51255-67-5\n".repeat(20)).unwrap();
        assert_eq!((codes.count, codes.sample.as_str()), (120, "N//>?"));
        assert_eq!(of(&"1,234,567.00 (12.5 %) ... ____ 3/4 = - * : ".repeat(50)), None);
        assert_eq!(of(&"mail@example.org; \"a\" & 'b' <c> [d] กองช่างและกองคลัง ".repeat(20)), None);
    }

    #[test]
    fn good_thai_a_trace_and_other_languages_are_silent() {
        assert_eq!(of(&"ผู้ที่ได้รับน้ำดื่ม กำหนดไว้ ๆ ฯ ".repeat(50)), None);
        assert_eq!(of("ได \u{e49}รับ"), None);
        assert_eq!(of(&("ผู้ที่ได้รับน้ำดื่ม ".repeat(200) + &"ได \u{e49} ".repeat(6))), None);
        assert_eq!(of(&"\u{fffd}".repeat(60)), None);
        assert_eq!(of(&"การประชุม 会議 réunion ".repeat(9)), None);
        assert_eq!(of(""), None);
    }
}
