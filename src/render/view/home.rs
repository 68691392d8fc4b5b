//! The home page: checklist of the newest year, all years with their results, recent pages.

use std::collections::BTreeSet;

use serde::Serialize;

use super::chart::{BarChart, totals};
use super::frame::PageHeading;
use super::year::filed_summary;
use super::{DatedLink, dated_link, year_crumb};
use crate::catalogue::{Indicator, SubIndicator};
use crate::render::machine::last_changed;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::{Page, Permalink, Year, YearItem};
use crate::thai::{Date, FiscalYear};

/// Maximum number of recent pages.
const MAX_RECENT: usize = 10;

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// Name of the agency.
    pub(crate) title: String,
    pub(crate) newest: Option<Checklist>,
    /// All years, newest first.
    pub(crate) years: Vec<YearRow>,
    /// The totals of the years.
    pub(crate) totals: Option<BarChart>,
    /// Recently changed items and pages below them.
    pub(crate) recent: Vec<DatedLink>,
}

/// Summary of a year's checklist.
#[derive(Clone, Debug, Serialize)]
pub struct Checklist {
    /// Link to the page of the year.
    pub(crate) year: HtmlLink,
    /// In catalogue order.
    pub(crate) indicators: Vec<TaskGroup>,
    /// `มีข้อมูลแล้ว 3 จาก 43 ข้อ`.
    pub(crate) summary: String,
}

/// An indicator with its sub-indicators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaskGroup {
    pub(crate) title: String,
    pub(crate) rows: Vec<TaskRow>,
}

/// A sub-indicator with its numbers of items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaskRow {
    /// Link to its section on the page of the year.
    pub(crate) href: String,
    pub(crate) text: String,
    /// `yes` if all its items are filed, `some`, or `no`.
    pub(crate) filed: &'static str,
    /// `มีข้อมูลแล้ว 3 จาก 4 ข้อ`.
    pub(crate) state: String,
}

/// A year with its numbers of items and its assessment result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearRow {
    /// `None` for a year of which only the result is known.
    pub(crate) href: Option<String>,
    pub(crate) text: String,
    /// `มีข้อมูลแล้ว 3 จาก 43 ข้อ`.
    pub(crate) summary: Option<String>,
    pub(crate) total: Option<String>,
    pub(crate) grade: Option<String>,
}

/// The view of the home page.
pub fn view(writer: &PageContext<'_>) -> (PageHeading, HomeView) {
    let site = writer.site;
    let title = site.config.agency.name.value.clone();
    let view = HomeView {
        title: title.clone(),
        newest: site.years.last().map(|year| checklist(writer, year)),
        years: years(writer),
        totals: totals(writer),
        recent: recent(writer),
    };
    (PageHeading { title: writer.words("home_title", &[("agency", &title)]), above: Vec::new() }, view)
}

fn years(writer: &PageContext<'_>) -> Vec<YearRow> {
    let site = writer.site;
    let all: BTreeSet<FiscalYear> = site.years.iter().map(|year| year.fiscal_year).chain(site.assessments.keys().copied()).collect();
    all.into_iter().rev().map(|year| year_row(writer, year)).collect()
}

fn year_row(writer: &PageContext<'_>, fiscal_year: FiscalYear) -> YearRow {
    let year = writer.site.year(fiscal_year);
    let result = writer.site.assessments.get(&fiscal_year);
    YearRow {
        href: year.map(|year| year_crumb(writer, year).href),
        text: writer.words("fiscal_year_of", &[("year", &writer.year(fiscal_year))]),
        summary: year.map(|year| filed_summary(writer, year)),
        total: result.and_then(|result| Some(writer.score(result.total.as_ref()?.value))),
        grade: result.and_then(|result| Some(result.grade.as_ref()?.value.clone())),
    }
}

fn checklist(writer: &PageContext<'_>, year: &Year) -> Checklist {
    let page = writer.own.link_to(&Permalink::year(year.fiscal_year));
    let group = |indicator: &Indicator| TaskGroup {
        title: writer.words("indicator", &[("no", &writer.figure(indicator.no)), ("title", &indicator.title)]),
        rows: indicator.sub_indicators.iter().map(|sub| task_row(writer, year, &page, sub)).collect(),
    };
    Checklist {
        year: year_crumb(writer, year),
        indicators: year.catalogue.indicators.iter().map(group).collect(),
        summary: filed_summary(writer, year),
    }
}

fn task_row(writer: &PageContext<'_>, year: &Year, page: &str, sub: &SubIndicator) -> TaskRow {
    let items: Vec<_> = sub.groups.iter().flat_map(|group| &group.items).map(|item| &item.code.value).collect();
    let filed = items.iter().filter(|code| year.entry(code).is_some_and(YearItem::is_filed)).count();
    TaskRow {
        href: format!("{page}#{}", super::year::anchor(&sub.number)),
        text: format!("{} {}", writer.figure(&sub.number), sub.title),
        filed: match filed {
            0 => "no",
            _ if filed < items.len() => "some",
            _ => "yes",
        },
        state: writer.words("filed_summary", &[("filed", &writer.figure(filed)), ("asked", &writer.figure(items.len()))]),
    }
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
