//! The one place where severity is decided: the default of the code, changed by `checks.severity` of `site.yaml`.

use std::collections::BTreeMap;

use super::codes::CodeFile;
use super::{Diagnostic, Diagnostics, Severity};

/// What `site.yaml` says about a code: another severity, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Override {
    /// Report with this severity.
    Severity(Severity),
    /// Do not report.
    Off,
}

/// The severities that a site has chosen, by code.
#[derive(Clone, Debug, Default)]
pub struct Gate(BTreeMap<String, Override>);

impl Gate {
    /// A gate with the overrides of `site.yaml`.
    pub fn new(overrides: BTreeMap<String, Override>) -> Self {
        Self(overrides)
    }

    /// Weighs every finding, sorted; those switched off are gone.
    pub fn weigh(&self, found: Diagnostics) -> Report {
        if found.is_empty() {
            return Report::default();
        }
        let files = CodeFile::by_name();
        let weighed = found.sorted().into_iter().filter_map(|diagnostic| {
            let default = files.get(diagnostic.code).map_or(Severity::Error, |file| file.severity);
            match self.0.get(diagnostic.code) {
                Some(Override::Off) => None,
                Some(Override::Severity(severity)) => Some((*severity, diagnostic)),
                None => Some((default, diagnostic)),
            }
        });
        Report { findings: weighed.collect() }
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
}
