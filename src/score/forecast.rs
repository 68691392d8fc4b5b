//! What each item of the checklist is worth, and what a body would score.

use super::{Exact, invert, total};
use crate::base::ItemCode;
use crate::catalogue::{Catalogue, Instrument};

/// What the checklist part would score.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The score of the instrument, 0–100.
    pub oit: Exact,
    /// What it adds to the total; `None` if the weights of the year are not known.
    pub points: Option<Exact>,
    /// Every item, the most valuable first, then in the order of the list.
    pub items: Vec<ItemForecast>,
}

/// An item in a forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemForecast {
    /// Which.
    pub code: ItemCode,
    /// Whether it counts as passed.
    pub passes: bool,
    /// Points of 100 of the instrument that hang on it.
    pub share: Exact,
    /// Points of the total that hang on it; `None` if the weights of the year are not known.
    pub worth: Option<Exact>,
}

/// What one item is worth in points of the total; `None` if it is not in the list or the weights
/// are not known.
pub fn worth(catalogue: &Catalogue, code: &ItemCode) -> Option<Exact> {
    let (_, share) = shares(catalogue).into_iter().find(|(known, _)| *known == code)?;
    Some(share.times(&total::weight(catalogue, Instrument::Oit)?))
}

/// The score of the checklist if exactly the items pass of which `passes` says so.
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

/// Points of 100 of the instrument that hang on each item, in the order of the list: an indicator
/// is the mean of its sub-indicators, the instrument that of its indicators.
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
