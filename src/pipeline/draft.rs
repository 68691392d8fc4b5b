//! A site that is planned, but not checked yet.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::plan_findings::PlanFindings;
use super::planned::PlannedSite;
use crate::base::RelPath;
use crate::diagnostics::Diagnostics;
use crate::report::severity_policy::{Report, SeverityPolicy};
use crate::site::Site;

/// Result of the stages up to the plan: enough to render any page, but not checked yet.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The site with its theme and plan; `None` if the site file or the theme cannot be used.
    pub planned: Option<PlannedSite>,
    /// Parts that are older than the files.
    pub outdated: Stale,
    /// The site to check; present even if the theme cannot be used.
    pub(crate) site: Option<Arc<Site>>,
    pub(super) found: PlanFindings,
    pub(super) gate: SeverityPolicy,
}

/// Parts kept from an earlier version because the current files cannot be used. Only the preview
/// has an earlier version.
#[derive(Clone, Debug, Default)]
pub struct Stale {
    /// Documents, catalogues, and the assessments file.
    pub files: BTreeSet<RelPath>,
    /// True if anything but documents is outdated: then every page is.
    pub frame: bool,
}

impl Draft {
    /// The findings up to the plan with their severities; the checks add more.
    pub fn report(&self) -> Report {
        self.gate.apply(self.found.all())
    }

    /// The same with later findings.
    pub(crate) fn report_with(&self, more: Diagnostics) -> Report {
        let mut found = self.found.all();
        found.append(more);
        self.gate.apply(found)
    }

    /// True if both have the very same findings, so that their reports are equal.
    pub fn shares_findings(&self, other: &Draft) -> bool {
        self.found.is(&other.found)
    }
}
