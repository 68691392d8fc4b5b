//! A result is the same everywhere on the site: in `assessments.yaml`, on each page that quotes it,
//! and within a page.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry::{Occupied, Vacant};
use std::ops::Range;

use super::figures::{self, Figures, typed};
use super::grade::names;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::score::QuestionCode;
use crate::thai::FiscalYear;
use crate::yaml::{Decimal, Spanned};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

/// Subject of a quoted figure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum FigureSubject {
    Total,
    Grade,
    Indicator(u32),
    Question(QuestionCode),
}

/// Value of a quoted figure.
enum FigureValue<'s> {
    Points(Decimal),
    Name(&'s str),
}

/// First value of each figure. `assessments.yaml` takes precedence over pages, as the home page
/// shows it.
type FirstFigures<'s> = BTreeMap<(FiscalYear, FigureSubject), (FigureValue<'s>, SourceSpan)>;

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let mut known = FirstFigures::new();
    let mut found = Diagnostics::new();
    let mut all: Vec<Figures<'_>> = figures::all(checked.site).collect();
    all.sort_by_key(|figures| !figures.is_of_results());
    for figures in &all {
        let Some(year) = figures.year else { continue };
        for (of, value, finding) in quoted(figures) {
            match known.entry((year, of)) {
                Vacant(free) => drop(free.insert((value, finding.place))),
                Occupied(first) => {
                    let (there, place) = first.get();
                    if !value.is_like(there) {
                        let finding = finding.with("year", year).with("there", there.text()).with("other", checked.line_of(place));
                        found.push(of.tell(finding.with("here", value.text())));
                    }
                }
            }
        }
    }
    found
}

fn quoted<'s>(figures: &Figures<'s>) -> Vec<(FigureSubject, FigureValue<'s>, Diagnostic)> {
    let one = |of, value, span: &Range<usize>| (of, value, figures.finding("result-differs", span));
    let points = |of, given: &Spanned<Decimal>| one(of, FigureValue::Points(given.value), &given.span);
    let total = figures.assessment.iter().filter_map(|all| Some(points(FigureSubject::Total, all.total.as_ref()?)));
    let grade = figures
        .assessment
        .iter()
        .filter_map(|all| all.grade.as_ref())
        .map(|grade| one(FigureSubject::Grade, FigureValue::Name(&grade.value), &grade.span));
    let indicators = figures.indicators().filter_map(|of| Some(points(FigureSubject::Indicator(of.no.value), of.score.as_ref()?)));
    // A question quoted twice on one page is reported by `twice`.
    let mut questions: BTreeMap<QuestionCode, &Spanned<Decimal>> = BTreeMap::new();
    for question in figures.questions() {
        if let (Some(code), Some(score)) = (QuestionCode::parse(&question.id.value), &question.score) {
            questions.entry(code).or_insert(score);
        }
    }
    let questions = questions.into_iter().map(|(code, score)| points(FigureSubject::Question(code), score));
    total.chain(grade).chain(indicators).chain(questions).collect()
}

impl FigureSubject {
    fn tell(self, finding: Diagnostic) -> Diagnostic {
        match self {
            FigureSubject::Total => finding.with("total", ""),
            FigureSubject::Grade => finding.with("grade", ""),
            FigureSubject::Indicator(no) => finding.with("no", no),
            FigureSubject::Question(code) => finding.with("question", code),
        }
    }
}

impl FigureValue<'_> {
    /// Compares at the lower precision, at least one decimal, and grades by name: 87.4 equals 87.40
    /// and 87.36, B equals ระดับ B.
    fn is_like(&self, other: &FigureValue<'_>) -> bool {
        match (self, other) {
            (FigureValue::Points(one), FigureValue::Points(other)) => {
                let decimals = one.decimals.min(other.decimals).max(1);
                format!("{:.decimals$}", one.value) == format!("{:.decimals$}", other.value)
            }
            (FigureValue::Name(one), FigureValue::Name(other)) => names(one, other) || names(other, one),
            _ => false,
        }
    }

    fn text(&self) -> String {
        match self {
            FigureValue::Points(number) => typed(*number),
            FigureValue::Name(name) => (*name).to_owned(),
        }
    }
}
