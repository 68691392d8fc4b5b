//! The assessment year that a page of measures refers to (YR1, YR2).
//!
//! A year still in the future when the document was written (YR2) is not reported as a wrong one
//! (YR1) as well.

use super::subject::{MeasurePage, day_of};
use crate::check::wording::{PageText, first_year, place_on_paper};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::FrontMatter;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::FiscalYear;
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(faults) };

fn faults(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let Some(subject) = MeasurePage::of(checked.site, page.page) else { return Vec::new() };
    let (plan_year, today) = (subject.plan_year, day_of(page.page).and_then(FiscalYear::of).unwrap_or(subject.page_year));
    let Some(expected) = plan_year.previous() else { return Vec::new() };
    let front_matter = &page.document.front_matter;
    let mut found = Vec::new();
    for YearClaim { year, paper, at } in claims(front_matter) {
        let code = match year {
            year if year > today => "later-year-as-result",
            year if year != expected => "analysed-year",
            _ => continue,
        };
        let diagnostic = Diagnostic::new(code, place(page, at, paper));
        let diagnostic = diagnostic.with("analysed", year).with("year", plan_year).with("expected", expected).with("now", today);
        found.push(diagnostic.with_some("paper", paper));
    }
    found.extend(of_the_paper(page, &subject));
    found
}

/// A year stated as assessed.
struct YearClaim<'f> {
    year: FiscalYear,
    /// Wording on paper, if the year comes from there.
    paper: Option<&'f str>,
    at: &'f Spanned<FiscalYear>,
}

/// Returns each year once: `analysed_year` and `assessment.year` are usually equal.
fn claims(front_matter: &FrontMatter) -> Vec<YearClaim<'_>> {
    let assessed = front_matter.assessment.as_ref().and_then(|assessment| assessment.year.as_ref());
    let mut claims: Vec<YearClaim<'_>> = Vec::new();
    for at in front_matter.analysed_year.iter().chain(assessed) {
        let paper = written(at).map(|(year, paper)| YearClaim { year, paper: Some(paper), at });
        for claim in [YearClaim { year: at.value, paper: None, at }].into_iter().chain(paper) {
            if claims.iter().all(|known| known.year != claim.year) {
                claims.push(claim);
            }
        }
    }
    claims
}

/// Year in the wording on paper.
fn written(given: &Spanned<FiscalYear>) -> Option<(FiscalYear, &str)> {
    let paper = given.as_written.as_deref()?;
    Some((first_year(paper)?, paper))
}

/// Reports a paper that states another fiscal year than the one it is filed under, if its assessed
/// year does not fit that (S3: 2566 for both measures and results).
fn of_the_paper(page: &PageText<'_>, subject: &MeasurePage) -> Option<Diagnostic> {
    let front_matter = &page.document.front_matter;
    let at = front_matter.fiscal_year.as_ref()?;
    let (year, paper) = written(at).filter(|(year, _)| *year != subject.page_year && subject.plan_year == subject.page_year)?;
    let claim = claims(front_matter).pop()?;
    let expected = year.previous().filter(|expected| *expected != claim.year)?;
    let diagnostic = Diagnostic::new("analysed-year", place(page, at, Some(paper)));
    Some(diagnostic.with("analysed", claim.year).with("year", year).with("expected", expected).with("paper", paper))
}

/// Span of the wording on paper, or of the value.
fn place(page: &PageText<'_>, at: &Spanned<FiscalYear>, paper: Option<&str>) -> SourceSpan {
    SourceSpan::new(&page.document.source, paper.map_or(at.span.clone(), |paper| place_on_paper(page.file, &at.span, paper)))
}
