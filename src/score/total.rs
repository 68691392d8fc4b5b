//! Instrument means and the weighted total.

use std::collections::BTreeMap;

use super::{Exact, Points};
use crate::catalogue::{Catalogue, Instrument};
use crate::content::front_matter::Assessment;

/// Published scores by indicator number.
pub type Scores = BTreeMap<u32, Points>;

/// Extracts the published scores of an assessment. The first score of a repeated indicator wins;
/// invalid scores are skipped.
pub fn scores_of(assessment: &Assessment) -> Scores {
    let mut scores = Scores::new();
    for indicator in assessment.instruments.iter().flat_map(|instrument| &instrument.indicators) {
        if let Some(points) = indicator.score.as_ref().and_then(|score| Points::of(score.value)) {
            scores.entry(indicator.no.value).or_insert(points);
        }
    }
    scores
}

/// Means of the instruments for which every indicator has a score.
pub fn instrument_means(catalogue: &Catalogue, scores: &Scores) -> BTreeMap<Instrument, Exact> {
    let mean = |instrument: &Instrument| Some((*instrument, instrument_mean(catalogue, *instrument, scores)?));
    Instrument::ALL.iter().filter_map(mean).collect()
}

/// Mean of the indicators of an instrument; `None` unless all of them have a score.
pub fn instrument_mean(catalogue: &Catalogue, instrument: Instrument, scores: &Scores) -> Option<Exact> {
    let named = catalogue.instruments.iter().find(|named| named.id == instrument)?;
    let scored: Option<Vec<Exact>> =
        named.indicators.iter().map(|indicator| scores.get(&indicator.no).map(|score| score.exact())).collect();
    Exact::mean(scored?)
}

/// Weighted mean of the instruments; `None` unless the weights of the year and all scores are
/// known.
pub fn total(catalogue: &Catalogue, scores: &Scores) -> Option<Exact> {
    let weighted = |instrument: &Instrument| {
        let mean = instrument_mean(catalogue, *instrument, scores)?;
        Some(mean.times(&weight(catalogue, *instrument)?))
    };
    let parts: Option<Vec<Exact>> = Instrument::ALL.iter().map(weighted).collect();
    Some(parts?.iter().fold(Exact::zero(), |sum, part| sum.plus(part)))
}

/// Weight of an instrument in the total, 0–1.
pub fn weight(catalogue: &Catalogue, instrument: Instrument) -> Option<Exact> {
    let weights = catalogue.weights.as_ref()?;
    let percent = match instrument {
        Instrument::Iit => weights.iit,
        Instrument::Eit => weights.eit,
        Instrument::Oit => weights.oit,
    };
    Some(Exact::decimal(percent).times(&Exact::ratio(1, 100)))
}
