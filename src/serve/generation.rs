//! A snapshot of the site.

use std::sync::{Arc, OnceLock};

use super::pages::FindingsByPage;
use crate::attachment::Inspected;
use crate::diagnostics::{Diagnostic, Severity};
use crate::error::Error;
use crate::pipeline::Draft;
use crate::render::Theme;
use crate::report::severity_policy::Report;
use crate::source::SourceTree;

/// A snapshot of files, site and plan. The check results are added once, later.
#[derive(Debug)]
pub(super) struct Generation {
    /// Sequence number, from 1.
    pub number: u64,
    /// The source files.
    pub tree: SourceTree,
    /// The site with its plan, and the findings up to the plan.
    pub draft: Draft,
    /// The last theme that could render pages.
    pub sound: LastGoodTheme,
    /// Error of the last read; the rest is from an earlier read then.
    pub trouble: Option<Arc<Error>>,
    /// Findings up to the plan; shared with the previous generation if they are the same.
    found: Arc<OnceLock<CheckResults>>,
    checked: OnceLock<CheckResults>,
    /// Contents of the attachments; until they are inspected, those of the previous generation.
    inspected: OnceLock<Arc<Inspected>>,
    inspected_before: Arc<Inspected>,
}

/// Fallback theme for pages that the current theme cannot render.
#[derive(Clone, Debug, Default)]
pub(super) struct LastGoodTheme {
    /// The last theme that could render a page of each kind.
    pub theme: Option<Arc<Theme>>,
    /// Why the current theme cannot be used: it loads but fails to render.
    pub fault: Option<Diagnostic>,
}

/// Findings, indexed by page.
#[derive(Debug)]
pub(super) struct CheckResults {
    pub report: Report,
    pub concerns: FindingsByPage,
    /// Error that aborted the checks.
    pub stumbled: Option<Error>,
}

impl Generation {
    /// The first generation, unchecked.
    pub fn first(tree: SourceTree, draft: Draft, sound: LastGoodTheme) -> Self {
        let (found, checked, inspected, inspected_before) = Default::default();
        Self { number: 1, tree, draft, sound, trouble: None, found, checked, inspected, inspected_before }
    }

    /// The next generation, unchecked.
    pub fn next(&self, tree: SourceTree, draft: Draft, sound: LastGoodTheme) -> Self {
        let is_found_already = draft.shares_findings(&self.draft) && sound.fault == self.sound.fault;
        let found = if is_found_already { Arc::clone(&self.found) } else { Arc::default() };
        Self { number: self.number + 1, found, inspected_before: self.inspected(), ..Self::first(tree, draft, sound) }
    }

    /// The same generation with an error: the files can no longer be read.
    pub fn in_trouble(&self, trouble: Error) -> Self {
        let next = self.next(self.tree.clone(), self.draft.clone(), self.sound.clone());
        Self { trouble: Some(Arc::new(trouble)), ..next }
    }

    /// Stores the result of the checks, or the error that aborted them.
    pub fn put_report(&self, report: Report, stumbled: Option<Error>) {
        // Only one thread runs checks, once per generation.
        let _ = self.checked.set(self.weigh(report, stumbled));
    }

    /// Stores the contents of the attachments.
    pub fn put_inspected(&self, inspected: Inspected) {
        let _ = self.inspected.set(Arc::new(inspected));
    }

    /// The contents of the attachments, as far as they are known.
    pub fn inspected(&self) -> Arc<Inspected> {
        Arc::clone(self.inspected.get().unwrap_or(&self.inspected_before))
    }

    pub fn is_checked(&self) -> bool {
        self.checked.get().is_some()
    }

    /// The known findings: those of the checks once they are done, until then those up to the plan.
    pub fn weighed(&self) -> &CheckResults {
        self.checked.get().unwrap_or_else(|| self.found.get_or_init(|| self.weigh(self.draft.report(), None)))
    }

    fn weigh(&self, mut report: Report, stumbled: Option<Error>) -> CheckResults {
        let fault = self.sound.fault.iter().map(|fault| (Severity::Error, fault.clone()));
        report.findings.extend(fault);
        let site = self.draft.planned.as_ref().map(|planned| &*planned.site);
        CheckResults { concerns: FindingsByPage::of(&report, site), report, stumbled }
    }
}
