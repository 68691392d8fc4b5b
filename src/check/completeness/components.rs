//! ST9: each component that the list asks for is on the page of its item. An item is scored 100 or 0: one missing component costs it all.

use crate::catalogue::Component;
use crate::check::{At, Check, Checked};
use crate::content::front_matter::Measure;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::score;
use crate::site::FiledItem;

pub(super) const CHECK: Check = Check { about: "components of each item", looks: At::Site(run) };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let site = checked.site;
    let report = |item: FiledItem<'_>| item.missing_components(site).filter_map(|component| report(item, component)).collect::<Vec<_>>();
    site.filed_items().flat_map(report).collect()
}

fn report(item: FiledItem<'_>, component: &Component) -> Option<Diagnostic> {
    if !is_known_to_be_missing(item, component) {
        return None;
    }
    let code = if component.is_attested() { "component-missing" } else { "component-unattested" };
    let english = component.title.en.as_ref().unwrap_or(&component.title.th);
    let block = component.shown_by.as_ref().map(|block| block.value.as_str());
    let diagnostic = Diagnostic::new(code, place(item, component)).with("component", &component.title.th).with("id", &component.id);
    let diagnostic = diagnostic.with("component_en", english).with("item", item.code()).with_some("block", block);
    let worth = score::worth(&item.year.catalogue, item.code()).map(|worth| worth.printed(2));
    Some(diagnostic.with_some("worth", worth).about(Some(item.year.fiscal_year), Some(item.code())))
}

/// A report that names no indicator is not arranged by instruments: whether it covers all of them cannot be told (S2).
fn is_known_to_be_missing(item: FiledItem<'_>, component: &Component) -> bool {
    let front_matter = &item.page.document.front_matter;
    let is_by_instrument = component.shown_by.as_ref().is_some_and(|block| block.value == "instruments");
    let has_scores = front_matter.assessment.as_ref().is_some_and(|assessment| !assessment.instruments.is_empty());
    !is_by_instrument || has_scores || front_matter.measures.iter().any(|measure| !measure.addresses.indicators.is_empty())
}

/// The measure that lacks it, else the title of the page.
fn place(item: FiledItem<'_>, component: &Component) -> Place {
    let lacks = |measure: &&Measure| match component.shown_by.as_ref().map(|block| block.value.as_str()) {
        Some("measures.steps") => measure.steps.is_empty(),
        Some("measures.responsible") => measure.responsible.is_empty(),
        Some("measures.period") => measure.period.is_none(),
        Some("measures.monitoring") => !measure.is_followed(),
        _ => false,
    };
    let document = &item.page.document;
    match document.front_matter.measures.iter().find(lacks) {
        Some(measure) => Place::new(&document.source, measure.id.span.clone()),
        None => document.title_place(),
    }
}
