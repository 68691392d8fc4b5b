//! One document as evidence for several items: each assessor has to search it for the relevant part
//! (AS12).

use std::collections::BTreeMap;

use super::pointers::Reference;
use crate::base::ItemCode;
use crate::catalogue::Kind;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::site::{LinkTarget, Page, Site, Year};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    checked.site.years.iter().flat_map(|year| of_year(checked.site, year)).collect()
}

fn of_year(site: &Site, year: &Year) -> Vec<Diagnostic> {
    let mut uses: BTreeMap<String, Vec<(ItemCode, Reference<'_>)>> = BTreeMap::new();
    for entry in &year.entries {
        let pages = entry.page.iter().chain(&entry.children).filter(|page| !cites(year, page));
        for pointer in pages.flat_map(Reference::of_evidence) {
            let Some(target) = target(site, &pointer) else { continue };
            uses.entry(target).or_default().push((entry.code.clone(), pointer));
        }
    }
    uses.values().flat_map(|uses| uses.iter().filter_map(|(item, pointer)| shared(item, pointer, uses))).collect()
}

fn shared(item: &ItemCode, pointer: &Reference<'_>, uses: &[(ItemCode, Reference<'_>)]) -> Option<Diagnostic> {
    let mut others: Vec<&ItemCode> = uses.iter().map(|(other, _)| other).filter(|other| *other != item).collect();
    others.sort();
    others.dedup();
    let names: Vec<String> = others.iter().map(ToString::to_string).collect();
    (!names.is_empty()).then(|| pointer.report("evidence-shared").with("others", names.join(", ")))
}

/// True for progress reports, which refer to the pages of their results by design.
fn cites(year: &Year, page: &Page) -> bool {
    let document = &page.document;
    let listed = document.home.item().and_then(|item| year.catalogue.item(item)).map(|position| position.item.kind);
    document.front_matter.kind.as_ref().map(|kind| kind.value).or(listed) == Some(Kind::Progress)
}

/// Normalised target with anchor; `None` if it does not exist.
fn target(site: &Site, pointer: &Reference<'_>) -> Option<String> {
    match pointer.target(site) {
        LinkTarget::Inside { permalink, anchor, .. } => Some(format!("{permalink}#{anchor}")),
        LinkTarget::Outside(_) => pointer.outside(site).map(|url| url.to_string()),
        LinkTarget::Draft(_) | LinkTarget::Missing { .. } => None,
    }
}
