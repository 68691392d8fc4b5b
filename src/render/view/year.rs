//! The page of a year: its checklist in catalogue order.

use serde::Serialize;

use super::chart::{BarChart, completeness};
use super::frame::PageHeading;
use super::{ItemLink, item_link};
use crate::catalogue::{Group, Indicator, SubIndicator};
use crate::render::page_context::PageContext;
use crate::site::Year;

/// The page of a year.
#[derive(Clone, Debug, Serialize)]
pub struct YearView {
    pub(crate) title: String,
    /// Name of the catalogue.
    pub(crate) list: String,
    /// Number of filed items as text.
    pub(crate) summary: String,
    pub(crate) indicators: Vec<IndicatorView>,
    /// How much of the checklist is filed.
    pub(crate) chart: Option<BarChart>,
}

/// An indicator.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorView {
    pub(crate) title: String,
    pub(crate) sub_indicators: Vec<SubIndicatorView>,
}

/// A sub-indicator.
#[derive(Clone, Debug, Serialize)]
pub struct SubIndicatorView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) groups: Vec<GroupView>,
}

/// A group of items.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// Heading, unless it repeats that of the sub-indicator.
    pub(crate) title: Option<String>,
    pub(crate) items: Vec<ItemLink>,
}

/// The view of a year.
pub fn view(writer: &PageContext<'_>, year: &Year) -> (PageHeading, YearView) {
    let catalogue = &year.catalogue;
    let title = writer.words("year_title", &[("year", &writer.year(year.fiscal_year))]);
    let view = YearView {
        title: title.clone(),
        list: writer.translated(&catalogue.title).to_owned(),
        summary: filed_summary(writer, year),
        indicators: catalogue.indicators.iter().map(|indicator| indicator_view(writer, year, indicator)).collect(),
        chart: completeness(writer, year),
    };
    (PageHeading { title, above: Vec::new() }, view)
}

/// `มีข้อมูลแล้ว 3 จาก 43 ข้อ`.
pub(super) fn filed_summary(writer: &PageContext<'_>, year: &Year) -> String {
    let (filed, asked) = (writer.figure(year.filed()), writer.figure(year.entries.len()));
    writer.words("filed_summary", &[("filed", &filed), ("asked", &asked)])
}

/// Anchor of a sub-indicator: `s9-1`.
pub(super) fn anchor(number: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() { c } else { '-' };
    format!("s{}", number.chars().map(safe).collect::<String>())
}

fn indicator_view(writer: &PageContext<'_>, year: &Year, indicator: &Indicator) -> IndicatorView {
    IndicatorView {
        title: writer.words("indicator", &[("no", &writer.figure(indicator.no)), ("title", &indicator.title)]),
        sub_indicators: indicator.sub_indicators.iter().map(|sub| sub_indicator_view(writer, year, sub)).collect(),
    }
}

fn sub_indicator_view(writer: &PageContext<'_>, year: &Year, sub: &SubIndicator) -> SubIndicatorView {
    let group = |group: &Group| GroupView {
        title: group.title.clone().filter(|title| *title != sub.title),
        items: group.items.iter().filter_map(|item| Some(item_link(writer, year, year.entry(&item.code.value)?))).collect(),
    };
    SubIndicatorView {
        id: anchor(&sub.number),
        title: writer.words("sub_indicator", &[("no", &writer.figure(&sub.number)), ("title", &sub.title)]),
        groups: sub.groups.iter().map(group).collect(),
    }
}
