//! Printing of diagnostics.

use super::arguments::CommonArgs;
use super::results::{ResultReader, give};
use super::say::say;
use crate::base::Lang;
use crate::diagnostics::{Diagnostic, Severity};
use crate::pipeline::CheckedSite;
use crate::report::print::{Format, print, summary};
use crate::report::severity_policy::Report;
use crate::source::SourceTree;
use crate::words;

/// Prints the diagnostics on standard output, and a summary on standard error.
pub(super) fn show(report: &Report, format: Format, tree: &SourceTree, lang: Lang, common: &CommonArgs) {
    let report = heard(report, common);
    // Cannot fail without a file.
    let _ = give(&print(&report, format, tree, lang), reader(format), None, common, lang);
    if let Some(summary) = summary(&report, lang).filter(|_| format.is_for_people()) {
        say(&summary);
    }
}

/// Removes the diagnostics of severity info with `--quiet`.
pub(super) fn heard(report: &Report, common: &CommonArgs) -> Report {
    let problems = |(severity, _): &&(Severity, Diagnostic)| !common.quiet || *severity != Severity::Info;
    Report { findings: report.findings.iter().filter(problems).cloned().collect() }
}

/// Formats with one diagnostic per line are read by editors.
pub(super) fn reader(format: Format) -> ResultReader {
    if format == Format::Human { ResultReader::Person } else { ResultReader::Program }
}

/// Explains why a run without errors stopped: `--strict`.
pub(super) fn say_if_strict(understood: &CheckedSite, lang: Lang) {
    if understood.is_stopped() && !understood.report.has_errors() {
        say(words::build::strict(lang));
    }
}
