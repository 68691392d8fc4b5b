//! Title and headings name the fiscal year of the document (YR3).

use std::ops::Range;

use super::subject::{MeasurePage, catalogue_item};
use crate::catalogue::DataYear;
use crate::check::wording::{PageText, years_after_their_word};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::Route;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{Page, Site};
use crate::thai::FiscalYear;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(faults) };

/// Headings with these words may name another year: results, comparisons, proposals.
const OF_OTHER_YEARS: &[&str] = &[
    "ผลการประเมิน",
    "ผลคะแนน",
    "คะแนน",
    "ITA",
    "วิเคราะห์",
    "เปรียบเทียบ",
    "ย้อนหลัง",
    "ปีก่อน",
    "ที่ผ่านมา",
    "ที่แล้ว",
    "ข้อเสนอ",
    "ถัดไป",
    "ต่อไป",
    "ปีหน้า",
    "เดิม",
];

fn faults(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let (site, document) = (checked.site, page.document);
    let Some(year) = document.home.fiscal_year() else { return Vec::new() };
    let named: Vec<DatedHeading> = names(page.page);
    let wrong: Vec<DatedHeading> = match MeasurePage::of(site, page.page) {
        Some(subject) => named.into_iter().filter(|named| !named.covers(subject.page_year) && !named.covers(subject.plan_year)).collect(),
        None => only_other_years(site, page.page, named).into_iter().collect(),
    };
    let report = |named: DatedHeading| {
        let place = SourceSpan::new(&document.source, named.span);
        Diagnostic::new("heading-year", place).with("heading", named.text).with("found", named.years[0]).with("year", year)
    };
    wrong.into_iter().map(report).collect()
}

/// Evidence pages may compare years, and child pages hold documents of several years, so only an
/// item page that names other years throughout is reported. Unless the checklist requires data of
/// the current year, the previous year is accepted.
fn only_other_years(site: &Site, page: &Page, named: Vec<DatedHeading>) -> Option<DatedHeading> {
    let Route::Item { fiscal_year, item } = &page.document.home else { return None };
    let asks_current = catalogue_item(site, *fiscal_year, item)?.data_year == Some(DataYear::Current);
    let previous = fiscal_year.previous().filter(|_| !asks_current);
    let right = |named: &DatedHeading| named.covers(*fiscal_year) || previous.is_some_and(|year| named.covers(year));
    if named.iter().any(right) {
        return None;
    }
    named.into_iter().next()
}

/// A title or heading that names years.
struct DatedHeading {
    text: String,
    span: Range<usize>,
    years: Vec<FiscalYear>,
}

impl DatedHeading {
    /// True if the year is named or lies within the named range: 2566–2570 covers 2568.
    fn covers(&self, year: FiscalYear) -> bool {
        self.years.iter().min() <= Some(&year) && Some(&year) <= self.years.iter().max()
    }
}

fn names(page: &Page) -> Vec<DatedHeading> {
    let document = &page.document;
    let title = document.front_matter.title.iter();
    let titles = title
        .flat_map(|title| [Some((&title.value, title.span.clone())), title.as_written.as_ref().map(|paper| (paper, title.span.clone()))]);
    let headings = document.body.outline.headings.iter().map(|heading| (&heading.text, document.body.in_file(&heading.span)));
    let named = |(text, span): (&String, Range<usize>)| {
        let years = years_after_their_word(text);
        let speaks_of_this = !years.is_empty() && !OF_OTHER_YEARS.iter().any(|word| text.contains(word));
        speaks_of_this.then(|| DatedHeading { text: text.clone(), span, years })
    };
    titles.flatten().chain(headings).filter_map(named).collect()
}
