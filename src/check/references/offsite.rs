//! Evidence lies on the body's own website, open to everybody (AS7).

use super::pointers::Pointer;
use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::diagnostics::Diagnostic;

pub(super) const CHECK: Check = Check { about: "evidence where an assessor cannot rely on it", looks: At::Pages(offsite) };

fn offsite(checked: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let places = &checked.other_sites;
    let report = |pointer: &Pointer<'_>| {
        let url = pointer.outside(checked.site)?;
        let reason = places.reason(url)?;
        let host = url.host_str()?;
        let concerns = pointer.page.document.home.item().is_some() && places.concerns(pointer, reason);
        concerns.then(|| pointer.report("evidence-offsite").with("place", host).with(reason.value(), host))
    };
    page.pointers.iter().filter_map(report).collect()
}
