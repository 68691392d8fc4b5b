//! Faults of Thai text in a PDF: the paper looks right, but who searches for a word does not find
//! it. Seen from Word 2007–2016 (lost nikhahit), typst (doubled syllables), WeasyPrint (ำ in place of
//! า), OCR programs (blanks between letters), Ghostscript (letters without a code, marks twice), and
//! from typefaces of the time before Unicode.

use crate::slice::slice;

/// Byte offsets of the faults in a text, ascending.
pub(super) fn faults(text: &str) -> Vec<usize> {
    let mut faults: Vec<usize> = letter_faults(text).chain(wrong_am(text)).chain(latin(text)).chain(question_marks(text)).collect();
    faults.sort_unstable();
    faults.dedup();
    faults
}

/// Number of Thai letters, and how many of them stand between blanks.
pub(super) fn letters(text: &str) -> (usize, usize) {
    let (mut all, mut alone) = (0, 0);
    let mut before = [' '; 2];
    for c in text.chars().chain([' ']) {
        let [older, last] = before;
        before = [last, c];
        if is_letter(last) {
            all += 1;
            alone += usize::from(is_blank(older) && is_blank(c));
        }
    }
    (all, alone)
}

/// Characters of a text by what they tell of its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::check) struct LetterSigns {
    /// Letters of any script.
    pub letters: usize,
    /// Letters that are not known.
    pub unknown: usize,
    /// Signs that are rare in running text and in tables.
    pub odd: usize,
}

impl LetterSigns {
    pub(in crate::check) fn of(text: &str) -> Self {
        let is_odd = |c: char| matches!(c, '!'..='$' | '&' | '\'' | '+' | ';'..='<' | '>'..='@' | '['..='^' | '`' | '{'..='~');
        text.chars().fold(LetterSigns::default(), |signs, c| LetterSigns {
            letters: signs.letters + usize::from(c.is_alphabetic()),
            unknown: signs.unknown + usize::from(c == char::REPLACEMENT_CHARACTER),
            odd: signs.odd + usize::from(is_odd(c)),
        })
    }

    /// True if codes of a typeface stand in place of letters: `N//>?>?//>>`. Ghostscript makes such texts of others.
    pub(in crate::check) fn are_codes(self) -> bool {
        const MANY: usize = 30;
        self.odd >= MANY && self.odd + self.unknown > self.letters
    }

    pub(in crate::check) fn and(self, other: Self) -> Self {
        LetterSigns { letters: self.letters + other.letters, unknown: self.unknown + other.unknown, odd: self.odd + other.odd }
    }
}

/// Words of which each letter is a question mark, as dompdf writes them in a typeface that has none:
/// `?????`. They are seen as such.
fn question_marks(text: &str) -> impl Iterator<Item = usize> + '_ {
    const WORD: &str = "?????";
    let is_start = |at: &usize| !slice(text, ..*at).ends_with('?');
    text.match_indices(WORD).map(|(at, _)| at).filter(is_start)
}

fn letter_faults(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut before = ['\0'; 2];
    let mut clusters = Clusters::default();
    text.char_indices().filter_map(move |(at, c)| {
        let [older, last] = before;
        before = [last, c];
        let is_apart = (is_mark(c) || c == 'า') && is_blank(last) && last != '\n' && is_letter(older);
        // The letter below has become a sign or another letter, or is not known: `@ํ`, `2ํ`.
        let is_orphan = is_mark(c) && (last.is_ascii_punctuation() || last.is_ascii_alphanumeric() || last == char::REPLACEMENT_CHARACTER);
        // pdf-lib gives a glyph the letter of another word: คำăสั่ง.
        let is_latin = is_letter(c) && matches!(last, '\u{C0}'..='\u{24F}') && last.is_alphabetic() && is_letter(older);
        // A letter without a code in a word, a mark twice, ำ and า for one of them.
        let is_other = (c == char::REPLACEMENT_CHARACTER && is_letter(last)) || (is_mark(c) && c == last) || (c == 'า' && last == 'ำ');
        let is_split = c == 'า' && (is_ring(last) || (is_ring(older) && is_tone(last)));
        // A bullet is a private letter too, but stands alone.
        let is_private = is_private(c) && (is_private(last) || is_letter(last));
        let is_doubled = clusters.doubles(c);
        (is_apart || is_orphan || is_other || is_split || is_private || is_latin || is_doubled).then_some(at)
    })
}

/// Finds a consonant with marks that is followed by itself.
#[derive(Default)]
struct Clusters {
    last: String,
    current: String,
}

impl Clusters {
    /// True if `c` completes a repetition of the cluster before.
    fn doubles(&mut self, c: char) -> bool {
        /// Syllables that may follow themselves: ใน*ที่ที่*มี.
        const TWICE: [&str; 6] = ["ที่", "นี้", "มี", "ดี", "ปี", "สี่"];
        if is_mark(c) {
            self.current.push(c);
        } else {
            self.last = std::mem::take(&mut self.current);
            self.current.push(c);
        }
        is_mark(c) && self.current == self.last && !TWICE.iter().any(|word| word.starts_with(&self.current))
    }
}

/// Words with ำ in place of า.
fn wrong_am(text: &str) -> impl Iterator<Item = usize> + '_ {
    const WORDS: [&str; 18] = [
        "ประช้ำชน",
        "ประชำชน",
        "กำร",
        "งำน",
        "มำตร",
        "รำย",
        "ปัญหำ",
        "พัฒนำ",
        "ประมำณ",
        "อำคำร",
        "ด้ำน",
        "สร้ำง",
        "อย่ำง",
        "ต่ำง",
        "บ้ำน",
        "ว่ำ",
        "หน้ำ",
        "เวลำ",
    ];
    let has_any = text.contains('ำ');
    WORDS.into_iter().filter(move |_| has_any).flat_map(|word| text.match_indices(word).map(|(at, _)| at))
}

/// Letters of windows-874 that were taken for Latin ones: àทศบาล. European words have single
/// accented letters, not rows of them.
fn latin(text: &str) -> impl Iterator<Item = usize> + '_ {
    const ROW: usize = 4;
    let mut row = 0;
    text.char_indices().filter_map(move |(at, c)| {
        row = if matches!(c, '\u{A1}'..='\u{FB}') { row + 1 } else { 0 };
        (row >= ROW).then_some(at)
    })
}

/// The word at a byte offset, as it is on paper.
pub(super) fn sample(text: &str, at: usize) -> String {
    const BEFORE: usize = 6;
    const AFTER: usize = 5;
    let is_end = |c: &char| matches!(c, '\n' | '\t');
    let before: Vec<char> = slice(text, ..at).chars().rev().take_while(|c| !is_end(c)).take(BEFORE).collect();
    // Skips a leading combining mark, which has no base here.
    let before = before.into_iter().rev().skip_while(|c| is_mark(*c) || *c == ' ');
    before.chain(slice(text, at..).chars().take_while(|c| !is_end(c)).take(AFTER)).map(on_paper).collect()
}

/// The letter that a private code shows: of the Thai typefaces of old versions of Windows, and of
/// symbol typefaces, whose codes are F000 and a byte of windows-874.
fn on_paper(c: char) -> char {
    const FORMS: &str = "\u{e10}\u{e34}\u{e35}\u{e36}\u{e37}\u{e48}\u{e49}\u{e4a}\u{e4b}\u{e4c}\u{e48}\u{e49}\u{e4a}\u{e4b}\u{e4c}\u{e0d}\u{e31}\u{e4d}\u{e47}\u{e48}\u{e49}\u{e4a}\u{e4b}\u{e4c}\u{e38}\u{e39}\u{e3a}";
    match u32::from(c) {
        code @ 0xF700..=0xF71A => FORMS.chars().nth((code - 0xF700) as usize).unwrap_or(c),
        code @ 0xF0A1..=0xF0FB => char::from_u32(code - 0xF0A0 + 0x0E00).unwrap_or(c),
        code @ 0xF020..=0xF07E => char::from_u32(code - 0xF000).unwrap_or(c),
        _ => c,
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{A0}')
}

/// True for nikhahit and for rings that show it.
fn is_ring(c: char) -> bool {
    matches!(c, '\u{E4D}' | '\u{B0}' | '\u{2DA}' | '\u{30A}')
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{E48}'..='\u{E4B}')
}

/// True for a character that combines with a base letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{E31}' | '\u{E33}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

fn is_letter(c: char) -> bool {
    ('ก'..='๎').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_is_found_once() {
        for text in [
            "ได \u{e49}รับ",
            "ได\t\u{e49}รับ",
            "ก าหนด",
            "ก\u{e4d}าหนด",
            "น\u{e4d}\u{e49}า",
            "ก\u{2da}าหนด",
            "ที\u{f70a}",
            "ท\u{f0d5}",
            "แต่งตั้ตั้ง",
            "ประช้ำชน",
            "โครงกำร",
            "N>\u{e4d}@ล!",
            "ประช\u{fffd}ชน",
            "2\u{e4d}ช",
            "\u{fffd}\u{e49}",
            "หม\u{e48}\u{e48}",
            "ประจำาตัว",
            "คำăสั่ง",
        ] {
            assert_eq!(faults(text).len(), 1, "{text}: {:?}", faults(text));
        }
        assert_eq!(faults("à·ÈºÒÅ").len(), 3);
    }

    #[test]
    fn good_text_is_silent() {
        for text in [
            "ผู้ที่ได้รับน้ำดื่ม กำหนดไว้ ๆ ฯ",
            "ในที่ที่มี ดีดี",
            "ทำงานประจำ",
            "\u{f0b7} ข้อหนึ่ง\n\u{f0a7}\tข้อสอง",
            "Señor, café, naïve",
            "20° า",
            "กว้าง×ยาว",
        ] {
            assert_eq!(faults(text), Vec::<usize>::new(), "{text}");
        }
    }

    #[test]
    fn letters_between_blanks_are_counted() {
        assert_eq!(letters("เล ข ป ร ะ"), (6, 4));
        assert_eq!(letters("กองช่าง"), (7, 0));
    }

    #[test]
    fn a_sample_is_a_word_that_can_be_read() {
        assert_eq!(sample("ที\u{f70a}", 6), "ที่");
        let word = "\u{f0e0}\u{f0b7}\u{f0c8}\u{f0ba}\u{f0d2}\u{f0c5}";
        assert_eq!(sample(word, 3), "เทศบาล");
    }
}
