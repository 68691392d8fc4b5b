//! Items of a checklist that would score 0 as they are.

use crate::base::ItemCode;
use crate::catalogue::Translated;
use crate::score::{self, Exact};
use crate::site::{FiledItem, Page, Site, Year, YearItem, passes};

/// An item that would score 0.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenItem {
    pub(crate) code: ItemCode,
    pub(crate) title: String,
    /// Unit of its page, or of the page on the same subject in the last year that has one.
    pub(crate) unit: Option<String>,
    /// Points that it is worth.
    pub(crate) worth: Exact,
    pub(crate) reason: OpenReason,
}

/// Why an item would score 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenReason {
    /// Nothing is filed.
    Missing,
    /// A page that is a draft, without these components.
    Draft(Vec<Translated>),
    /// A page without content.
    Empty,
    /// A page without these components.
    Incomplete(Vec<Translated>),
}

/// Open items by descending worth.
pub(super) fn open_items(site: &Site, year: &Year) -> Vec<OpenItem> {
    let open = score::forecast(&year.catalogue, |_| false).items.into_iter().filter_map(|item| {
        let entry = year.entry(&item.code).filter(|entry| !passes(site, year, entry))?;
        Some(OpenItem {
            title: year.position(entry)?.item.title.clone(),
            unit: unit(site, year, entry),
            reason: reason(site, year, entry),
            worth: item.worth.unwrap_or(item.share),
            code: item.code,
        })
    });
    open.collect()
}

fn reason(site: &Site, year: &Year, entry: &YearItem) -> OpenReason {
    let filed = entry.page.as_ref().zip(year.position(entry));
    let Some((page, position)) = filed else { return OpenReason::Missing };
    let item = FiledItem { year, entry, position, page };
    let missing: Vec<Translated> =
        item.missing_components(site).filter(|component| component.is_attested()).map(|component| component.title.clone()).collect();
    match (page.document.front_matter.draft, missing.is_empty()) {
        (true, _) => OpenReason::Draft(missing),
        (false, true) => OpenReason::Empty,
        (false, false) => OpenReason::Incomplete(missing),
    }
}

/// Unit of the page of an item, or of its latest page on the same subject.
fn unit(site: &Site, year: &Year, entry: &YearItem) -> Option<String> {
    let of_page = |page: &Page| page.document.front_matter.unit.as_ref().map(|unit| unit.value.clone());
    entry.page.as_ref().and_then(of_page).or_else(|| {
        let subjects = &year.position(entry)?.item.subjects;
        let earlier = site.years.iter().rev().filter(|earlier| earlier.fiscal_year < year.fiscal_year);
        let pages = earlier.flat_map(|earlier| earlier.entries.iter().map(move |entry| (earlier, entry)));
        let is_same = |(earlier, entry): &(&Year, &YearItem)| {
            let known = earlier.position(entry).map(|position| &position.item.subjects);
            known.is_some_and(|known| known.iter().any(|known| subjects.iter().any(|own| own.value == known.value)))
        };
        pages.filter(is_same).find_map(|(_, entry)| entry.page.as_ref().and_then(of_page))
    })
}
