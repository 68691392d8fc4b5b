//! Item codes are consecutive from 1 without duplicates, and each sub-indicator has its stated
//! number of items.

use std::collections::BTreeMap;

use super::{Indicator, SubIndicator};
use crate::base::ItemCode;
use crate::yaml::Context;

/// Reports every numbering error of a catalogue.
pub(super) fn check(indicators: &[Indicator], context: &mut Context<'_>) {
    let mut seen: BTreeMap<&ItemCode, ()> = BTreeMap::new();
    let mut expected: BTreeMap<&str, u16> = BTreeMap::new();
    for item in indicators.iter().flat_map(|indicator| &indicator.sub_indicators).flat_map(SubIndicator::items) {
        let code = &item.code;
        if seen.insert(&code.value, ()).is_some() {
            context.report("item-code-twice", &code.span).set("code", &code.value);
            continue;
        }
        let next = expected.entry(code.letters()).or_insert(1);
        if code.number() != *next {
            context.report("item-number-gap", &code.span).set("code", &code.value).set("expected", format!("{}{next}", code.letters()));
        }
        *next = code.number().saturating_add(1);
    }
    for sub_indicator in indicators.iter().flat_map(|indicator| &indicator.sub_indicators) {
        let count = sub_indicator.items().count();
        if let Some(asked) = sub_indicator.asked.as_ref().filter(|asked| asked.value as usize != count) {
            let report = context.report("item-count", &asked.span);
            report.set("number", &sub_indicator.number).set("asked", asked.value).set("count", count);
        }
    }
}
