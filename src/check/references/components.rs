//! Components in front matter exist in the catalogue, and their targets on the page.

use super::links::anchors;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::Route;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::site::{ComponentStatus, Page, Site, Year, shown};
use crate::thai::says_something;
use crate::yaml::{MapKey, Spanned};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let site = checked.site;
    let pages = site.years.iter().flat_map(|year| year.entries.iter().filter_map(move |entry| Some((year, entry.page.as_ref()?))));
    let elsewhere = site.written_pages().filter_map(elsewhere);
    pages.flat_map(|(year, page)| faults(site, year, page)).chain(elsewhere).collect()
}

/// Components on a page that is not the one of an item: no assessor is shown them.
fn elsewhere(page: &Page) -> Option<Diagnostic> {
    let document = &page.document;
    let (first, _) = document.front_matter.components.iter().next()?;
    let item = match &document.home {
        Route::Item { .. } => return None,
        Route::Child { item, .. } => Some(item),
        Route::Page { .. } => None,
    };
    let diagnostic = Diagnostic::new("component-elsewhere", SourceSpan::new(&document.source, first.span.clone()));
    Some(diagnostic.with("component", &first.name).with_some("item", item).about(document.home.fiscal_year(), item))
}

fn faults(site: &Site, year: &Year, page: &Page) -> Vec<Diagnostic> {
    let document = &page.document;
    let Some(position) = document.home.item().and_then(|code| year.catalogue.item(code)) else { return Vec::new() };
    let known: Vec<&str> = position.item.components.iter().map(|component| component.id.value.as_str()).collect();
    let fault = |(claimed, claim): &(MapKey, Spanned<String>)| {
        let Some(component) = position.item.components.iter().find(|component| component.id.value == claimed.name) else {
            let place = SourceSpan::new(&document.source, claimed.span.clone());
            let nearest = crate::yaml::nearest(&claimed.name, known.iter().copied());
            let known = (!known.is_empty()).then(|| known.join(", "));
            return Some(
                Diagnostic::new("unknown-component", place)
                    .with("component", &claimed.name)
                    .with_some("nearest", nearest)
                    .with_some("known", known),
            );
        };
        let place = SourceSpan::new(&document.source, claim.span.clone());
        if denies_without_reason(&claim.value) {
            return Some(Diagnostic::new("not-applicable-reason", place).with("component", &claimed.name).with("text", &claim.value));
        }
        match shown(site, page, component) {
            ComponentStatus::At(anchor)
                if anchors(site, &page.permalink).is_some_and(|known| !known.iter().any(|known| **known == *anchor)) =>
            {
                Some(Diagnostic::new("component-anchor", place).with("anchor", anchor).with("component", &claimed.name))
            }
            ComponentStatus::Evidence(id) if !has_evidence(page, &id) && !document.unread.outermost("evidence") => {
                Some(Diagnostic::new("unknown-evidence", place).with("id", id))
            }
            _ => None,
        }
    };
    let found = document.front_matter.components.iter().filter_map(fault);
    found.map(|diagnostic| diagnostic.about(Some(year.fiscal_year), document.home.item())).collect()
}

/// True if the text says "not applicable" in any of the usual ways, but not as `n/a: reason`.
fn denies_without_reason(text: &str) -> bool {
    const WAYS: [&str; 5] = ["n/a", "na ", "n.a.", "ไม่เกี่ยวข้อง", "ไม่มี"];
    let lower = text.trim().to_lowercase();
    let denies = lower == "na" || lower == "-" || WAYS.iter().any(|way| lower.starts_with(way));
    denies && !text.strip_prefix("n/a:").is_some_and(says_something)
}

fn has_evidence(page: &Page, id: &str) -> bool {
    page.document.front_matter.evidence.iter().any(|evidence| evidence.id.as_ref().is_some_and(|known| known.value == id))
}
