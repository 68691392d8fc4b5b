//! The only place that slices text by computed byte offsets.
//!
//! `&text[range]` panics if an offset is not a character boundary, and a Thai letter has three
//! bytes; the lint `clippy::string_slice` forbids that form elsewhere. Where offsets come from the
//! text itself, use `split_once`, `strip_prefix` or `char_indices` instead.

use std::ops::{Bound, RangeBounds};

/// The substring of `text` at a byte range.
///
/// Offsets within a character are a caller's defect: debug builds panic, release builds extend to
/// whole characters. Offsets beyond the end are clamped; a reversed range is empty.
pub(crate) fn slice(text: &str, range: impl RangeBounds<usize>) -> &str {
    let start = match range.start_bound() {
        Bound::Included(start) => *start,
        Bound::Excluded(before) => before.saturating_add(1),
        Bound::Unbounded => 0,
    };
    let end = match range.end_bound() {
        Bound::Included(last) => last.saturating_add(1),
        Bound::Excluded(end) => *end,
        Bound::Unbounded => text.len(),
    };
    let exact = text.get(start..end);
    debug_assert!(exact.is_some(), "{start}..{end} of a text of {} bytes", text.len());
    exact.unwrap_or_else(|| whole_letters(text, start, end))
}

fn whole_letters(text: &str, start: usize, end: usize) -> &str {
    let (start, end) = (text.floor_char_boundary(start), text.ceil_char_boundary(end));
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_range_is_that_of_the_language() {
        let text = "aกb";
        assert_eq!(slice(text, 1..4), "ก");
        assert_eq!(slice(text, 1..=3), "ก");
        assert_eq!(slice(text, 4..), "b");
        assert_eq!(slice(text, ..1), "a");
        assert_eq!(slice(text, ..), text);
    }

    #[test]
    fn no_offset_can_stop_the_program() {
        let text = "กé\u{a0}\u{3000}😀a";
        for start in 0..text.len() + 2 {
            for end in 0..text.len() + 2 {
                let piece = whole_letters(text, start, end);
                assert!(text.contains(piece));
                assert!(start >= end || piece.len() >= text.len().min(end).saturating_sub(start), "{start}..{end}");
            }
        }
    }
}
