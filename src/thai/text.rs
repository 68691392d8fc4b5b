//! One spelling for texts that look the same: for names of files, duplicate detection and comparison, never for what is printed.

use super::composed;

/// NFC (never NFKC, which splits ำ) with the usual double codings of Thai made one: ํ + tone + า is tone + ำ, เ + เ is แ, and
/// zero-width characters are gone.
pub fn canonical(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in composed(text).chars().filter(|c| !matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')) {
        match c {
            'า' => join_sara_am(&mut out),
            'เ' if out.ends_with('เ') => {
                out.pop();
                out.push('แ');
            }
            // Vowel above or below, then tone: the other order looks the same.
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

/// [`canonical`], without difference of case: two names with the same folded form collide on some host.
///
/// Hosts do not agree which letters differ by case only, so whatever any of them takes for one letter is one: small, capital and small again
/// brings `ẞ`, `ß` and `SS`, `ſ` and `s`, `K` (Kelvin) and `k` together, and the dot of `İ` goes.
pub fn folded(text: &str) -> String {
    // Most paths; the tables of Unicode would say the same.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    canonical(text).to_lowercase().to_uppercase().to_lowercase().replace("i\u{307}", "i")
}

/// Whether no text may hold this character: controls but line ends and tabs, what stands for text that could not be read, and the code points that
/// are no characters. No page, feed or terminal should be given one.
pub fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    let is_noncharacter = (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE;
    is_noncharacter || (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || c == '\u{FFFD}'
}

fn ends_with_tone(text: &str) -> bool {
    text.ends_with(|c| matches!(c, '\u{0E48}'..='\u{0E4C}'))
}

fn join_sara_am(out: &mut String) {
    const NIKHAHIT: char = '\u{0E4D}';
    let tone = out.chars().next_back().filter(|c| ('\u{0E48}'..='\u{0E4B}').contains(c));
    let stem = out.len() - tone.map_or(0, char::len_utf8);
    if out[..stem].ends_with(NIKHAHIT) {
        out.truncate(stem - NIKHAHIT.len_utf8());
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
    fn canonical_is_idempotent() {
        for text in ["นํ้า", "เเเเ", "ํา", "า", "A\u{301}"] {
            assert_eq!(canonical(&canonical(text)), canonical(text));
        }
    }
}
