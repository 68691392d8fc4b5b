//! One coding for texts that look the same. Searched texts are stored in it, and queries are brought into it, so that offsets need no map.
//!
//! In this order:
//! 1. letters that nobody sees are dropped (see [`is_invisible`]);
//! 2. Unicode normalisation form C;
//! 3. (with step 2 until nothing changes) Thai: `เเ` becomes `แ`; the marks above and below a letter are put in the order phinthu, vowel, tone, nikhahit; nikhahit before
//!    `า` becomes `ำ`, and marks stand before it;
//! 4. white space and control characters become blanks, one where there are several, none at either end.
//!
//! Normalising twice changes nothing more.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

const NIKHAHIT: char = '\u{E4D}';

/// `text` in the coding of searched texts; borrowed if it is so already.
pub fn normalised(text: &str) -> Cow<'_, str> {
    if is_plainly_normalised(text) {
        return Cow::Borrowed(text);
    }
    let seen: String = text.chars().filter(|&c| !is_invisible(c)).collect();
    Cow::Owned(single_blanks(&settled(seen)))
}

/// Steps 2 and 3, again while the second has put marks of other scripts out of the order of the first; that ends after two or three rounds.
fn settled(mut text: String) -> String {
    for _ in 0..8 {
        let composed: String = match is_nfc_quick(text.chars()) {
            IsNormalized::Yes => text,
            IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
        };
        text = thai_order(&composed);
        if text == composed {
            break;
        }
    }
    text
}

/// True for letters without a shape: soft hyphen, zero-width space, joiners, direction marks, byte order mark, variation selectors.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// True for white space and control characters, which are all shown as a blank.
pub fn is_blank(c: char) -> bool {
    matches!(c, '\0'..=' ' | '\u{7F}'..='\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// Quick check: true if the text consists of ASCII, Thai and common punctuation with nothing to change. `false` means unknown.
fn is_plainly_normalised(text: &str) -> bool {
    let mut bytes = text.bytes();
    let mut before = Class::Blank;
    let mut has_doubt = false;
    while let Some(byte) = bytes.next() {
        let code = match byte {
            0..=0x7F => byte,
            0xE0 => match (bytes.next(), bytes.next()) {
                (Some(block @ (0xB8 | 0xB9)), Some(last)) => 0x80 | (block & 1) << 6 | (last & 0x3F),
                _ => return false,
            },
            // General punctuation from hyphens to the ellipsis.
            0xE2 => match (bytes.next(), bytes.next()) {
                (Some(0x80), Some(0x90..=0xA6)) => b'-',
                _ => return false,
            },
            _ => return false,
        };
        let class = CLASSES[usize::from(code)];
        // No branch: every fourth letter is a mark, and processors guess badly which.
        has_doubt |= FOLLOWS_NOT[before as usize] >> (class as u8) & 1 != 0;
        before = class;
    }
    !has_doubt && (text.is_empty() || before != Class::Blank)
}

/// What a letter means for the order of its neighbours; the marks in their order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Not to be told here.
    Doubtful,
    Blank,
    LeadingVowel,
    /// า and ำ.
    SaraAa,
    Vowel,
    Tone,
    Nikhahit,
    Letter,
}

const ALL: [Class; 8] =
    [Class::Doubtful, Class::Blank, Class::LeadingVowel, Class::SaraAa, Class::Vowel, Class::Tone, Class::Nikhahit, Class::Letter];

/// By class of the letter before: the classes that may not follow, as bits.
const FOLLOWS_NOT: [u8; 8] = {
    let mut table = [0; 8];
    let mut before = 0;
    while before < 8 {
        let mut class = 0;
        while class < 8 {
            if !may_follow(ALL[class], ALL[before]) {
                table[before] |= 1 << class;
            }
            class += 1;
        }
        before += 1;
    }
    table
};

const fn may_follow(class: Class, before: Class) -> bool {
    match class {
        Class::Doubtful => false,
        Class::Blank => !matches!(before, Class::Blank),
        Class::LeadingVowel => !matches!(before, Class::LeadingVowel),
        Class::SaraAa => !matches!(before, Class::Nikhahit),
        Class::Vowel => !matches!(before, Class::Tone | Class::Nikhahit | Class::SaraAa),
        Class::Tone => !matches!(before, Class::Tone | Class::Nikhahit | Class::SaraAa),
        Class::Nikhahit => !matches!(before, Class::Nikhahit | Class::SaraAa),
        Class::Letter => true,
    }
}

/// By code: ASCII, then the Thai block.
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Letter; 256];
    let mut code = 0;
    while code < 256 {
        classes[code] = match code {
            0x20 => Class::Blank,
            0..0x20 | 0x7F => Class::Doubtful,
            0x21..0x7F => Class::Letter,
            _ => match code - 0x80 {
                // Phinthu is rare.
                0 | 0x3A | 0x5C.. => Class::Doubtful,
                0x31 | 0x34..=0x39 | 0x47 => Class::Vowel,
                0x32 | 0x33 => Class::SaraAa,
                0x40 => Class::LeadingVowel,
                0x48..=0x4C => Class::Tone,
                0x4D | 0x4E => Class::Nikhahit,
                _ => Class::Letter,
            },
        };
        code += 1;
    }
    classes
};

fn thai_order(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks: Vec<char> = Vec::new();
    for c in text.chars() {
        if mark_class(c).is_some() {
            marks.push(c);
            continue;
        }
        let joined = put_marks(&mut out, &mut marks, c);
        match joined {
            'เ' if out.ends_with('เ') => {
                out.pop();
                out.push('แ');
            }
            _ => out.push(joined),
        }
    }
    put_marks(&mut out, &mut marks, ' ');
    out
}

/// Writes the marks gathered so far in their order; the letter that follows them, which is `ำ` for `า` after nikhahit.
fn put_marks(out: &mut String, marks: &mut Vec<char>, next: char) -> char {
    marks.sort_by_key(|&mark| mark_class(mark));
    let is_after_am = !marks.is_empty() && out.ends_with('ำ');
    if is_after_am {
        out.pop();
    }
    let is_sara_am = next == 'า' && marks.last() == Some(&NIKHAHIT);
    if is_sara_am {
        marks.pop();
    }
    out.extend(marks.drain(..));
    if is_after_am {
        out.push('ำ');
    }
    if is_sara_am { 'ำ' } else { next }
}

/// The place of a Thai mark among those of its letter. Phinthu comes first because normalisation form C puts it before vowels.
fn mark_class(c: char) -> Option<u8> {
    match c {
        '\u{E3A}' => Some(0),
        '\u{E31}' | '\u{E34}'..='\u{E39}' | '\u{E47}' => Some(1),
        '\u{E48}'..='\u{E4C}' => Some(2),
        '\u{E4E}' => Some(3),
        NIKHAHIT => Some(4),
        _ => None,
    }
}

fn single_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_codings_become_one() {
        for text in ["น้ำ", "น\u{e4d}\u{e49}า", "น\u{e49}\u{e4d}า", "น\u{e33}\u{e49}", "น\u{200b}้\u{ad}ำ"] {
            assert_eq!(normalised(text), "น้ำ");
        }
        assert_eq!(normalised("ก\u{e48}\u{e35}"), "กี่");
        assert_eq!(normalised("เเผน\u{200b}งาน\u{a0}\n ก "), "แผนงาน ก");
        assert_eq!(normalised("e\u{301}"), "é");
        assert_eq!(normalised(" \u{feff} "), "");
    }

    proptest::proptest! {
        #[test]
        fn normalising_twice_changes_nothing(text in "([กเแาำิุู\u{e3a}\u{e47}-\u{e4e}a\u{301}\u{200b}\u{a0} ]{0,12}|.{0,12})") {
            let once = normalised(&text).into_owned();
            proptest::prop_assert_eq!(normalised(&once), once.as_str());
        }

        #[test]
        fn what_is_plainly_normalised_would_not_change(text in "[กเแาำิุู\u{e3a}\u{e47}-\u{e4e}a –“\u{2028}\u{2011}]{0,10}") {
            if is_plainly_normalised(&text) {
                proptest::prop_assert_eq!(single_blanks(&settled(text.clone())), text);
            }
        }
    }
}
