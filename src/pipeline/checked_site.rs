//! A site before anything of it is rendered.

use super::planned::PlannedSite;
use crate::diagnostics::{Diagnostics, Severity};
use crate::output::Published;
use crate::report::severity_policy::{Report, SeverityPolicy, Strictness};
use crate::source::SourceTree;

/// Everything that is known about a site before anything is rendered.
#[derive(Debug)]
pub struct CheckedSite {
    /// The files, for the lines in messages.
    pub tree: SourceTree,
    /// The site with its theme and plan; `None` if the site file or the theme cannot be used.
    pub(crate) planned: Option<PlannedSite>,
    /// What is wrong, weighed.
    pub report: Report,
    pub(super) gate: SeverityPolicy,
    pub(super) strictness: Strictness,
}

impl CheckedSite {
    /// Whether what was found stops the run.
    pub fn is_stopped(&self) -> bool {
        self.report.stops(self.strictness)
    }

    /// What was found later, weighed for the same purpose.
    pub(crate) fn add(&mut self, found: Diagnostics) {
        self.report.findings.extend(self.gate.apply(found).findings);
    }

    /// What needs a reason to be published has one: it is still said, and stops nothing.
    pub(crate) fn accept_reason(&mut self) {
        let moved = self.report.findings.iter_mut().filter(|(_, finding)| finding.code == "base-moved");
        moved.for_each(|(severity, _)| *severity = Severity::Info);
    }

    /// What was published; the findings of a run that made nothing join the report.
    pub(super) fn accept(&mut self, made: Result<Published, Diagnostics>) -> Option<Published> {
        made.map_err(|faults| self.add(faults)).ok()
    }
}
