//! Input of the score checks: the related figures of one file.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::{ASSESSMENTS_FILE, ItemCode, RelPath};
use crate::catalogue::{Catalogue, Instrument};
use crate::content::front_matter::{Assessment, IndicatorScore, Issue, Measure, Question};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::score::{Exact, Points, QuestionCode, Scores, instrument_means, scores_of};
use crate::site::{Page, Site};
use crate::thai::FiscalYear;
use crate::yaml::{Decimal, Spanned};

/// Figures of a page, or of one year of `assessments.yaml`.
pub(super) struct Figures<'s> {
    source: RelPath,
    fiscal_year: Option<FiscalYear>,
    item: Option<&'s ItemCode>,
    /// Assessed year, if stated.
    pub(super) year: Option<FiscalYear>,
    /// Checklist of that year.
    pub(super) catalogue: Option<&'s Catalogue>,
    pub(super) assessment: Option<&'s Assessment>,
    /// Issues; empty for `assessments.yaml`.
    pub(super) issues: &'s [Issue],
    /// Measures; empty for `assessments.yaml`.
    pub(super) measures: &'s [Measure],
}

/// A number from the value or from its wording on paper.
pub(super) struct QuotedNumber {
    pub(super) number: Decimal,
    /// Text as typed.
    pub(super) text: String,
}

/// Runs a rule on all figures of the site.
pub(super) fn each(site: &Site, rule: impl Fn(&Figures<'_>) -> Vec<Diagnostic>) -> Diagnostics {
    all(site).flat_map(|figures| rule(&figures)).collect()
}

/// Returns the figures of all pages, then of the years in `assessments.yaml`.
pub(super) fn all(site: &Site) -> impl Iterator<Item = Figures<'_>> {
    let of_pages = site.written_pages().filter(has_figures).map(|page| Figures::of_page(site, page));
    let of_file = RelPath::new(ASSESSMENTS_FILE).into_iter().flat_map(move |file| {
        site.assessments.iter().map(move |(year, assessment)| Figures {
            source: file.clone(),
            fiscal_year: Some(*year),
            item: None,
            year: Some(*year),
            catalogue: site.catalogues.get(*year).map(|catalogue| &**catalogue),
            assessment: Some(assessment),
            issues: &[],
            measures: &[],
        })
    });
    of_pages.chain(of_file)
}

fn has_figures(page: &&Page) -> bool {
    let front_matter = &page.document.front_matter;
    front_matter.assessment.is_some() || !front_matter.issues.is_empty() || !front_matter.measures.is_empty()
}

impl<'s> Figures<'s> {
    pub(super) fn of_page(site: &'s Site, page: &'s Page) -> Self {
        let document = &page.document;
        let front_matter = &document.front_matter;
        let year = front_matter.assessed_year();
        Figures {
            source: document.source.clone(),
            fiscal_year: document.home.fiscal_year(),
            item: document.home.item(),
            year,
            catalogue: year.and_then(|year| site.catalogues.get(year)).map(|catalogue| &**catalogue),
            assessment: front_matter.assessment.as_deref(),
            issues: &front_matter.issues,
            measures: &front_matter.measures,
        }
    }

    /// True for the figures of `assessments.yaml`.
    pub(super) fn is_of_results(&self) -> bool {
        self.source.as_str() == ASSESSMENTS_FILE
    }

    /// Creates a diagnostic at a span of the file.
    pub(super) fn finding(&self, code: &'static str, span: &Range<usize>) -> Diagnostic {
        Diagnostic::new(code, SourceSpan::new(&self.source, span.clone())).about(self.fiscal_year, self.item)
    }

    /// Indicators of all instruments.
    pub(super) fn indicators(&self) -> impl Iterator<Item = &'s IndicatorScore> {
        self.assessment.into_iter().flat_map(|assessment| &assessment.instruments).flat_map(|instrument| &instrument.indicators)
    }

    /// Questions with their scores.
    pub(super) fn questions(&self) -> impl Iterator<Item = &'s Question> {
        self.assessment.into_iter().flat_map(|assessment| &assessment.questions)
    }

    /// Scores by indicator.
    pub(super) fn scores(&self) -> Scores {
        self.assessment.map(scores_of).unwrap_or_default()
    }

    /// Means of the instruments whose indicators are all given.
    pub(super) fn instruments(&self) -> BTreeMap<Instrument, Exact> {
        self.catalogue.map(|catalogue| instrument_means(catalogue, &self.scores())).unwrap_or_default()
    }
}

/// Valid scores by question code.
pub(super) fn question_scores(figures: &Figures<'_>) -> BTreeMap<QuestionCode, Points> {
    let scored = |question: &Question| Some((QuestionCode::parse(&question.id.value)?, Points::of(question.score.as_ref()?.value)?));
    figures.questions().filter_map(scored).collect()
}

/// Returns the value, and the number in its wording on paper if that differs.
pub(super) fn readings(given: &Spanned<Decimal>) -> Vec<QuotedNumber> {
    let meant = QuotedNumber { number: given.value, text: typed(given.value) };
    let paper = given.as_written.as_deref().and_then(|text| Some(QuotedNumber { number: bare_number(text)?, text: text.to_owned() }));
    let differs = |paper: &QuotedNumber| paper.number.value.total_cmp(&meant.number.value).is_ne() || paper.number.decimals > 2;
    let paper = paper.filter(differs);
    std::iter::once(meant).chain(paper).collect()
}

/// Formats a number with its decimals as typed, in Arabic digits.
pub(super) fn typed(number: Decimal) -> String {
    format!("{:.*}", number.decimals, number.value)
}

/// Parses the number of “ร้อยละ 68.16”, “68.16%” or “68.16 คะแนน”.
fn bare_number(text: &str) -> Option<Decimal> {
    let text = text.trim().trim_start_matches("ร้อยละ").trim_end_matches('%').trim_end_matches("คะแนน");
    Decimal::parse(text)
}
