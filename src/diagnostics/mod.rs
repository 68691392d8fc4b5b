//! What is wrong with the content, where, and how to mend it.
//!
//! A stage that finds a mistake makes a [`Diagnostic`]: a permanent code, a [`Place`] and the values that its words need. The words
//! themselves, Thai and English side by side, the default severity and the long explanation stand in one Markdown file
//! per code, `src/diagnostics/codes/CODE.md` (see [`codes`]). Severity is decided once, in [`gate`]; nobody prints but [`print`](mod@print).
//!
//! To add a diagnostic: write `codes/CODE.md` (copy a short one), call [`Diagnostic::new`] with it. Nothing is to be registered;
//! the tests run the case in the file and fail on a code without a file and on a file without a code.

pub mod codes;
pub(crate) mod excerpt;
pub mod gate;
pub mod place;
pub mod print;
mod sarif;
mod snippet;
pub mod words;

pub use place::{LineColumn, Place};

use std::collections::BTreeMap;

use crate::base::{ItemCode, RelPath};
use crate::thai::FiscalYear;

/// How bad it is. An error stops `build`; a warning stops only `--strict`; information stops nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The page would cost the item its points, or cannot be built.
    Error,
    /// Probably a mistake.
    Warning,
    /// Said so that nothing happens in silence.
    Info,
}

impl Severity {
    /// The name used in `site.yaml` and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// One finding: a code, a place, and the values for the words of that code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Permanent kebab-case name, also the name of the file with its words.
    pub code: &'static str,
    /// Where the very text stands.
    pub place: Place,
    /// Values for the placeholders of the words, by name.
    pub values: Vec<(&'static str, String)>,
    /// The checklist item concerned, if any.
    pub item: Option<ItemCode>,
    /// The fiscal year concerned, if any.
    pub fiscal_year: Option<FiscalYear>,
}

impl Diagnostic {
    /// A finding of `code` at `place`.
    pub fn new(code: &'static str, place: Place) -> Self {
        Self { code, place, values: Vec::new(), item: None, fiscal_year: None }
    }

    /// Gives the value of the placeholder `{name}`.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.set(name, value);
        self
    }

    /// Like [`Diagnostic::with`], on a finding that has been added already.
    pub fn set(&mut self, name: &'static str, value: impl ToString) -> &mut Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Gives the value of the placeholder `{name}` if there is one; words that need it are left out otherwise.
    pub fn with_some(self, name: &'static str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Says which item of which year the finding concerns.
    pub fn about(mut self, fiscal_year: Option<FiscalYear>, item: Option<&ItemCode>) -> Self {
        self.fiscal_year = fiscal_year;
        self.item = item.cloned();
        self
    }
}

/// Of one code in one file no more than this many are kept: nobody reads more, and a hostile page has millions. The rest are counted.
const MOST_OF_ONE_CODE: usize = 1000;

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
        if *count > MOST_OF_ONE_CODE {
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

    /// In the order of file, place and code, each finding once: the same list whatever the number of threads.
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
    fn left_out(&self) -> impl Iterator<Item = (&'static str, RelPath, usize)> {
        let counted = self.counts.iter().filter(|(_, count)| **count > MOST_OF_ONE_CODE);
        counted.map(|((file, code), count)| (*code, file.clone(), count - MOST_OF_ONE_CODE))
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
