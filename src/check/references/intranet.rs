//! What only the machines of the office can open: nobody else reaches it.

use super::pointers::Reference;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::NetworkScope;
use crate::diagnostics::Diagnostic;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(private) };

fn private(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let report = |pointer: &Reference<'_>| {
        let url = pointer.outside(checked.site)?;
        (NetworkScope::of(url) != NetworkScope::World).then(|| pointer.report("link-intranet").with_some("host", url.host_str()))
    };
    page.pointers.iter().filter_map(report).collect()
}
