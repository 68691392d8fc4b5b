//! What a doubt is called, and how it is said.

use super::page_facts::{Doubt, DoubtKind};
use crate::attachment::grid::RemarkKind;
use crate::base::Lang;
use crate::words::import as words;

/// The sentence of a doubt, with its place and what was written.
pub fn sentence(doubt: &Doubt, lang: Lang) -> String {
    let (_, said) = described(doubt.kind, &doubt.text, lang);
    let said = match &doubt.taken {
        Some(taken) => words::taken(lang, said, taken),
        None => said,
    };
    match &doubt.place {
        Some(place) => format!("{}: {said}", place.phrase(lang)),
        None => said,
    }
}

/// The name of a kind of doubt, for programs.
pub fn key(kind: DoubtKind) -> &'static str {
    described(kind, "", Lang::English).0
}

/// Name of a kind, and what it says of a text.
fn described(kind: DoubtKind, text: &str, lang: Lang) -> (&'static str, String) {
    match kind {
        DoubtKind::Remark(kind) => remark(kind, text, lang),
        DoubtKind::UnknownColumn => ("unknown-column", words::unknown_column(lang, text)),
        DoubtKind::UnknownTable => ("unknown-table", words::unknown_table(lang, text)),
        DoubtKind::RowJoined => ("row-joined", words::row_joined(lang, text)),
        DoubtKind::CopyLimit => ("copy-limit", words::copy_limit(lang, text)),
        DoubtKind::SeveralMeasures => ("several-measures", words::several_measures(lang, text)),
        DoubtKind::NoTitle => ("no-title", words::no_title(lang, text)),
        DoubtKind::ListNumbering => ("list-numbering", words::list_numbering(lang, text)),
        DoubtKind::RowNumbers => ("row-numbers", words::row_numbers(lang, text)),
        DoubtKind::TitleTwice => ("title-twice", words::title_twice(lang, text)),
        DoubtKind::ReportedTwice => ("reported-twice", words::reported_twice(lang, text)),
        DoubtKind::PeopleTwice => ("people-twice", words::people_twice(lang, text)),
        DoubtKind::LooseMark => ("loose-mark", words::loose_mark(lang, text)),
        DoubtKind::Responsible => ("responsible", words::responsible(lang, text)),
        DoubtKind::PersonName => ("person-name", words::person_name(lang, text)),
        DoubtKind::SignatureLeftOut if text.is_empty() => ("signature-left-out", words::signature_left_out(lang).to_owned()),
        DoubtKind::SignatureLeftOut => ("signature-left-out", words::signature_of_post_left_out(lang, text)),
        DoubtKind::TwoDigitYear => ("two-digit-year", words::two_digit_year(lang, text)),
        DoubtKind::YearAssumed => ("year-assumed", words::year_assumed(lang, text)),
        DoubtKind::YearTakenAsFiscal => ("year-taken-as-fiscal", words::year_taken_as_fiscal(lang, text)),
        DoubtKind::PeriodUnread => ("period-unread", words::period_unread(lang, text)),
        DoubtKind::MonthsMarked => ("months-marked", words::months_marked(lang, text)),
        DoubtKind::MonthsColoured => ("months-coloured", words::months_coloured(lang, text)),
        DoubtKind::MonthsUnmarked => ("months-unmarked", words::months_unmarked(lang).to_owned()),
        DoubtKind::TotalRow => ("total-row", words::total_row(lang, text)),
        DoubtKind::PeriodBackwards => ("period-backwards", words::period_backwards(lang, text)),
        DoubtKind::NoStatus => ("no-status", words::no_status(lang, text)),
        DoubtKind::TwoStatuses => ("two-statuses", words::two_statuses(lang, text)),
        DoubtKind::StatusText => ("status-text", words::status_text(lang, text)),
        DoubtKind::MixedDigits => ("mixed-digits", words::mixed_digits(lang, text)),
        DoubtKind::CommaDecimal => ("comma-decimal", words::comma_decimal(lang, text)),
        DoubtKind::ScoreUnread => ("score-unread", words::score_unread(lang, text)),
        DoubtKind::UnplacedScore => ("unplaced-score", words::unplaced_score(lang, text)),
        DoubtKind::QuestionCode => ("question-code", words::question_code(lang, text)),
        DoubtKind::QuestionWithoutCode => ("question-without-code", words::question_without_code(lang, text)),
        DoubtKind::QuestionTwice => ("question-twice", words::question_twice(lang, text)),
        DoubtKind::FindingsPaired => ("findings-paired", words::findings_paired(lang, text)),
        DoubtKind::FindingFor => ("finding-for", words::finding_for(lang, text)),
        DoubtKind::UnknownIndicator => ("unknown-indicator", words::unknown_indicator(lang, text)),
        DoubtKind::IndicatorName => ("indicator-name", words::indicator_name(lang, text)),
        DoubtKind::TitleDiffers => ("title-differs", words::title_differs(lang, text)),
        DoubtKind::UnknownMeasure => ("unknown-measure", words::unknown_measure(lang, text)),
        DoubtKind::RepeatedPlan => ("repeated-plan", words::repeated_plan(lang, text)),
        DoubtKind::EvidenceWithoutAddress => ("evidence-without-address", words::evidence_without_address(lang, text)),
        DoubtKind::YearsDiffer => ("years-differ", words::years_differ(lang, text)),
        DoubtKind::FieldFromText => ("field-from-text", words::field_from_text(lang, text)),
        DoubtKind::CoversUnclear => ("covers-unclear", words::covers_unclear(lang, text)),
        DoubtKind::SamplesUnclear => ("samples-unclear", words::samples_unclear(lang, text)),
        DoubtKind::RoundUnclear => ("round-unclear", words::round_unclear(lang, text)),
        DoubtKind::AsOfUnclear => ("as-of-unclear", words::as_of_unclear(lang, text)),
        DoubtKind::DateUnread => ("date-unread", words::date_unread(lang, text)),
        DoubtKind::ItemCode => ("item-code", words::item_code(lang, text)),
        DoubtKind::TextScore => ("text-score", words::text_score(lang, text)),
        DoubtKind::AnalysedYearUnclear => ("analysed-year-unclear", words::analysed_year_unclear(lang, text)),
        DoubtKind::IndicatorsFromText => ("indicators-from-text", words::indicators_from_text(lang, text)),
        DoubtKind::GroupAsIssue => ("group-as-issue", words::group_as_issue(lang, text)),
        DoubtKind::OtherIndicators => ("other-indicators", words::other_indicators(lang, text)),
        DoubtKind::IssueOfRowAbove => ("issue-of-row-above", words::issue_of_row_above(lang, text)),
    }
}

fn remark(kind: RemarkKind, text: &str, lang: Lang) -> (&'static str, String) {
    match kind {
        RemarkKind::HiddenRow => ("hidden-row", words::hidden_row(lang, text)),
        RemarkKind::HiddenColumn => ("hidden-column", words::hidden_column(lang, text)),
        RemarkKind::HiddenSheet => ("hidden-sheet", words::hidden_sheet(lang, text)),
        RemarkKind::HiddenText => ("hidden-text", words::hidden_text(lang, text)),
        RemarkKind::Inserted => ("tracked-insertion", words::inserted(lang, text)),
        RemarkKind::Deleted => ("tracked-deletion", words::deleted(lang, text)),
        RemarkKind::Comment => ("comment", words::comment(lang, text)),
        RemarkKind::TextBox => ("text-box", words::text_box(lang, text)),
        RemarkKind::Note => ("footnote", words::note(lang, text)),
        RemarkKind::NestedTable => ("nested-table", words::nested_table(lang).to_owned()),
        RemarkKind::Picture => ("picture", words::picture(lang).to_owned()),
        RemarkKind::Drawing if text.is_empty() => ("drawing", words::drawing(lang).to_owned()),
        RemarkKind::Drawing => ("drawing", words::drawing_until(lang, text)),
        RemarkKind::Symbol => ("unknown-symbol", words::symbol(lang, text)),
        RemarkKind::Formula => ("formula", words::formula(lang, text)),
        RemarkKind::BuddhistYear => ("buddhist-year", words::buddhist_year(lang, text)),
        RemarkKind::YearAsDay => ("year-as-day", words::year_as_day(lang, text)),
        RemarkKind::Encoding => ("encoding", words::encoding(lang, text)),
        RemarkKind::OverlappingCells => ("overlapping-cells", words::overlapping_cells(lang).to_owned()),
        RemarkKind::Struck => ("struck-text", words::struck(lang, text)),
        RemarkKind::Raised => ("raised-text", words::raised(lang, text)),
        RemarkKind::Unreadable => ("unreadable-part", words::unreadable_part(lang, text)),
        RemarkKind::TooLarge => ("too-large", words::cut(lang).to_owned()),
    }
}
