//! Days that a spreadsheet stores in the form of ISO 8601.

use super::stored_number::{RealYear, StoredNumber, day_value};
use crate::attachment::grid::{CellValue, RemarkKind};

/// Year, month and day of `2023-03-15`; with a time only if that is midnight. `None` for other moments.
pub(super) fn iso_day(text: &str) -> Option<(i16, i8, i8)> {
    let text = text.trim().trim_end_matches('Z');
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    if time.contains(|letter: char| letter.is_ascii_digit() && letter != '0') {
        return None;
    }
    let mut parts = day.split('-');
    let day = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some(day)
}

/// A day or moment that is shown as `shown`.
pub(super) fn stored_day(shown: &str, day: Option<(i16, i8, i8)>) -> StoredNumber {
    let (value, era) = day.map_or((CellValue::Moment, RealYear::Gregorian), day_value);
    let remark = (era == RealYear::Buddhist).then(|| (RemarkKind::BuddhistYear, shown.to_owned()));
    StoredNumber { text: shown.to_owned(), value, remark }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_days_are_days() {
        assert_eq!(
            ["2023-03-15", "2023-03-15T00:00:00Z", "2023-03-15T08:00:00", "2023-03", "x-1-1"].map(iso_day),
            [Some((2023, 3, 15)), Some((2023, 3, 15)), None, None, None]
        );
    }
}
