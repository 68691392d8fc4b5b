//! Canonical forms of visually identical texts, for file names, duplicate detection and comparison.
//! Never printed.

use super::composed;
use crate::slice::slice;

/// NFC (not NFKC, which decomposes ำ) plus the usual Thai double encodings: nikhahit + tone + า
/// becomes tone + ำ, เ + เ becomes แ, zero-width characters are removed.
pub fn canonical(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in composed(text).chars().filter(|c| !matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')) {
        match c {
            'า' => join_sara_am(&mut out),
            'เ' if out.ends_with('เ') => {
                out.pop();
                out.push('แ');
            }
            // Vowel before tone; the reverse order looks the same.
            '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}' if ends_with_tone(&out) => {
                let tone = out.pop();
                out.push(c);
                out.extend(tone);
            }
            _ => out.push(c),
        }
    }
    out
}

/// [`canonical`] and case-folded: two names with equal folded forms collide on some host.
///
/// File systems disagree on case folding, so the union is taken: lower, upper and lower case in
/// turn unify `ẞ`, `ß` and `SS`, `ſ` and `s`, `K` (Kelvin) and `k`; the combining dot of `İ` is
/// dropped.
pub fn folded(text: &str) -> String {
    // Fast path for most paths; same result.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    canonical(text).to_lowercase().to_uppercase().to_lowercase().replace("i\u{307}", "i")
}

/// True for characters that no text may contain: control characters other than line ends and tab,
/// U+FFFD (undecodable input) and Unicode noncharacters. They must not reach a page, feed or
/// terminal.
pub fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    let is_noncharacter = (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE;
    is_noncharacter || (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || c == '\u{FFFD}'
}

/// True for a character that takes no place within a text, such as a zero-width space.
pub fn has_no_width(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// True if a text renders as nothing: white space, characters without a glyph (zero-width space,
/// soft hyphen, Hangul filler, bidirectional controls), and combining vowels and tones without a
/// base letter.
pub fn shows_nothing(text: &str) -> bool {
    let has_no_shape = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D159}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
    };
    let is_mark_without_letter =
        |c: char| matches!(c, '\u{300}'..='\u{36F}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{20D0}'..='\u{20F0}');
    text.chars().all(|c| has_no_shape(c) || is_mark_without_letter(c))
}

/// True if a text says something: a dash, dots or a mark where nothing was filled in do not.
pub fn says_something(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

fn ends_with_tone(text: &str) -> bool {
    text.ends_with(|c| matches!(c, '\u{0E48}'..='\u{0E4C}'))
}

fn join_sara_am(out: &mut String) {
    const NIKHAHIT: char = '\u{0E4D}';
    let tone = out.chars().next_back().filter(|c| ('\u{0E48}'..='\u{0E4B}').contains(c));
    let stem = out.len() - tone.map_or(0, char::len_utf8);
    if slice(out, ..stem).ends_with(NIKHAHIT) {
        if tone.is_some() {
            out.pop();
        }
        out.pop();
        out.extend(tone);
        out.push('ำ');
        return;
    }
    // Typed in the other order: tone first, then nikhahit.
    if out.ends_with(NIKHAHIT) {
        out.pop();
        out.push('ำ');
        return;
    }
    out.push('า');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_codings_become_one() {
        for text in ["น้ำ", "น\u{e4d}\u{e49}า", "น\u{e49}\u{e4d}า"] {
            assert_eq!(canonical(text), "น้ำ");
        }
        assert_eq!(canonical("ก\u{e48}\u{e35}"), "กี่");
        assert_eq!(canonical("เเผน\u{200b}งาน"), "แผนงาน");
        assert_eq!(canonical("กำหนด"), "กำหนด");
    }

    #[test]
    fn names_that_some_host_takes_for_one_are_one() {
        for (one, other) in [
            ("Straße", "STRASSE"),
            ("ẞ", "ss"),
            ("ſ", "S"),
            ("\u{212A}", "k"),
            ("İ", "i"),
            ("I\u{307}", "i"),
            ("ı", "I"),
            ("ας", "ΑΣ"),
            ("\u{1FD3}", "\u{390}"),
            ("Å", "a\u{30A}"),
            ("ﬀ", "FF"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
        for (one, other) in [("ก", "ข"), ("กา", "ก่า"), ("a", "á"), ("1", "๑")] {
            assert_ne!(folded(one), folded(other), "{one} {other}");
        }
    }

    #[test]
    fn what_is_no_character_is_forbidden() {
        for c in ['\u{0}', '\u{8}', '\u{7f}', '\u{85}', '\u{9b}', '\u{fffd}', '\u{fffe}', '\u{ffff}', '\u{fdd0}', '\u{1fffe}', '\u{10ffff}']
        {
            assert!(is_forbidden(c), "{:x}", u32::from(c));
        }
        for c in ['\n', '\r', '\t', ' ', 'ก', '\u{2028}', '\u{feff}', '\u{fdcf}', '\u{fdf0}', '\u{1fffd}', '😀'] {
            assert!(!is_forbidden(c), "{:x}", u32::from(c));
        }
    }

    #[test]
    fn what_nobody_sees_is_nothing() {
        for text in [
            "",
            " ",
            "\u{200b}",
            "\u{2060}\u{ad}",
            "\u{3164}",
            "\u{a0}\u{a0}",
            "\u{e48}\u{e34}",
            "\u{301}",
            "\u{202e} \u{202c}",
            "\u{fe0f}",
        ] {
            assert!(shows_nothing(text), "{}", text.escape_unicode());
        }
        for text in ["ก", "-", "๐", "\u{200b}ก", "ๆ", "ฯ", ".", "é", "😀"] {
            assert!(!shows_nothing(text), "{text}");
        }
    }

    #[test]
    fn canonical_is_idempotent() {
        for text in ["นํ้า", "เเเเ", "ํา", "า", "A\u{301}"] {
            assert_eq!(canonical(&canonical(text)), canonical(text));
        }
    }
}
