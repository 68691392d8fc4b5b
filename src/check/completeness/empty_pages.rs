//! The page of an item has content: a title alone is no evidence (AS14).

use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::site::FiledItem;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let empty = checked.site.filed_items().filter(|item| !item.shows_something() && !has_unread(item));
    let report = |item: FiledItem<'_>| {
        let diagnostic = Diagnostic::new("item-empty", item.page.document.title_place()).with("item", item.code());
        diagnostic.about(Some(item.year.fiscal_year), Some(item.code()))
    };
    empty.map(report).collect()
}

/// True if content may be in a part that could not be parsed.
fn has_unread(item: &FiledItem<'_>) -> bool {
    let document = &item.page.document;
    let blocks = ["assessment", "issues", "measures", "progress", "memo", "evidence", "publication"];
    blocks.into_iter().any(|key| document.unread.outermost(key))
}
