//! ST9: the item's page shows every component the checklist requires. An item scores 100 or 0, so
//! one missing component costs all.

use crate::catalogue::{Component, ComponentBlock};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::Measure;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::score;
use crate::site::{FiledItem, Site};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let site = checked.site;
    let report =
        |item: FiledItem<'_>| item.missing_components(site).filter_map(|component| report(site, item, component)).collect::<Vec<_>>();
    site.filed_items().flat_map(report).collect()
}

fn report(site: &Site, item: FiledItem<'_>, component: &Component) -> Option<Diagnostic> {
    if !is_known_to_be_missing(site, item, component) {
        return None;
    }
    let code = if component.is_attested() { "component-missing" } else { "component-unattested" };
    let english = component.title.en.as_ref().unwrap_or(&component.title.th);
    let block = component.shown_by.map(ComponentBlock::key);
    let diagnostic = Diagnostic::new(code, place(item, component)).with("component", &component.title.th).with("id", &component.id.value);
    let diagnostic = diagnostic.with("component_en", english).with("item", item.code()).with_some("block", block);
    let worth = score::worth(&item.year.catalogue, item.code()).map(|worth| worth.printed(2));
    Some(diagnostic.with_some("worth", worth).about(Some(item.year.fiscal_year), Some(item.code())))
}

fn is_known_to_be_missing(site: &Site, item: FiledItem<'_>, component: &Component) -> bool {
    let document = &item.page.document;
    let (front_matter, unread) = (&document.front_matter, &document.unread);
    let is_unread = |keys: &[&str]| keys.iter().any(|key| unread.outermost(key));
    // The unparsed part may say where the component is.
    if is_unread(&["components"]) {
        return false;
    }
    match component.shown_by {
        Some(ComponentBlock::Instruments) if is_unread(&["assessment", "measures"]) || site.is_plan_unread(item.page) => false,
        // A report without indicators is not organised by instrument, so its coverage is unknown
        // (S2).
        Some(ComponentBlock::Instruments) => {
            let has_scores = front_matter.assessment.as_ref().is_some_and(|assessment| !assessment.instruments.is_empty());
            has_scores || front_matter.measures.iter().any(|measure| !measure.addresses.indicators.is_empty())
        }
        Some(ComponentBlock::AsOf) => !is_unread(&["as_of", "round"]),
        Some(block) => match block.key().split_once('.') {
            Some((list, _)) if front_matter.measures.is_empty() => !is_unread(&[list]),
            Some(_) => first_that_lacks(item, component).is_some(),
            None => !is_unread(&[block.key()]),
        },
        None => true,
    }
}

/// Span of the first measure without the component, else of the page title.
fn place(item: FiledItem<'_>, component: &Component) -> SourceSpan {
    let document = &item.page.document;
    match first_that_lacks(item, component) {
        Some(measure) => SourceSpan::new(&document.source, measure.id.span.clone()),
        None => document.title_place(),
    }
}

/// Returns the first measure without the component, unless that part could not be parsed.
fn first_that_lacks<'s>(item: FiledItem<'s>, component: &Component) -> Option<&'s Measure> {
    let document = &item.page.document;
    let (lacks, keys): (fn(&Measure) -> bool, &[&str]) = match component.shown_by? {
        ComponentBlock::Steps => (|measure| !measure.has_steps(), &["steps"]),
        ComponentBlock::Responsible => (|measure| measure.responsible.is_empty(), &["responsible"]),
        ComponentBlock::Period => (|measure| !measure.has_period(), &["period"]),
        ComponentBlock::Monitoring => (|measure| !measure.is_followed(), &["monitoring", "report"]),
        _ => return None,
    };
    let is_unread = |measure: &Measure| keys.iter().any(|key| document.unread.around(key, measure.id.span.start));
    document.front_matter.measures.iter().find(|measure| lacks(measure) && !is_unread(measure))
}
