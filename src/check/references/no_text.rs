//! A link has words that readers can see and follow (P29).

use super::empty::is_nowhere;
use super::pointers::Reference;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;
use crate::site::LinkRole;
use crate::thai::shows_nothing;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(unseen) };

fn unseen(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let pointers = &page.pointers;
    // A link without a destination is reported as such.
    let is_unseen = |pointer: &Reference<'_>| {
        pointer.link.role == LinkRole::Link && shows_nothing(pointer.link.text) && !is_nowhere(&pointer.destination)
    };
    let links = pointers.iter().enumerate().filter(|(at, pointer)| is_unseen(pointer) && !shows_picture(pointer, pointers.get(at + 1)));
    links.map(|(_, link)| link.report("link-without-text")).collect()
}

/// True if the reference after a link is a picture inside it: destinations follow the text.
fn shows_picture(link: &Reference<'_>, next: Option<&Reference<'_>>) -> bool {
    next.is_some_and(|next| next.link.role == LinkRole::Image && next.link.place.span.start < link.link.place.span.end)
}
