//! A link that goes nowhere: `[text]()`, `[text](#)`, evidence `#` (AS10).

use super::pointers::Pointer;
use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::diagnostics::Diagnostic;

pub(super) const CHECK: Check = Check { about: "links without a destination", looks: At::Pages(empty) };

fn empty(_: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let empty = page.pointers.iter().filter(|pointer| is_nowhere(&pointer.destination));
    let named = |pointer: &Pointer<'_>| if pointer.text.trim().is_empty() { "[ ]".to_owned() } else { pointer.text.trim().to_owned() };
    empty.map(|pointer| pointer.report("link-empty").with("text", named(pointer))).collect()
}

/// What content systems write where a link is still to come.
pub(super) fn is_nowhere(destination: &str) -> bool {
    matches!(destination.trim(), "" | "#" | "#!" | "/#" | "?" | "http://" | "https://")
}
