//! Kinds of private numbers: national ID, taxpayer ID, mobile number.

use std::ops::Range;

use super::check_digit::{has_check_digit, is_book};
use super::columns::{CODE_WORDS, ColumnLabel, IDENTITY_WORDS, PROMPT_PAY_WORDS, TELEPHONE_WORDS, TableLine, names_any};
use super::doubled::undoubled;
use super::runs::{RunWindow, runs};
use crate::attachment::CELL_LINE_END;
use crate::config::Privacy;
use crate::slice::slice;
use crate::thai::has_no_width;

/// Kind of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberKind {
    /// National ID number, เลขประจำตัวประชาชน: 13 digits.
    NationalId,
    /// Taxpayer ID of a company or body, เลขประจำตัวผู้เสียภาษี: 13 digits, the first is 0.
    TaxpayerId,
    /// Mobile number: 06, 08 or 09 and eight digits.
    Mobile,
}

/// Minimum number of digits in a private number: a telephone that lost its first zero.
pub(super) const MIN_DIGITS: usize = 9;

/// A private number in a line.
#[derive(Debug, PartialEq)]
pub(super) struct PrivateNumber {
    pub kind: NumberKind,
    /// Byte range in the line.
    pub span: Range<usize>,
    /// Normalized by [`Privacy::digits`].
    pub digits: String,
    /// As typed, with all digits but the last three masked.
    pub masked: String,
}

/// Returns the distinct private numbers of a line outside any table.
pub(super) fn numbers(line: &str) -> Vec<PrivateNumber> {
    numbers_in(line, &TableLine::default())
}

/// Returns the distinct private numbers of a line, which may be a row of a table. Of two lines, only
/// those that are wrapped.
pub(super) fn numbers_in(line: &str, table: &TableLine) -> Vec<PrivateNumber> {
    let mut found: Vec<PrivateNumber> = Vec::new();
    let is_one_line = !line.contains('\n');
    let is_own = |window: &RunWindow<'_>| is_one_line || window.is_wrapped();
    for run in runs(line) {
        let identities = run.windows(13).filter(is_own).filter_map(|window| number(identity(&window, table)?, &window));
        let mobiles = run.windows(10).filter(is_own).filter(|window| is_mobile(window, table));
        let mobiles = mobiles.filter_map(|window| number(NumberKind::Mobile, &window));
        let abroad = run.windows(11).chain(run.windows(12)).filter(is_own).filter(is_mobile_from_abroad);
        let abroad = abroad.filter_map(|window| number(NumberKind::Mobile, &window));
        let shortened = run.windows(9).filter(is_own).filter(|window| is_mobile_without_zero(window, table));
        let shortened = shortened.filter_map(|window| number(NumberKind::Mobile, &window));
        let shortened = shortened.map(|number| PrivateNumber { digits: format!("0{}", number.digits), ..number });
        let amounts = [14, 15, 10, 11].into_iter().flat_map(|digits| run.windows(digits)).filter(is_own);
        let amounts = amounts.filter_map(|window| taken_for_amount(&window, table));
        for number in identities.chain(mobiles).chain(abroad).chain(shortened).chain(amounts) {
            if !found.iter().any(|known| known.digits == number.digits) {
                found.push(number);
            }
        }
    }
    found
}

/// Masks all digits but the last three, in one line, without what nobody sees.
pub(super) fn masked(typed: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit() || ('๐'..='๙').contains(&c);
    let hidden = typed.chars().filter(|c| is_digit(*c)).count().saturating_sub(3);
    let mut digits = 0;
    let mask = |c: char| {
        digits += usize::from(is_digit(c));
        match c {
            _ if is_digit(c) && digits <= hidden => 'x',
            // Between cells and lines.
            '\t' | '\n' | CELL_LINE_END => ' ',
            _ => c,
        }
    };
    typed.chars().filter(|c| !has_no_width(*c)).map(mask).collect()
}

fn number(kind: NumberKind, window: &RunWindow<'_>) -> Option<PrivateNumber> {
    let typed = window.typed();
    let prefix = if window.before().ends_with('+') { "+" } else { "" };
    Some(PrivateNumber { kind, span: window.span(), digits: Privacy::digits(&format!("{prefix}{typed}")), masked: masked(typed) })
}

fn identity(window: &RunWindow<'_>, table: &TableLine) -> Option<NumberKind> {
    let digits = window.digits();
    if !has_check_digit(&digits) || is_book(&digits) || window.has_bracket() || !is_written_as_identity(window, table, &digits) {
        return None;
    }
    Some(identity_kind(&digits))
}

fn identity_kind(digits: &str) -> NumberKind {
    if digits.starts_with('0') { NumberKind::TaxpayerId } else { NumberKind::NationalId }
}

/// Group sizes of an ID as printed on the card.
const CARD_GROUPS: [usize; 5] = [1, 4, 5, 2, 1];

fn is_written_as_identity(window: &RunWindow<'_>, table: &TableLine, digits: &str) -> bool {
    let label = table.label(window.span().start);
    let is_labelled = || {
        matches!(label, Some(ColumnLabel::Identity | ColumnLabel::PromptPay))
            || [IDENTITY_WORDS, PROMPT_PAY_WORDS].iter().any(|words| table.names_any(window, words))
    };
    let sizes = window.sizes();
    if window.is_wrapped() {
        let unwrapped = window.unwrapped_sizes();
        let is_card = sizes == CARD_GROUPS || unwrapped == CARD_GROUPS;
        return match window.crosses_cells() {
            // A wide gap in a line of running text.
            true => is_card && is_labelled(),
            false => is_card || (unwrapped == [13] && (is_labelled() || is_alone(window))),
        };
    }
    if window.crosses_cells() {
        // Adjacent cells of a row can form any number, so more than the check digit is required.
        let is_form = window.is_boxes() && !table.has_digit_rows() && !digits.starts_with('0') && !is_total(digits);
        return is_form || (is_labelled() && (window.is_single_digits() || sizes == CARD_GROUPS));
    }
    match sizes[..] {
        [13] => !(is_code(window, table, label) || window.may_be_moment()) || is_labelled(),
        _ if sizes == CARD_GROUPS || window.is_boxes() => true,
        _ if window.is_hyphenated() => !is_called_otherwise(window.near()),
        _ if window.is_cut_at(&[1, 5, 10, 12]) && !window.has_year() => true,
        // Adjacent numbers of a text can form any grouping, so a keyword is required.
        _ => !window.is_decimal() && !window.has_year() && is_labelled(),
    }
}

/// True if a wrapped number has a cell, or a text, to itself.
fn is_alone(window: &RunWindow<'_>) -> bool {
    window.is_whole_text() || (window.is_wrapped_in_cell() && window.is_whole_cell())
}

/// True if the last of single digits is the sum of the others, as in a row of counts per month.
fn is_total(digits: &str) -> bool {
    let mut values = digits.bytes().map(|digit| u32::from(digit.saturating_sub(b'0')));
    let last = values.next_back();
    Some(values.sum()) == last
}

/// True if thirteen digits are the number of a project, a contract or a thing.
fn is_code(window: &RunWindow<'_>, table: &TableLine, label: Option<ColumnLabel>) -> bool {
    const NEAR: usize = 4;
    const LABEL: usize = 60;
    let near = window.near();
    let start = near.char_indices().rev().take(LABEL).last().map_or(0, |(at, _)| at);
    let near = undoubled(slice(near, start..));
    let before = near.trim_end_matches(|c: char| !c.is_alphabetic() && !matches!(c, 'ะ'..='๎'));
    let is_near = near.len() - before.len() <= NEAR;
    let is_called = is_near && CODE_WORDS.iter().any(|word| before.ends_with(word));
    is_called || table.has_unlabelled_codes() || ((label == Some(ColumnLabel::Code) || table.has_codes()) && window.is_whole_cell())
}

fn is_mobile(window: &RunWindow<'_>, table: &TableLine) -> bool {
    let digits = window.digits();
    if !matches!(digits.as_bytes(), [b'0', b'6' | b'8' | b'9', ..]) || window.is_decimal() {
        return false;
    }
    let label = table.label(window.span().start);
    let is_labelled = || {
        matches!(label, Some(ColumnLabel::Telephone | ColumnLabel::PromptPay))
            || [TELEPHONE_WORDS, PROMPT_PAY_WORDS].iter().any(|words| table.names_any(window, words))
    };
    let has_groups = || is_grouped_as_mobile(&window.sizes());
    if window.is_wrapped() {
        let has_groups = has_groups() || is_grouped_as_mobile(&window.unwrapped_sizes());
        return has_groups && (is_labelled() || (!window.crosses_cells() && (window.is_hyphenated() || is_alone(window))));
    }
    if window.crosses_cells() {
        return window.is_boxes() && is_labelled();
    }
    // Text below a table is no row of it.
    let is_called_telephone = || names_any(window.before_in_cell(), TELEPHONE_WORDS);
    let is_spaced_year = window.is_spaced() && window.has_year();
    let is_other = window.sizes().len() == 1
        && (is_called_otherwise(window.near())
            || (matches!(label, Some(ColumnLabel::Account | ColumnLabel::Code)) && !is_called_telephone()));
    (has_groups() || window.is_boxes()) && !is_spaced_year && !is_other
}

/// A cell below a heading of telephones: a spreadsheet took the number for an amount and dropped its zero.
fn is_mobile_without_zero(window: &RunWindow<'_>, table: &TableLine) -> bool {
    matches!(window.digits().as_bytes(), [b'6' | b'8' | b'9', ..])
        && window.sizes() == [9]
        && window.is_whole_cell()
        && matches!(table.label(window.span().start), Some(ColumnLabel::Telephone | ColumnLabel::PromptPay))
}

/// A cell below a heading of IDs or telephones, or behind such a word, whose number a program took for an amount:
/// `3100900123455.00`, or `3100900123455.0` as pandas writes it.
fn taken_for_amount(window: &RunWindow<'_>, table: &TableLine) -> Option<PrivateNumber> {
    let whole = window.whole_amount().filter(|_| window.is_whole_cell())?;
    let (digits, label) = (whole.digits(), table.label(window.span().start));
    let is_prompt_pay = label == Some(ColumnLabel::PromptPay);
    let is_identity = || is_prompt_pay || label == Some(ColumnLabel::Identity) || table.names_any(window, IDENTITY_WORDS);
    let is_telephone = || is_prompt_pay || label == Some(ColumnLabel::Telephone);
    match digits.as_bytes() {
        _ if digits.len() == 13 && has_check_digit(&digits) && is_identity() => number(identity_kind(&digits), &whole),
        [b'6' | b'8' | b'9', rest @ ..] if rest.len() == 8 && is_telephone() => {
            number(NumberKind::Mobile, &whole).map(|number| PrivateNumber { digits: format!("0{digits}"), ..number })
        }
        _ => None,
    }
}

fn is_grouped_as_mobile(sizes: &[usize]) -> bool {
    matches!(
        sizes,
        [10] | [3, 7] | [3, 3, 4] | [3, 4, 3] | [2, 4, 4] | [2, 8] | [1, 4, 4, 1] | [1, 4, 5] | [1, 9] | [4, 3, 3] | [4, 6] | [3, 3, 2, 2]
    )
}

/// `+66 81 234 5678`, `+66 (0)81 234 5678`
fn is_mobile_from_abroad(window: &RunWindow<'_>) -> bool {
    let is_mobile = |digits: &str| {
        let abroad = digits.strip_prefix("66").map(|rest| rest.strip_prefix('0').unwrap_or(rest));
        abroad.is_some_and(|rest| rest.len() == 9 && rest.starts_with(['6', '8', '9']))
    };
    window.before().ends_with('+') && !window.crosses_cells() && is_mobile(&window.digits())
}

/// Keywords before ten digits that are no telephone number.
fn is_called_otherwise(before: &str) -> bool {
    const NEAR: usize = 30;
    let near: String = before.chars().rev().take(NEAR).collect::<Vec<_>>().into_iter().rev().collect();
    let near = near.rsplit("โทร").next().unwrap_or(&near).to_owned();
    !before.is_empty() && ["บัญชี", "เลขที่", "รหัส", "สัญญา", "โครงการ", "ใบเสร็จ", "ครุภัณฑ์", "เลขรับ"].iter().any(|word| near.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(line: &str) -> Vec<NumberKind> {
        numbers(line).into_iter().map(|number| number.kind).collect()
    }

    #[test]
    fn a_national_id_is_found_in_every_dress() {
        for line in [
            "3100900123455",
            "เลขประจำตัวประชาชน 3-1009-00123-45-5 ออกให้ ณ",
            "3 1009 00123 45 5",
            "3\u{a0}1009\u{a0}00123\u{a0}45\u{a0}5",
            "3.1009.00123.45.5",
            "3 - 1009 - 00123 - 45 - 5",
            "3\u{2013}1009\u{2013}00123\u{2013}45\u{2013}5",
            "๓-๑๐๐๙-๐๐๑๒๓-๔๕-๕",
            "๓-1009-๐๐๑๒๓-45-๕",
            "3 1 0 0 9 0 0 1 2 3 4 5 5",
            "เลขบัตร 31009 00123 455",
            "1. 3100900123455 นาย ก",
            "1,3100900123455",
            "1 3100900123455 2 3100900123455",
            "|3100900123455|",
            "(3100900123455),",
            "ประชาชน:3100900123455/",
            "\"3100900123455\"",
            "uploads/3100900123455.pdf",
            "เลขประจำตัวประชาชน\t3\t1009\t00123\t45\t5",
            "เลขบัตร\t1\t3\t1\t0\t0\t9\t0\t0\t1\t2\t3\t4\t5\t5",
            "3\t1\t0\t0\t9\t0\t0\t1\t2\t3\t4\t5\t5",
            "3\t-\t1\t0\t0\t9\t-\t0\t0\t1\t2\t3\t-\t4\t5\t-\t5",
            "1\t3100900123455\t2566",
            "310090012345\n5",
            "1\t2566\t310090012345\u{b}5",
            "ออกให้แก่ 3-1009-001\n23-45-5 แล้ว",
            "3-1009-00123-\n45-5",
            "เลขประจำตัวประชาชน 31009001\n23455 ที่อยู่",
            "3 1009\n00123 45 5",
            "เลขประจำตัวประชาชน 3 1009\n00123\t45 5",
            "เล ข ป ร ะ จ ํ า ต ั ว\t1\t3\t1\t0\t0\t9\t0\t0\t1\t2\t3\t4\t5\t5",
            "310-09001-2345-5",
            "31009 00123 455",
            "เลข ปชช. 310 090012345 5",
            "National ID 310 090012345 5",
            "เลขประจำจำจำตัตัว 310 090012345 5",
            "ข้อ (3) 3100900123455",
            "(3)3100900123455",
            "3100\u{200b}9001\u{2060}23455",
            "3-\u{200b}1009-00123-45-5",
            "เลขประจำ\u{200b}ตัวประชาชน 3100900 123455",
            "3—1009—00123—45—5",
            "3―1009―00123―45―5",
            "3−1009−00123−45−5",
            "3\u{2002}1009\u{2005}00123\u{200a}45\u{2000}5",
            "3 1 0 0 9 0 0 1 2 3 4 5 5\t2\tก",
            "3\t1\t0\t0\t9\t0\t0\t1\t2\t3\t4\t5\t5\t7-777",
        ] {
            assert_eq!(kinds(line), [NumberKind::NationalId], "{line}");
        }
    }

    #[test]
    fn other_long_numbers_are_silent() {
        for line in [
            "3100900123456",
            "13100900123455",
            "31009001234551",
            "3-1009-00123-45-5-1",
            "3,100,900,123,455",
            "3100900123455,000",
            "3100900123455.50",
            "31009001234.55",
            "310 09001 2345 5",
            "https://www.example.go.th/a/3100900123455",
            "?id=3100900123455",
            "a3100900123455",
            "3100900123455f",
            "รหัสงบประมาณ 31009001234553100900123455",
            "2563 2564 2565 2566 2567",
            "ISBN 978-616-8054-23-5",
            "เลขครุภัณฑ์ 310-0900-123-455",
            "เลขที่โครงการ 65017123456",
            "เลขที่โครงการ 3100900123455",
            "เลขที่ที่ที่โครงการ 3100900123455",
            "รหัสงบประมาณ: 3100900123455",
            "3\t1009\t00123\t45\t5",
            "31\t009001\t23455",
            "1\tถนน\t31009001234\n55\tคลอง",
            "3100900\t123455",
            "31\t0090012\t3455\tเลขประจำตัวประชาชน",
            "จำนวน 310090\n0123455 บาท",
            "3) 100900123455",
            "3)100900123455",
            "31009 (00123455)",
        ] {
            assert_eq!(kinds(line), [], "{line}");
        }
    }

    #[test]
    fn a_moment_in_a_file_name_is_no_id() {
        // A timestamp with a valid check digit.
        let moment = (0..10).map(|last| format!("166512345678{last}")).find(|digits| has_check_digit(digits)).unwrap();
        assert_eq!(kinds(&moment), [NumberKind::NationalId]);
        assert_eq!(kinds(&format!("[แผน]({moment}.pdf)")), []);
        assert_eq!(kinds(&format!("/files/{moment}_plan.pdf")), []);
        assert_eq!(kinds(&format!("บัตรประชาชน_{moment}.pdf")), [NumberKind::NationalId]);
        assert_eq!(kinds("1-4009-00123-45-6.pdf"), [NumberKind::NationalId]);
    }

    #[test]
    fn a_number_of_a_company_is_another_kind() {
        // 1·12 + 5·10 + 5·9 + 3·8 + 6·7 + 3·3 + 1·2 = 184, which is 8 modulo 11: the check digit is
        // 3.
        assert_eq!(kinds("บริษัท ตัวอย่าง จำกัด 0-1055-36000-31-3"), [NumberKind::TaxpayerId]);
        assert_eq!(kinds("บริษัท ตัวอย่าง จำกัด 0-1055-36000-31-8"), []);
    }

    #[test]
    fn a_mobile_telephone_is_found_in_the_usual_groups() {
        for line in [
            "0812345678",
            "โทร. 081-234-5678",
            "08-1234-5678",
            "081 234 5678",
            "081-2345678",
            "0 8123 4567 8",
            "๐๘๑-๒๓๔-๕๖๗๘",
            "โทร.๐๖๑๒๓๔๕๖๗๘",
            "+66 81 234 5678",
            "+66812345678",
            "tel:0912345678",
            "081.234.5678",
            "(081) 234-5678",
            "(081)234-5678",
            "(+66)81 234 5678",
            "+66 (0)81 234 5678",
            "+66(0)812345678",
            "+66 081-234-5678",
            "+๖๖ (๐)๘๑ ๒๓๔ ๕๖๗๘",
            "091-234-5678, 02-123-4567",
            "เลขที่ 12 โทร 0812345678",
        ] {
            assert_eq!(kinds(line), [NumberKind::Mobile], "{line}");
        }
    }

    #[test]
    fn what_looks_like_a_mobile_telephone_is_silent() {
        for line in [
            "0 2000 0000",
            "077-123456",
            "0-7712-3456 ต่อ 12",
            "02-123-4567-8",
            "ที่ มท 0808.2/ว 1234",
            "ที่ มท 0816.5/ว 0612",
            "งบประมาณ 812,345,678.00 บาท",
            "0812345678.50",
            "0,812,345,678",
            "เลขที่บัญชี 089-1-23456-7",
            "เลขที่บัญชี 0812345678",
            "08.30-16.30 น. 06.12.2565",
            "06 2565 2566",
            "https://line.me/ti/p/~0812345678",
            "https://www.example.go.th/0812345678.pdf",
            "process.php?projectId=0812345678",
            "081-234-5678-9",
            "10812345678",
            "0512345678",
            "66812345678",
            "+66 (0)2 123 4567",
            "+66 (0)81 234 567",
            "วันที่ 09-12-2565 เวลา 08.30",
        ] {
            assert_eq!(kinds(line), [], "{line}");
        }
    }

    #[test]
    fn a_message_never_holds_the_whole_number() {
        assert_eq!(masked("3-1009-00123-45-5"), "x-xxxx-xxxxx-45-5");
        assert_eq!(masked("๐๘๑ ๒๓๔ ๕๖๗๘"), "xxx xxx x๖๗๘");
        assert_eq!(masked("12"), "12");
        assert_eq!(masked("3-\u{200b}1009-0\u{2060}0123-4\u{feff}5-5"), "x-xxxx-xxxxx-45-5");
        assert_eq!(masked("3\t1\t0\t0-\u{b}45-\n5"), "x x x x- 45- 5");
    }
}
