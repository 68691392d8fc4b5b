//! `checks` of the site file: severities by code, and exceptions with their reasons.

use std::collections::BTreeMap;

use crate::base::RelPath;
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::{Diagnostic, Severity, SourceSpan};
use crate::yaml::{self, Context, Fields, FromNode, Node, Spanned};

/// What the webmaster decided about findings.
#[derive(Clone, Debug, Default)]
pub struct CheckSettings {
    /// Severities by code.
    pub severity: BTreeMap<String, Override>,
    /// Findings that stay unmentioned in one file, each with its reason.
    pub exceptions: Vec<Exception>,
}

/// What `site.yaml` says about a code: another severity, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Override {
    /// Report with this severity.
    Severity(Severity),
    /// Do not report.
    Off,
}

/// A finding that `site.yaml` accepts in one file, with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Which code.
    pub code: &'static str,
    /// In which file.
    pub file: RelPath,
    /// Where `site.yaml` says so.
    pub place: SourceSpan,
}

impl Exception {
    pub(crate) fn covers(&self, finding: &Diagnostic) -> bool {
        self.code == finding.code && self.file == finding.place.file
    }
}

impl FromNode for CheckSettings {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let severity = fields.node("severity").map(|node| severities(node, fields.context())).unwrap_or_default();
        let typed: Vec<TypedException> = fields.list("exceptions");
        fields.finish()?;
        Some(Self { severity, exceptions: exceptions(typed, context) })
    }
}

fn severities(node: &Node, context: &mut Context<'_>) -> BTreeMap<String, Override> {
    let Some(entries) = yaml::entries(node, context) else { return BTreeMap::new() };
    let known: Vec<CodeFile> = CodeFile::all();
    let mut severities = BTreeMap::new();
    for (key, value) in entries {
        let typed = Spanned { value: key.name.clone(), as_written: None, span: key.span.clone() };
        if changeable(&typed, &known, context).is_none() {
            continue;
        }
        let chosen = match value.text() {
            Some("error") => Override::Severity(Severity::Error),
            Some("warning") => Override::Severity(Severity::Warning),
            Some("info") => Override::Severity(Severity::Info),
            Some("off") => Override::Off,
            other => {
                let text = other.map_or_else(|| value.glimpse(), str::to_owned);
                context.report("unknown-value", &value.span).set("text", text).set("known", "error, warning, info, off");
                continue;
            }
        };
        severities.insert(key.name.clone(), chosen);
    }
    severities
}

/// The code, if there is such a code and the site file may change what it does; reported otherwise.
fn changeable(typed: &Spanned<String>, known: &[CodeFile], context: &mut Context<'_>) -> Option<&'static str> {
    let Some(file) = known.iter().find(|file| file.code == typed.value) else {
        let nearest = yaml::nearest(&typed.value, known.iter().map(|file| file.code));
        let report = context.report("unknown-check", &typed.span).set("code", &typed.value);
        nearest.map(|nearest| report.set("nearest", nearest));
        return None;
    };
    if file.is_fixed() {
        context.report("severity-is-fixed", &typed.span).set("code", file.code);
        return None;
    }
    Some(file.code)
}

/// `{code: …, file: …, reason: …}`, all of them required.
struct TypedException {
    code: Spanned<String>,
    file: Spanned<String>,
}

impl FromNode for TypedException {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let (code, file) = (fields.required("code"), fields.required("file"));
        // The reason is for those who read the file after us; nothing else depends on it.
        let reason: Option<String> = fields.required("reason");
        fields.finish()?;
        reason.and(Some(Self { code: code?, file: file? }))
    }
}

fn exceptions(typed: Vec<TypedException>, context: &mut Context<'_>) -> Vec<Exception> {
    let known: Vec<CodeFile> = if typed.is_empty() { Vec::new() } else { CodeFile::all() };
    let mut exceptions: Vec<Exception> = Vec::new();
    for TypedException { code, file } in typed {
        let Some(code_name) = changeable(&code, &known, context) else { continue };
        let Some(path) = below_root(&file.value) else {
            context.report("exception-file", &file.span).set("file", &file.value);
            continue;
        };
        if exceptions.iter().any(|other| other.code == code_name && other.file == path) {
            context.report("exception-twice", &file.span).set("code", code_name).set("file", &path);
            continue;
        }
        exceptions.push(Exception { code: code_name, file: path, place: SourceSpan::new(context.file, file.span) });
    }
    exceptions
}

/// Officers copy the path from a report, or from Explorer: `content\2566\o42.md`, `./content/…`.
fn below_root(typed: &str) -> Option<RelPath> {
    let slashes = typed.replace('\\', "/");
    RelPath::new(slashes.strip_prefix("./").unwrap_or(&slashes))
}
