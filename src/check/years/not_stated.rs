//! A reader of measures and reports sees of which year they are (MODEL A.6 YR9).

use super::subject::Subject;
use crate::check::wording::{on_pages, years_in};
use crate::check::{Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::{Page, Site};

pub(super) const CHECK: Check = Check { about: "fiscal year of measures and reports", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    on_pages(checked.site, |page| missing(checked.site, page).into_iter().collect())
}

fn missing(site: &Site, page: &Page) -> Option<Diagnostic> {
    let subject = Subject::of(site, page)?;
    let document = &page.document;
    let stated = document.front_matter.fiscal_year.is_some() || !years_in(&page.title).is_empty();
    let title = document.front_matter.title.as_ref();
    let place = title.map_or_else(|| Place::file(&document.source), |title| Place::new(&document.source, title.span.clone()));
    (!stated).then(|| Diagnostic::new("year-not-stated", place).with("title", &page.title).with("year", subject.page_year))
}
