//! The only place that determines severities: the default of the code, overridden by `checks` of
//! `site.yaml`.

use crate::config::{CheckSettings, Exception};
use crate::content::{FileRole, role};
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::{Diagnostic, Diagnostics, Purpose, Severity};
use crate::source::SourceTree;

/// Severities that stop a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Errors.
    #[default]
    Errors,
    /// Warnings too (`--strict`).
    Warnings,
}

/// Overrides of a site, and the purpose of the run.
#[derive(Clone, Debug, Default)]
pub struct SeverityPolicy {
    checks: CheckSettings,
    purpose: Purpose,
}

impl SeverityPolicy {
    /// Creates a policy from the settings of `site.yaml`.
    pub fn new(checks: CheckSettings, purpose: Purpose) -> Self {
        Self { checks, purpose }
    }

    /// Exceptions that match no diagnostic, because it was fixed or the file name is wrong.
    pub fn unused(&self, found: &Diagnostics, tree: &SourceTree) -> Diagnostics {
        let unused = self.checks.exceptions.iter().filter(|exception| !found.iter().any(|finding| exception.covers(finding)));
        let report = |exception: &Exception| {
            let file = &exception.file;
            let finding = Diagnostic::new("exception-unused", exception.place.clone()).with("code", exception.code).with("file", file);
            finding.with_some("no_file", (!tree.holds(file.as_str())).then_some(file))
        };
        unused.map(report).collect()
    }

    /// Assigns a severity to every diagnostic, sorted; suppressed and excepted ones are removed. Of
    /// a code with more diagnostics than are kept, the last one shown states the number of the
    /// rest.
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
            severity.map(|severity| (severity, with_page(diagnostic)))
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

/// Names the item and year of the page, which the stages that read a single file do not know.
fn with_page(diagnostic: Diagnostic) -> Diagnostic {
    if diagnostic.item.is_some() || diagnostic.fiscal_year.is_some() {
        return diagnostic;
    }
    match role(&diagnostic.place.file).ok().and_then(FileRole::home) {
        Some(home) => diagnostic.about(home.fiscal_year(), home.item()),
        None => diagnostic,
    }
}

/// Diagnostics with severities, in order of display.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Sorted by file and position.
    pub findings: Vec<(Severity, Diagnostic)>,
}

impl Report {
    /// Number of diagnostics of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|(s, _)| *s == severity).count()
    }

    /// Number of files with diagnostics.
    pub fn files(&self) -> usize {
        let mut files: Vec<_> = self.findings.iter().map(|(_, d)| &d.place.file).collect();
        files.dedup();
        files.len()
    }

    /// True if an error stops the build.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// True if the report stops a run of this strictness.
    pub fn stops(&self, strictness: Strictness) -> bool {
        self.has_errors() || (strictness == Strictness::Warnings && self.count(Severity::Warning) > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::RelPath;
    use crate::diagnostics::SourceSpan;

    #[test]
    fn a_finding_of_a_single_file_names_the_item_and_year_of_its_page() {
        for (file, year, item) in [
            ("content/2569/o25.md", Some(2569), Some("O25")),
            ("content/2569/o25/index.md", Some(2569), Some("O25")),
            ("content/2569/o25/more.md", Some(2569), Some("O25")),
            ("content/pages/contact.md", None, None),
            ("content/site.yaml", None, None),
        ] {
            let place = SourceSpan::file(&RelPath::new(file).unwrap());
            let found = Diagnostics::from_iter([Diagnostic::new("empty-value", place)]);
            let report = SeverityPolicy::default().apply(found);
            let (_, finding) = &report.findings[0];
            let named = (finding.fiscal_year.map(|year| year.number()), finding.item.as_ref().map(ToString::to_string));
            assert_eq!(named, (year, item.map(str::to_owned)), "{file}");
        }
    }
}
