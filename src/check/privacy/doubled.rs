//! Labels in which syllables are repeated: matplotlib writes one with marks as often as it has
//! glyphs, `รหัหัส`.

use std::borrow::Cow;

/// `text` with each syllable that repeats the one before left out, if there is any: a consonant
/// with its marks. A word such as รอรอ has none.
pub(super) fn undoubled(text: &str) -> Cow<'_, str> {
    let mut kept: Option<String> = None;
    let (mut last, mut from) = ("", 0);
    let mut rest = text;
    while let Some(base) = rest.chars().next() {
        let end = rest.char_indices().skip(1).find(|(_, c)| !is_mark(*c)).map_or(rest.len(), |(at, _)| at);
        let (syllable, behind) = rest.split_at_checked(end).unwrap_or_default();
        if syllable == last && syllable.len() > base.len_utf8() {
            let at = text.len() - rest.len();
            kept.get_or_insert_default().push_str(text.get(from..at).unwrap_or_default());
            from = at + end;
        }
        (last, rest) = (syllable, behind);
    }
    match kept {
        Some(kept) => (kept + text.get(from..).unwrap_or_default()).into(),
        None => text.into(),
    }
}

/// Vowels above and below, ำ, and tone marks.
fn is_mark(c: char) -> bool {
    matches!(c, 'ั' | 'ำ' | 'ิ'..='ฺ' | '็'..='๎')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeated_syllable_is_left_out() {
        for (drawn, label) in [
            ("เลขที่ที่ที่โครงการ", "เลขที่โครงการ"),
            ("รหัหัสโครงการ: ", "รหัสโครงการ: "),
            ("เลขที่ที่ที่สัสัญญา", "เลขที่สัญญา"),
            ("เลขครุรุภัภัณฑ์ฑ์", "เลขครุภัณฑ์"),
            ("เลขประจำจำจำตัตัวประชาชน", "เลขประจำตัวประชาชน"),
        ] {
            assert_eq!(undoubled(drawn), label);
        }
        for text in ["", "เลขที่โครงการ", "ออก ภาษีอากร 1122", "ู", "รหัส"] {
            assert!(matches!(undoubled(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }
}
