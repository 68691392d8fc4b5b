//! The forms in which a report is printed: for people, for lists, for programs. Nobody else prints findings.

use serde_json::{Value, json};

use super::codes::CodeFile;
use super::gate::Report;
use super::snippet::snippet;
use super::words::{Lang, Words};
use super::{Diagnostic, LineColumn, Severity};
use crate::source::SourceTree;

/// A form of output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// With the line of the source and a caret.
    #[default]
    Human,
    /// One line per finding: `file:line:column: severity[code]: message`.
    Short,
    /// A list of objects (DESIGN 7).
    Json,
}

/// The report as text. `tree` gives the lines of the sources.
pub fn print(report: &Report, format: Format, tree: &SourceTree, lang: Lang) -> String {
    match format {
        Format::Human => report.findings.iter().map(|(severity, finding)| human(*severity, finding, tree, lang) + "\n\n").collect(),
        Format::Short => report.findings.iter().map(|(severity, finding)| short(*severity, finding, tree, lang) + "\n").collect(),
        Format::Json => {
            let list: Vec<Value> = report.findings.iter().map(|(severity, finding)| object(*severity, finding, tree, lang)).collect();
            format!("{:#}\n", Value::Array(list))
        }
    }
}

/// `ผิด 5 แห่งใน 3 ไฟล์` — the closing line of a report; nothing if there is nothing to say.
pub fn summary(report: &Report, lang: Lang) -> Option<String> {
    let count = |severity| report.count(severity);
    let (errors, warnings, infos, files) = (count(Severity::Error), count(Severity::Warning), count(Severity::Info), report.files());
    let thai = [(errors, "ผิด"), (warnings, "เตือน"), (infos, "แจ้ง")];
    let english = [(errors, "error"), (warnings, "warning"), (infos, "note")];
    let counted = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let of = |counts: [(usize, &str); 3], say: &dyn Fn(usize, &str) -> String, between: &str| {
        let said: Vec<String> = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| say(count, word)).collect();
        said.join(between)
    };
    (!report.findings.is_empty()).then(|| match lang {
        Lang::Thai => format!("{} ใน {files} ไฟล์", of(thai, &|count, word| format!("{word} {count} แห่ง"), " ")),
        Lang::English => format!("{} in {}", of(english, &counted, ", "), counted(files, "file")),
    })
}

fn human(severity: Severity, finding: &Diagnostic, tree: &SourceTree, lang: Lang) -> String {
    let words = words(finding, lang);
    snippet(severity, finding, &words, source(finding, tree), lang)
}

fn short(severity: Severity, finding: &Diagnostic, tree: &SourceTree, lang: Lang) -> String {
    let at = position(finding, tree);
    let message = words(finding, lang).message;
    format!("{}:{}:{}: {}[{}]: {message}", finding.place.file, at.line, at.column, severity.name(), finding.code)
}

fn object(severity: Severity, finding: &Diagnostic, tree: &SourceTree, lang: Lang) -> Value {
    let at = position(finding, tree);
    let words = words(finding, lang);
    json!({
        "code": finding.code,
        "severity": severity.name(),
        "message": words.message,
        "help": words.help,
        "file": finding.place.file.as_str(),
        "line": at.line,
        "column": at.column,
        "item": finding.item.as_ref().map(ToString::to_string),
        "fiscal_year": finding.fiscal_year.map(|year| year.number()),
    })
}

fn words(finding: &Diagnostic, lang: Lang) -> Words {
    match CodeFile::find(finding.code) {
        Some(file) => Words::of(finding, &file, lang),
        None => Words { message: finding.code.to_owned(), help: None },
    }
}

fn source<'t>(finding: &Diagnostic, tree: &'t SourceTree) -> &'t str {
    tree.shown(finding.place.file.as_str()).unwrap_or_default()
}

fn position(finding: &Diagnostic, tree: &SourceTree) -> LineColumn {
    LineColumn::of(source(finding, tree), finding.place.span.start)
}
