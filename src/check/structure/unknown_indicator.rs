//! ST2: indicators and items that a plan or analysis names are in the checklist of its year, each
//! indicator under its own instrument. The one called the lowest has the lowest score.

use std::ops::Range;

use crate::base::ItemCode;
use crate::catalogue::Catalogue;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{IndicatorScore, InstrumentScores};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::site::{FiledItem, Site};
use crate::thai::canonical;
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let site = checked.site;
    site.filed_items().flat_map(|item| [in_measures(site, item), in_scores(item)].concat()).collect()
}

fn in_measures(site: &Site, item: FiledItem<'_>) -> Vec<Diagnostic> {
    let targets = || item.page.document.front_matter.measures.iter().map(|measure| &measure.addresses);
    let indicators = targets().flat_map(|targets| &targets.indicators).filter_map(|no| unknown(item, no.value, &no.span));
    let is_unknown = |code: &&Spanned<ItemCode>| !site.years.iter().any(|year| year.catalogue.item(&code.value).is_some());
    let items = targets().flat_map(|targets| &targets.items).filter(is_unknown);
    let items = items.map(|code| report(item, "indicator-unknown", &code.span).with("item", &code.value));
    indicators.chain(items).collect()
}

fn in_scores(item: FiledItem<'_>) -> Vec<Diagnostic> {
    let instruments = item.page.document.front_matter.assessment.iter().flat_map(|assessment| &assessment.instruments);
    let of_instrument = |scores: &InstrumentScores| {
        let fault = |indicator: &IndicatorScore| in_score(item, scores, indicator);
        scores.indicators.iter().filter_map(fault).chain(lowest(item, scores)).collect::<Vec<_>>()
    };
    instruments.flat_map(of_instrument).collect()
}

/// An indicator that is known by its name is the matter of `indicator-number`.
fn in_score(item: FiledItem<'_>, scores: &InstrumentScores, indicator: &IndicatorScore) -> Option<Diagnostic> {
    let catalogue = &item.year.catalogue;
    if is_named(catalogue, indicator) {
        return None;
    }
    let Some(own) = catalogue.instrument_of(indicator.no.value) else { return unknown(item, indicator.no.value, &indicator.no.span) };
    let finding = || report(item, "indicator-unknown", &indicator.no.span).with("no", indicator.no.value);
    (own.id != scores.id.value).then(|| finding().with("belongs", own.id.key()).with("written", scores.id.value.key()))
}

fn is_named(catalogue: &Catalogue, indicator: &IndicatorScore) -> bool {
    let name = indicator.name.as_ref().map(|name| canonical(&name.value));
    let mut known = catalogue.instruments.iter().flat_map(|instrument| &instrument.indicators);
    name.is_some_and(|name| known.any(|known| canonical(&known.name) == name))
}

/// Of a checklist without indicators nothing is known.
fn unknown(item: FiledItem<'_>, no: u32, span: &Range<usize>) -> Option<Diagnostic> {
    let known = || item.year.catalogue.instruments.iter().flat_map(|instrument| &instrument.indicators).map(|indicator| indicator.no);
    let (first, last) = (known().min()?, known().max()?);
    let is_known = known().any(|known| known == no);
    (!is_known).then(|| report(item, "indicator-unknown", span).with("no", no).with("known", format!("{first}–{last}")))
}

fn lowest(item: FiledItem<'_>, scores: &InstrumentScores) -> Option<Diagnostic> {
    let called = scores.lowest.as_ref()?;
    let score = |indicator: &IndicatorScore| indicator.score.as_ref().map(|score| score.value);
    let own = scores.indicators.iter().find(|indicator| indicator.no.value == called.value);
    let finding = || report(item, "lowest-differs", &called.span).with("no", called.value);
    let Some(own) = own else {
        return (!scores.indicators.is_empty()).then(|| finding().with("absent", scores.id.value.key()));
    };
    let lower = scores.indicators.iter().filter(|other| score(other).zip(score(own)).is_some_and(|(other, own)| other.value < own.value));
    let lower = lower.min_by(|one, other| {
        score(one).map(|s| s.value).partial_cmp(&score(other).map(|s| s.value)).unwrap_or(std::cmp::Ordering::Equal)
    })?;
    Some(finding().with("lower", lower.no.value))
}

fn report(item: FiledItem<'_>, code: &'static str, span: &Range<usize>) -> Diagnostic {
    let place = SourceSpan::new(&item.page.document.source, span.clone());
    Diagnostic::new(code, place).with("year", item.year.fiscal_year).about(Some(item.year.fiscal_year), Some(item.code()))
}
