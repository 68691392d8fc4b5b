//! Two values side by side, so short that they can be compared by eye.

use std::iter::zip;

use similar::DiffableStr;

/// Letters as readers see them (a Thai consonant with its marks is one) of the longest text that is shown whole.
const LONGEST: usize = 72;
/// How many of them are shown before the first that differs.
const BEFORE: usize = 20;

/// Both texts, cut where they are long so that the first difference is seen. No letter is cut from its marks.
pub(super) fn shortened(old: &str, new: &str) -> (String, String) {
    let (old, new) = (old.tokenize_graphemes(), new.tokenize_graphemes());
    let same = zip(&old, &new).take_while(|(old, new)| old == new).count();
    (around(&old, same), around(&new, same))
}

fn around(letters: &[&str], at: usize) -> String {
    let Some(last_start) = letters.len().checked_sub(LONGEST + 1) else { return letters.concat() };
    let start = at.saturating_sub(BEFORE).min(last_start + 1);
    let end = start + LONGEST;
    let mark = |is_cut: bool| if is_cut { "…" } else { "" };
    format!("{}{}{}", mark(start > 0), letters[start..end].concat(), mark(end < letters.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_around_the_first_difference_and_never_within_a_letter() {
        let (before, after) = ("ที่นี่".repeat(60), "ที่นั่น".repeat(60));
        let (old, new) = shortened(&format!("{before}ก่อ{after}"), &format!("{before}ก็อ{after}"));
        assert!(old.contains("ที่นี่ก่อที่นั่น") && new.contains("ที่นี่ก็อที่นั่น"), "{old}\n{new}");
        for text in [old, new] {
            let inside = text.strip_prefix('…').and_then(|text| text.strip_suffix('…')).unwrap();
            assert_eq!(inside.tokenize_graphemes().len(), LONGEST);
            let marks = ['ี', 'ั', '่', '็'];
            assert!(!inside.starts_with(marks) && (inside.ends_with("ที่") || inside.ends_with("นี่") || inside.ends_with(['น']) || inside.ends_with("นั่")), "{inside}");
        }
    }

    #[test]
    fn short_texts_stay_whole_and_so_do_the_ends_of_long_ones() {
        assert_eq!(shortened("", "ก้ำ"), (String::new(), "ก้ำ".to_owned()));
        let long = "ก".repeat(LONGEST + 5);
        let (old, new) = shortened(&long, &format!("{long}ข"));
        assert_eq!(old, format!("…{}", "ก".repeat(LONGEST)));
        assert!(new.ends_with("กข"), "{new}");
    }
}
