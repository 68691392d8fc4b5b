//! NFC: one coding for each letter with its marks.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in NFC, itself if it is so already.
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_plainly_composed(text.as_bytes()) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// Whether UTF-8 text is of ASCII, Thai and common punctuation only, with Thai marks in canonical order: such text is in NFC. `false` says nothing. Nearly
/// every text is such a text, and the tables of Unicode take longer than reading its file.
fn is_plainly_composed(text: &[u8]) -> bool {
    // The last letters once more, with something behind them.
    let mut end = [0; 2 * TWO_LETTERS];
    let last = &text[text.len().saturating_sub(TWO_LETTERS)..];
    end[..last.len()].copy_from_slice(last);
    let is_doubtful = |bytes: &[u8]| {
        let count = bytes.len().saturating_sub(TWO_LETTERS - 1);
        // Six slices of the same length: of one that moves on the compiler makes a loop over single bytes, four times as slow.
        let [a, b, c, d, e, f]: [&[u8]; TWO_LETTERS] = std::array::from_fn(|from| bytes.get(from..from + count).unwrap_or_default());
        (0..count).fold(0, |any, at| any | may_change([a[at], b[at], c[at], d[at], e[at], f[at]])) != 0
    };
    !is_doubtful(&end)
        && !text.chunks(BLOCK).enumerate().any(|(at, _)| is_doubtful(&text[at * BLOCK..text.len().min((at + 1) * BLOCK + TWO_LETTERS)]))
}

const TWO_LETTERS: usize = 6;
const BLOCK: usize = 512;

/// 1 if a letter begins with the first of these bytes that NFC may replace, or put behind the next one; otherwise 0.
///
/// In numbers: with `bool` the compiler makes branches of it, and twenty times as slow.
#[inline]
fn may_change([a, b, c, d, e, f]: [u8; TWO_LETTERS]) -> u8 {
    let is = |byte: u8, wanted: u8| u8::from(byte == wanted);
    let thai = is(a, 0xE0);
    // Dashes, quotation marks and dots are no doubt; two of the spaces before them are others in NFC.
    let plain = u8::from(a < 0xC0) | (thai & is(b | 1, 0xB9)) | (is(a, 0xE2) & is(b, 0x80) & u8::from(c >= 0x90));
    // The combining classes of Thai: sara u and uu 103, phinthu 9, tone marks 107; all else 0.
    let vowel_below = thai & is(b, 0xB8) & is(c | 1, 0xB9);
    let tone = thai & is(b, 0xB9) & is(c & !3, 0x88);
    let before_phinthu = is(d, 0xE0) & is(e, 0xB8) & is(f, 0xBA);
    let before_vowel_below = is(d, 0xE0) & is(e, 0xB8) & is(f | 1, 0xB9);
    (plain ^ 1) | (vowel_below & before_phinthu) | (tone & (before_phinthu | before_vowel_below))
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
