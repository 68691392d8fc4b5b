//! Shortens two values for comparison by eye.

use std::iter::zip;

use unicode_segmentation::UnicodeSegmentation as _;

/// Limit for a text shown in full, in grapheme clusters (a Thai consonant with its marks is one).
const MAX_CHARACTERS: usize = 72;
/// Grapheme clusters shown before the first difference.
const BEFORE: usize = 20;

/// Both texts, cut around the first difference if they are long; never within a grapheme cluster.
pub(super) fn shortened(old: &str, new: &str) -> (String, String) {
    let (old, new) = (letters_of(old), letters_of(new));
    let same = zip(&old, &new).take_while(|(old, new)| old == new).count();
    let start = if same + BEFORE < MAX_CHARACTERS { 0 } else { same - BEFORE };
    (from(&old, start), from(&new, start))
}

/// Splits into grapheme clusters.
fn letters_of(text: &str) -> Vec<&str> {
    text.graphemes(true).collect()
}

fn from(letters: &[&str], start: usize) -> String {
    if letters.len() <= MAX_CHARACTERS {
        return letters.concat();
    }
    let end = (start + MAX_CHARACTERS).min(letters.len());
    let mark = |is_cut: bool| if is_cut { "…" } else { "" };
    format!("{}{}{}", mark(start > 0), letters[start..end].concat(), mark(end < letters.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_around_the_first_difference_and_never_within_a_letter() {
        let (before, after) = ("ที่นี่".repeat(60), "น้ำนั่น".repeat(60));
        let (old, new) = shortened(&format!("{before}ก่อ{after}"), &format!("{before}ก็อ{after}"));
        assert!(old.contains("ที่นี่ก่อน้ำนั่น") && new.contains("ที่นี่ก็อน้ำนั่น"), "{old}\n{new}");
        let letters = ["ที่", "นี่", "ก่", "ก็", "อ", "น้ำ", "นั่", "น"];
        for text in [old, new] {
            let inside = text.strip_prefix('…').and_then(|text| text.strip_suffix('…')).unwrap();
            let found = letters_of(inside);
            assert!(found.len() == MAX_CHARACTERS && found.iter().all(|letter| letters.contains(letter)), "{inside}");
        }
    }

    #[test]
    fn short_texts_stay_whole_and_a_difference_at_an_end_is_seen() {
        assert_eq!(shortened("", "ก้ำ"), (String::new(), "ก้ำ".to_owned()));
        let long = "ก".repeat(MAX_CHARACTERS + 5);
        let (old, new) = shortened(&long, &format!("{long}ข"));
        assert!(old.ends_with('ก') && new.ends_with("กข"), "{old} {new}");
        let (old, new) = shortened(&long, &format!("ข{long}"));
        assert_eq!((old.chars().next(), new.chars().next(), new.chars().last()), (Some('ก'), Some('ข'), Some('…')));
        let (old, new) = shortened(&"ก".repeat(MAX_CHARACTERS), &long);
        assert_eq!((old.chars().count(), new.chars().count()), (MAX_CHARACTERS, BEFORE + 5 + 1));
    }
}
