//! Findings of the stages up to the plan. Those of edited documents are kept apart, so that an edit
//! does not copy the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, Diagnostics};

#[derive(Clone, Debug)]
pub(super) struct PlanFindings {
    whole: Arc<Diagnostics>,
    /// Current findings of the documents edited since, which replace those in `whole`.
    edited: Arc<BTreeMap<RelPath, Diagnostics>>,
}

impl From<Diagnostics> for PlanFindings {
    fn from(whole: Diagnostics) -> Self {
        Self { whole: Arc::new(whole), edited: Arc::default() }
    }
}

impl PlanFindings {
    /// All findings.
    pub fn all(&self) -> Diagnostics {
        let mut all = Diagnostics::clone(&self.whole);
        all.keep_files(|file| !self.edited.contains_key(file));
        self.edited.values().for_each(|found| all.append(found.clone()));
        all
    }

    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        let still = self.whole.iter().filter(|finding| !self.edited.contains_key(&finding.place.file));
        still.chain(self.edited.values().flat_map(Diagnostics::iter))
    }

    pub fn count_in(&self, file: &RelPath) -> usize {
        self.edited.get(file).unwrap_or(&self.whole).count_in(file)
    }

    /// Replaces the findings of a file.
    pub fn put(&mut self, file: &RelPath, found: Diagnostics) {
        if self.count_in(file) + found.count_in(file) > 0 {
            Arc::make_mut(&mut self.edited).insert(file.clone(), found);
        }
    }

    /// True if both share the same allocations; equality is not compared.
    pub fn is(&self, other: &PlanFindings) -> bool {
        Arc::ptr_eq(&self.whole, &other.whole) && Arc::ptr_eq(&self.edited, &other.edited)
    }
}
