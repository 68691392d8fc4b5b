//! A site that is planned, and not checked yet.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::plan_findings::PlanFindings;
use super::planned::PlannedSite;
use crate::base::RelPath;
use crate::diagnostics::Diagnostics;
use crate::report::severity_policy::{Report, SeverityPolicy};
use crate::site::Site;

/// What the stages up to the plan give: enough to render any page, and not checked yet.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The site with its theme and plan; `None` if the site file or the theme cannot be used.
    pub planned: Option<PlannedSite>,
    /// What of it is older than the files.
    pub outdated: Stale,
    /// What is checked, also when there is no theme to show it.
    pub(crate) site: Option<Arc<Site>>,
    pub(super) found: PlanFindings,
    pub(super) gate: SeverityPolicy,
}

/// What is shown as it was before, because the files cannot be used as they are now. Only the
/// preview has a before.
#[derive(Clone, Debug, Default)]
pub struct Stale {
    /// Documents, lists of items, and the results of the body.
    pub files: BTreeSet<RelPath>,
    /// Whether anything but documents is older: then every page is.
    pub frame: bool,
}

impl Draft {
    /// What was found on the way to the plan, weighed; the checks find more.
    pub fn report(&self) -> Report {
        self.gate.apply(self.found.all())
    }

    /// The same with what was found later.
    pub(crate) fn report_with(&self, more: Diagnostics) -> Report {
        let mut found = self.found.all();
        found.append(more);
        self.gate.apply(found)
    }

    /// Whether it was found on the way to `other` too, and nothing else: then their reports are the
    /// same.
    pub fn shares_findings(&self, other: &Draft) -> bool {
        self.found.is(&other.found)
    }
}
