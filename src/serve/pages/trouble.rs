//! Error pages, when not even an old version of a page is available.

use std::path::Path;

use super::findings::{self, Explanation};
use super::markup::HtmlBuilder;
use super::{own_page, shown};
use crate::base::Lang;
use crate::diagnostics::Severity;
use crate::error::Error;
use crate::report::severity_policy::Report;
use crate::source::SourceTree;
use crate::words::preview;

/// Maximum number of findings listed.
const MAX_FINDINGS: usize = 50;

/// A page with the findings and their explanations, shown instead of any page with status 500.
/// Errors come first, as they are the cause.
pub fn trouble(report: &Report, tree: &SourceTree, lang: Lang) -> String {
    page(lang, |markup| {
        let of = |wanted: Severity| report.findings.iter().filter(move |(severity, _)| *severity == wanted);
        let all = of(Severity::Error).chain(of(Severity::Warning)).chain(of(Severity::Info));
        findings::list(markup, &shown(all.take(MAX_FINDINGS), tree, lang), Explanation::Here, lang);
        if report.findings.len() > MAX_FINDINGS {
            markup.leaf("p", &[], &preview::more(lang, report.findings.len() - MAX_FINDINGS));
        }
    })
}

/// The same if the sources cannot be read at all.
pub fn machine_trouble(error: &Error, lang: Lang) -> String {
    page(lang, |markup| markup.leaf("p", &[("class", "prongsai-old")], &in_preview(error, lang)))
}

/// The message for an error in the preview, which continues to run.
pub fn in_preview(error: &Error, lang: Lang) -> String {
    match error.is_unforeseen() {
        true => stumbled(error.path(), lang),
        false => error.describe(lang),
    }
}

/// The message for an internal error.
fn stumbled(file: &Path, lang: Lang) -> String {
    match file.as_os_str().is_empty() {
        true => preview::stumbled(lang, preview::saved_last(lang)),
        false => preview::stumbled(lang, file.display()),
    }
}

fn page(lang: Lang, main: impl FnOnce(&mut HtmlBuilder)) -> String {
    own_page::page(preview::trouble(lang), lang, |markup| {
        markup.leaf("p", &[], preview::trouble_help(lang));
        main(markup);
    })
}
