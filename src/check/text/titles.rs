//! Every page has a title of its own, of a length that a list can show.

use crate::check::{Check, Checked};
use crate::content::Home;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::{Page, Site};

pub(super) const CHECK: Check = Check { about: "titles", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let site = checked.site;
    site.written_pages().filter_map(|page| fault(site, page)).collect()
}

fn fault(site: &Site, page: &Page) -> Option<Diagnostic> {
    let document = &page.document;
    let limit = site.config.limits.title;
    let found = match &document.front_matter.title {
        Some(title) if title.chars().count() > limit => {
            let place = Place::new(&document.source, title.span.clone());
            Some(Diagnostic::new("title-too-long", place).with("size", title.chars().count()).with("limit", limit))
        }
        // The page of an item has the title of the checklist if it has none of its own.
        None if !matches!(document.home, Home::Item { .. }) => Some(Diagnostic::new("title-missing", Place::file(&document.source))),
        _ => None,
    };
    found.map(|diagnostic| diagnostic.about(document.home.fiscal_year(), document.home.item()))
}
