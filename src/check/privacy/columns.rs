//! Tables in attachments: what the columns are called, and what their numbers look like.
//!
//! A heading says more about a number than the number itself: thirteen digits below รหัสโครงการ are
//! a project, and ten digits below เลขที่บัญชี an account.

use std::borrow::Cow;
use std::sync::Arc;

use super::check_digit::has_check_digit;
use super::doubled::undoubled;
use super::runs::{RunWindow, runs};
use crate::attachment::{Passage, TextPosition};
use crate::check::attachments::LetterSigns;

/// What the numbers of a column are, according to its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnLabel {
    /// National or taxpayer ID.
    Identity,
    /// Bank account.
    Account,
    /// Telephone.
    Telephone,
    /// Telephone or ID to which money can be sent.
    PromptPay,
    /// Number of a project, contract, receipt or inventory item.
    Code,
}

impl ColumnLabel {
    /// Labels by decreasing precedence, with their words.
    const WORDS: [(ColumnLabel, &[&str]); 5] = [
        (ColumnLabel::PromptPay, PROMPT_PAY_WORDS),
        (ColumnLabel::Identity, IDENTITY_WORDS),
        (ColumnLabel::Account, ACCOUNT_WORDS),
        (ColumnLabel::Telephone, TELEPHONE_WORDS),
        (ColumnLabel::Code, CODE_WORDS),
    ];

    /// Label of a heading.
    fn of(heading: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, words)| names_any(heading, words)).map(|(label, _)| *label)
    }
}

/// True if a text contains any of the words, also with blanks between its letters, as OCR programs
/// write them, with ำ in two parts, or with repeated syllables.
pub(super) fn names_any(text: &str, words: &[&str]) -> bool {
    let has_any = |text: &str| words.iter().any(|word| text.contains(word));
    has_any(text) || {
        let joined: String = text.chars().filter(|c| !c.is_whitespace() && !crate::thai::has_no_width(*c)).collect();
        let joined = joined.replace("\u{E4D}า", "ำ");
        has_any(&joined) || matches!(undoubled(&joined), Cow::Owned(label) if has_any(&label))
    }
}

/// Words before a national or taxpayer ID.
pub(super) const IDENTITY_WORDS: &[&str] = &[
    "ประชาชน",
    "เลขประจำตัว",
    "เลขบัตร",
    "เลขที่บัตร",
    "บัตรประจำตัว",
    "ผู้เสียภาษี",
    "ปชช",
    "เลข 13 หลัก",
    "เลข13หลัก",
    "ID card",
    "ID Card",
    "citizen",
    "Citizen",
    "National ID",
    "national ID",
];
/// Words before the number of a bank account.
pub(super) const ACCOUNT_WORDS: &[&str] =
    &["เลขที่บัญชี", "บัญชีเลขที่", "เลขบัญชี", "บัญชีเงินฝาก", "บัญชีธนาคาร", "บัญชีออมทรัพย์", "เลข บช", "เลขบช", "เลขที่บช", "A/C No"];
/// Words before a telephone number.
pub(super) const TELEPHONE_WORDS: &[&str] = &["โทร", "มือถือ", "Tel", "tel", "Phone", "phone", "Mobile", "mobile"];
/// Words before a telephone number or ID that stands for a bank account.
pub(super) const PROMPT_PAY_WORDS: &[&str] = &["พร้อมเพย์", "พร้อมเพย", "PromptPay", "Promptpay", "promptpay", "Prompt Pay", "PROMPTPAY"];

/// Words before the number of a thing.
pub(super) const CODE_WORDS: &[&str] = &[
    "เลขที่โครงการ",
    "รหัสโครงการ",
    "รหัสแผน",
    "รหัสงบประมาณ",
    "เลขที่สัญญา",
    "เลขคุมสัญญา",
    "เลขที่ใบสั่ง",
    "เลขที่ใบเสร็จ",
    "เลขครุภัณฑ์",
    "รหัสครุภัณฑ์",
    "เลขทะเบียนครุภัณฑ์",
    "e-GP",
];

/// What the numbers of a whole file look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NumberShape {
    /// Rows of single digits of which fewer than two in three may be an ID: counts per month, or scores.
    has_digit_rows: bool,
    /// Cells of thirteen digits whose check digit is wrong in most cases.
    has_codes: bool,
    /// The same of all thirteen digits of a text whose letters are codes, so that no label can be
    /// read.
    has_unlabelled_codes: bool,
}

impl NumberShape {
    /// Looks at all passages of a file.
    pub(super) fn of(passages: &[Passage]) -> Self {
        let (mut right, mut wrong) = (0, 0);
        let (mut identities, mut counts) = (0, 0);
        for line in passages.iter().flat_map(|passage| passage.text.lines()) {
            for run in runs(line).iter().filter(|run| run.is_row_of_digits()) {
                let is_identity = run.windows(13).any(|row| has_check_digit(&row.digits()));
                *(if is_identity { &mut identities } else { &mut counts }) += 1;
            }
            for number in line.split('\t').filter_map(|cell| thirteen(cell.trim())) {
                let count = if has_check_digit(&number) { &mut right } else { &mut wrong };
                *count += 1;
            }
        }
        // One number in ten has a right check digit by chance; people mistype one in fifty.
        // A row of more digits has several chances, and few rows of a table have single digits only.
        NumberShape {
            has_digit_rows: counts > 0 && 2 * counts >= identities,
            has_codes: wrong >= 3 && wrong > 2 * right,
            has_unlabelled_codes: are_mostly_wrong(passages) && has_codes_for_letters(passages),
        }
    }
}

/// True if more numbers of thirteen digits have a wrong check digit than a right one. Of lists of
/// three IDs, each mistyped once in fifty times, this takes one in a thousand for codes, of longer
/// ones hardly any; of lists of three codes 97 %.
fn are_mostly_wrong(passages: &[Passage]) -> bool {
    let (mut right, mut wrong) = (0, 0);
    for number in passages.iter().flat_map(|passage| passage.text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric())) {
        if number.len() == 13 && number.iter().all(u8::is_ascii_digit) {
            let is_right = std::str::from_utf8(number).is_ok_and(has_check_digit);
            *(if is_right { &mut right } else { &mut wrong }) += 1;
        }
    }
    wrong > 1 && wrong > right
}

fn has_codes_for_letters(passages: &[Passage]) -> bool {
    passages.iter().map(|passage| LetterSigns::of(&passage.text)).fold(LetterSigns::default(), LetterSigns::and).are_codes()
}

/// The digits of a cell that holds thirteen digits and nothing else.
fn thirteen(cell: &str) -> Option<String> {
    let digits = crate::thai::to_arabic(cell);
    (digits.len() == 13 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.into_owned())
}

/// Column of a cell, and its label.
type LabelledColumn = (usize, ColumnLabel);

/// A row of headings.
#[derive(Clone, Debug, Default)]
struct HeadingRow {
    /// Number of its cells.
    cells: usize,
    labelled: Vec<LabelledColumn>,
}

/// The headings of the tables in a passage.
#[derive(Clone, Debug, Default)]
pub(super) struct TableHeadings {
    /// Byte offset from which the headings apply, ascending.
    rows: Vec<(usize, Arc<HeadingRow>)>,
}

impl TableHeadings {
    /// Finds the headings in each passage of a file. They apply until the next row of headings, also
    /// in later passages, because a table may continue on another page.
    pub(super) fn of_all(passages: &[Passage]) -> Vec<Self> {
        let mut last: Arc<HeadingRow> = Arc::default();
        let headings = passages.iter().map(|passage| {
            let mut rows = vec![(0, Arc::clone(&last))];
            let mut start = 0;
            for line in passage.text.split('\n') {
                let labelled = labels(passage, start, line);
                start += line.len() + 1;
                if !labelled.is_empty() {
                    last = Arc::new(HeadingRow { cells: cells(line).count(), labelled });
                    rows.push((start, Arc::clone(&last)));
                }
            }
            TableHeadings { rows }
        });
        headings.collect()
    }

    /// True if any column has this label.
    pub(super) fn has(&self, label: ColumnLabel) -> bool {
        self.rows.iter().any(|(_, row)| row.labelled.iter().any(|(_, known)| *known == label))
    }

    fn at(&self, offset: usize) -> Option<&HeadingRow> {
        let after = self.rows.partition_point(|(start, _)| *start <= offset);
        self.rows.get(after.saturating_sub(1)).map(|(_, row)| &**row).filter(|row| !row.labelled.is_empty())
    }
}

/// Labelled columns of a line, if it is a row of headings: several cells, and no number in them.
fn labels(passage: &Passage, start: usize, line: &str) -> Vec<LabelledColumn> {
    const MAX_DIGITS: usize = 4;
    if !line.contains('\t') || line.chars().filter(|c| c.is_ascii_digit() || ('๐'..='๙').contains(c)).count() > MAX_DIGITS {
        return Vec::new();
    }
    let labelled = cells(line).enumerate().filter_map(|(at, (offset, cell))| {
        let label = ColumnLabel::of(cell)?;
        Some((column(passage, start + offset).unwrap_or(at), label))
    });
    labelled.collect()
}

/// Cells of a line with their byte offsets.
fn cells(line: &str) -> impl Iterator<Item = (usize, &str)> {
    line.split('\t').scan(0, |next, cell| {
        let offset = *next;
        *next += cell.len() + 1;
        Some((offset, cell))
    })
}

/// Column of a spreadsheet cell, where empty cells are left out of the text.
fn column(passage: &Passage, offset: usize) -> Option<usize> {
    let mut place = passage.place_of(offset)?;
    while let TextPosition::Inside { place: inner, .. } = place {
        place = inner;
    }
    match place {
        TextPosition::Cell { column, .. } => usize::try_from(*column).ok(),
        _ => None,
    }
}

/// First cell of the line before and after the line at a byte range.
fn beside(text: &str, start: usize, size: usize) -> [String; 2] {
    let first = |line: Option<&str>| line.and_then(|line| line.split('\t').next()).unwrap_or_default().to_owned();
    let above = text.get(..start.saturating_sub(1)).and_then(|text| text.rsplit('\n').next());
    let below = text.get(start + size + 1..).and_then(|text| text.split('\n').next());
    [first(above.filter(|_| start > 0)), first(below)]
}

/// A line of a text with the labels of its cells.
#[derive(Clone, Debug, Default)]
pub(super) struct TableLine {
    shape: NumberShape,
    /// Byte offset of each cell, with its label.
    labels: Vec<(usize, Option<ColumnLabel>)>,
    /// True if a heading announces accounts, but has another number of cells: two cells have run
    /// together in one of the rows.
    is_beside_account: bool,
    /// First cell of the line above and of the line below, into which a long label is wrapped.
    beside: [String; 2],
}

impl TableLine {
    /// The line of a passage that starts at byte offset `start`; of several lines, the first.
    pub(super) fn of(passage: &Passage, shape: NumberShape, headings: &TableHeadings, start: usize, text: &str) -> Self {
        let heading = headings.at(start);
        let label_of = |(at, (offset, _)): (usize, (usize, &str))| {
            let own = column(passage, start + offset).unwrap_or(at);
            let labelled = heading.into_iter().flat_map(|row| &row.labelled);
            (offset, labelled.copied().find(|(column, _)| *column == own).map(|(_, label)| label))
        };
        let line = text.split('\n').next().unwrap_or_default();
        let labels = if heading.is_none() { Vec::new() } else { cells(line).enumerate().map(label_of).collect() };
        let is_shifted = |row: &HeadingRow| {
            column(passage, start).is_none()
                && cells(line).count() != row.cells
                && row.labelled.iter().any(|(_, label)| *label == ColumnLabel::Account)
        };
        TableLine { shape, labels, is_beside_account: heading.is_some_and(is_shifted), beside: beside(&passage.text, start, line.len()) }
    }

    /// True if any of the words is before a number in its line; where the number crosses cells, also
    /// if it is wrapped from the line above or into the line below.
    pub(super) fn names_any(&self, window: &RunWindow<'_>, words: &[&str]) -> bool {
        let [above, below] = &self.beside;
        names_any(window.near(), words) || (window.crosses_cells() && names_any(&format!("{above}{}{below}", window.near()), words))
    }

    /// Label of the column in which a number begins, at a byte offset of the line.
    pub(super) fn label(&self, offset: usize) -> Option<ColumnLabel> {
        let after = self.labels.partition_point(|(start, _)| *start <= offset);
        self.labels.get(after.checked_sub(1)?).and_then(|(_, label)| *label)
    }

    /// True if a number in an unlabelled cell may be an account.
    pub(super) fn is_beside_account(&self) -> bool {
        self.is_beside_account
    }

    /// True if rows of single digits in this file are no IDs.
    pub(super) fn has_digit_rows(&self) -> bool {
        self.shape.has_digit_rows
    }

    /// True if thirteen digits anywhere are a code in this file.
    pub(super) fn has_unlabelled_codes(&self) -> bool {
        self.shape.has_unlabelled_codes
    }

    /// True if thirteen digits in a cell are a code in this file.
    pub(super) fn has_codes(&self) -> bool {
        self.shape.has_codes
    }
}

#[cfg(test)]
mod tests {
    use super::super::kinds::{NumberKind, numbers_in};
    use super::*;

    /// Kinds of the numbers in each row of a table.
    fn kinds(rows: &[&str]) -> Vec<Vec<NumberKind>> {
        let passages: Vec<Passage> =
            rows.iter().enumerate().map(|(at, row)| Passage::at(TextPosition::Line(at + 1), (*row).to_owned())).collect();
        let shape = NumberShape::of(&passages);
        let headings = TableHeadings::of_all(&passages);
        let of_row = |(passage, headings): (&Passage, &TableHeadings)| {
            let table = TableLine::of(passage, shape, headings, 0, &passage.text);
            numbers_in(&passage.text, &table).into_iter().map(|number| number.kind).collect()
        };
        passages.iter().zip(&headings).map(of_row).collect()
    }

    #[test]
    fn a_heading_says_what_the_numbers_of_its_column_are() {
        const ID: &str = "1\tนาย ก\t310 09001 2345 5";
        assert_eq!(kinds(&["ที่\tชื่อ\tเลขประจำตัวประชาชน", ID]), [vec![], vec![NumberKind::NationalId]]);
        assert_eq!(kinds(&["ที่\tชื่อ\tจำนวน", ID]), [[], []]);
        assert_eq!(kinds(&["ที่\tเลขที่สัญญา", "1\t3100900123455"]), [[], []]);
        assert_eq!(kinds(&["ที่\tเลขที่", "1\t3100900123455"]), [vec![], vec![NumberKind::NationalId]]);
        assert_eq!(kinds(&["เลขที่บัญชี ๐๘๙-๑-๒๓๔๕๖-๗\tปี", "0812345678\t2566"])[1], [NumberKind::Mobile], "a row with a number is no heading");
        assert_eq!(kinds(&["ที่\tเลขที่บัญชี", "1\t0812345678"]), [[], []]);
        assert_eq!(kinds(&["เลขที่บัญชี\tปี", "0812345678\t2566", "โทร. 0812345678"]), [vec![], vec![], vec![NumberKind::Mobile]]);
        assert_eq!(kinds(&["ที่\tชื่อ", "1\t0812345678"]), [vec![], vec![NumberKind::Mobile]]);
        assert_eq!(kinds(&["ที่\tโทรศัพท์", "1\t812345678", "2\t212345678"]), [vec![], vec![NumberKind::Mobile], vec![]]);
        assert_eq!(kinds(&["ที่\tจำนวน", "1\t812345678"]), [[], []]);
        let amounts = ["ที่\tเลขประจำตัวประชาชน\tโทร", "1\t3100900123455.00\t812345678.0", "2\t3100900123455.50\t812345678.5"];
        assert_eq!(kinds(&amounts), [vec![], vec![NumberKind::NationalId, NumberKind::Mobile], vec![]]);
        assert_eq!(kinds(&["ที่\tงบประมาณ", "1\t3100900123455.00", "2\t812345678.0"]), [[], [], []]);
        let prompt_pay = ["ที่\tบัญชีพร้อมเพย์", "1\t812345678", "2\t310 09001 2345 5", "3\t0812345678"];
        assert_eq!(kinds(&prompt_pay), [vec![], vec![NumberKind::Mobile], vec![NumberKind::NationalId], vec![NumberKind::Mobile]]);
    }

    #[test]
    fn two_cells_that_run_together_do_not_hide_an_account() {
        let row = |heading: &str, row: &str| {
            let passages = [Passage::at(TextPosition::Page(1), heading.to_owned() + "\n" + row)];
            let headings = TableHeadings::of_all(&passages);
            TableLine::of(&passages[0], NumberShape::default(), &headings[0], heading.len() + 1, row)
        };
        assert!(row("ที่\tเลขที่บัญชี\tปี", "1 089-1-23456-7\t2566").is_beside_account());
        assert!(!row("ที่\tเลขที่บัญชี\tปี", "1\t089-1-23456-7\t2566").is_beside_account());
        assert!(!row("ที่\tเลขที่\tปี", "1 089-1-23456-7\t2566").is_beside_account());
    }

    #[test]
    fn a_column_of_codes_is_told_by_its_wrong_check_digits() {
        let codes = ["1\t3100900123455", "2\t3100900123456", "3\t3100900123457", "4\t3100900123458"];
        assert_eq!(kinds(&codes), [[], [], [], []]);
        assert_eq!(kinds(&[&codes[..], &["5\tเลขประจำตัวประชาชน 3100900123455"]].concat())[4], [NumberKind::NationalId]);
        assert_eq!(kinds(&codes[..2]), [vec![NumberKind::NationalId], vec![]]);
    }

    #[test]
    fn codes_in_a_text_without_letters_are_told_by_their_wrong_check_digits() {
        let rows = |numbers: &[&str]| {
            let labelled: Vec<String> = numbers.iter().map(|number| format!("N/?NN/>/; >?{number}")).collect();
            let letters = ["N//>?>?//>>@".repeat(10)];
            let rows: Vec<&str> = labelled.iter().chain(&letters).map(String::as_str).collect();
            kinds(&rows).concat().len()
        };
        assert_eq!(rows(&[" 3100900123455", " 3100900123456", " 3100900123457"]), 0);
        assert_eq!(rows(&[" 3100900123455", " 3100900123456"]), 1, "one of two IDs may be mistyped");
        assert_eq!(rows(&[" 3100900123455", " 3100900123463", " 3100900123457"]), 2, "so may one of three");
    }

    #[test]
    fn counts_per_month_are_no_id() {
        let id = "3\t1\t0\t0\t9\t0\t0\t1\t2\t3\t4\t5\t5";
        assert_eq!(kinds(&[id]), [[NumberKind::NationalId]]);
        assert_eq!(kinds(&[id, "3\t1\t0\t0\t9\t0\t0\t1\t2\t3\t4\t5\t6"]), [[], []]);
        let mistyped = "3\t1\t0\t0\t9\t0\t0\t1\t2\t3\t4\t5\t6";
        assert_eq!(kinds(&[id, mistyped, id]), [[], [], []], "scores have right check digits by chance");
        let found = || vec![NumberKind::NationalId];
        assert_eq!(kinds(&[id, mistyped, id, id]), [found(), vec![], found(), found()]);
        // Twelve months and their sum, which happens to be a right check digit.
        let sum = "1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t2\t0\t3";
        assert!(has_check_digit(&sum.replace('\t', "")));
        assert_eq!(kinds(&[sum]), [[]]);
    }
}
