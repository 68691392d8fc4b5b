//! A `security.txt` whose day has passed must not be used (RFC 9116, 2.5.5), and looks abandoned.

use crate::base::{RelPath, SITE_FILE};
use crate::check::{At, Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::thai::Digits;

pub(super) const CHECK: Check = Check { about: "the last day of security.txt", looks: At::Site(run) };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let security = checked.site.config.security.as_ref().filter(|security| security.expires.value < checked.today);
    let finding = security.and_then(|security| {
        let place = Place::new(&RelPath::new(SITE_FILE)?, security.expires.span.clone());
        let finding = Diagnostic::new("security-expired", place).with("date", security.expires.value.long(Digits::Arabic));
        Some(finding.with("today", checked.today.long(Digits::Arabic)))
    });
    finding.into_iter().collect()
}
