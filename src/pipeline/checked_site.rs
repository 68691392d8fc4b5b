//! A checked site before rendering.

use super::planned::PlannedSite;
use crate::diagnostics::{Diagnostics, Severity};
use crate::output::Published;
use crate::report::severity_policy::{Report, SeverityPolicy, Strictness};
use crate::source::SourceTree;
use crate::store::StoreWriter;

/// A site with its plan and findings, before anything is rendered.
#[derive(Debug)]
pub struct CheckedSite {
    /// The source files, to quote lines in messages.
    pub tree: SourceTree,
    /// The site with its theme and plan; `None` if the site file or the theme cannot be used.
    pub(crate) planned: Option<PlannedSite>,
    /// The findings with their severities.
    pub report: Report,
    pub(super) gate: SeverityPolicy,
    pub(super) strictness: Strictness,
    /// What is kept for the next run, while it is written.
    pub(super) storing: Option<StoreWriter>,
}

impl CheckedSite {
    /// True if the findings stop the run.
    pub fn is_stopped(&self) -> bool {
        self.report.stops(self.strictness)
    }

    /// Leaks the site at the end of a run: the system reclaims the memory at once, whereas dropping
    /// it takes as long as planning the site.
    pub(crate) fn leave(self) {
        std::mem::forget(self.stored());
    }

    /// Waits until what is kept for the next run is written.
    pub(crate) fn stored(mut self) -> Self {
        drop(self.storing.take());
        self
    }

    /// Adds later findings under the same severity policy.
    pub(crate) fn add(&mut self, found: Diagnostics) {
        self.report.findings.extend(self.gate.apply(found).findings);
    }

    /// Lowers `base-moved` to information once a reason for the publication is given, so that it no
    /// longer stops the run.
    pub(crate) fn accept_reason(&mut self) {
        let moved = self.report.findings.iter_mut().filter(|(_, finding)| finding.code == "base-moved");
        moved.for_each(|(severity, _)| *severity = Severity::Info);
    }

    /// Returns what was published; the findings of a failed run are added to the report.
    pub(super) fn accept(&mut self, made: Result<Published, Diagnostics>) -> Option<Published> {
        made.map_err(|faults| self.add(faults)).ok()
    }
}
