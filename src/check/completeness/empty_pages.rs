//! The page of an item shows something: a title alone is no evidence (MODEL B.4).

use crate::check::{At, Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { about: "pages with nothing but a title", looks: At::Site(run) };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let empty = checked.site.filed_items().filter(|item| !item.shows_something());
    let report = |item: crate::site::FiledItem<'_>| {
        let diagnostic = Diagnostic::new("item-empty", item.page.document.title_place()).with("item", item.code());
        diagnostic.about(Some(item.year.fiscal_year), Some(item.code()))
    };
    empty.map(report).collect()
}
