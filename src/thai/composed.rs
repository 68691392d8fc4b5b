//! NFC: one coding for each letter with its marks; the only user of the tables of `unicode-normalization` for whole texts.

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
    let (mut rest, mut last) = (text, 0);
    loop {
        // The combining classes of Thai: sara u and uu 103, phinthu 9, tone marks 107; all else 0.
        let (class, length) = match rest {
            [] => return true,
            [0..=0x7F, ..] => (0, 1),
            [0xE0, 0xB8, 0xB8 | 0xB9, ..] => (103, 3),
            [0xE0, 0xB8, 0xBA, ..] => (9, 3),
            [0xE0, 0xB9, 0x88..=0x8B, ..] => (107, 3),
            [0xE0, 0xB8 | 0xB9, _, ..] => (0, 3),
            // Dashes, quotation marks, dots; two of the spaces before them are others in NFC.
            [0xE2, 0x80, 0x90..=0xBF, ..] => (0, 3),
            _ => return false,
        };
        if class != 0 && class < last {
            return false;
        }
        last = class;
        rest = &rest[length..];
    }
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
