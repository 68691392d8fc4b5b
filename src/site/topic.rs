//! The same subject in all years, whatever its number was: O42 of 2566 is O34 of 2567.

use std::collections::BTreeMap;

use super::Year;
use crate::base::ItemCode;
use crate::thai::FiscalYear;

/// A subject and the items that are about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its stable name, also its address.
    pub subject: String,
    /// Year and item, oldest first.
    pub items: Vec<(FiscalYear, ItemCode)>,
}

/// The topics of a site, in the order in which the newest list names them.
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
