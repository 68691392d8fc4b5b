//! All findings of a run.

use std::collections::BTreeMap;

use super::Diagnostic;
use crate::base::RelPath;

/// Of one code in one file no more than this many are kept: nobody reads more, and a hostile page
/// has millions. The rest are counted.
const MAX_OF_ONE_CODE: usize = 1000;

/// All findings of a run, in no particular order until [`Diagnostics::sorted`].
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    /// How many there were in each file of each code.
    counts: BTreeMap<(RelPath, &'static str), usize>,
    /// The last one that was only counted.
    dropped: Option<Diagnostic>,
}

impl Diagnostics {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.add(diagnostic);
    }

    /// Adds one finding and gives it back, for the values of its words.
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

    /// Adds the findings of another stage.
    pub fn append(&mut self, other: Diagnostics) {
        let left_out: Vec<_> = other.left_out().collect();
        self.extend(other.kept);
        for (code, file, count) in left_out {
            *self.counts.entry((file, code)).or_default() += count;
        }
    }

    /// In the order of file, place and code, each finding once: the same list whatever the number
    /// of threads.
    pub fn sorted(self) -> Vec<Diagnostic> {
        let mut kept = self.kept;
        let key = |d: &Diagnostic| (d.place.file.clone(), d.place.span.start, d.place.span.end, d.code);
        kept.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.values.cmp(&b.values)));
        kept.dedup();
        kept
    }

    /// Looks at the findings so far.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.kept.iter()
    }

    /// How many there are in a file.
    pub fn count_in(&self, file: &RelPath) -> usize {
        let from_file = self.counts.range((file.clone(), "")..);
        from_file.take_while(|((of, _), _)| of == file).map(|(_, count)| count).sum()
    }

    /// Forgets everything about files that are not to be kept.
    pub fn keep_files(&mut self, is_kept: impl Fn(&RelPath) -> bool) {
        self.kept.retain(|finding| is_kept(&finding.place.file));
        self.counts.retain(|(file, _), _| is_kept(file));
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Code, file and number of the findings that are only counted.
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
