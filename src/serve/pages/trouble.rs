//! What is answered when there is no page to show, not even an old one.

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

/// More would not be read.
const MAX_FINDINGS: usize = 50;

/// A page with the problems and their explanations, for the place of any page; its status is 500.
/// Errors come first: they are in the way.
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

/// The same when the sources cannot be read at all.
pub fn machine_trouble(error: &Error, lang: Lang) -> String {
    page(lang, |markup| markup.leaf("p", &[("class", "prongsai-old")], &in_preview(error, lang)))
}

/// An error as the preview says it, which goes on.
pub fn in_preview(error: &Error, lang: Lang) -> String {
    match error.is_unforeseen() {
        true => stumbled(error.path(), lang),
        false => error.describe(lang),
    }
}

/// A fault of the program, over which the preview goes on.
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
