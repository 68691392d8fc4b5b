//! The one place where severity is decided: the default of the code, changed by `checks` of
//! `site.yaml`.

use crate::config::{CheckSettings, Exception};
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::{Diagnostic, Diagnostics, Purpose, Severity};
use crate::source::SourceTree;

/// Which findings stop a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Errors.
    #[default]
    Errors,
    /// Warnings too (`--strict`).
    Warnings,
}

/// What a site has decided about findings, and what they are for.
#[derive(Clone, Debug, Default)]
pub struct SeverityPolicy {
    checks: CheckSettings,
    purpose: Purpose,
}

impl SeverityPolicy {
    /// A gate with the decisions of `site.yaml`.
    pub fn new(checks: CheckSettings, purpose: Purpose) -> Self {
        Self { checks, purpose }
    }

    /// The exceptions that cover none of the findings: what they were for has been mended, or they
    /// name another file.
    pub fn unused(&self, found: &Diagnostics, tree: &SourceTree) -> Diagnostics {
        let unused = self.checks.exceptions.iter().filter(|exception| !found.iter().any(|finding| exception.covers(finding)));
        let report = |exception: &Exception| {
            let file = &exception.file;
            let finding = Diagnostic::new("exception-unused", exception.place.clone()).with("code", exception.code).with("file", file);
            finding.with_some("no_file", (!tree.holds(file.as_str())).then_some(file))
        };
        unused.map(report).collect()
    }

    /// Weighs every finding, sorted; those switched off or excepted are gone. Of those that are
    /// only counted, the last one that is shown says how many there are.
    pub fn apply(&self, found: Diagnostics) -> Report {
        if found.is_empty() {
            return Report::default();
        }
        let files = CodeFile::by_name();
        let left_out: Vec<_> = found.left_out().collect();
        let excepted = |diagnostic: &Diagnostic| self.checks.exceptions.iter().any(|exception| exception.covers(diagnostic));
        let weighed = found.sorted().into_iter().filter(|diagnostic| !excepted(diagnostic)).filter_map(|diagnostic| {
            let default = files.get(diagnostic.code).map_or(Severity::Error, |file| file.severity_for(self.purpose));
            let severity = self.checks.severity.of(diagnostic.code).map_or(Some(default), |chosen| chosen.severity());
            severity.map(|severity| (severity, diagnostic))
        });
        let mut findings: Vec<(Severity, Diagnostic)> = weighed.collect();
        for (code, file, count) in left_out {
            let Some(at) = findings.iter().rposition(|(_, shown)| shown.code == code && shown.place.file == file) else { continue };
            let (severity, last) = &findings[at];
            let more = (*severity, Diagnostic::new("more-of-the-same", last.place.clone()).with("code", code).with("count", count));
            findings.insert(at + 1, more);
        }
        Report { findings }
    }
}

/// The findings of a run with their severities, in the order in which they are shown.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Sorted by file and place.
    pub findings: Vec<(Severity, Diagnostic)>,
}

impl Report {
    /// How many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|(s, _)| *s == severity).count()
    }

    /// In how many files something was found.
    pub fn files(&self) -> usize {
        let mut files: Vec<_> = self.findings.iter().map(|(_, d)| &d.place.file).collect();
        files.dedup();
        files.len()
    }

    /// Whether anything stops the site from being built.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether anything stops a run of this strictness.
    pub fn stops(&self, strictness: Strictness) -> bool {
        self.has_errors() || (strictness == Strictness::Warnings && self.count(Severity::Warning) > 0)
    }
}
