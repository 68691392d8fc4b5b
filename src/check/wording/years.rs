//! Buddhist-era years in a text.

use std::ops::Range;

use crate::slice::slice;
use crate::thai::FiscalYear;

/// Returns all four-digit numbers, Thai or Arabic, that are valid fiscal years.
pub(in crate::check) fn years_in(text: &str) -> Vec<(Range<usize>, FiscalYear)> {
    let mut years = Vec::new();
    let mut run: Option<Range<usize>> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (matches!(c, '0'..='9' | '๐'..='๙'), &mut run) {
            (true, Some(run)) => run.end = at + c.len_utf8(),
            (true, None) => run = Some(at..at + c.len_utf8()),
            (false, _) => years.extend(run.take().and_then(|run| Some((run.clone(), FiscalYear::parse(slice(text, run))?)))),
        }
    }
    years
}

pub(in crate::check) fn first_year(text: &str) -> Option<FiscalYear> {
    years_in(text).first().map(|(_, year)| *year)
}

/// Returns the years introduced as such (ประจำปีงบประมาณ พ.ศ. 2566) and those that continue a range
/// (2566–2570). Excludes years of laws, orders and dates (พ.ศ. 2540, ที่ 12/2566, 31 มีนาคม 2566).
pub(in crate::check) fn years_after_their_word(text: &str) -> Vec<FiscalYear> {
    let mut named = Vec::new();
    let mut end_of_last = None;
    for (span, year) in years_in(text) {
        let before = slice(text, ..span.start).trim_end();
        let before = ["พ.ศ.", "พ.ศ", "พศ."].into_iter().find_map(|era| before.strip_suffix(era)).unwrap_or(before).trim_end();
        let called = before.ends_with("ปี") || before.ends_with("ปีงบประมาณ");
        let continues = end_of_last.is_some_and(|end: usize| is_range_mark(slice(text, end..span.start)));
        if called || continues {
            named.push(year);
            end_of_last = Some(span.end);
        }
    }
    named
}

fn is_range_mark(between: &str) -> bool {
    let mark = between.replace("พ.ศ.", "");
    matches!(mark.trim(), "-" | "–" | "—" | "ถึง" | "และ" | "," | "/" | "กับ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_years_that_are_called_so_count() {
        let named = |text| years_after_their_word(text).into_iter().map(FiscalYear::number).collect::<Vec<_>>();
        assert_eq!(named("ประจำปีงบประมาณ พ.ศ. ๒๕๖๔"), [2564]);
        assert_eq!(named("แผนพัฒนาท้องถิ่น ปี 2566 – 2570"), [2566, 2570]);
        assert_eq!(named("พ.ร.บ. ข้อมูลข่าวสาร พ.ศ. 2540 คำสั่งที่ 12/2564 ลงวันที่ 31 มีนาคม 2566"), [0_u16; 0]);
        assert_eq!(named("โทร. 0 2566 2567 ปี 25660"), [0_u16; 0]);
    }

    #[test]
    fn years_are_found_in_both_digits() {
        assert_eq!(years_in("ปี๒๕๖๖/2567.").into_iter().map(|(_, year)| year.number()).collect::<Vec<_>>(), [2566, 2567]);
        assert_eq!(first_year("ไม่มี 123"), None);
    }
}
