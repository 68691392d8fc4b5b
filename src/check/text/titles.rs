//! Every page has a title of its own, of a length that a list can show.

use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::content::Home;
use crate::diagnostics::{Diagnostic, Place};

pub(super) const CHECK: Check = Check { about: "titles", looks: At::Pages(fault) };

fn fault(checked: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let document = page.document;
    let limit = checked.site.config.limits.title;
    let found = match &document.front_matter.title {
        Some(title) if title.chars().count() > limit => {
            let place = Place::new(&document.source, title.span.clone());
            Some(Diagnostic::new("title-too-long", place).with("size", title.chars().count()).with("limit", limit))
        }
        // The page of an item has the title of the checklist if it has none of its own.
        None if !matches!(document.home, Home::Item { .. }) && !document.unread.outermost("title") => {
            Some(Diagnostic::new("title-missing", Place::file(&document.source)))
        }
        _ => None,
    };
    found.into_iter().collect()
}
