//! PD3: reports possible personal data: a bank account number, or a house number beside a named
//! person.

use std::ops::Range;

use rayon::prelude::*;

use super::columns::{ACCOUNT_WORDS, ColumnLabel, IDENTITY_WORDS, TELEPHONE_WORDS, TableLine, names_any};
use super::kinds::masked;
use super::published::{PublishedLine, PublishedText, beside_pages};
use super::runs::{RunWindow, runs};
use crate::check::wording::{PageText, TermMatch, TermMatcher};
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::Privacy;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::slice::slice;

pub(super) const ON_PAGES: Check = Check { run: CheckScope::Words(|_| words(), on_page) };
pub(super) const BESIDE_PAGES: Check = Check { run: CheckScope::Site(beside) };

fn words() -> Vec<&'static str> {
    ACCOUNT_WORDS.iter().copied().chain([HOUSE]).collect()
}

fn on_page(checked: &CheckContext<'_>, page: &PageText<'_>, words: Vec<TermMatch>) -> Vec<Diagnostic> {
    if words.is_empty() {
        return Vec::new();
    }
    PublishedLine::all_of(page).filter_map(|line| finding(checked, line)).collect()
}

fn beside(checked: &CheckContext<'_>) -> Diagnostics {
    let lexicon = TermMatcher::of(&[words()]);
    let texts: Vec<PublishedText<'_>> = beside_pages(checked);
    let is_about_accounts = |text: &PublishedText<'_>| text.has_column(ColumnLabel::Account) || text.names_any(ACCOUNT_WORDS);
    let texts: Vec<_> = texts.into_par_iter().filter(|text| text.has_any(&lexicon) || is_about_accounts(text)).collect();
    let found = texts.par_iter().flat_map_iter(|text| text.lines()).filter_map(|line| finding(checked, line));
    found.collect::<Vec<_>>().into_iter().collect()
}

fn finding(checked: &CheckContext<'_>, line: PublishedLine<'_>) -> Option<Diagnostic> {
    let is_private =
        |(span, _): &(Range<usize>, String)| !checked.public_numbers.is_allowed(&Privacy::digits(slice(line.text, span.clone())));
    // All need at least one digit.
    let text = Some(line.text).filter(|_| line.digits > 0)?;
    let in_column = || account_in_column(text, &line.table());
    let in_boxes = || account_in_boxes(text, &line.table());
    let (span, shown) = account(text).or_else(in_column).or_else(in_boxes).filter(is_private).or_else(|| house(text))?;
    Some(line.finding("private-data", &span, &checked.mentions).with("text", shown))
}

/// Range of the number of digits in a bank account.
const ACCOUNT_DIGITS: Range<usize> = 10..16;

/// Group sizes of an account as printed in the passbooks of most banks.
const BOOK_GROUPS: [usize; 4] = [3, 1, 5, 1];

/// Returns a bank account number close after its keyword, with masked digits. Of two lines, only a
/// number that is wrapped.
fn account(line: &str) -> Option<(Range<usize>, String)> {
    const NEAR: usize = 80;
    let (end, word) = account_label(line)?;
    let is_one_line = !line.contains('\n');
    let runs = runs(line);
    let windows = runs.iter().flat_map(|run| ACCOUNT_DIGITS.flat_map(|digits| run.windows(digits)));
    let near = |span: &Range<usize>| {
        let between = line.get(end..span.start).filter(|between| between.len() <= NEAR * char::MAX_LEN_UTF8);
        between.is_some_and(|between| between.chars().count() <= NEAR)
    };
    let is_number = |window: &RunWindow<'_>| {
        // A number that is whole before the line ends goes no further.
        let is_own = match window.is_wrapped() {
            true => window.digits_before_break() < ACCOUNT_DIGITS.start,
            false => is_one_line,
        };
        let is_one = !window.crosses_cells() || window.is_single_digits();
        is_own && is_one && !window.is_decimal() && !window.has_year()
    };
    let window = windows.filter(is_number).find(|window| near(&window.span()))?;
    Some((window.span(), format!("{word} {}", masked(window.typed()))))
}

/// Returns the first keyword of an account and the byte offset of its end. OCR programs put a blank
/// behind every letter.
fn account_label(line: &str) -> Option<(usize, &'static str)> {
    let plain = ACCOUNT_WORDS.iter().filter_map(|word| Some((line.find(word)?, *word))).min();
    if let Some((at, word)) = plain {
        return Some((at + word.len(), word));
    }
    let letters = line.char_indices().filter(|(_, c)| !c.is_whitespace());
    let (ends, joined): (Vec<usize>, String) = letters.map(|(at, c)| (at + c.len_utf8(), c)).unzip();
    let (at, word) = ACCOUNT_WORDS.iter().filter_map(|word| Some((joined.find(word)?, *word))).min()?;
    let last = joined.get(..at + word.len())?.chars().count().checked_sub(1)?;
    Some((*ends.get(last)?, word))
}

/// Returns a bank account number with one digit a cell, where a label announces it.
fn account_in_boxes(line: &str, table: &TableLine) -> Option<(Range<usize>, String)> {
    let runs = runs(line);
    let windows = runs.iter().flat_map(|run| ACCOUNT_DIGITS.flat_map(|digits| run.windows(digits)));
    let is_account = |window: &RunWindow<'_>| window.crosses_cells() && window.is_boxes() && table.names_any(window, ACCOUNT_WORDS);
    let window = windows.into_iter().find(is_account)?;
    Some((window.span(), format!("{} {}", ACCOUNT_WORDS.first()?, masked(window.typed()))))
}

/// Returns a bank account number below a heading that announces it.
fn account_in_column(line: &str, table: &TableLine) -> Option<(Range<usize>, String)> {
    let runs = runs(line);
    let windows = runs.iter().flat_map(|run| ACCOUNT_DIGITS.flat_map(|digits| run.windows(digits)));
    let is_account = |window: &RunWindow<'_>| {
        let is_whole = !window.crosses_cells() && !window.is_wrapped() && !window.is_decimal() && !window.has_year();
        let label = table.label(window.span().start);
        let is_grouped = || table.is_beside_account() && window.sizes() == BOOK_GROUPS;
        is_whole && !is_called_otherwise(window) && (label == Some(ColumnLabel::Account) || (label.is_none() && is_grouped()))
    };
    let window = windows.into_iter().find(is_account)?;
    Some((window.span(), format!("{} {}", ACCOUNT_WORDS.first()?, masked(window.typed()))))
}

/// True if an ID or a telephone is announced right before a number, in its own cell.
fn is_called_otherwise(window: &RunWindow<'_>) -> bool {
    let own = window.before_in_cell();
    let has_number = own.contains(|c: char| c.is_ascii_digit() || ('๐'..='๙').contains(&c));
    !has_number && [IDENTITY_WORDS, TELEPHONE_WORDS].iter().any(|words| names_any(own, words))
}

/// Returns a house number in a line with a titled person; the text omits the name.
fn house(line: &str) -> Option<(Range<usize>, String)> {
    let at = line.find(HOUSE).filter(|_| !line.contains('\n'))?;
    let number = slice(line, at + HOUSE.len()..).trim_start_matches([' ', '.', ':', '\u{A0}']);
    let digits = number.find(|c: char| !c.is_ascii_digit() && !('๐'..='๙').contains(&c)).unwrap_or(number.len());
    let title = (digits > 0).then(|| title(line)).flatten()?;
    Some((at..at + HOUSE.len(), format!("{HOUSE} … {title}…")))
}

const HOUSE: &str = "บ้านเลขที่";

/// Returns the title before a person's name. Some offices start with the same letters:
/// นายกเทศมนตรี, นายอำเภอ.
fn title(line: &str) -> Option<&'static str> {
    const TITLES: [&str; 7] = ["นางสาว", "น.ส.", "เด็กชาย", "เด็กหญิง", "นาง", "นาย", "ด.ช."];
    const OFFICES: [&str; 22] = [
        "กเทศ",
        "กองค์การ",
        "กอบต",
        "กอบจ",
        "กรัฐมนตรี",
        "กสภา",
        "กสมาคม",
        "กเมือง",
        "กฯ",
        "ก ",
        "อำเภอ",
        "ช่าง",
        "ทะเบียน",
        "จ้าง",
        "ตรวจ",
        "แพทย์",
        "หน้า",
        "ทหาร",
        "ตำรวจ",
        "ด่าน",
        "รอง",
        "พยาบาล",
    ];
    let is_name = |rest: &str| {
        let rest = rest.trim_start();
        rest.starts_with(|c: char| ('ก'..='ฮ').contains(&c) || ('เ'..='ไ').contains(&c))
            && !OFFICES.iter().any(|office| rest.starts_with(office))
    };
    TITLES.into_iter().find(|title| line.match_indices(title).any(|(at, _)| is_name(slice(line, at + title.len()..))))
}

#[cfg(test)]
mod tests {
    use super::super::columns::{NumberShape, TableHeadings};
    use super::*;
    use crate::attachment::{Passage, TextPosition};

    #[test]
    fn an_account_beside_its_word_is_found() {
        let shown = |line| account(line).map(|(_, shown)| shown);
        assert_eq!(shown("เลขที่บัญชี 089-1-23456-7").as_deref(), Some("เลขที่บัญชี xxx-x-xxx56-7"));
        assert_eq!(shown("เล ข ท ี ่ บ ั ญ ช ี 089-1-23456-7").as_deref(), Some("เลขที่บัญชี xxx-x-xxx56-7"));
        assert_eq!(shown("บัญชีเงินฝากธนาคารกรุงไทย สาขาตัวอย่าง เลขที่ ๐๘๙๑๒๓๔๕๖๗").as_deref(), Some("บัญชีเงินฝาก xxxxxxx๕๖๗"));
        for line in ["บัญชีเงินฝากคงเหลือ 1,234,567,890.12 บาท", "บัญชีรายชื่อ 0891234567", "089-1-23456-7", "เลขที่บัญชี 2564 2565 2566"]
        {
            assert_eq!(shown(line), None, "{line}");
        }
    }

    #[test]
    fn text_below_a_table_is_no_row_of_it() {
        let heading = "เลขที่บัญชี\tปี";
        let found = |row: &str| {
            let passages = [Passage::at(TextPosition::Page(1), format!("{heading}\n{row}"))];
            let headings = TableHeadings::of_all(&passages);
            let table = TableLine::of(&passages[0], NumberShape::default(), &headings[0], heading.len() + 1, row);
            account_in_column(row, &table).is_some()
        };
        assert!(found("0891234567\t2566"));
        assert!(found("กองคลัง 089-1-23456-7\t2566"));
        assert!(!found("โทร. 0891234567"));
        assert!(!found("5-9775-45726\u{b}-51-3\t2566"), "part of a number that goes on");
    }

    #[test]
    fn a_house_and_a_person_in_one_line_are_found() {
        for line in ["นายสมชาย ตัวอย่าง อยู่บ้านเลขที่ 12/3 หมู่ 4", "บ้านเลขที่ ๑๒ นางสาว ก", "บ้านเลขที่ 5 ของนายกิตติ"]
        {
            assert!(house(line).is_some(), "{line}");
        }
        for line in ["นายกเทศมนตรีออกเลขบ้านเลขที่ 12", "คำขอบ้านเลขที่ใหม่ของนาย ก", "บ้านเลขที่ 12 หมู่ 4", "นายอำเภอ บ้านเลขที่ 1", "นายกฯ บ้านเลขที่ 1"]
        {
            assert!(house(line).is_none(), "{line}");
        }
    }
}
