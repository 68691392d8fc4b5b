//! Printing of reports: for people, editors and programs. The only module that prints diagnostics.

use serde::Serialize;
use serde_json::{Value, json};

use super::excerpt::Excerpt;
use super::sarif;
use super::severity_policy::Report;
use super::snippet::snippet;
use crate::base::Lang;
use crate::diagnostics::{Diagnostic, Severity};
use crate::report::sources::Sources;
use crate::source::SourceTree;
use crate::words;

/// Output format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// With the source line and a caret.
    #[default]
    Human,
    /// One line per diagnostic.
    Short,
    /// JSON array of objects.
    Json,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
}

impl Format {
    /// True for formats for people, which get a summary line.
    pub fn is_for_people(self) -> bool {
        matches!(self, Format::Human | Format::Short)
    }
}

/// Prints the report. `tree` provides the source lines.
pub fn print(report: &Report, format: Format, tree: &SourceTree, lang: Lang) -> String {
    let sources = Sources::of(findings(report), tree);
    let each = |print: fn(Severity, &Diagnostic, &Sources<'_>, Lang) -> String| -> String {
        report.findings.iter().map(|(severity, finding)| print(*severity, finding, &sources, lang)).collect()
    };
    match format {
        Format::Human => each(human),
        Format::Short => each(short),
        Format::Json => format!("{:#}\n", objects(report, tree, lang)),
        Format::Sarif => format!("{:#}\n", sarif::log(report, &sources, lang)),
    }
}

/// The diagnostics as a JSON array.
pub(crate) fn objects(report: &Report, tree: &SourceTree, lang: Lang) -> Value {
    json!(shown(report.findings.iter(), tree, lang))
}

/// A diagnostic with its message in one language, and its line and column. Serialised, it is the
/// JSON format (AR12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RenderedFinding {
    /// Code.
    pub code: &'static str,
    /// Severity.
    #[serde(serialize_with = "severity_name")]
    pub severity: Severity,
    /// One sentence: the error.
    pub message: String,
    /// Repair.
    pub help: Option<String>,
    /// File below the root of the site.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
    /// Item concerned: `O42`.
    pub item: Option<String>,
    /// Fiscal year concerned, พ.ศ.
    pub fiscal_year: Option<u16>,
    /// Source line, for people.
    #[serde(skip)]
    pub excerpt: Option<Excerpt>,
}

/// Renders some diagnostics of a report; `tree` provides the source lines.
pub fn shown<'r>(
    findings: impl Iterator<Item = &'r (Severity, Diagnostic)> + Clone,
    tree: &SourceTree,
    lang: Lang,
) -> Vec<RenderedFinding> {
    let sources = Sources::of(findings.clone().map(|(_, finding)| finding), tree);
    findings.map(|(severity, finding)| of_finding(*severity, finding, &sources, lang)).collect()
}

fn findings(report: &Report) -> impl Iterator<Item = &Diagnostic> {
    report.findings.iter().map(|(_, finding)| finding)
}

fn severity_name<S: serde::Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(severity.name())
}

/// Summary line of a report, `ผิด 5 แห่งใน 3 ไฟล์`; `None` if it is empty.
pub fn summary(report: &Report, lang: Lang) -> Option<String> {
    let severities = [Severity::Error, Severity::Warning, Severity::Info];
    let counts = severities.map(|severity| (severity, report.count(severity))).into_iter().filter(|(_, count)| *count > 0);
    let found: Vec<String> = counts.map(|(severity, count)| severity.counted(count, lang)).collect();
    (!report.findings.is_empty())
        .then(|| words::check::found_in(lang, found.join(words::check::between_counts(lang)), words::counts::files(lang, report.files())))
}

fn human(severity: Severity, finding: &Diagnostic, sources: &Sources<'_>, lang: Lang) -> String {
    snippet(severity, finding, &sources.words(finding, lang), sources.lines(finding), lang) + "\n\n"
}

fn short(severity: Severity, finding: &Diagnostic, sources: &Sources<'_>, lang: Lang) -> String {
    let at = sources.lines(finding).position(finding.place.span.start);
    let message = sources.words(finding, lang).message;
    format!("{}:{}:{}: {}[{}]: {message}\n", finding.place.file, at.line, at.column, severity.name(), finding.code)
}

fn of_finding(severity: Severity, finding: &Diagnostic, sources: &Sources<'_>, lang: Lang) -> RenderedFinding {
    let at = sources.lines(finding).position(finding.place.span.start);
    let words = sources.words(finding, lang);
    RenderedFinding {
        code: finding.code,
        severity,
        message: words.message,
        help: words.help,
        file: finding.place.file.as_str().to_owned(),
        line: at.line,
        column: at.column,
        item: finding.item.as_ref().map(ToString::to_string),
        fiscal_year: finding.fiscal_year.map(|year| year.number()),
        excerpt: Excerpt::around(finding, sources.lines(finding)),
    }
}
