//! The site of one moment.

use std::sync::{Arc, OnceLock};

use super::pages::FindingsByPage;
use crate::diagnostics::{Diagnostic, Severity};
use crate::error::Error;
use crate::pipeline::Draft;
use crate::render::Theme;
use crate::report::severity_policy::Report;
use crate::source::SourceTree;

/// The files, the site and the plan of one moment. What the checks say about it comes later and
/// once.
#[derive(Debug)]
pub(super) struct Generation {
    /// Counts from 1.
    pub number: u64,
    /// The files.
    pub tree: SourceTree,
    /// The site with its plan, and what was found on the way to it.
    pub draft: Draft,
    /// The last theme that could make pages.
    pub sound: LastGoodTheme,
    /// Why the files could not be read this time; then all the rest is older.
    pub trouble: Option<Arc<Error>>,
    /// Shared with the generation before where nothing else was found on the way to this one.
    found: Arc<OnceLock<CheckResults>>,
    checked: OnceLock<CheckResults>,
}

/// The theme for pages on which the present one fails.
#[derive(Clone, Debug, Default)]
pub(super) struct LastGoodTheme {
    /// The last one that could make a page of each kind.
    pub theme: Option<Arc<Theme>>,
    /// Why it is not the present one, if that can be read but makes no pages.
    pub fault: Option<Diagnostic>,
}

/// What is wrong, and with which page.
#[derive(Debug)]
pub(super) struct CheckResults {
    /// All of it.
    pub report: Report,
    /// By page.
    pub concerns: FindingsByPage,
    /// Why the checks did not come to their end.
    pub stumbled: Option<Error>,
}

impl Generation {
    /// The first generation; nobody has checked it yet.
    pub fn first(tree: SourceTree, draft: Draft, sound: LastGoodTheme) -> Self {
        Self { number: 1, tree, draft, sound, trouble: None, found: Arc::default(), checked: OnceLock::new() }
    }

    /// The one that follows this one; nobody has checked it yet.
    pub fn next(&self, tree: SourceTree, draft: Draft, sound: LastGoodTheme) -> Self {
        let is_found_already = draft.shares_findings(&self.draft) && sound.fault == self.sound.fault;
        let found = if is_found_already { Arc::clone(&self.found) } else { Arc::default() };
        Self { number: self.number + 1, found, ..Self::first(tree, draft, sound) }
    }

    /// The same moment, and the word that the files cannot be read any more.
    pub fn in_trouble(&self, trouble: Error) -> Self {
        let next = self.next(self.tree.clone(), self.draft.clone(), self.sound.clone());
        Self { trouble: Some(Arc::new(trouble)), ..next }
    }

    /// The checks are done, or have stumbled.
    pub fn put_report(&self, report: Report, stumbled: Option<Error>) {
        // Only one thread checks, and each generation once.
        let _ = self.checked.set(self.weigh(report, stumbled));
    }

    /// Whether the checks are done.
    pub fn is_checked(&self) -> bool {
        self.checked.get().is_some()
    }

    /// What is known to be wrong: what the checks say if they are done, otherwise what was found on
    /// the way to the plan.
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
