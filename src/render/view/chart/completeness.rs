//! How much of a year's checklist is filed, by indicator.

use super::bars::{BarChart, PlainChart, PlainRow};
use crate::catalogue::{Indicator, SubIndicator};
use crate::render::page_context::PageContext;
use crate::site::{Year, YearItem};

/// The picture below the checklist of a year.
pub fn completeness(writer: &PageContext<'_>, year: &Year) -> Option<BarChart> {
    let row = |sub: &SubIndicator| {
        let items = || sub.groups.iter().flat_map(|group| &group.items);
        let (filed, asked) = (items().filter(|item| year.entry(&item.code.value).is_some_and(YearItem::is_filed)).count(), items().count());
        let of = |n: usize| n as f64 / asked.max(1) as f64;
        PlainRow {
            label: format!("{} {}", writer.figure(&sub.number), sub.title),
            value: format!("{}/{}", writer.figure(filed), writer.figure(asked)),
            parts: vec![("full", of(filed)), ("open", of(asked - filed))],
        }
    };
    let subs = |indicator: &'_ Indicator| indicator.sub_indicators.iter().map(row).collect::<Vec<_>>();
    PlainChart {
        id: "completeness-chart",
        title: writer.word("chart_completeness"),
        description: writer.word("chart_beside"),
        rows: year.catalogue.indicators.iter().flat_map(subs).collect(),
        mark: None,
        keys: vec![("full", writer.word("filed")), ("open", writer.word("not_filed"))],
    }
    .placed()
}
