//! Every page has its own title, short enough for lists.

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::Route;
use crate::diagnostics::{Diagnostic, SourceSpan};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(fault) };

fn fault(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let document = page.document;
    let limit = checked.site.config.limits.title;
    let found = match &document.front_matter.title {
        Some(title) if title.chars().count() > limit => {
            let place = SourceSpan::new(&document.source, title.span.clone());
            Some(Diagnostic::new("title-too-long", place).with("size", title.chars().count()).with("limit", limit))
        }
        // The page of an item defaults to the title in the checklist.
        None if !matches!(document.home, Route::Item { .. }) && !document.unread.outermost("title") => {
            Some(Diagnostic::new("title-missing", SourceSpan::file(&document.source)))
        }
        _ => None,
    };
    found.into_iter().collect()
}
