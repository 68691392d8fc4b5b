//! What is still to be done for a fiscal year, by unit and by worth, and until when.
//!
//! Pure: from an assembled site and a day. [`calendar`] is the output for office calendars.

pub mod calendar;
mod deadline;
mod open_item;

pub use deadline::{DueDate, due_dates};
pub use open_item::{OpenItem, OpenReason};

use crate::score::Exact;
use crate::site::{Site, passes};
use crate::thai::{Date, FiscalYear};

/// State of a fiscal year on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct DueList {
    pub(crate) fiscal_year: FiscalYear,
    /// Number of items in the checklist.
    pub(crate) items: usize,
    /// Items that would score 100 as they are.
    pub(crate) done: usize,
    /// Deadlines from the first to the last, past ones included.
    pub(crate) dates: Vec<DueDate>,
    /// Items by unit; those of no known unit last. Within a unit by descending worth.
    pub(crate) units: Vec<(Option<String>, Vec<OpenItem>)>,
    /// Points of the open items: of the total, or of the instrument if the weights are unknown.
    pub(crate) at_stake: Exact,
}

impl DueList {
    /// All open items by descending worth.
    pub fn open_items(&self) -> impl Iterator<Item = &OpenItem> {
        let mut items: Vec<&OpenItem> = self.units.iter().flat_map(|(_, items)| items).collect();
        items.sort_by(|a, b| b.worth.cmp(&a.worth));
        items.into_iter()
    }
}

/// Returns the state of `fiscal_year`; `None` if the site does not have that year.
pub fn due(site: &Site, fiscal_year: FiscalYear, today: Date) -> Option<DueList> {
    let year = site.year(fiscal_year)?;
    let open = open_item::open_items(site, year);
    let at_stake = open.iter().fold(Exact::zero(), |sum, item| sum.plus(&item.worth));
    Some(DueList {
        fiscal_year,
        items: year.entries.len(),
        done: year.entries.iter().filter(|entry| passes(site, year, entry)).count(),
        dates: due_dates(&site.config, fiscal_year, today),
        units: by_unit(site, open),
        at_stake,
    })
}

/// Groups items by unit, in the order of the site file.
fn by_unit(site: &Site, open: Vec<OpenItem>) -> Vec<(Option<String>, Vec<OpenItem>)> {
    let mut units: Vec<(Option<String>, Vec<OpenItem>)> =
        site.config.units.iter().map(|unit| (Some(unit.name.value.clone()), Vec::new())).collect();
    for item in open {
        match units.iter_mut().find(|(unit, _)| *unit == item.unit) {
            Some((_, items)) => items.push(item),
            None => units.push((item.unit.clone(), vec![item])),
        }
    }
    units.sort_by_key(|(unit, _)| unit.is_none());
    units.retain(|(_, items)| !items.is_empty());
    units
}
