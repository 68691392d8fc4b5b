//! What was found on the way to a plan. What an edit changes of it lies apart, so that an edit
//! copies nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, Diagnostics};

#[derive(Clone, Debug)]
pub(super) struct PlanFindings {
    whole: Arc<Diagnostics>,
    /// What is found in the documents that were edited since, instead of what was.
    edited: Arc<BTreeMap<RelPath, Diagnostics>>,
}

impl From<Diagnostics> for PlanFindings {
    fn from(whole: Diagnostics) -> Self {
        Self { whole: Arc::new(whole), edited: Arc::default() }
    }
}

impl PlanFindings {
    /// All of it.
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

    /// Puts what is found in a file in the place of what was.
    pub fn put(&mut self, file: &RelPath, found: Diagnostics) {
        if self.count_in(file) + found.count_in(file) > 0 {
            Arc::make_mut(&mut self.edited).insert(file.clone(), found);
        }
    }

    /// Whether it is the very same, and not only equal.
    pub fn is(&self, other: &PlanFindings) -> bool {
        Arc::ptr_eq(&self.whole, &other.whole) && Arc::ptr_eq(&self.edited, &other.edited)
    }
}
