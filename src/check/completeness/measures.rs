//! ST9: a report that brings its own measures says who does them and until when (S4). For plans the list asks for it by component.

use crate::check::{At, Check, Checked};
use crate::content::front_matter::{Kind, Measure};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::{FiledItem, Site};

pub(super) const CHECK: Check = Check { about: "measures in reports", looks: At::Site(run) };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let site = checked.site;
    let reports = site.filed_items().filter(|item| item.kind() == Kind::Progress && !has_plan(site, item));
    reports.flat_map(incomplete).collect()
}

/// Where the plan is a page of the site, its own components are checked there.
fn has_plan(site: &Site, item: &FiledItem<'_>) -> bool {
    site.plan_of(item.page).is_some()
}

fn incomplete(item: FiledItem<'_>) -> Vec<Diagnostic> {
    let measures = &item.page.document.front_matter.measures;
    let nobody = measures.iter().find(|measure| measure.responsible.is_empty()).map(|measure| (measure, "measure-without-owner"));
    let no_time = |measure: &&Measure| measure.period.is_none() && measure.report.as_ref().is_none_or(|report| report.by.is_none());
    let undated = measures.iter().find(no_time).map(|measure| (measure, "measure-without-period"));
    let report = |(measure, code): (&Measure, &'static str)| {
        let place = Place::new(&item.page.document.source, measure.id.span.clone());
        Diagnostic::new(code, place).with("id", &measure.id.value).about(Some(item.year.fiscal_year), Some(item.code()))
    };
    nobody.into_iter().chain(undated).map(report).collect()
}
