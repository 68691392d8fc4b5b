//! Location of required components on a page.

use super::{Page, Site};
use crate::catalogue::{Component, ComponentBlock, Instrument};
use crate::content::front_matter::{FrontMatter, Measure, ProgressEntry};
use crate::content::{Body, block_ids};
use crate::thai::says_something;

/// Status of a required component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComponentStatus {
    /// Shown at an anchor of the page.
    At(String),
    /// Shown by the evidence with this id.
    Evidence(String),
    /// Not applicable, with the reason.
    NotApplicable(String),
    /// Not found.
    Missing,
}

/// Status of `component` on `page`: as stated in its front matter, else by the block that shows it
/// implicitly, else by an anchor of the same name.
pub fn shown(site: &Site, page: &Page, component: &Component) -> ComponentStatus {
    let front_matter = &page.document.front_matter;
    if let Some(claim) = front_matter.components.of(&component.id.value) {
        let text = claim.value.as_str();
        return match (text.strip_prefix('#'), text.strip_prefix("n/a:")) {
            (Some(anchor), _) if is_bare_heading(&page.document.body, anchor) => ComponentStatus::Missing,
            (Some(anchor), _) => ComponentStatus::At(anchor.to_owned()),
            (_, Some(reason)) if says_something(reason) => ComponentStatus::NotApplicable(reason.trim().to_owned()),
            (_, Some(_)) => ComponentStatus::Missing,
            (None, None) => ComponentStatus::Evidence(text.to_owned()),
        };
    }
    let by_block = component.shown_by.and_then(|block| match block {
        ComponentBlock::Instruments => covers_every_instrument(site, page),
        block => block_anchor(front_matter, block),
    });
    match by_block {
        Some(anchor) => ComponentStatus::At(anchor.to_owned()),
        None if is_in(&page.document.body, &component.id.value) => ComponentStatus::At(component.id.value.clone()),
        None => ComponentStatus::Missing,
    }
}

/// True if the body has the anchor, and something below it: a heading alone shows nothing.
fn is_in(body: &Body, anchor: &str) -> bool {
    body.outline.anchors().any(|known| known == anchor) && !is_bare_heading(body, anchor)
}

fn is_bare_heading(body: &Body, anchor: &str) -> bool {
    body.outline.headings.iter().any(|heading| heading.id == anchor) && !body.says_something_below(anchor)
}

/// Anchor of the part that covers every instrument of the year: the scores, or the measures for
/// their indicators. Measures are those of the page, else those of the plan that it reports on.
fn covers_every_instrument(site: &Site, page: &Page) -> Option<&'static str> {
    let catalogue = &site.year(page.document.home.fiscal_year()?)?.catalogue;
    let front_matter = &page.document.front_matter;
    let instruments = front_matter.assessment.iter().flat_map(|all| &all.instruments);
    let scored: Vec<Instrument> = instruments.filter(|one| one.is_stated()).map(|one| one.id.value).collect();
    let plan = site.plan_of(page).filter(|_| front_matter.measures.is_empty()).unwrap_or(front_matter);
    let indicators = plan.measures.iter().flat_map(|measure| &measure.addresses.indicators);
    let answered: Vec<Instrument> = indicators.filter_map(|no| Some(catalogue.instrument_of(no.value)?.id)).collect();
    let every = |covered: &[Instrument]| catalogue.instruments.iter().all(|instrument| covered.contains(&instrument.id));
    let anchor = block_anchor(front_matter, ComponentBlock::Progress).or_else(|| block_anchor(front_matter, ComponentBlock::Measures));
    match (every(&scored), every(&answered)) {
        (true, _) => Some("analysis"),
        (false, true) => anchor,
        (false, false) => None,
    }
}

fn is_reported(entry: &ProgressEntry) -> bool {
    entry.status.is_some() || entry.remark.is_some() || entry.as_marked.is_some() || !entry.results.is_empty()
}

/// Anchor of a block of front matter, if the page has it and it is filled in.
fn block_anchor(front_matter: &FrontMatter, block: ComponentBlock) -> Option<&'static str> {
    let ids = block_ids(front_matter);
    let present = |id: &'static str| ids.contains(&id).then_some(id);
    let every_measure =
        |has: fn(&Measure) -> bool| (!front_matter.measures.is_empty() && front_matter.measures.iter().all(has)).then_some("plan");
    match block {
        ComponentBlock::Assessment => {
            front_matter.assessment.as_ref().filter(|assessment| assessment.is_stated()).and_then(|_| present("analysis"))
        }
        ComponentBlock::Issues => present("issues"),
        ComponentBlock::Measures => present("measures").filter(|_| front_matter.measures.iter().any(Measure::is_titled)),
        ComponentBlock::Steps => every_measure(Measure::has_steps),
        ComponentBlock::Responsible => every_measure(|measure| !measure.responsible.is_empty()),
        ComponentBlock::Period => every_measure(Measure::has_period),
        ComponentBlock::Monitoring => every_measure(Measure::is_followed),
        ComponentBlock::Progress => {
            front_matter.progress.as_ref().filter(|report| report.entries.iter().any(is_reported)).and(present("progress"))
        }
        ComponentBlock::AsOf => (front_matter.as_of.is_some() || front_matter.round.is_some()).then_some("about"),
        ComponentBlock::Adopted => front_matter.adopted.as_ref().map(|_| "about"),
        ComponentBlock::Memo => present("memo"),
        ComponentBlock::Evidence => (!front_matter.evidence.is_empty()).then_some("evidence"),
        // Not one block: see `covers_every_instrument`.
        ComponentBlock::Instruments => None,
    }
}
