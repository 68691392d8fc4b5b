//! The home page: checklist of the newest year, other years, results, recent pages, contact.

use serde::Serialize;

use super::frame::{PageHeading, contact};
use super::term::Term;
use super::year::filed_summary;
use super::{DatedLink, dated_link, year_crumb};
use crate::render::machine::last_changed;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::{Page, Permalink, Year, YearItem};
use crate::thai::Date;

/// Maximum number of recent pages.
const MAX_RECENT: usize = 10;

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// Name of the agency.
    pub(crate) title: String,
    pub(crate) newest: Option<Checklist>,
    /// All years, newest first.
    pub(crate) years: Vec<YearCount>,
    /// Assessment results, newest first.
    pub(crate) results: Vec<ResultRow>,
    /// Recently changed items and pages below them.
    pub(crate) recent: Vec<DatedLink>,
    /// Contact details of the agency.
    pub(crate) contact: Vec<Term>,
}

/// Summary of a year's checklist.
#[derive(Clone, Debug, Serialize)]
pub struct Checklist {
    /// Link to the page of the year.
    pub(crate) year: HtmlLink,
    /// One row per sub-indicator, in catalogue order.
    pub(crate) rows: Vec<CountRow>,
    /// `มีข้อมูลแล้ว 3 จาก 43 ข้อ`.
    pub(crate) summary: String,
}

/// A sub-indicator with its numbers of items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountRow {
    pub(crate) indicator: String,
    /// Link to its section on the page of the year.
    pub(crate) href: String,
    pub(crate) text: String,
    /// Number of filed items.
    pub(crate) filed: String,
    /// Number of items.
    pub(crate) asked: String,
}

/// A year with its numbers of items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearCount {
    pub(crate) href: String,
    pub(crate) text: String,
    /// `มีข้อมูลแล้ว 3 จาก 43 ข้อ`.
    pub(crate) summary: String,
}

/// An assessment result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResultRow {
    pub(crate) year: String,
    pub(crate) total: Option<String>,
    pub(crate) grade: Option<String>,
}

/// The view of the home page.
pub fn view(writer: &PageContext<'_>) -> (PageHeading, HomeView) {
    let site = writer.site;
    let title = site.config.agency.name.value.clone();
    let result = |(year, assessment): (&crate::thai::FiscalYear, &crate::content::front_matter::Assessment)| ResultRow {
        year: writer.year(*year),
        total: assessment.total.as_ref().map(|total| writer.score(total.value)),
        grade: assessment.grade.as_ref().map(|grade| grade.value.clone()),
    };
    let view = HomeView {
        title: title.clone(),
        newest: site.years.last().map(|year| checklist(writer, year)),
        years: site.years.iter().rev().map(|year| year_count(writer, year)).collect(),
        results: site.assessments.iter().rev().map(result).collect(),
        recent: recent(writer),
        contact: contact(writer),
    };
    (PageHeading { title: writer.words("home_title", &[("agency", &title)]), above: Vec::new() }, view)
}

fn year_count(writer: &PageContext<'_>, year: &Year) -> YearCount {
    let HtmlLink { href, text } = year_crumb(writer, year);
    YearCount { href, text, summary: filed_summary(writer, year) }
}

fn checklist(writer: &PageContext<'_>, year: &Year) -> Checklist {
    let is_filed = |code| year.entry(code).is_some_and(YearItem::is_filed);
    let page = writer.own.link_to(&Permalink::year(year.fiscal_year));
    let rows = year.catalogue.indicators.iter().flat_map(|indicator| {
        let page = &page;
        indicator.sub_indicators.iter().map(move |sub| {
            let items: Vec<_> = sub.groups.iter().flat_map(|group| &group.items).map(|item| &item.code.value).collect();
            CountRow {
                indicator: writer.words("indicator", &[("no", &writer.figure(indicator.no)), ("title", &indicator.title)]),
                href: format!("{page}#{}", super::year::anchor(&sub.number)),
                text: format!("{} {}", writer.figure(&sub.number), sub.title),
                filed: writer.figure(items.iter().filter(|code| is_filed(code)).count()),
                asked: writer.figure(items.len()),
            }
        })
    });
    Checklist { year: year_crumb(writer, year), rows: rows.collect(), summary: filed_summary(writer, year) }
}

/// The most recently changed items and pages below them, newest first.
fn recent(writer: &PageContext<'_>) -> Vec<DatedLink> {
    let entries = writer.site.years.iter().flat_map(|year| &year.entries);
    let pages = entries.flat_map(|entry| entry.page.iter().chain(&entry.children));
    let mut dated: Vec<_> = pages.filter_map(|page| Some((last_changed(page)?, page))).collect();
    dated.sort_by(|(a, page_a), (b, page_b)| b.cmp(a).then_with(|| page_a.permalink.cmp(&page_b.permalink)));
    let link = |(date, page): (Date, &Page)| DatedLink { date: Some(writer.date(date)), ..dated_link(writer, page) };
    dated.into_iter().take(MAX_RECENT).map(link).collect()
}
