//! One coding for texts that look the same. Searched texts are stored in it, and queries are brought into it, so that offsets need no map.
//!
//! In this order:
//! 1. letters that nobody sees are dropped (see [`is_invisible`]);
//! 2. Unicode normalisation form C;
//! 3. (with step 2 until nothing changes) Thai: `เเ` becomes `แ`; the marks above and below a letter are put in the order phinthu, vowel, tone, nikhahit; nikhahit before
//!    `า` becomes `ำ`;
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

/// Quick check: true if the text consists of ASCII and Thai with nothing to change. `false` means unknown.
fn is_plainly_normalised(text: &str) -> bool {
    let mut before = Before::Blank;
    for c in text.chars() {
        let now = match c {
            ' ' if before == Before::Blank => return false,
            ' ' => Before::Blank,
            '!'..='~' => Before::Letter,
            '\u{E48}'..='\u{E4C}' | NIKHAHIT | '\u{E4E}' if before >= Before::Tone => return false,
            '\u{E48}'..='\u{E4C}' => Before::Tone,
            NIKHAHIT | '\u{E4E}' => Before::Nikhahit,
            '\u{E31}' | '\u{E34}'..='\u{E39}' | '\u{E47}' if before >= Before::Tone => return false,
            '\u{E31}' | '\u{E34}'..='\u{E39}' | '\u{E47}' => Before::Letter,
            '\u{E3A}' => return false,
            'า' if before == Before::Nikhahit => return false,
            'เ' if before == Before::LeadingVowel => return false,
            'เ' => Before::LeadingVowel,
            '\u{E01}'..='\u{E5B}' | '–' | '—' | '“' | '”' | '‘' | '’' | '•' | '…' | '·' => Before::Letter,
            _ => return false,
        };
        before = now;
    }
    text.is_empty() || before != Before::Blank
}

/// What the last letter was, as far as it matters for the next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Before {
    Blank,
    Letter,
    LeadingVowel,
    Tone,
    Nikhahit,
}

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
    let is_sara_am = next == 'า' && marks.last() == Some(&NIKHAHIT);
    if is_sara_am {
        marks.pop();
    }
    out.extend(marks.drain(..));
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
        for text in ["น้ำ", "น\u{e4d}\u{e49}า", "น\u{e49}\u{e4d}า", "น\u{200b}้\u{ad}ำ"] {
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
        fn what_is_plainly_normalised_would_not_change(text in "[กเแาำิุู\u{e3a}\u{e47}-\u{e4e}a –]{0,10}") {
            if is_plainly_normalised(&text) {
                proptest::prop_assert_eq!(single_blanks(&settled(text.clone())), text);
            }
        }
    }
}
