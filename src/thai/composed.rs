//! Unicode normalisation form C (NFC).

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Returns `text` in NFC; borrows if it is already normalised.
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_plainly_composed(text.as_bytes()) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// Quick check: true if the UTF-8 text consists of ASCII, Thai and common punctuation, with Thai
/// marks in canonical order, which implies NFC. `false` means unknown. Avoids the Unicode table
/// lookup, slower than reading the file, for nearly all input.
fn is_plainly_composed(text: &[u8]) -> bool {
    // Zero-padded copy of the last two code points, so that every window is complete.
    let mut end = [0; 2 * TWO_LETTERS];
    let last = &text[text.len().saturating_sub(TWO_LETTERS)..];
    end[..last.len()].copy_from_slice(last);
    // Branch-free fold per block, so that it vectorises.
    let is_doubtful = |bytes: &[u8]| bytes.array_windows().fold(false, |any, six| any | may_change(six));
    !is_doubtful(&end)
        && !text.chunks(BLOCK).enumerate().any(|(at, _)| is_doubtful(&text[at * BLOCK..text.len().min((at + 1) * BLOCK + TWO_LETTERS)]))
}

const TWO_LETTERS: usize = 6;
const BLOCK: usize = 512;

/// True if NFC may replace the code point that starts at the first byte, or reorder it with the
/// next one. The array is taken by reference: if copied, the compiler loads all six bytes together
/// and does not vectorise.
#[inline]
fn may_change(&[a, b, c, d, e, f]: &[u8; TWO_LETTERS]) -> bool {
    // U+2010 and up (dashes, quotation marks, ellipsis) are stable; U+2000 and U+2001 below them
    // have NFC replacements.
    let is_plain = (a < 0xC0) | ((a == 0xE0) & ((b == 0xB8) | (b == 0xB9))) | ((a == 0xE2) & (b == 0x80) & (c >= 0x90));
    // Canonical combining classes of Thai: sara u/uu 103, phinthu 9, tone marks 107, all others 0.
    let is_vowel_below = (a == 0xE0) & (b == 0xB8) & ((c == 0xB8) | (c == 0xB9));
    let is_tone = (a == 0xE0) & (b == 0xB9) & matches!(c, 0x88..=0x8B);
    let before_phinthu = (d == 0xE0) & (e == 0xB8) & (f == 0xBA);
    let before_vowel_below = (d == 0xE0) & (e == 0xB8) & ((f == 0xB8) | (f == 0xB9));
    !is_plain | (is_vowel_below & before_phinthu) | (is_tone & (before_phinthu | before_vowel_below))
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn what_is_plainly_composed_is_in_nfc(text in "([ก-ฺเ-๎ฺุู่้ –“”a\u{301}\u{2000}\u{E4D}]{0,12}|.{0,12})") {
            proptest::prop_assert_eq!(composed(&text), text.nfc().collect::<String>());
        }
    }

    #[test]
    fn thai_is_plainly_composed_unless_its_marks_are_out_of_order() {
        assert!(is_plainly_composed("มาตรการ ผู้บริหารต้องรู้ ๒๕๖๖ – “ดี” กิ่ง".as_bytes()));
        assert!(!is_plainly_composed("กุ่".as_bytes()) && !is_plainly_composed("é".as_bytes()));
    }
}
