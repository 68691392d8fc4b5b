//! Misnamed folders in `content/`.

use std::borrow::Cow;

use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::source::copied_from;
use crate::thai::{FiscalYear, to_arabic};

/// Diagnostic for a folder in `content/` that is not published. Placed at the folder, hence
/// reported once for all its files.
pub(super) fn fault(folder: &str) -> Option<Diagnostic> {
    let place = SourceSpan::file(&RelPath::new(&format!("content/{folder}"))?);
    let digits_only = to_arabic(folder).bytes().all(|b| b.is_ascii_digit());
    let year = meant_year(folder);
    Some(match own_folder(folder) {
        _ if digits_only || year.is_some() => {
            Diagnostic::new("not-a-year-folder", place).with("folder", with_blanks(folder)).with_some("better", year)
        }
        Some(own) => Diagnostic::new("file-misnamed", place).with("folder", with_blanks(folder)).with("right", format!("content/{own}")),
        None => Diagnostic::new("file-not-published", place).with("folder", with_blanks(folder)),
    })
}

/// The reserved folder name that was meant: `pages` for `Pages` and `page`.
fn own_folder(folder: &str) -> Option<&'static str> {
    let name = copied_from(folder).map_or(folder, |(base, _)| base).trim().to_lowercase();
    match name.as_str() {
        "pages" | "page" | "หน้า" | "หน้าเว็บ" => Some("pages"),
        "catalogues" | "catalogue" | "catalogs" | "catalog" => Some("catalogues"),
        _ => None,
    }
}

/// The fiscal year that a folder name stands for: `ปี 2565`, `พ.ศ.๒๕๖๕`, `FY2022`, `65`,
/// `2565-old`, `2565 (1)`.
pub(super) fn meant_year(folder: &str) -> Option<FiscalYear> {
    year_in(folder).or_else(|| year_in(copied_from(folder)?.0))
}

fn year_in(name: &str) -> Option<FiscalYear> {
    const WORDS: [&str; 18] = [
        "",
        "ปี",
        "พศ",
        "คศ",
        "ปีพศ",
        "ปีคศ",
        "งบประมาณ",
        "ปีงบ",
        "ปีงบประมาณ",
        "ปีงบประมาณพศ",
        "งบประมาณพศ",
        "fy",
        "year",
        "ita",
        "oit",
        "old",
        "เก่า",
        "ใหม่",
    ];
    let name = to_arabic(name).to_lowercase();
    let words: String = name.chars().filter(|c| c.is_alphabetic() || matches!(c, '\u{E31}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')).collect();
    let mut numbers = name.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let (number, None) = (numbers.next()?, numbers.next()) else { return None };
    if !WORDS.contains(&words.as_str()) {
        return None;
    }
    let year: u16 = number.parse().ok()?;
    match number.len() {
        4 => FiscalYear::new(year).or_else(|| FiscalYear::new(year.checked_add(543)?)),
        2 => FiscalYear::new(2500 + year),
        _ => None,
    }
}

/// Makes invisible blanks visible: those at the ends of a name, and other characters than U+0020
/// anywhere.
pub(super) fn with_blanks(name: &str) -> Cow<'_, str> {
    let inner = name.trim();
    if inner == name && !name.contains(|c: char| c.is_whitespace() && c != ' ') {
        return Cow::Borrowed(name);
    }
    let start = name.len() - name.trim_start().len();
    let is_hidden = |at: usize, c: char| c.is_whitespace() && (c != ' ' || at < start || at >= start + inner.len());
    Cow::Owned(name.char_indices().map(|(at, c)| if is_hidden(at, c) { '␠' } else { c }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_that_was_meant_is_found() {
        for name in [
            "ปี 2565",
            "ปี2565",
            "พ.ศ.2565",
            "พ.ศ. ๒๕๖๕",
            "2565 ",
            " 2565",
            "2565\u{a0}",
            "FY2565",
            "ปีงบประมาณ 2565",
            "ปีงบประมาณ พ.ศ. 2565",
            "2022",
            "ปี 65",
            "65",
            "2565-old",
            "2565_backup",
            "2565 - Copy",
            "2565 (1)",
            "สำเนาของ 2565",
            "ค.ศ. 2022",
        ] {
            assert_eq!(meant_year(name).map(FiscalYear::number), Some(2565), "{name}");
        }
        for name in ["เอกสารปี 2565", "2565-2566", "drafts", "266", "12345", "old", "ปี", "แผน 65", "team 7"] {
            assert_eq!(meant_year(name), None, "{name}");
        }
    }

    #[test]
    fn blanks_that_nobody_sees_are_shown() {
        assert_eq!(
            (with_blanks("2565 "), with_blanks("\u{a0}2565"), with_blanks("ปี 2565")),
            ("2565␠".into(), "␠2565".into(), "ปี 2565".into())
        );
    }
}
