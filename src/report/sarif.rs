//! SARIF 2.1.0, the exchange format of code hosts and editors:
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>.
//!
//! The log has one run. URIs are relative to the root of the site; columns count UTF-16 code units
//! (`columnKind`).

use serde_json::{Value, json};

use super::severity_policy::Report;
use crate::base::Lang;
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::place::Lines;
use crate::diagnostics::{Diagnostic, Severity, SourceSpan};
use crate::report::sources::Sources;
use crate::site::Permalink;

/// `uriBaseId` of the site root; the log does not disclose its absolute path.
const ROOT: &str = "%SRCROOT%";

/// Returns the SARIF log of a report.
pub(super) fn log(report: &Report, sources: &Sources<'_>, lang: Lang) -> Value {
    let mut codes: Vec<&'static str> = report.findings.iter().map(|(_, finding)| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| rule(code, sources.code(code), lang)).collect();
    let results: Vec<Value> = report.findings.iter().map(|(severity, finding)| result(*severity, finding, &codes, sources, lang)).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "prongsai",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": lang.name(),
                "rules": rules,
            }},
            "language": lang.name(),
            "columnKind": "utf16CodeUnits",
            "originalUriBaseIds": {ROOT: {"description": {"text": "The folder of the site, which holds content/"}}},
            "results": results,
        }],
    })
}

fn rule(code: &str, file: Option<&CodeFile>, lang: Lang) -> Value {
    let Some(file) = file else { return json!({"id": code}) };
    let explanation = file.explanation(lang);
    let first = explanation.split("\n\n").next().unwrap_or(explanation);
    json!({
        "id": code,
        "shortDescription": {"text": without_values(file.messages(lang).last().unwrap_or(file.code))},
        "fullDescription": {"text": first},
        "help": {"text": explanation, "markdown": explanation},
        "defaultConfiguration": {"level": level(file.severity)},
    })
}

fn result(severity: Severity, finding: &Diagnostic, codes: &[&str], sources: &Sources<'_>, lang: Lang) -> Value {
    let words = sources.words(finding, lang);
    let text = words.help.map_or_else(|| words.message.clone(), |help| format!("{}\n{help}", words.message));
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": codes.binary_search(&finding.code).unwrap_or_default(),
        "level": level(severity),
        "message": {"text": text},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": Permalink::file(finding.place.file.as_str()).path(), "uriBaseId": ROOT},
            "region": region(&finding.place, sources.lines(finding)),
        }}],
    });
    if let Some(year) = finding.fiscal_year {
        result["properties"] = json!({"fiscalYear": year.number(), "item": finding.item.as_ref().map(ToString::to_string)});
    }
    result
}

fn region(place: &SourceSpan, lines: &Lines<'_>) -> Value {
    let (start, end) = (lines.utf16_position(place.span.start), lines.utf16_position(place.span.end.max(place.span.start)));
    json!({"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column})
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// Replaces placeholders by `…`, for the description of a rule: `no item “{item}”` → `no item “…”`.
fn without_values(template: &str) -> String {
    let mut parts = template.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| match part.split_once('}') {
        Some((_, rest)) => format!("{text}…{rest}"),
        None => format!("{text}{{{part}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHEMA: &str = include_str!("../../tests/data/sarif-2.1.0.schema.json");

    #[test]
    fn the_rule_of_every_code_fits_the_schema_in_both_languages() {
        let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        compiler.add_resource("sarif.json", serde_json::from_str(SCHEMA).unwrap()).unwrap();
        let schema = compiler.compile("sarif.json", &mut schemas).unwrap();
        for lang in [Lang::Thai, Lang::English] {
            let rules: Vec<Value> = CodeFile::all().iter().map(|file| rule(file.code, Some(file), lang)).collect();
            for (rule, text) in rules.iter().flat_map(|rule| ["shortDescription", "fullDescription", "help"].map(|text| (rule, text))) {
                let said = rule[text]["text"].as_str().unwrap_or_default();
                let has_place_for_value = text == "shortDescription" && said.contains('{');
                assert!(!said.is_empty() && !has_place_for_value, "{}: {text}: {said}", rule["id"]);
            }
            let driver = json!({"name": "prongsai", "rules": rules});
            let log = json!({"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": []}]});
            schemas.validate(&log, schema).unwrap_or_else(|fault| panic!("{fault}"));
        }
    }

    #[test]
    fn values_become_dots() {
        assert_eq!(without_values("ไม่มีข้อ {item} ปี {year}"), "ไม่มีข้อ … ปี …");
        assert_eq!(without_values("{a}b{"), "…b{");
        assert_eq!(without_values(""), "");
    }
}
