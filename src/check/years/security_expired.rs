//! Reports an expired `security.txt`, which is stale and should not be used (RFC 9116, section
//! 2.5.5).

use crate::base::{RelPath, SITE_FILE};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::thai::Digits;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let security = checked.site.config.security.as_ref().filter(|security| security.expires.value < checked.today);
    let finding = security.and_then(|security| {
        let place = SourceSpan::new(&RelPath::new(SITE_FILE)?, security.expires.span.clone());
        let finding = Diagnostic::new("security-expired", place).with("date", security.expires.value.long(Digits::Arabic));
        Some(finding.with("today", checked.today.long(Digits::Arabic)))
    });
    finding.into_iter().collect()
}
