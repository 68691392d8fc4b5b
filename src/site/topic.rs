//! Subjects across years, under changing item numbers: O42 of 2566 is O34 of 2567.

use std::collections::BTreeMap;

use super::Year;
use crate::base::ItemCode;
use crate::thai::FiscalYear;

/// A subject and its items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Stable name, also part of the address.
    pub(crate) subject: String,
    /// Years and items, oldest first.
    pub(crate) items: Vec<(FiscalYear, ItemCode)>,
}

impl Topic {
    /// True if it has items of several years, so that its page says more than theirs.
    pub fn is_across_years(&self) -> bool {
        self.items.len() > 1
    }
}

/// Returns the topics of a site, in the order of the newest checklist.
pub(super) fn topics(years: &[Year]) -> Vec<Topic> {
    let mut order: Vec<&str> = Vec::new();
    let mut items: BTreeMap<&str, Vec<(FiscalYear, ItemCode)>> = BTreeMap::new();
    for year in years.iter().rev() {
        for position in year.catalogue.items() {
            for subject in &position.item.subjects {
                let known = items.entry(subject).or_default();
                if known.is_empty() {
                    order.push(subject);
                }
                known.push((year.fiscal_year, position.item.code.value.clone()));
            }
        }
    }
    let mut topic = |subject: &str| {
        let mut items = items.remove(subject).unwrap_or_default();
        items.sort();
        Topic { subject: subject.to_owned(), items }
    };
    order.into_iter().map(&mut topic).collect()
}
