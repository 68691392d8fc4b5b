//! A link that goes nowhere: `[text]()`, `[text](#)`, evidence `#` (MODEL B.4).

use super::pointers::Pointer;
use crate::check::{Check, Checked};
use crate::diagnostics::Diagnostics;

pub(super) const CHECK: Check = Check { about: "links without a destination", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let empty = Pointer::all(checked.site).filter(|pointer| is_nowhere(&pointer.destination));
    let named = |pointer: &Pointer<'_>| if pointer.text.trim().is_empty() { "[ ]".to_owned() } else { pointer.text.trim().to_owned() };
    empty.map(|pointer| pointer.report("link-empty").with("text", named(&pointer))).collect()
}

/// What content systems write where a link is still to come.
pub(super) fn is_nowhere(destination: &str) -> bool {
    matches!(destination.trim(), "" | "#" | "#!" | "/#" | "?" | "http://" | "https://")
}
