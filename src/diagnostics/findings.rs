//! The diagnostics of a run.

use std::collections::BTreeMap;

use super::Diagnostic;
use crate::base::RelPath;

/// Maximum number kept per code and file, as malicious input can cause millions. The rest is only
/// counted.
const MAX_OF_ONE_CODE: usize = 1000;

/// The diagnostics of a run, unordered until [`Diagnostics::sorted`].
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    /// Total number per file and code.
    counts: BTreeMap<(RelPath, &'static str), usize>,
    /// The last diagnostic that was only counted.
    dropped: Option<Diagnostic>,
}

impl Diagnostics {
    /// Creates an empty collection.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.add(diagnostic);
    }

    /// Adds a diagnostic and returns it, so that values can be set.
    pub fn add(&mut self, diagnostic: Diagnostic) -> &mut Diagnostic {
        let count = self.counts.entry((diagnostic.place.file.clone(), diagnostic.code)).or_default();
        *count += 1;
        if *count > MAX_OF_ONE_CODE {
            return self.dropped.insert(diagnostic);
        }
        let at = self.kept.len();
        self.kept.push(diagnostic);
        &mut self.kept[at]
    }

    /// Adds the diagnostics of another stage.
    pub fn append(&mut self, other: Diagnostics) {
        let left_out: Vec<_> = other.left_out().collect();
        self.extend(other.kept);
        for (code, file, count) in left_out {
            *self.counts.entry((file, code)).or_default() += count;
        }
    }

    /// Sorted by file, position and code, without duplicates: independent of the number of threads.
    pub fn sorted(self) -> Vec<Diagnostic> {
        let mut kept = self.kept;
        let key = |d: &Diagnostic| (d.place.file.clone(), d.place.span.start, d.place.span.end, d.code);
        kept.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.values.cmp(&b.values)).then_with(|| a.phrases.cmp(&b.phrases)));
        kept.dedup();
        kept
    }

    /// Iterates over the diagnostics kept so far.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.kept.iter()
    }

    /// Number of diagnostics in a file.
    pub fn count_in(&self, file: &RelPath) -> usize {
        let from_file = self.counts.range((file.clone(), "")..);
        from_file.take_while(|((of, _), _)| of == file).map(|(_, count)| count).sum()
    }

    /// Removes the diagnostics of all files for which `is_kept` is false.
    pub fn keep_files(&mut self, is_kept: impl Fn(&RelPath) -> bool) {
        self.kept.retain(|finding| is_kept(&finding.place.file));
        self.counts.retain(|(file, _), _| is_kept(file));
    }

    /// True if there are no diagnostics.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Code, file and number of the diagnostics that were only counted.
    pub(crate) fn left_out(&self) -> impl Iterator<Item = (&'static str, RelPath, usize)> {
        let counted = self.counts.iter().filter(|(_, count)| **count > MAX_OF_ONE_CODE);
        counted.map(|((file, code), count)| (*code, file.clone(), count - MAX_OF_ONE_CODE))
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(findings: I) -> Self {
        let mut all = Self::new();
        all.extend(findings);
        all
    }
}
