//! Links without target: `[text]()`, `[text](#)`, evidence `#` (AS10).

use super::pointers::Reference;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(empty) };

fn empty(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let shown = page.pointers.iter().filter(|pointer| pointer.link.role.is_evidence() || pointer.link.role.is_of_text());
    let empty = shown.filter(|pointer| is_nowhere(&pointer.destination));
    let named = |pointer: &Reference<'_>| match pointer.link.text.trim() {
        "" => "[ ]".to_owned(),
        text => text.to_owned(),
    };
    empty.map(|pointer| pointer.report("link-empty").with("text", named(pointer))).collect()
}

/// True for the placeholders that content management systems use for links.
pub(super) fn is_nowhere(destination: &str) -> bool {
    matches!(destination.trim(), "" | "#" | "#!" | "/#" | "?" | "http://" | "https://")
}
