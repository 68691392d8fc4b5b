//! What of a filled form was not written, or is to be looked at.

use super::cells::CellFault;
use super::columns::{FormColumn, FormTable};
use crate::attachment::TextPosition;
use crate::base::Lang;
use crate::words::form as words;

/// Something to be looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct FormDoubt {
    /// Cell of the form.
    pub place: Option<TextPosition>,
    /// What it is.
    pub kind: FormDoubtKind,
    /// What the form says, or the row in question.
    pub text: String,
    /// What the page said when the form was made.
    pub base: String,
    /// What the page says now.
    pub theirs: String,
    table: Option<FormTable>,
    column: Option<&'static FormColumn>,
}

/// Kinds of doubts of forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormDoubtKind {
    /// No month of a year.
    Month,
    /// No whole number.
    Number,
    /// No code of an item.
    Item,
    /// None of the words to choose from.
    Choice,
    /// The page was changed meanwhile, differently: its value was kept.
    Conflict,
    /// The page was changed meanwhile, where the form was not.
    ChangedMeanwhile,
    /// The row is no longer on the page.
    RowGone,
    /// The row is missing from the form.
    RowMissing,
    /// All cells of the row were emptied.
    RowEmptied,
    /// A cell that the form only shows was changed.
    ReadOnly,
    /// A new row of a report does not say on which measure.
    NoMeasure,
    /// The same, and there is no plan: its place.
    NoPlan,
    /// A formula without a result.
    Formula,
    /// A new row, though an earlier import made a measure of it with another title.
    OtherTitle,
    /// A new measure has the id of another one, or no id that can be one: it got another.
    IdTaken,
    /// A comment on a cell is not part of the page.
    Comment,
    /// Struck-through text was taken as it is.
    Struck,
    /// Text beside the table, below the headings.
    BesideTable,
    /// A sheet that the form does not have.
    OtherSheet,
    /// A column was deleted.
    ColumnMissing,
    /// A sheet was deleted.
    SheetMissing,
    /// The file of the page is written so that the value cannot be replaced.
    NotEditable,
}

impl FormDoubt {
    pub(super) fn of(kind: FormDoubtKind, place: Option<TextPosition>) -> Self {
        Self { place, kind, text: String::new(), base: String::new(), theirs: String::new(), table: None, column: None }
    }

    pub(super) fn fault(fault: CellFault, place: Option<TextPosition>) -> Self {
        let kind = match fault {
            CellFault::Month => FormDoubtKind::Month,
            CellFault::Number => FormDoubtKind::Number,
            CellFault::Item => FormDoubtKind::Item,
            CellFault::Choice => FormDoubtKind::Choice,
        };
        Self::of(kind, place)
    }

    pub(super) fn said(self, text: &str) -> Self {
        Self { text: text.to_owned(), ..self }
    }

    pub(super) fn before_and_now(self, base: &str, theirs: &str) -> Self {
        Self { base: base.to_owned(), theirs: theirs.to_owned(), ..self }
    }

    pub(super) fn of_table(self, table: FormTable) -> Self {
        Self { table: Some(table), ..self }
    }

    pub(super) fn of_column(self, column: &'static FormColumn) -> Self {
        Self { column: Some(column), ..self }
    }

    /// The sentence, with its place.
    pub fn sentence(&self, lang: Lang) -> String {
        let said = self.words(lang);
        match &self.place {
            Some(place) => format!("{}: {said}", place.phrase(lang)),
            None => said,
        }
    }

    fn words(&self, lang: Lang) -> String {
        let (text, base, theirs) = (one_line(&self.text), one_line(&self.base), one_line(&self.theirs));
        match self.kind {
            FormDoubtKind::Month => words::not_a_month(lang, text),
            FormDoubtKind::Number => words::not_a_number(lang, text),
            FormDoubtKind::Item => words::not_an_item(lang, text),
            FormDoubtKind::Choice => words::not_a_choice(lang, text),
            FormDoubtKind::Conflict => words::conflict(lang, text, base, theirs),
            FormDoubtKind::ChangedMeanwhile => words::changed_meanwhile(lang, base, theirs),
            FormDoubtKind::RowGone => words::row_gone(lang, text),
            FormDoubtKind::RowMissing => words::row_missing(lang, text),
            FormDoubtKind::RowEmptied => words::row_emptied(lang, text),
            FormDoubtKind::ReadOnly => words::read_only(lang, text),
            FormDoubtKind::NoMeasure => words::no_measure(lang, words::measure_ids(lang)),
            FormDoubtKind::NoPlan => words::no_measure_of_plan(lang, text),
            FormDoubtKind::Formula => words::formula(lang, text),
            FormDoubtKind::OtherTitle => words::other_title(lang, text, base, theirs),
            FormDoubtKind::IdTaken => words::id_taken(lang, text, theirs),
            FormDoubtKind::Comment => words::comment(lang, text),
            FormDoubtKind::Struck => words::struck(lang, text),
            FormDoubtKind::BesideTable => words::beside_table(lang, text),
            FormDoubtKind::OtherSheet => words::other_sheet(lang, base, text),
            FormDoubtKind::ColumnMissing => words::column_missing(lang, self.column.map_or("", |column| (column.heading)(lang))),
            FormDoubtKind::SheetMissing => words::sheet_missing(lang, self.table.map_or("", |table| table.sheet(lang))),
            FormDoubtKind::NotEditable => words::not_editable(lang, text),
        }
    }
}

impl FormDoubtKind {
    /// Its name, for programs.
    pub fn key(self) -> &'static str {
        match self {
            FormDoubtKind::Month => "not-a-month",
            FormDoubtKind::Number => "not-a-number",
            FormDoubtKind::Item => "not-an-item",
            FormDoubtKind::Choice => "not-a-choice",
            FormDoubtKind::Conflict => "conflict",
            FormDoubtKind::ChangedMeanwhile => "changed-meanwhile",
            FormDoubtKind::RowGone => "row-gone",
            FormDoubtKind::RowMissing => "row-missing",
            FormDoubtKind::RowEmptied => "row-emptied",
            FormDoubtKind::ReadOnly => "read-only",
            FormDoubtKind::NoMeasure => "no-measure",
            FormDoubtKind::NoPlan => "no-plan",
            FormDoubtKind::Formula => "formula",
            FormDoubtKind::OtherTitle => "other-title",
            FormDoubtKind::IdTaken => "id-taken",
            FormDoubtKind::Comment => "comment",
            FormDoubtKind::Struck => "struck-text",
            FormDoubtKind::BesideTable => "beside-table",
            FormDoubtKind::OtherSheet => "other-sheet",
            FormDoubtKind::ColumnMissing => "column-missing",
            FormDoubtKind::SheetMissing => "sheet-missing",
            FormDoubtKind::NotEditable => "not-editable",
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
