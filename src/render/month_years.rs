//! Finds abbreviations of months with their years: `ก.ย. 2569`.

use std::ops::Range;

use memchr::memchr_iter;

use crate::thai::{is_digit, month_short};

/// The places of all in a text, in order.
pub(super) fn month_years(text: &str) -> impl Iterator<Item = Range<usize>> {
    memchr_iter(b'.', text.as_bytes()).filter_map(|dot| month_year(text, dot + 1))
}

/// The month whose abbreviation ends at `end`, and its year.
fn month_year(text: &str, end: usize) -> Option<Range<usize>> {
    let (before, after) = text.split_at_checked(end)?;
    let after = after.strip_prefix(' ')?;
    let year: usize = after.chars().take_while(|c| is_digit(*c)).map(char::len_utf8).sum();
    let digits = after.get(..year)?.chars().count();
    let name = (1..=12).map(month_short).find(|name| before.ends_with(name)).filter(|_| digits == 4)?;
    let start = end - name.len();
    // The last letters of another abbreviation.
    let is_whole = !before.get(..start)?.ends_with(|c| matches!(c, '\u{E01}'..='\u{E4E}' | '.'));
    is_whole.then_some(start..end + 1 + year)
}
