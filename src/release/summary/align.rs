//! Aligns the elements of two lists.

use std::hash::Hash;
use std::iter::zip;

use similar::{Algorithm, capture_diff_slices};

/// Limit for the compared part of each list: the algorithm takes quadratic time, and longer
/// differences are not read.
const MAX_LINES: usize = 1000;

/// Index pairs at which `new` differs from `old`: replaced, removed (no second) or added (no
/// first).
pub(super) fn differences<T: Eq + Hash>(old: &[T], new: &[T]) -> Vec<(Option<usize>, Option<usize>)> {
    let start = zip(old, new).take_while(|(old, new)| old == new).count();
    let end = zip(old[start..].iter().rev(), new[start..].iter().rev()).take_while(|(old, new)| old == new).count();
    let middle = |list: &[T]| start..(list.len() - end).min(start + MAX_LINES);
    let (old, new) = (&old[middle(old)], &new[middle(new)]);
    let differing =
        capture_diff_slices(Algorithm::Myers, old, new).into_iter().map(|step| (step.tag(), step.old_range(), step.new_range()));
    let differing = differing.filter(|(tag, ..)| *tag != similar::DiffTag::Equal);
    let pairs = |(_, old, new): (_, std::ops::Range<usize>, std::ops::Range<usize>)| {
        let place = |range: &std::ops::Range<usize>, at: usize| range.clone().nth(at).map(|index| start + index);
        (0..old.len().max(new.len())).map(move |at| (place(&old, at), place(&new, at))).collect::<Vec<_>>()
    };
    differing.flat_map(pairs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(old: &str, new: &str) -> Vec<(Option<usize>, Option<usize>)> {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        differences(&letters(old), &letters(new))
    }

    #[test]
    fn what_is_put_in_front_moves_nothing_else() {
        assert_eq!(places("abc", "xabc"), [(None, Some(0))]);
        assert_eq!(places("abc", "ac"), [(Some(1), None)]);
        assert_eq!(places("abcd", "aBcd"), [(Some(1), Some(1))]);
        assert_eq!(places("aa", "a"), [(Some(1), None)]);
        assert_eq!(places("abc", "abc"), []);
    }

    #[test]
    fn long_lists_that_have_nothing_in_common_are_not_looked_at_to_their_end() {
        let (old, new): (Vec<u32>, Vec<u32>) = ((0..100_000).collect(), (100_000..300_000).collect());
        assert_eq!(differences(&old, &new).len(), MAX_LINES);
    }
}
