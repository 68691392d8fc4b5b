//! `checks` in the site file: severities by code, and exceptions with their reasons.

use std::ops::Range;

use crate::base::RelPath;
use crate::diagnostics::codes::CodeFile;
use crate::diagnostics::{Diagnostic, Severity, SourceSpan};
use crate::yaml::{self, Context, Declared, Fields, Named, Shape, Spanned, closed_list, structure};

structure! {
    /// What the webmaster decided about findings.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct CheckSettings, "สิ่งที่ตัดสินใจเกี่ยวกับปัญหาที่ตรวจพบ", shown "ผลการตรวจ" "the report of checks", then CheckSettings::check {
        /// Severities by code.
        pub(crate) severity: Named<Override> = or_default "severity", "ระดับของแต่ละรหัส: error warning info หรือ off", eg "{raw-url-link-text: off}";
        /// Findings that stay unmentioned in one file, each with its reason.
        pub(crate) exceptions: Vec<Exception> = list "exceptions", "ปัญหาที่ยอมรับในไฟล์หนึ่ง พร้อมเหตุผล", by exceptions;
    }
}

closed_list! {
    /// Override of the severity of a code in `site.yaml`.
    Override:
    /// Report as an error.
    Error = "error",
    /// Report as a warning.
    Warning = "warning",
    /// Report as information.
    Info = "info",
    /// Do not report.
    Off = "off",
}

impl Override {
    /// Severity to report; `None` to suppress the diagnostic.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Override::Error => Some(Severity::Error),
            Override::Warning => Some(Severity::Warning),
            Override::Info => Some(Severity::Info),
            Override::Off => None,
        }
    }
}

/// A diagnostic accepted in one file, with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    pub(crate) code: &'static str,
    pub(crate) file: RelPath,
    pub(crate) reason: String,
    /// Position in `site.yaml`.
    pub(crate) place: SourceSpan,
}

impl Declared for Exception {
    fn shape() -> Shape {
        TypedException::shape()
    }

    fn written(&self) -> serde_json::Value {
        serde_json::json!({"code": self.code, "file": self.file.as_str(), "reason": self.reason})
    }
}

impl serde::Serialize for Exception {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written().serialize(serializer)
    }
}

impl Exception {
    pub(crate) fn covers(&self, finding: &Diagnostic) -> bool {
        self.code == finding.code && self.file == finding.place.file
    }
}

impl CheckSettings {
    /// Reports and removes codes that do not exist or cannot be changed.
    fn check(&mut self, context: &mut Context<'_>) {
        let known: Vec<CodeFile> = if self.severity.is_empty() { Vec::new() } else { CodeFile::all() };
        self.severity.retain(|key| changeable(&key.name, &key.span, &known, context).is_some());
    }
}

/// Returns the code if it exists and may be changed; reports it otherwise.
fn changeable(code: &str, span: &Range<usize>, known: &[CodeFile], context: &mut Context<'_>) -> Option<&'static str> {
    let Some(file) = known.iter().find(|file| file.code == code) else {
        let nearest = yaml::nearest(code, known.iter().map(|file| file.code));
        let report = context.report("unknown-check", span).set("code", code);
        nearest.map(|nearest| report.set("nearest", nearest));
        return None;
    };
    if file.is_fixed() {
        context.report("severity-is-fixed", span).set("code", file.code);
        return None;
    }
    Some(file.code)
}

structure! {
    /// A finding that is accepted in one file.
    #[derive(Clone, Debug)]
    struct TypedException, "ปัญหาที่ยอมรับในไฟล์หนึ่ง", shown "ผลการตรวจ" "the report of checks" {
        /// The code of the finding.
        code: Spanned<String> = required "code", "รหัสปัญหา", eg "link-broken";
        /// The file, as reports name it.
        file: Spanned<String> = required "file", "ไฟล์ ตามที่รายงานเขียน", eg "content/2566/o42.md";
        /// Why; for those who read the site file after us.
        reason: String = required "reason", "เหตุผล สำหรับผู้ที่มาอ่านภายหลัง", eg "คงไว้ตามเอกสารต้นฉบับ";
    }
}

fn exceptions(fields: &mut Fields<'_, '_, '_>) -> Vec<Exception> {
    let typed: Vec<TypedException> = fields.list("exceptions");
    let context = fields.context();
    let known: Vec<CodeFile> = if typed.is_empty() { Vec::new() } else { CodeFile::all() };
    let mut exceptions: Vec<Exception> = Vec::new();
    for TypedException { code, file, reason } in typed {
        let Some(code_name) = changeable(&code.value, &code.span, &known, context) else { continue };
        let Some(path) = below_root(&file.value) else {
            context.report("exception-file", &file.span).set("file", &file.value);
            continue;
        };
        if exceptions.iter().any(|other| other.code == code_name && other.file == path) {
            context.report("exception-twice", &file.span).set("code", code_name).set("file", &path);
            continue;
        }
        exceptions.push(Exception { code: code_name, file: path, reason, place: SourceSpan::new(context.file, file.span) });
    }
    exceptions
}

/// Normalises a path copied from a report or from Explorer: `content\2566\o42.md`, `./content/…`.
fn below_root(typed: &str) -> Option<RelPath> {
    let slashes = typed.replace('\\', "/");
    RelPath::new(slashes.strip_prefix("./").unwrap_or(&slashes))
}
