//! Value of each checklist item, and the expected score of a body.

use super::{Exact, invert, total};
use crate::base::ItemCode;
use crate::catalogue::{Catalogue, Instrument};

/// Expected score of the checklist instrument (OIT).
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Score of the instrument, 0–100.
    pub(crate) oit: Exact,
    /// Contribution to the total; `None` if the weights of the year are unknown.
    pub(crate) points: Option<Exact>,
    /// All items, by descending share, then in list order.
    pub(crate) items: Vec<ItemForecast>,
}

/// One item of a forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemForecast {
    pub(crate) code: ItemCode,
    /// True if the item counts as passed.
    pub(crate) passes: bool,
    /// Contribution to the score of the instrument, in points of 100.
    pub(crate) share: Exact,
    /// Contribution to the total, in points; `None` if the weights of the year are unknown.
    pub(crate) worth: Option<Exact>,
}

/// Contribution of one item to the total, in points; `None` if it is not in the list or the weights
/// are unknown.
pub fn worth(catalogue: &Catalogue, code: &ItemCode) -> Option<Exact> {
    let (_, share) = shares(catalogue).into_iter().find(|(known, _)| *known == code)?;
    Some(share.times(&total::weight(catalogue, Instrument::Oit)?))
}

/// Forecasts the checklist score under the assumption that exactly the items selected by `passes`
/// pass.
pub fn forecast(catalogue: &Catalogue, passes: impl Fn(&ItemCode) -> bool) -> Forecast {
    let weight = total::weight(catalogue, Instrument::Oit);
    let worth = |share: &Exact| weight.as_ref().map(|weight| share.times(weight));
    let item = |(code, share): (&ItemCode, Exact)| ItemForecast { code: code.clone(), passes: passes(code), worth: worth(&share), share };
    let mut items: Vec<ItemForecast> = shares(catalogue).into_iter().map(item).collect();
    let passed = items.iter().filter(|item| item.passes);
    let oit = passed.fold(Exact::zero(), |sum, item| sum.plus(&item.share));
    items.sort_by(|a, b| b.share.cmp(&a.share));
    Forecast { points: worth(&oit), oit, items }
}

/// Contribution of each item to the instrument score in points of 100, in list order: an indicator
/// is the mean of its sub-indicators, the instrument the mean of its indicators.
fn shares(catalogue: &Catalogue) -> Vec<(&ItemCode, Exact)> {
    let parts: Vec<_> = catalogue.indicators.iter().map(invert::asked).filter(|subs| !subs.is_empty()).collect();
    let mut shares = Vec::new();
    for subs in &parts {
        let of_sub = Exact::ratio(100, 1).times(&one_of(parts.len())).times(&one_of(subs.len()));
        for (sub, asked) in subs {
            let share = of_sub.times(&Exact::ratio(1, i64::from(*asked)));
            let items = sub.groups.iter().flat_map(|group| &group.items);
            shares.extend(items.map(|item| (&item.code.value, share.clone())));
        }
    }
    shares
}

fn one_of(count: usize) -> Exact {
    Exact::ratio(1, i64::try_from(count).unwrap_or(i64::MAX))
}
