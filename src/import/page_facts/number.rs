//! Scores and percentages as typed, shown by a spreadsheet, or read by OCR.

use serde_json::{Number, Value};

use super::doubt::{DoubtKind, Doubts};
use super::fields::spanned;
use super::wording::{one_line, plain};
use crate::attachment::TextPosition;
use crate::attachment::grid::{CellContent, CellValue};
use crate::slice::slice;
use crate::thai::{is_digit, to_arabic};

/// A number found in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FoundNumber<'t> {
    pub(super) value: f64,
    /// As typed, without leaders around it.
    pub(super) typed: &'t str,
    /// The text before and after it.
    pub(super) before: &'t str,
    pub(super) after: &'t str,
    has_both_digits: bool,
    has_comma: bool,
}

impl FoundNumber<'_> {
    /// As front matter writes it, with the original if a correction was needed.
    pub(super) fn written(&self, place: Option<&TextPosition>, doubts: &mut Doubts) -> Value {
        for (is_so, kind) in [(self.has_both_digits, DoubtKind::MixedDigits), (self.has_comma, DoubtKind::CommaDecimal)] {
            if is_so {
                doubts.add_taken(kind, place, self.typed, self.value);
            }
        }
        let original = (self.has_both_digits || self.has_comma).then(|| self.typed.to_owned());
        spanned(decimal(self.value), original)
    }
}

/// A number as JSON, whole if it is.
pub(super) fn decimal(value: f64) -> Value {
    Number::from_f64(value).map_or(Value::Null, Value::Number)
}

/// The numbers of a text that could be scores or percentages: at most three digits, a point or comma,
/// at most four decimals.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = FoundNumber<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = slice(text, at..);
            let start = at + rest.find(is_digit)?;
            let run = slice(text, start..);
            let length = run.find(|c: char| !is_digit(c) && !matches!(c, '.' | ',')).unwrap_or(run.len());
            at = start + length;
            // Leaders: two points end the number.
            let typed = slice(run, ..length);
            let typed = typed.split("..").next().unwrap_or(typed).trim_end_matches(['.', ',']);
            if let Some((value, has_both_digits, has_comma)) = parse(typed) {
                let end = start + typed.len();
                return Some(FoundNumber {
                    value,
                    typed,
                    before: slice(text, ..start),
                    after: slice(text, end..),
                    has_both_digits,
                    has_comma,
                });
            }
        }
    })
}

fn parse(typed: &str) -> Option<(f64, bool, bool)> {
    let arabic = to_arabic(typed).replace(',', ".");
    let (whole, decimals) = arabic.split_once('.').unwrap_or((&arabic, ""));
    let is_short = (1..=3).contains(&whole.len()) && decimals.len() <= 4 && decimals.bytes().all(|b| b.is_ascii_digit());
    let value = arabic.parse().ok().filter(|_| is_short)?;
    let has_both_digits = typed.chars().any(|c| c.is_ascii_digit()) && typed.chars().any(|c| is_digit(c) && !c.is_ascii_digit());
    Some((value, has_both_digits, typed.contains(',')))
}

/// The number of a cell in a column of scores. `None` if it is empty or no number.
pub(super) fn score(cell: &CellContent, doubts: &mut Doubts) -> Option<Value> {
    let text = cell.text();
    if let CellValue::Number { value, is_percent: true } = cell.value {
        let percent = (value * 1_000_000.0).round() / 10_000.0;
        let shown = numbers(&text).next();
        let is_as_shown = shown.is_some_and(|shown| (shown.value - percent).abs() < 1e-9);
        return Some(spanned(decimal(percent), (!is_as_shown).then(|| text.trim().to_owned())));
    }
    if text.trim().is_empty() || text.trim().chars().all(|c| matches!(c, '-' | '–' | '—' | '.')) {
        return None;
    }
    let mut found = numbers(&text);
    match (found.next(), found.next()) {
        (Some(number), None) => {
            let written = number.written(Some(&cell.place), doubts);
            let value = written.get("value").unwrap_or(&written).clone();
            let is_alone = has_no_words(number.before) && has_no_words(number.after);
            Some(if is_alone { written } else { spanned(value, Some(one_line(&text))) })
        }
        _ => {
            doubts.add(DoubtKind::ScoreUnread, Some(&cell.place), &text);
            None
        }
    }
}

/// Nothing but the unit, signs and leaders.
fn has_no_words(text: &str) -> bool {
    matches!(plain(text).as_str(), "" | "คะแนน" | "ร้อยละ" | "ได้คะแนน" | "ผลคะแนน")
}

/// The share in a finding: `4.26 %` or `ร้อยละ 4.26`.
pub(super) fn percentage(text: &str) -> Option<FoundNumber<'_>> {
    numbers(text).find(|found| found.after.trim_start().starts_with(['%', '\u{FF05}']) || found.before.trim_end().ends_with("ร้อยละ"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn scores_are_read_among_leaders_and_both_kinds_of_digits() {
        for (text, value, kinds) in [
            ("....86.04.....คะแนน", json!(86.04), &[][..]),
            ("๘๔.๙๔", json!(84.94), &[]),
            ("8๑.๕๑", json!({"value": 81.51, "as_written": "8๑.๕๑"}), &[DoubtKind::MixedDigits]),
            ("76,34", json!({"value": 76.34, "as_written": "76,34"}), &[DoubtKind::CommaDecimal]),
            ("100.00%", json!(100.0), &[]),
            (".....76.34...", json!(76.34), &[]),
        ] {
            let mut doubts = Doubts::default();
            let found = numbers(text).next().unwrap().written(None, &mut doubts);
            assert_eq!(found, value, "{text}");
            assert_eq!(doubts.0.into_iter().map(|doubt| doubt.kind).collect::<Vec<_>>(), kinds, "{text}");
        }
        assert_eq!(numbers("ปี 2566 รวม 1,234.5").count(), 0);
    }

    #[test]
    fn a_share_is_told_from_other_numbers() {
        let share = |text| percentage(text).map(|found| found.value);
        assert_eq!(share("ผู้ตอบ 47 คน ร้อยละ ๔.๒๖ เห็นว่า"), Some(4.26));
        assert_eq!(share("ผู้ตอบ 6.38 % เห็นว่า"), Some(6.38));
        assert_eq!(share("ผู้ตอบ 47 คน"), None);
    }
}
