//! ST9: each component that the list asks for is on the page of its item. An item is scored 100 or 0: one missing component costs it all.

use crate::catalogue::Component;
use crate::check::{Check, Checked};
use crate::content::front_matter::Measure;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::{FiledItem, Shown, Site, shown};

pub(super) const CHECK: Check = Check { about: "components of each item", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let site = checked.site;
    let missing = |item: FiledItem<'_>| {
        let asked = item.position.item.components.iter().filter(|component| is_asked(site, component)).collect::<Vec<_>>();
        asked.into_iter().filter_map(|component| missing(site, item, component)).collect::<Vec<_>>()
    };
    site.filed_items().flat_map(missing).collect()
}

/// Some components are asked of local governments only.
fn is_asked(site: &Site, component: &Component) -> bool {
    component.applies.as_deref() != Some("local") || site.config.agency.is_local()
}

fn missing(site: &Site, item: FiledItem<'_>, component: &Component) -> Option<Diagnostic> {
    let front_matter = &item.page.document.front_matter;
    let is_zero_report = front_matter.publication.zero_report.is_some();
    if is_zero_report || shown(site, item.page, component) != Shown::Missing || !is_known_to_be_missing(item, component) {
        return None;
    }
    let code = if component.is_attested() { "component-missing" } else { "component-unattested" };
    let diagnostic = Diagnostic::new(code, place(item, component)).with("component", &component.title.th).with("id", &component.id);
    let diagnostic = match &component.title.en {
        Some(english) => diagnostic.with("component_en", english),
        None => diagnostic.with("component_en", &component.title.th),
    };
    let block = component.shown_by.as_ref().map(|block| block.value.as_str());
    Some(diagnostic.with("item", item.code()).with_some("block", block).about(Some(item.year.fiscal_year), Some(item.code())))
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
