//! Dates that a page states as past lie in the past.

use crate::check::{Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::thai::Digits;

pub(super) const CHECK: Check = Check { about: "dates", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let mut found = Diagnostics::new();
    for page in checked.site.written_pages() {
        let document = &page.document;
        let front_matter = &document.front_matter;
        let adopted = front_matter.adopted.iter().filter_map(|adopted| adopted.date.as_ref());
        let stated = front_matter.as_of.iter().chain(&front_matter.publication.first).chain(adopted);
        for date in stated.filter(|date| date.value > checked.today) {
            let diagnostic = Diagnostic::new("date-in-future", Place::new(&document.source, date.span.clone()))
                .with("date", date.value.long(Digits::Arabic));
            found.push(
                diagnostic.with("today", checked.today.long(Digits::Arabic)).about(document.home.fiscal_year(), document.home.item()),
            );
        }
    }
    found
}
