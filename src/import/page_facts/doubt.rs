//! What the author has to look at after an import.

use crate::attachment::TextPosition;
use crate::attachment::grid::{GridDocument, RemarkKind};
use crate::slice::slice;
use crate::thai::is_digit;

/// Something that could be meant otherwise, or found no place.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// Where; `None` for the whole document.
    pub place: Option<TextPosition>,
    /// What.
    pub kind: DoubtKind,
    /// The text in question as typed, shortened to some 80 letters.
    pub text: String,
    /// What was written for it, if anything.
    pub taken: Option<String>,
}

/// Kinds of doubts. Each says what was doubtful and what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoubtKind {
    /// A remark of the reader, passed on unchanged.
    Remark(RemarkKind),
    /// The heading of a column is not known, or has no place in this kind of table: its cells are kept in a table in the body.
    UnknownColumn,
    /// A table without two known headings: kept in the body as a Markdown table.
    UnknownTable,
    /// A row at the start of a page without the number that the others have: joined to the row above.
    RowJoined,
    /// A merged cell covers so many rows that copies of it would fill the page: written for the first rows only.
    CopyLimit,
    /// Several numbered measures in one cell: kept as one measure, with the numbers in its title.
    SeveralMeasures,
    /// A row with content but without a measure: written without a title.
    NoTitle,
    /// Numbers of a list leave one out, come twice or do not begin at 1: the items are written in their order.
    ListNumbering,
    /// A number without point or bracket was taken as the next number of the list.
    LooseMark,
    /// Numbers of rows leave one out, come twice or do not begin at 1: the rows are written in their order.
    RowNumbers,
    /// An earlier row has the same title: both are written.
    TitleTwice,
    /// An earlier row reports on the same measure: both are written.
    ReportedTwice,
    /// A division or post comes twice in a row: written once.
    PeopleTwice,
    /// Neither a known division nor a known kind of post: written as a division.
    Responsible,
    /// The name of a person: kept where it stood among posts and in the body; left out of signatures.
    PersonName,
    /// A signature was left out of a document that is no memo, with these posts.
    SignatureLeftOut,
    /// A year of two digits: read as 25xx.
    TwoDigitYear,
    /// Months or quarters without a year: read in the fiscal year of the page.
    YearAssumed,
    /// "The year" without saying that it is the fiscal year: read as October to September.
    YearTakenAsFiscal,
    /// A time that could not be read: only its wording is written.
    PeriodUnread,
    /// Marks in columns of months: the months from the first to the last are written.
    MonthsMarked,
    /// A period was read from the colours of columns of months.
    MonthsColoured,
    /// Columns of months without a mark or a colour in the row: no period is written. What is drawn is not read.
    MonthsUnmarked,
    /// A row of totals: kept in the body.
    TotalRow,
    /// A range of months whose end is before its start: only its wording is written.
    PeriodBackwards,
    /// No clear mark in the columns of status: `unstated` is written, a text there as a remark.
    NoStatus,
    /// Marks in more than one column of status: `unstated` is written.
    TwoStatuses,
    /// A status followed by other words: the status is written, the words as a remark.
    StatusText,
    /// Thai and Arabic digits in one number: written in Arabic digits, with the original.
    MixedDigits,
    /// A comma where a point was meant: written as a decimal number, with the original.
    CommaDecimal,
    /// A score that could not be read: not written.
    ScoreUnread,
    /// A score that belongs to no single indicator: not written.
    UnplacedScore,
    /// A code of a question that was read wrongly or typed unusually: written as meant, with the original.
    QuestionCode,
    /// A question without a code: kept in the body.
    QuestionWithoutCode,
    /// A question comes twice with another score or wording: the first is written.
    QuestionTwice,
    /// As many findings as questions: each finding was paired with the question at its position.
    FindingsPaired,
    /// It is not clear which questions a finding is about: written without them.
    FindingFor,
    /// The code of a checklist item among indicators: the code is written, its words are those of the list.
    ItemCode,
    /// A score was taken from a sentence, which stays in the body: the author checks that it is meant.
    TextScore,
    /// Measures without a column of indicators: those that the sentence on their instrument singles out are written.
    IndicatorsFromText,
    /// An indicator that is not in the list of the year: not written as a number.
    UnknownIndicator,
    /// A name close to that of an indicator: its number is written.
    IndicatorName,
    /// The measure is worded otherwise than in the plan: the id is that of the plan, the wording the entry's title.
    TitleDiffers,
    /// No measure of the plan has this title: a measure of this page was written for it.
    UnknownMeasure,
    /// Columns of the plan are repeated in the report: not written a second time.
    RepeatedPlan,
    /// Evidence without an address: written as a remark.
    EvidenceWithoutAddress,
    /// Another fiscal year than that of the place, or several: the first found is handed on.
    YearsDiffer,
    /// Several years are named as those of the analysed result: none is written.
    AnalysedYearUnclear,
    /// A field was taken from a sentence, which stays where it is.
    FieldFromText,
    /// Several ranges of months that the report covers: none is written.
    CoversUnclear,
    /// Several numbers of people who answered a survey: none is written.
    SamplesUnclear,
    /// Several rounds are named: none is written.
    RoundUnclear,
    /// Several days "as of": none is written.
    AsOfUnclear,
    /// A date that could not be read: not written.
    DateUnread,
    /// Measures under a heading within the table: an issue was written for the heading.
    GroupAsIssue,
    /// A column of indicators that are none of the assessment: its cells are kept in a table in the body.
    OtherIndicators,
    /// The cell of the issue is blank, or repeats that above: the measure was written under the issue of the row above.
    IssueOfRowAbove,
}

/// Collects doubts in order.
#[derive(Default)]
pub(super) struct Doubts(pub(super) Vec<Doubt>);

/// Letters of a doubt's text.
const SHORT: usize = 80;

impl Doubt {
    /// It is about a line or shape that is drawn outside tables.
    pub(super) fn is_drawing_in_text(&self) -> bool {
        self.kind == DoubtKind::Remark(RemarkKind::Drawing) && matches!(self.place, None | Some(TextPosition::Paragraph(_)))
    }
}

impl Doubts {
    /// The remarks of the reader, as the first doubts.
    pub(super) fn of_reader(document: &GridDocument) -> Self {
        let passed_on = document.remarks.iter().map(|remark| Doubt {
            place: remark.place.clone(),
            kind: DoubtKind::Remark(remark.kind),
            text: masked(&remark.text),
            taken: None,
        });
        Self(passed_on.collect())
    }

    /// Adds a doubt for which nothing was written, or only what was typed.
    pub(super) fn add(&mut self, kind: DoubtKind, place: Option<&TextPosition>, text: &str) {
        self.0.push(Doubt { place: place.cloned(), kind, text: shortened(text), taken: None });
    }

    /// Adds a doubt for which something else was written.
    pub(super) fn add_taken(&mut self, kind: DoubtKind, place: Option<&TextPosition>, text: &str, taken: impl ToString) {
        self.0.push(Doubt { place: place.cloned(), kind, text: shortened(text), taken: Some(shortened(&taken.to_string())) });
    }
}

/// Digits from which on a number may be that of a person or an account.
const LONG: usize = 10;

/// Long numbers without all digits but the last three: what was left out of a page is no reason to spread
/// the number of a person in messages.
fn masked(text: &str) -> String {
    let is_part = |c: char| is_digit(c) || c == '-';
    let mut masked = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_digit) {
        let from = slice(rest, start..);
        let end = from.find(|c| !is_part(c)).unwrap_or(from.len());
        let number = slice(from, ..end);
        let digits = number.chars().filter(|c| is_digit(*c)).count();
        let mut left = if digits >= LONG { digits - 3 } else { 0 };
        let mask = |c: char| {
            let is_hidden = is_digit(c) && left > 0;
            left -= usize::from(is_hidden);
            if is_hidden { 'x' } else { c }
        };
        masked.push_str(slice(rest, ..start));
        masked.extend(number.chars().map(mask));
        rest = slice(from, end..);
    }
    masked + rest
}

/// The first letters of a text, on one line.
fn shortened(text: &str) -> String {
    let text = &masked(text);
    let mut letters = text.trim().chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = letters.by_ref().take(SHORT).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn a_doubt_never_holds_the_whole_number_of_a_person() {
        for (text, shown) in [
            ("เห็นว่า 3100900037117 แล้ว", "เห็นว่า xxxxxxxxxx117 แล้ว"),
            ("3-1009-00123-45-5", "x-xxxx-xxxxx-45-5"),
            ("๐๘๑-๒๓๔-๕๖๗๘", "xxx-xxx-x๖๗๘"),
            ("ปี 2563 2564 2565", "ปี 2563 2564 2565"),
            ("2022-01-31 – 2022-03-15", "2022-01-31 – 2022-03-15"),
            ("งบ 1,234,567,890.50 บาท", "งบ 1,234,567,890.50 บาท"),
            ("", ""),
        ] {
            assert_eq!(masked(text), shown);
        }
    }
}
