//! Findings of a command for the person at the terminal.

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

/// Prints findings where the reader expects them, with a closing count.
pub(super) fn show(report: &Report, format: Format, tree: &SourceTree, lang: Lang, common: &CommonArgs) {
    let report = heard(report, common);
    // Only a file can fail.
    let _ = give(&print(&report, format, tree, lang), reader(format), None, common, lang);
    if let Some(summary) = summary(&report, lang).filter(|_| format.is_for_people()) {
        say(&summary);
    }
}

/// The quiet do not hear what is said for the record only.
pub(super) fn heard(report: &Report, common: &CommonArgs) -> Report {
    let problems = |(severity, _): &&(Severity, Diagnostic)| !common.quiet || *severity != Severity::Info;
    Report { findings: report.findings.iter().filter(problems).cloned().collect() }
}

/// Lists with one line for each finding are read by editors.
pub(super) fn reader(format: Format) -> ResultReader {
    if format == Format::Human { ResultReader::Person } else { ResultReader::Program }
}

/// Why a run ends although it found no error.
pub(super) fn say_if_strict(understood: &CheckedSite, lang: Lang) {
    if understood.is_stopped() && !understood.report.has_errors() {
        say(words::build::strict(lang));
    }
}
