//! Evidence is on the body's own website, publicly accessible (AS7).

use super::pointers::Reference;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(offsite) };

fn offsite(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let places = &checked.other_sites;
    let report = |pointer: &Reference<'_>| {
        let url = pointer.outside(checked.site)?;
        let reason = places.reason(url)?;
        let host = url.host_str()?;
        let concerns = pointer.page.document.home.item().is_some() && places.concerns(pointer, reason);
        concerns.then(|| pointer.report("evidence-offsite").with("place", host).with(reason.value(), host))
    };
    page.pointers.iter().filter_map(report).collect()
}
